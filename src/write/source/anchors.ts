/** Places of a Markdown text that links may point to. */
import { isElement, type Node } from '../../body/tree.js';

/** An anchor that nothing in the text points to says nothing. */
export function isDeadAnchor(node: Node, fragments: ReadonlySet<string>): boolean {
  if (!isElement(node, 'a') || node.first || node.has('href') || node.closeStart >= node.end) return false;
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
