/** Simple HTML inside a paragraph of Markdown that has a mark of its own: `<b>x</b>`, `<a href="u">x</a>`. */
import type { Node } from '../../body/tree.js';

const markOf: Readonly<Record<string, string>> = {
  b: '**',
  strong: '**',
  em: '*',
  i: '*',
  del: '~~',
  s: '~~',
  strike: '~~',
};

/** Text that begins and ends with a letter or digit and holds no mark: any delimiter opens and closes around it. */
const plain = /^[\p{L}\p{N}](?:[^*_~`[\]<>\\\n|&$]*[\p{L}\p{N}])?$/u;

/** Attributes that a link may lose: how it looks and where it opens. */
const linkAttributes = new Set(['href', 'target', 'rel', 'class', 'style']);

/** A target that needs no escape, e.g. "https://a.example/b?c=d". */
const plainTarget = /^[^\s()<>"'\\*_`[\]&|]+$/;

/**
 * Markdown for an element that stands in a paragraph, or null where its HTML stays: where its content is not plain
 * text, or where marks beside it would be read with its own.
 * @param source what the node's offsets refer to
 */
export function inlineForm(node: Node, source: string): string | null {
  const child = node.first;
  if (!child?.raw || child !== node.last || node.closeStart >= node.end || !plain.test(child.data)) return null;
  const before = source[node.start - 1] ?? '';
  const after = source[node.end] ?? '';
  if ('*_~\\!<'.includes(before) && before !== '') return null;
  if ('*_~(['.includes(after) && after !== '') return null;
  if (node.name === 'a') {
    const href = node.get('href');
    const only = [...(node.attributes?.keys() ?? [])].every((name) => linkAttributes.has(name));
    return href !== null && only && plainTarget.test(href) ? `[${child.data}](${href})` : null;
  }
  const mark = Object.hasOwn(markOf, node.name) ? markOf[node.name] : undefined;
  return mark === undefined ? null : `${mark}${child.data}${mark}`;
}

/** An anchor that nothing in the text points to says nothing. */
export function isDeadAnchor(node: Node, fragments: ReadonlySet<string>): boolean {
  if (node.name !== 'a' || node.first || node.has('href') || node.closeStart >= node.end) return false;
  return ![node.get('id'), node.get('name')].some((name) => name !== null && fragments.has(name));
}

/** Every `#name` that a text holds; a single quote may end a name or stand in it: `href='#a'`, `[b](#a's)`. */
export function fragmentsOf(text: string): Set<string> {
  const names = new Set<string>();
  for (const [, name = ''] of text.matchAll(/#([^\s#)"<>\]]+)/g)) {
    names.add(name);
    const quote = name.indexOf("'");
    if (quote > 0) names.add(name.slice(0, quote));
  }
  return names;
}
