/** What stays in a tree, whatever a rule asks for: what the user keeps, and what was spared by its text. */
import { following, type Node } from '../body/tree.js';

export class Keeping {
  /** What the user keeps, and the elements above it: these neither go nor change. */
  protectedNodes: ReadonlySet<Node> = new Set();
  /** Shapes of texts that the present rule takes nowhere; null where it takes all. */
  spared: ReadonlySet<string> | null = null;
  /** What was spared, all in it, and the elements above it. */
  readonly #staying = new Set<Node>();

  /** Whether a node may not go. */
  holds(node: Node): boolean {
    return this.protectedNodes.has(node) || this.#staying.has(node);
  }

  /** Whether it was spared, or holds what was. */
  stays(node: Node): boolean {
    return this.#staying.has(node);
  }

  /** Spares a node whose text has a spared shape: then no later rule takes it either. */
  spares(node: Node, shape: () => string): boolean {
    if (!this.spared?.has(shape())) return false;
    for (let at: Node | null = node; at; at = following(at, node)) this.#staying.add(at);
    for (let at = node.parent; at && !this.#staying.has(at); at = at.parent) this.#staying.add(at);
    return true;
  }

  /** The right half of a text that was cut. */
  follow(right: Node, left: Node): void {
    if (this.#staying.has(left)) this.#staying.add(right);
  }
}
