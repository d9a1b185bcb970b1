/**
 * Where a block stood in the middle of a line and goes, the words on its two sides must not run together:
 * `one<div>ad</div>two` is two lines, with the `<div>` and without it.
 */
import { isLineBorder } from '../body/parted-text.js';
import { addedElement, ELEMENT, following, insertAfter, insertBefore, type Node, TEXT } from '../body/tree.js';
import { invisible } from '../body/vocabulary.js';
import { showsNothing } from '../body/white-space.js';

/** Nodes looked at on one side, and inside; behind them a border is left in doubt, which shows nothing. */
const REACH = 48;

type Side = 'prev' | 'next';

/** Whether a node parts a line in two: it is or holds a border, and words stand on both sides. */
export function partsLine(node: Node): boolean {
  return node.type === ELEMENT && holdsBorder(node) && touches(node, 'prev') && touches(node, 'next');
}

/** Leaves a border in the place of a node that is about to go; it holds nothing and no writer writes it. */
export function leaveBorder(node: Node): void {
  insertBefore(node, addedElement('div', node.start));
}

/** Leaves the borders of a block whose content is about to stand in its place. */
export function leaveBorders(block: Node): void {
  if (!isLineBorder(block)) return;
  if (touches(block, 'prev')) insertBefore(block, addedElement('div', block.start));
  if (touches(block, 'next')) insertAfter(block, addedElement('div', block.end));
}

function holdsBorder(root: Node): boolean {
  let left = REACH;
  for (let node: Node | null = root; node; node = following(node, root)) {
    if (isLineBorder(node) || left-- <= 0) return true;
  }
  return false;
}

/** Whether a node that goes would take what alone parts two words: `one<button> </button>two`, `one<div></div>two`. */
export function partsWords(node: Node): boolean {
  if (node.type !== ELEMENT || invisible.has(node.name) || !(hasBlankEnd(node) || holdsBorder(node))) return false;
  const before = beside(node, 'prev', isFilled)?.data ?? '';
  const behind = beside(node, 'next', isFilled)?.data ?? '';
  return endsInWord.test(before) && beginsWithWord.test(behind);
}

/** A byte order mark parts no words. */
const endsInWord = /[\S\ufeff]$/;
const beginsWithWord = /^[\S\ufeff]/;
const blank = /[^\S\ufeff]/;

/** A blank at one of its ends. Example: `one<button> </button>two`, not `one<i>(a, b)</i>two` */
function hasBlankEnd(root: Node): boolean {
  let left = REACH;
  let last = '';
  for (let node: Node | null = root; node && left-- > 0; node = following(node, root, invisible.has(node.name))) {
    if (node.type !== TEXT || node.data === '') continue;
    if (last === '' && blank.test(node.data[0] as string)) return true;
    last = node.data;
  }
  return last !== '' && blank.test(last[last.length - 1] as string);
}

function isFilled({ type, name, data }: Node): boolean {
  return type === TEXT ? data !== '' : name === 'img';
}

function isSeen({ type, name, data }: Node): boolean {
  return type === TEXT ? !showsNothing(data) : name === 'img';
}

/** Whether words stand beside a node, in the same line. */
function touches(node: Node, side: Side): boolean {
  return beside(node, side, isSeen) !== null;
}

/** What stands next to a node in its line; null where the line ends, undefined where that is too far to look. */
function beside(node: Node, side: Side, isIt: (node: Node) => boolean): Node | null | undefined {
  const end = side === 'prev' ? 'last' : 'first';
  let at: Node = node;
  for (let left = REACH; left > 0; left--) {
    let next = at[side];
    if (next) {
      for (; next[end] && !isLineBorder(next) && !invisible.has(next.name) && left > 0; left--) next = next[end];
    } else {
      next = at.parent;
      if (next?.type !== ELEMENT || isLineBorder(next)) return null;
      at = next;
      continue;
    }
    at = next;
    if (isIt(at)) return at;
    if (isLineBorder(at)) return null;
  }
  return undefined;
}
