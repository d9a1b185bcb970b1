/**
 * The only way in which a parsed tree is changed. Each edit logs what it did, with offsets into the input, so that
 * the audit can account for every token (law 1). A text node is never rewritten: it is split, and a piece goes.
 */

import { sourceIndex } from '../body/offsets.js';
import { targetAttribute, targetOf } from '../body/target.js';
import { append, createDocument, detach, following, type Node, replaceWithChildren, TEXT } from '../body/tree.js';
import type { Action, Credits } from '../types.js';
import { leaveBorder, leaveBorders, partsLine, partsWords } from './borders.js';
import type { Change } from './change.js';
import { Keeping } from './keeping.js';
import { removalText } from './log-text.js';
import { cutText, moveInto, placeElement, placeText, type Where } from './made.js';
import { shapeOf } from './shape.js';

export class Edits {
  readonly changes: Change[] = [];
  /** Told of each node that comes into the tree or gets another name: the engine's index follows the edits. */
  index: { add(node: Node): unknown } | null = null;
  /** Who answers for the next changes: the rule that the engine runs, or a written form. */
  #rule = '';
  readonly keeping = new Keeping();
  /** A block that goes leaves its border; a Markdown body has its own lines, and gets a blank where words would meet. */
  leavesBorders = true;
  /** Counts what moved in the tree: lines that were read before are stale. */
  revision = 0;
  readonly credits: Credits = { authors: [], editors: [], publisher: null, url: null };

  /** @param source the decoded input that offsets refer to */
  constructor(readonly source: string) {}

  /**
   * Names who answers for the changes that follow, until the next name. The engine names each rule before its step, a
   * written form names itself; a rule never does.
   * @param rule name of the rule, or of the written form (`form:ruby`)
   * @param spared shapes of texts that it takes nowhere
   */
  by(rule: string, spared: ReadonlySet<string> | null = null): this {
    this.#rule = rule;
    this.keeping.spared = spared;
    return this;
  }

  /** Whether the user spares a node that the present rule would take. */
  spares(node: Node, text?: string): boolean {
    return this.keeping.spares(node, () => shapeOf(text ?? removalText(node)));
  }

  /** Takes a node out, with all that is in it. */
  remove(node: Node, action: Action = 'remove'): void {
    if (node.gone || this.keeping.holds(node)) return;
    const text = removalText(node);
    if (this.spares(node, text)) return;
    this.revision++;
    this.leaveBorder(node);
    detach(node);
    node.gone = true;
    for (let inner = node.first; inner; inner = following(inner, node)) inner.gone = true;
    this.changes.push({ rule: this.#rule, action, start: node.start, end: node.end, text, removed: node });
  }

  /** Where a block goes from the middle of a line, or the blank between two words, these stay apart. */
  private leaveBorder(node: Node): void {
    // A `<br>` leaves no border: rules take one out where it was one too many.
    if (node.name === 'br') return;
    if (this.leavesBorders && partsLine(node)) leaveBorder(node);
    else if (partsWords(node)) this.addText(' ', node, 'before');
  }

  /** Takes an element out and leaves its children. A link's target goes with it, and is logged. */
  unwrap(node: Node): void {
    if (node.gone || this.keeping.protectedNodes.has(node)) return;
    const before = targetOf(node);
    const change: Change = {
      rule: this.#rule,
      action: 'unwrap',
      start: node.start,
      end: node.end,
      text: before ? `<${node.name}> ${before}` : `<${node.name}>`,
    };
    if (before) change.target = { node, before, after: null };
    if (this.leavesBorders) leaveBorders(node);
    this.revision++;
    replaceWithChildren(node);
    node.gone = true;
    this.changes.push(change);
  }

  /** Sets or removes (`null`) one attribute. */
  attribute(node: Node, name: string, value: string | null): void {
    const before = node.get(name);
    if (before === value || this.keeping.protectedNodes.has(node)) return;
    if (value === null) node.attributes?.delete(name);
    else {
      node.attributes ??= new Map();
      node.attributes.set(name, value);
    }
    const isTarget = targetAttribute(node) === name;
    const text = value === null ? `${name}="${before}"` : `${name}: ${before ?? ''} -> ${value}`;
    const change: Change = {
      rule: this.#rule,
      action: value === null ? 'attributes' : 'replace',
      start: node.start,
      end: node.openEnd,
      text,
    };
    if (isTarget) change.target = { node, before, after: value };
    this.changes.push(change);
  }

  /** Removes several attributes of one element as one change. */
  attributes(node: Node, names: readonly string[]): void {
    if (names.length === 0 || this.keeping.protectedNodes.has(node)) return;
    const target = targetAttribute(node);
    const change: Change = { rule: this.#rule, action: 'attributes', start: node.start, end: node.openEnd, text: '' };
    for (const name of names) {
      const before = node.get(name);
      if (name === target) change.target = { node, before, after: null };
      node.attributes?.delete(name);
      change.text += `${change.text && ' '}${name}="${before ?? ''}"`;
    }
    this.changes.push(change);
  }

  /** Gives an element another name (`font` that means bold becomes `strong`); logs a target that appears or goes. */
  rename(node: Node, name: string): void {
    if (this.keeping.protectedNodes.has(node)) return;
    const text = `<${node.name}> -> <${name}>`;
    const change: Change = { rule: this.#rule, action: 'replace', start: node.start, end: node.openEnd, text };
    const before = targetOf(node);
    node.name = name;
    const after = targetOf(node);
    if (before !== after) change.target = { node, before, after };
    this.revision++;
    this.index?.add(node);
    this.changes.push(change);
  }

  /** Takes siblings out as one change. @param reason in a reader's words */
  removeTogether(nodes: readonly Node[], reason: string): void {
    const going = nodes.filter((node) => !node.gone && !this.keeping.protectedNodes.has(node));
    const [first, last] = [going[0], going.at(-1)];
    if (!first || !last) return;
    const rest = createDocument(first.start, last.end);
    this.revision++;
    for (const node of going) {
      this.leaveBorder(node);
      detach(node);
      append(rest, node);
    }
    for (let node: Node | null = rest; node; node = following(node, rest)) node.gone = true;
    const { start, end } = rest;
    const text = removalText(rest);
    this.changes.push({ rule: this.#rule, action: 'remove', start, end, text, removed: rest, reason });
  }

  /**
   * Splits a text node at `index` and returns the right half, or null where there is nothing to split.
   * Not a change: no token moves.
   */
  split(text: Node, index: number): Node | null {
    if (index <= 0 || index >= text.data.length) return null;
    const at = text.added ? text.start : sourceIndex(this.source, text, index);
    const right = cutText(text, index, at);
    this.keeping.follow(right, text);
    this.revision++;
    this.index?.add(right);
    return right;
  }

  /** Removes the characters `from` to `to` of a text node. */
  removeText(text: Node, from: number, to: number): void {
    let middle = text;
    if (from > 0) {
      const right = this.split(text, from);
      if (!right) return;
      middle = right;
    }
    this.split(middle, to - from);
    this.remove(middle);
  }

  /** Replaces the characters `from` to `to` of a text node by other text; logged as one removal and one addition. */
  replaceText(text: Node, from: number, to: number, replacement: string): Node {
    let middle = text;
    if (from > 0) middle = this.split(text, from) ?? text;
    this.split(middle, to - from);
    if (this.keeping.stays(middle) || this.spares(middle)) return middle;
    const added = this.addText(replacement, middle, 'before');
    this.remove(middle);
    return added;
  }

  /** Adds text that the input does not have, beside or inside a node. */
  addText(data: string, reference: Node, where: Where): Node {
    return this.added(placeText(data, reference, where));
  }

  /** Adds an element that the input does not have. Its attributes are given as pairs. */
  addElement(name: string, attributes: Iterable<readonly [string, string]>, reference: Node, where: Where): Node {
    return this.added(placeElement(name, attributes, reference, where));
  }

  private added(node: Node): Node {
    this.revision++;
    this.index?.add(node);
    this.logAdded(node);
    return node;
  }

  private logAdded(node: Node): void {
    const text = node.type === TEXT ? node.data : `<${node.name}> ${targetOf(node) ?? ''}`.trim();
    this.changes.push({ rule: this.#rule, action: 'add', start: node.start, end: node.end, text, added: node });
  }

  /**
   * Puts what another document holds in front of a node, on lines of its own.
   * @returns the block that holds it now, or null where there is nothing
   */
  graft(document: Node, reference: Node): Node | null {
    if (!document.first) return null;
    const place = this.addElement('div', [], reference, 'before');
    this.revision++;
    moveInto(place, document.first, null);
    for (let node: Node | null = place.first; node; node = following(node, place)) {
      node.added = true;
      node.start = node.end = node.openEnd = node.closeStart = reference.start;
      if (node.type === TEXT || targetOf(node)) this.logAdded(node);
    }
    return place;
  }

  /** Wraps siblings `from` to `to` in a new element. No token moves; an added link target is logged. */
  wrap(name: string, attributes: Iterable<readonly [string, string]>, from: Node, to: Node): Node {
    const wrapper = this.addElement(name, attributes, from, 'before');
    moveInto(wrapper, from, to);
    this.revision++;
    return wrapper;
  }
}
