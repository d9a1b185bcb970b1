/** The nodes of a tree by name, in document order, so that each rule sees only those it asks for. Follows the edits. */
import { following, type Node, TEXT } from '../body/tree.js';
import { edgeTexts } from './edges.js';
import { purposesOf } from './label.js';
import type { Context } from './rule.js';

/** Inside these a text is shown as it was typed: no rule looks in, unless it says `inCode`. */
const code: ReadonlySet<string> = new Set(['pre', 'code', 'kbd', 'samp', 'listing', 'xmp', 'plaintext']);

/** Elements with attributes stand under `#attributed` too, those that name a purpose under `#named`. */
export class NodeIndex {
  readonly open = new Map<string, Node[]>();
  readonly inCode = new Map<string, Node[]>();
  /** Texts that `open` does not hold. */
  private readonly closed = new Set<Node>();
  private edgeOf: readonly Node[] = [];
  private openEdge: readonly Node[] = [];

  constructor(root: Node, kept: ReadonlySet<Node>) {
    // Depth is not tracked: a walk that leaves a code element or a kept one compares with the node that ends it.
    let codeEnd: Node | null | undefined;
    for (let node = root.first; node; ) {
      if (node === codeEnd) codeEnd = undefined;
      if (kept.has(node)) {
        for (let at: Node | null = node; at; at = following(at, node)) if (at.type === TEXT) this.closed.add(at);
        node = following(node, root, true);
        continue;
      }
      if (codeEnd === undefined) {
        this.add(node);
        if (code.has(node.name)) codeEnd = following(node, root, true);
      } else {
        this.add(node, this.inCode);
        if (node.type === TEXT) this.closed.add(node);
      }
      node = following(node, root);
    }
  }

  add(node: Node, lists = this.open): void {
    push(lists, node.name, node);
    if (node.attributes === null) return;
    push(lists, '#attributed', node);
    if (purposesOf(node) !== 0) push(lists, '#named', node);
  }

  /** Texts at the head and the tail. The next call gives another list where an edit moved an edge. */
  edge(context: Context): readonly Node[] {
    const texts = edgeTexts(context);
    if (this.closed.size === 0) return texts;
    if (this.edgeOf !== texts) {
      this.edgeOf = texts;
      this.openEdge = texts.filter((text) => !this.closed.has(text));
    }
    return this.openEdge;
  }
}

function push(lists: Map<string, Node[]>, name: string, node: Node): void {
  const list = lists.get(name);
  if (list) list.push(node);
  else lists.set(name, [node]);
}
