/**
 * `--target`: the output is the source of a site again. The excerpt mark stays, and braces that were only text or code
 * in the article, or came from entities, are written so that the engine does not run them.
 */
import { COMMENT, following, type Node, TEXT } from '../../body/tree.js';
import type { Edits } from '../../clean/edits.js';
import type { Target } from '../../types.js';

const RULE = 'form:target';

/** A tag of Liquid or Nunjucks (`{{ x }}`, `{% x %}`), or its first two characters alone. The length bounds the look. */
const liquidTag = /\{\{[^{}]{0,400}\}\}|\{%[^%{}]{0,400}%\}|\{\{|\{%/g;
/** A shortcode of Hugo. */
const hugoTag = /\{\{[<%][^{}]{0,400}[%>]\}\}/g;
const more = /^\s*more\b/i;
const codeElements: ReadonlySet<string> = new Set(['pre', 'code', 'kbd', 'samp']);

/** Makes what the engine would read as its own dead, once, and lets the excerpt mark live. */
export function formTarget(root: Node, edits: Edits, target: Target): void {
  let codeEnd: Node | null | undefined;
  for (let node = root.first; node; ) {
    if (node === codeEnd) codeEnd = undefined;
    const next = following(node, root);
    if (codeEnd === undefined && codeElements.has(node.name)) codeEnd = following(node, root, true);
    if (node.type === COMMENT && more.test(node.data)) markExcerpt(node, edits);
    else if (node.type === TEXT && !node.raw && node.data.includes('{')) {
      if (codeEnd !== undefined || !isLive(node, edits.source)) disarm(node, edits, target);
    }
    node = next;
  }
}

/** The braces stand in the source as they are: they were a tag of the engine that the post was written for. */
function isLive(text: Node, source: string): boolean {
  return (
    !text.added && source.slice(text.start, text.end).includes(text.data.slice(text.data.indexOf('{')).slice(0, 2))
  );
}

/** The comment becomes text that is written as it is, in a block of its own. */
function markExcerpt(comment: Node, edits: Edits): void {
  const holder = edits.by(RULE).addElement('p', [], comment, 'before');
  const mark = edits.by(RULE).addText(`<!-- ${comment.data.trim()} -->`, holder, 'append');
  mark.raw = true;
  edits.by(RULE).remove(comment);
}

function disarm(text: Node, edits: Edits, target: Target): void {
  const found = [...text.data.matchAll(target === 'hugo' ? hugoTag : liquidTag)].reverse();
  for (const { index, 0: tag } of found) {
    edits.split(text, index + tag.length);
    const middle = edits.split(text, index) ?? text;
    if (target === 'hugo') {
      const end = edits.split(middle, tag.length - 3);
      const inner = edits.split(middle, 3);
      if (inner && end) {
        edits.by(RULE).addText('/*', inner, 'before');
        edits.by(RULE).addText('*/', end, 'before');
      }
    } else {
      edits.by(RULE).addText('{% raw %}', middle, 'before');
      edits.by(RULE).addText('{% endraw %}', middle, 'after');
    }
  }
}
