/**
 * The loose text of one container, split into paragraphs: blank lines part them, a newline is a `<br>`, an inline
 * element that goes over a blank line goes on in the next paragraph.
 */
import { sourceIndex } from './offsets.js';
import { OpenParagraph } from './open-paragraph.js';
import { addedElement, append, ELEMENT, isElement, Node, replaceWithChildren, TEXT } from './tree.js';
import { blocks, invisible } from './vocabulary.js';
import { isSpace } from './white-space.js';

/** Inline elements that are never opened up: their newlines are no breaks. */
const whole = new Set(
  'audio button canvas iframe map math noscript object picture ruby script select style svg template textarea video'.split(
    ' ',
  ),
);

export class LooseText {
  private open!: OpenParagraph;
  /** Newlines since the last content, and whether a `<br>` stood there. */
  private newlines = 0;
  private afterBreak = false;

  constructor(
    private readonly body: string,
    private readonly base: number,
    private readonly holders: Set<Node>,
  ) {}

  /** Splits what stands loose in one container. */
  run(container: Node): void {
    this.open = new OpenParagraph(container);
    let others = 0;
    let node = container.first;
    container.first = null;
    container.last = null;
    while (node) {
      const next: Node | null = node.next;
      if (this.isLooseParagraph(node)) {
        this.finish();
        this.walk(node.first);
        this.finish();
      } else if (this.isBlock(node)) {
        this.finish();
        append(container, node);
        others++;
      } else this.place(node);
      node = next;
    }
    this.finish();
    const only = this.open.paragraphs === 1 && others === 0 && container.type === ELEMENT;
    const lone = only ? container.childNodes.find((child) => child.added) : undefined;
    if (lone) replaceWithChildren(lone);
  }

  private isBlock(node: Node): boolean {
    return isElement(node) && (blocks.has(node.name) || this.holders.has(node));
  }

  /** A `<p>` that nothing closes and that blank lines part is only the start of loose text. */
  private isLooseParagraph(node: Node): boolean {
    if (!isElement(node, 'p') || node.closeStart !== node.end || node.attributes) return false;
    return this.body
      .slice(node.start - this.base, node.end - this.base)
      .trimEnd()
      .includes('\n\n');
  }

  private walk(first: Node | null): void {
    let node = first;
    while (node) {
      const next: Node | null = node.next;
      this.place(node);
      node = next;
    }
  }

  /** Places a node of the run and all below it, without recursion. */
  private place(node: Node): void {
    this.enter(node);
    for (let frame = this.open.inline; frame; frame = this.open.inline) {
      const child = frame.next;
      if (child) {
        frame.next = child.next;
        this.enter(child);
        continue;
      }
      this.open.leave();
    }
  }

  private enter(node: Node): void {
    if (node.type === TEXT) this.text(node);
    else if (node.type !== ELEMENT || invisible.has(node.name) || node.name === 'noscript')
      append(this.open.inline?.used === false ? this.open.target() : this.open.here(), node);
    else if (node.name === 'br') this.lineBreak(node);
    else if (whole.has(node.name) || !node.first) this.content(node);
    else this.open.enter(node);
  }

  private text(text: Node): void {
    let rest: Node | null = text;
    while (rest) {
      const { data }: Node = rest;
      let at = 0;
      while (at < data.length && isSpace(data.charCodeAt(at))) {
        if (data.charCodeAt(at) === 0x0a) this.newlines++;
        at++;
      }
      if (at === data.length) {
        const parts = this.newlines >= 2 && this.open.canSplit();
        append(parts ? this.open.container : this.open.here(), rest);
        if (parts) this.finish(false);
        return;
      }
      if (at > 0 && this.newlines >= 2) {
        const right: Node | null = this.split(rest, at);
        if (this.open.canSplit()) this.finish(false);
        append(this.open.here(), rest);
        rest = right;
        continue;
      }
      const newline = data.indexOf('\n', at);
      const right: Node | null = newline < 0 ? null : this.split(rest, newline);
      this.content(rest);
      rest = right;
    }
  }

  private content(node: Node): void {
    const gap = this.newlines;
    if (gap >= 2 && this.open.canSplit()) this.finish();
    else if (gap > 0 && !this.afterBreak && this.open.isOpen) {
      for (let times = Math.min(gap, 2); times > 0; times--) append(this.open.target(), addedElement('br', node.start));
    }
    this.newlines = 0;
    this.afterBreak = false;
    append(this.open.target(), node);
  }

  private lineBreak(node: Node): void {
    if (this.newlines >= 2 && this.open.canSplit()) this.finish();
    this.newlines = 0;
    this.afterBreak = true;
    // A break at a paragraph's start separates nothing.
    if (this.open.isOpen) append(this.open.target(), node);
  }

  /** Ends the open paragraph. Breaks and blanks at its end go out of it. */
  private finish(reset = true): void {
    if (reset) {
      this.newlines = 0;
      this.afterBreak = false;
    }
    this.open.close();
  }

  /** Cuts a text node in two and returns the right half. */
  private split(text: Node, index: number): Node {
    const local = new Node(TEXT, '#text', text.data, text.start - this.base, text.end - this.base);
    const at = sourceIndex(this.body, local, index) + this.base;
    const right = new Node(TEXT, '#text', text.data.slice(index), at, text.end);
    text.data = text.data.slice(0, index);
    text.end = at;
    text.openEnd = at;
    text.closeStart = at;
    return right;
  }
}
