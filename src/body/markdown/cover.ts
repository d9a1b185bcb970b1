/**
 * Source that the HTML parser makes no node of, as nodes: end tags that close nothing, `</>`. With them every character
 * of a Markdown body belongs to a node, so that a gap in the edited tree is always what a rule took, and logged.
 */
import { append, COMMENT, insertBefore, Node } from '../tree.js';

/** Name of a node that holds source with a meaning but no text: no rule asks for it, and it shows nothing. */
export const SYNTAX = '#syntax';

/** A node for source that is copied and shows nothing. */
export function syntaxNode(source: string, start: number): Node {
  return new Node(COMMENT, SYNTAX, source, start, start + source.length);
}

/**
 * Puts a node into each gap between the nodes of a tree as it was parsed. Linear.
 * @param body the source that the tree was parsed from
 */
export function coverGaps(root: Node, body: string): void {
  const base = root.start;
  let at = base;
  const gap = (to: number): Node | null => (to > at ? syntaxNode(body.slice(at - base, to - base), at) : null);
  for (let node = root.first; node; ) {
    const before = gap(node.start);
    if (before) insertBefore(node, before);
    at = Math.max(at, node.openEnd);
    if (node.first) {
      node = node.first;
      continue;
    }
    for (let left: Node = node; ; left = left.parent as Node) {
      const inner = gap(left.closeStart);
      if (inner) append(left, inner);
      at = Math.max(at, left.end);
      if (left.next || left.parent === root || !left.parent) {
        node = left.next;
        break;
      }
    }
  }
  const rest = gap(root.end);
  if (rest) append(root, rest);
}
