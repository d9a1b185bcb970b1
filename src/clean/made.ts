/** Nodes that edits make: pieces of a text that is cut, and what the input does not have. Nothing here is logged. */
import { append, detach, ELEMENT, insertAfter, insertBefore, Node, TEXT } from '../body/tree.js';

/** Where a new node stands: beside its reference, or last in it. */
export type Where = 'before' | 'after' | 'append';

const origins = new WeakMap<Node, Node>();

/** The added node that a piece of added text was cut from; the node itself where it was not cut. */
export function originOf(node: Node): Node {
  return origins.get(node) ?? node;
}

/**
 * Cuts a text in two.
 * @param at where the right half begins in the input
 * @returns the right half
 */
export function cutText(text: Node, index: number, at: number): Node {
  const right = new Node(TEXT, '#text', text.data.slice(index), at, text.end);
  right.added = text.added;
  if (text.added) origins.set(right, originOf(text));
  right.raw = text.raw;
  text.data = text.data.slice(0, index);
  text.end = at;
  insertAfter(text, right);
  return right;
}

/** Moves siblings into an element, behind what it holds. @param to the last one; null for all */
export function moveInto(holder: Node, from: Node | null, to: Node | null): void {
  for (let node = from; node; ) {
    const next: Node | null = node === to ? null : node.next;
    detach(node);
    append(holder, node);
    node = next;
  }
}

/** Makes a text and puts it into the tree. */
export function placeText(data: string, reference: Node, where: Where): Node {
  const at = placeOf(reference, where);
  return place(new Node(TEXT, '#text', data, at, at), reference, where);
}

/** The same for an element. */
export function placeElement(
  name: string,
  attributes: Iterable<readonly [string, string]>,
  reference: Node,
  where: Where,
): Node {
  const at = placeOf(reference, where);
  const node = new Node(ELEMENT, name, '', at, at);
  const map = new Map(attributes);
  if (map.size > 0) node.attributes = map;
  return place(node, reference, where);
}

function placeOf({ start, end }: Node, where: Where): number {
  return where === 'before' ? start : end;
}

function place(node: Node, reference: Node, where: Where): Node {
  node.added = true;
  if (where === 'before') insertBefore(reference, node);
  else if (where === 'after') insertAfter(reference, node);
  else append(reference, node);
  return node;
}
