/** Text as a reader sees it: what a border parts stays parted. */
import { type Node, TEXT } from './tree.js';
import { blocks } from './vocabulary.js';
import { isSpace } from './white-space.js';

/** What ends a line besides blocks. */
const lineEnds: ReadonlySet<string> = new Set(['br', 'caption']);

/** What stands apart in its line: controls, drawings and their labels, cells of formulas. */
const apart: ReadonlySet<string> = new Set('foreignobject mtable mtd mtr select svg text textarea'.split(' '));

/** A byte order mark in the middle of a text is nothing that a reader sees. */
const isBlank = (unit: number): boolean => isSpace(unit) && unit !== 0xfeff;

/** Links and buttons side by side are words of their own: `<a>Share</a><a>Print</a>`. */
const pressed: ReadonlySet<string> = new Set(['a', 'button']);

/** Whether a line ends where an element begins and ends. */
export function isLineBorder({ name }: Node): boolean {
  return blocks.has(name) || lineEnds.has(name);
}

function isParting(node: Node): boolean {
  return isLineBorder(node) || apart.has(node.name);
}

/** Whether words stand on both sides of where two pieces meet. */
function meets(before: string, behind: string): boolean {
  return before !== '' && !isBlank(before.charCodeAt(before.length - 1)) && !isBlank(behind.charCodeAt(0));
}

/**
 * The text below a node, scripts and styles included, comments not. Where a border parts two words that no blank does,
 * a line end stands. Example: `<li>Share</li><li>Print</li>` is `Share`, a line end, `Print`.
 * @param isLeftOut elements that are not read
 */
export function partedText(root: Node, isLeftOut?: (node: Node) => boolean): string {
  if (root.type === TEXT) return root.data;
  const only = root.first;
  if (only && only === root.last && only.type === TEXT) return only.data;
  let text = '';
  // The piece before: to look at the end of `text` itself would copy all that it has so far, for each piece.
  let last = '';
  let parted = false;
  let behindPressed = false;
  for (let node = root.first; node; ) {
    if (node.type !== TEXT) parted ||= isParting(node) || (behindPressed && pressed.has(node.name));
    else if (node.data !== '') {
      if (parted && meets(last, node.data)) text += '\n';
      text += node.data;
      last = node.data;
      parted = false;
      behindPressed = false;
    }
    if (node.first && !isLeftOut?.(node)) {
      node = node.first;
      continue;
    }
    while (node && !node.next) {
      node = node.parent === root ? null : node.parent;
      if (node) parted ||= isParting(node);
      behindPressed ||= pressed.has(node?.name ?? '');
    }
    node = node?.next ?? null;
  }
  return text;
}
