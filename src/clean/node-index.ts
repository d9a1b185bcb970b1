/** The nodes of a tree by name, in document order, so that each rule sees only those it asks for. Follows the edits. */

import { isCodeBox } from '../body/code-box.js';
import { purposesOf } from '../body/purposes.js';
import { following, type Node, TEXT } from '../body/tree.js';
import type { Context } from './context.js';
import { edgeTexts } from './edges.js';
import type { Plan } from './plan.js';

/** Inside these a text is shown as it was typed: no rule looks in, unless it says `inCode`. */
const code: ReadonlySet<string> = new Set(['pre', 'code', 'kbd', 'samp', 'listing', 'xmp', 'plaintext']);

function isCode(node: Node): boolean {
  return code.has(node.name) || isCodeBox(node);
}

/** Lists of nodes by name. The names that rules ask for have numbers: each rule asks for many that are not there. */
export class NodeLists {
  private readonly byName = new Map<string, Node[]>();
  /** Of the names that have numbers; undefined where there is none of that name. */
  readonly byNumber: (Node[] | undefined)[];

  /** @param awake set to 1 for each step that asks for a name that comes in */
  constructor(
    private readonly plan: Plan,
    private readonly awake: Uint8Array,
  ) {
    this.byNumber = new Array(plan.names.length).fill(undefined);
  }

  get isEmpty(): boolean {
    return this.byName.size === 0;
  }

  /** The names that there are now. */
  names(): string[] {
    return [...this.byName.keys()];
  }

  named(name: string): readonly Node[] {
    return this.byName.get(name) ?? [];
  }

  /** How many nodes there are of the names with these numbers. */
  count(numbers: readonly number[]): number {
    let count = 0;
    for (const number of numbers) count += this.byNumber[number]?.length ?? 0;
    return count;
  }

  push(name: string, node: Node): void {
    const list = this.byName.get(name);
    if (list) {
      list.push(node);
      return;
    }
    const first = [node];
    this.byName.set(name, first);
    const number = this.plan.numbers.get(name);
    if (number === undefined) return;
    this.byNumber[number] = first;
    for (const step of this.plan.askers[number] as readonly number[]) this.awake[step] = 1;
  }
}

/** Elements with attributes stand under `#attributed` too, those that name a purpose under `#named`, code under `#code`. */
export class NodeIndex {
  readonly open: NodeLists;
  readonly inCode: NodeLists;
  /** For each step 1 where there is a node that it may ask for: most rules ask for what most articles do not have. */
  readonly awake: Uint8Array;
  /** Texts that `open` does not hold. */
  private readonly closed = new Set<Node>();
  private edgeOf: readonly Node[] = [];
  private openEdge: readonly Node[] = [];

  constructor(root: Node, kept: ReadonlySet<Node>, plan: Plan) {
    this.awake = plan.awake.slice();
    this.open = new NodeLists(plan, this.awake);
    this.inCode = new NodeLists(plan, this.awake);
    // Depth is not tracked: a walk that leaves a code element or a kept one compares with the node that ends it.
    let codeEnd: Node | null | undefined;
    for (let node = root.first; node; ) {
      if (node === codeEnd) codeEnd = undefined;
      if (kept.has(node)) {
        for (let at: Node | null = node; at; at = following(at, node)) {
          if (at.type === TEXT) this.closed.add(at);
          else if (isCode(at)) this.open.push('#code', at);
        }
        node = following(node, root, true);
        continue;
      }
      if (codeEnd === undefined) {
        if (this.add(node)) codeEnd = following(node, root, true);
      } else {
        this.add(node, this.inCode);
        if (node.type === TEXT) this.closed.add(node);
      }
      node = following(node, root);
    }
  }

  /** @returns whether the node holds code */
  add(node: Node, lists = this.open): boolean {
    lists.push(node.name, node);
    if (node.attributes !== null) {
      lists.push('#attributed', node);
      if (purposesOf(node) !== 0) lists.push('#named', node);
    }
    const holdsCode = isCode(node);
    if (holdsCode) lists.push('#code', node);
    return holdsCode;
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
