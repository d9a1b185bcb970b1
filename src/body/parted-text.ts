/** Text as a reader sees it: what a border parts stays parted. */
import { type Node, TEXT } from './tree.js';
import { blocks } from './vocabulary.js';

/** What parts words besides blocks: breaks, captions, controls, drawings and their labels, cells of formulas. */
const others: ReadonlySet<string> = new Set('br caption select text textarea mtd svg'.split(' '));

const beginsBlank = /^\s/;
const endsBlank = /\s$/;

/** Links and buttons side by side are words of their own: `<a>Share</a><a>Print</a>`. */
const pressed: ReadonlySet<string> = new Set(['a', 'button']);

/** Whether the border of an element parts the words on its two sides. */
export function isParting({ name }: Node): boolean {
  return blocks.has(name) || others.has(name);
}

/**
 * The text below a node, scripts and styles included, comments not. Where a border parts two words that no blank does,
 * a line end stands. Example: `<li>Share</li><li>Print</li>` is `Share`, a line end, `Print`.
 */
export function partedText(root: Node): string {
  if (root.type === TEXT) return root.data;
  const only = root.first;
  if (only && only === root.last && only.type === TEXT) return only.data;
  let text = '';
  let parted = false;
  let behindPressed = false;
  for (let node = root.first; node; ) {
    if (node.type !== TEXT) parted ||= isParting(node) || (behindPressed && pressed.has(node.name));
    else if (node.data !== '') {
      if (parted && text !== '' && !endsBlank.test(text) && !beginsBlank.test(node.data)) text += '\n';
      text += node.data;
      parted = false;
      behindPressed = false;
    }
    if (node.first) {
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
