/** What a form gets: it changes the tree around one element, through `Edits`, and says where the pass goes on. */
import { following, type Node } from '../../body/tree.js';
import type { Edits } from '../../clean/edits.js';
import type { WriteOptions } from '../options.js';

export interface Forming {
  root: Node;
  edits: Edits;
  options: WriteOptions;
  /** Tables in document order: what they are is known when the whole tree has been seen. */
  tables: Node[];
  /** Links to a place in the same document. */
  fragments: Node[];
}

/** Rewrites one element and returns the node to go on with, or null at the end. */
export type FormHandler = (node: Node, forming: Forming) => Node | null;

/** Goes on with the children of a node. */
export function into(node: Node, { root }: Forming): Node | null {
  return following(node, root);
}

/** Goes on behind a node. */
export function past(node: Node, { root }: Forming): Node | null {
  return following(node, root, true);
}

/** Takes a node away and goes on behind it. */
export function removed(node: Node, forming: Forming, rule: string): Node | null {
  const next = past(node, forming);
  forming.edits.by(rule).remove(node);
  return next;
}

/** Puts all children of an element into a new one. */
export function wrapContent(node: Node, name: string, { edits }: Forming, rule: string): void {
  if (node.first && node.last) edits.by(rule).wrap(name, [], node.first, node.last);
}

/** Adds text that is Markdown already: a footnote's mark, a task's box. */
export function addRaw(
  data: string,
  reference: Node,
  where: 'before' | 'append',
  { edits }: Forming,
  rule: string,
): void {
  edits.by(rule).addText(data, reference, where).raw = true;
}
