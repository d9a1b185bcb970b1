/** Markdown's own paragraphs and headings as elements without tags, so that rules see the lines of an article. */
import { append, detach, ELEMENT, insertAfter, insertBefore, Node, TEXT } from '../tree.js';
import type { Span } from './opaque.js';

/** A paragraph or heading at the top level of a Markdown text. */
export interface TextBlock extends Span {
  /** `p`, `h1`... */
  name: string;
}

/** An element that is only a mark on a piece of source: its tags have no length. */
export function markOn(name: string, start: number, end: number): Node {
  const element = new Node(ELEMENT, name, '', start, end);
  element.added = true;
  element.openEnd = start;
  return element;
}

/**
 * Wraps what stands in each block, where its ends part no element: text nodes are cut there. Linear.
 * @param blocks in order, offsets into the decoded input
 * @returns the new elements
 */
export function wrapTextBlocks(root: Node, blocks: readonly TextBlock[]): Node[] {
  const wrappers: Node[] = [];
  let node = root.first;
  for (const { name, start, end } of blocks) {
    while (node && node.end <= start) node = node.next;
    if (!node) break;
    if (node.start < start) {
      const right = cut(node, start);
      if (!right) continue;
      node = right;
    }
    const last = lastBefore(node, end);
    if (!last) continue;
    const wrapper = markOn(name, start, end);
    insertBefore(node, wrapper);
    const after: Node | null = last.next;
    for (let child = wrapper.next; child && child !== after; child = wrapper.next) {
      detach(child);
      append(wrapper, child);
    }
    wrappers.push(wrapper);
    node = after;
  }
  return wrappers;
}

/** The last sibling that ends at `end`, a text node cut there; null where an element goes beyond it. */
function lastBefore(first: Node, end: number): Node | null {
  let last: Node = first;
  while (last.end < end && last.next) last = last.next;
  if (last.start >= end) return null;
  if (last.end > end && !cut(last, end)) return null;
  return last;
}

/** Cuts a raw text node, or one that holds no reference, at a place of the input; the right half, or null. */
function cut(text: Node, at: number): Node | null {
  const index = at - text.start;
  if (text.type !== TEXT || text.data.length !== text.end - text.start) return null;
  const right = new Node(TEXT, '#text', text.data.slice(index), at, text.end);
  right.raw = text.raw;
  text.data = text.data.slice(0, index);
  text.end = at;
  text.openEnd = at;
  text.closeStart = at;
  insertAfter(text, right);
  return right;
}
