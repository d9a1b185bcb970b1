/** Places that links of the same document point to: Markdown keeps them as `<a id="name"></a>`. */
import { following, type Node } from '../../body/tree.js';
import { vocabulary } from '../vocabulary.js';
import { targetsOf, wantedNames } from './footnote.js';
import type { Forming } from './form.js';

const RULE = 'form:anchor';
/** Elements with a line of their own to put the place into; it stands in front of all others. */
const HOLDS_TEXT = new Set(['heading', 'paragraph', 'item', 'cell', 'block', 'inline', 'mark', 'footnote']);

/** Marks the targets of the links that are still there. */
export function formAnchors(forming: Forming): void {
  const { root, edits } = forming;
  const links = forming.fragments.filter((link) => isInside(link, root));
  for (const [name, node] of targetsOf(root, wantedNames(links))) {
    const written = vocabulary.get(node.name)?.written ?? 'inline';
    const mark = written === 'footnote' ? noteMark(node) : null;
    if (mark) {
      edits.by(RULE).addElement('anchor-target', [['id', name]], mark, 'after');
      continue;
    }
    const inside = node.first && HOLDS_TEXT.has(written);
    edits.by(RULE).addElement('anchor-target', [['id', name]], inside ? (node.first as Node) : node, 'before');
  }
}

/** The `[^1]: ` of a note: nothing may stand before it. */
function noteMark(note: Node): Node | null {
  let node = note.first;
  while (node && !node.raw) node = following(node, note);
  return node;
}

/** Whether a node is still in the tree: footnotes take links out, alone or with the element around them. */
function isInside(link: Node, root: Node): boolean {
  let node: Node | null = link;
  for (let level = 0; node && level < 3; level++) {
    if (node === root) return true;
    if (!node.parent) return false;
    node = node.parent;
  }
  return true;
}
