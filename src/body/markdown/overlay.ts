/** Lays Markdown's own marks over the tree of its HTML, as elements whose tags are the source of the marks. */
import { addedElement, append, detach, ELEMENT, insertAfter, insertBefore, Node, TEXT } from '../tree.js';
import { SYNTAX, syntaxNode } from './cover.js';
import type { Mark } from './marks.js';

/** An element that is only a mark on a piece of source: its tags have no length. */
export function markOn(name: string, start: number, end: number): Node {
  const element = addedElement(name, start, end);
  element.openEnd = start;
  return element;
}

interface Frame {
  parent: Node;
  /** The child to go on with. */
  at: Node | null;
}

/**
 * Puts each mark into the tree, where its ends part no element of HTML. Linear.
 * @param marks in order, those that hold others first; offsets from the body's start
 * @param body the source
 * @returns the new elements with their marks
 */
export function overlay(root: Node, marks: readonly Mark[], body: string): Map<Node, Mark> {
  const placed = new Map<Node, Mark>();
  const frames: Frame[] = [{ parent: root, at: root.first }];
  for (const mark of marks) place(mark, frames, root, body, placed);
  return placed;
}

function place(mark: Mark, frames: Frame[], root: Node, body: string, placed: Map<Node, Mark>): void {
  const base = root.start;
  const start = mark.start + base;
  const end = mark.end + base;
  let frame = frames.at(-1) as Frame;
  while (frame.parent !== root && !holds(frame.parent, start, end)) {
    frames.pop();
    frame = frames.at(-1) as Frame;
  }
  for (;;) {
    while (frame.at && frame.at.end <= start) frame.at = frame.at.next;
    const { at } = frame;
    // In code a mark is a character.
    if (at?.type !== ELEMENT || !holds(at, start, end) || !at.first || at.name === 'pre') break;
    frame = { parent: at, at: at.first };
    frames.push(frame);
  }
  const first = startingAt(frame.at, start);
  if (first) frame.at = first;
  const last = first && lastBefore(first, end);
  if (!first || !last) return;
  if (mark.leaf) {
    const node = leafNode(mark, first, last, base, body);
    if (!node) return;
    frame.at = node;
    if (node.type === ELEMENT) placed.set(node, mark);
    return;
  }
  const inner = startingFrom(first, mark.openEnd + base);
  const behind = mark.closeStart < mark.end ? startingFrom(inner, mark.closeStart + base) : null;
  if (!inner || (mark.closeStart < mark.end && !behind)) return;
  const element = markOn(mark.name, start, end);
  element.openEnd = mark.openEnd + base;
  element.closeStart = mark.closeStart + base;
  describe(element, mark);
  insertBefore(first, element);
  let isInner = false;
  const after = lastBefore(first, end)?.next ?? null;
  for (let child = element.next; child && child !== after; child = element.next) {
    if (child === inner) isInner = true;
    if (child === behind) isInner = false;
    detach(child);
    if (isInner) append(element, child);
  }
  placed.set(element, mark);
  frame.at = element;
}

function holds({ openEnd, closeStart }: Node, start: number, end: number): boolean {
  return openEnd <= start && end <= closeStart;
}

/** One node in the place of the nodes from `first` to `last`; null where HTML stands among them. */
function leafNode(mark: Mark, first: Node, last: Node, base: number, body: string): Node | null {
  for (let node: Node | null = first; node; node = node === last ? null : node.next) {
    // Code that stands in an image's brackets is only marked as such.
    if (node.type !== TEXT && !(mark.name === 'img' && node.added)) return null;
  }
  const source = body.slice(mark.start, mark.end);
  const node =
    mark.name === SYNTAX
      ? syntaxNode(source, mark.start + base)
      : new Node(ELEMENT, mark.name, '', mark.start + base, mark.end + base);
  describe(node, mark);
  insertBefore(first, node);
  for (let gone: Node | null = first; gone; ) {
    const next: Node | null = gone === last ? null : gone.next;
    detach(gone);
    gone = next;
  }
  return node;
}

function describe(node: Node, { attributes, link }: Mark): void {
  node.raw = true;
  if (attributes) node.attributes = new Map(attributes);
  // A link or an image of the author is one of the article's tokens; other marks have none.
  if (link) node.added = false;
}

/** The node among `node` and those behind it that begins at `start`, a text node cut there; null where none does. */
function startingAt(node: Node | null, start: number): Node | null {
  if (!node || node.start === start) return node;
  return node.start < start && start < node.end ? cut(node, start) : null;
}

function startingFrom(first: Node | null, start: number): Node | null {
  let node = first;
  while (node && node.end <= start) node = node.next;
  return startingAt(node, start);
}

/** The last sibling that ends at `end`, a text node cut there; null where an element goes beyond it. */
function lastBefore(first: Node, end: number): Node | null {
  let last: Node = first;
  while (last.end < end && last.next) last = last.next;
  if (last.start >= end) return null;
  if (last.end > end && !cut(last, end)) return null;
  return last.end === end ? last : null;
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
