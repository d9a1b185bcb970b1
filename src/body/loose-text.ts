/**
 * The loose text of one container, split into paragraphs: blank lines part them, a newline is a `<br>`, an inline
 * element that goes over a blank line goes on in the next paragraph.
 */
import { sourceIndex } from './offsets.js';
import { append, detach, ELEMENT, insertAfter, isElement, Node, replaceWithChildren, TEXT } from './tree.js';
import { blocks } from './vocabulary.js';

/** Inline elements that are never opened up: their newlines are no breaks. */
const whole = new Set(
  'audio button canvas iframe map math noscript object picture ruby script select style svg template textarea video'.split(
    ' ',
  ),
);
const invisible = new Set(['script', 'style', 'template', 'noscript']);

/** Deeper inline nesting is not cloned into the next paragraph: n clones at n blank lines would be n * n. */
const maxSplitDepth = 8;

/** An inline element of the run that is open at this place. */
interface Frame {
  source: Node;
  /** Its child to place next. */
  next: Node | null;
  /** Where its content goes in the current paragraph: itself, later a clone; null before there is content. */
  target: Node | null;
  used: boolean;
}

export class LooseText {
  private container!: Node;
  private paragraph: Node | null = null;
  private added = 0;
  private frames: Frame[] = [];
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
    this.container = container;
    this.added = 0;
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
    const only = this.added === 1 && others === 0 && container.type === ELEMENT;
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
    for (let frame = this.frames.at(-1); frame; frame = this.frames.at(-1)) {
      const child = frame.next;
      if (child) {
        frame.next = child.next;
        this.enter(child);
        continue;
      }
      // An element without content still stands where it stood.
      if (!frame.used) this.target();
      this.frames.pop();
    }
  }

  private enter(node: Node): void {
    if (node.type === TEXT) this.text(node);
    else if (node.type !== ELEMENT || invisible.has(node.name))
      append(this.frames.at(-1)?.used === false ? this.target() : this.here(), node);
    else if (node.name === 'br') this.lineBreak(node);
    else if (whole.has(node.name) || !node.first) this.content(node);
    else {
      this.frames.push({ source: node, next: node.first, target: null, used: false });
      node.first = null;
      node.last = null;
    }
  }

  private text(text: Node): void {
    let rest: Node | null = text;
    while (rest) {
      const { data }: Node = rest;
      let at = 0;
      while (at < data.length && isBlank(data.charCodeAt(at))) {
        if (data.charCodeAt(at) === 0x0a) this.newlines++;
        at++;
      }
      if (at === data.length) {
        const parts = this.newlines >= 2 && this.canSplit();
        append(parts ? this.container : this.here(), rest);
        if (parts) this.finish(false);
        return;
      }
      if (at > 0 && this.newlines >= 2) {
        const right: Node | null = this.split(rest, at);
        if (this.canSplit()) this.finish(false);
        append(this.here(), rest);
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
    if (gap >= 2 && this.canSplit()) this.finish();
    else if (gap > 0 && !this.afterBreak && this.paragraph) {
      for (let times = Math.min(gap, 2); times > 0; times--) append(this.target(), addedElement('br', node.start));
    }
    this.newlines = 0;
    this.afterBreak = false;
    append(this.target(), node);
  }

  /** A link is not split: two links where there was one would be a target that the input does not have. */
  private canSplit(): boolean {
    return this.frames.length <= maxSplitDepth && !this.frames.some(({ source }) => source.name === 'a');
  }

  private lineBreak(node: Node): void {
    if (this.newlines >= 2 && this.canSplit()) this.finish();
    this.newlines = 0;
    this.afterBreak = true;
    // A break at a paragraph's start separates nothing.
    if (this.paragraph) append(this.target(), node);
  }

  /** Where blanks and invisible nodes go: the open paragraph, else the container. */
  private here(): Node {
    return this.paragraph ? this.target() : this.container;
  }

  /** Where content goes: opens a paragraph, and in it the inline elements that are open at this place. */
  private target(): Node {
    if (!this.paragraph) {
      this.paragraph = addedElement('p', 0);
      append(this.container, this.paragraph);
      this.added++;
    }
    let parent = this.paragraph;
    const last = this.frames.at(-1);
    if (last?.target) return last.target;
    for (const frame of this.frames) {
      if (!frame.target) {
        frame.target = frame.used ? clone(frame.source) : frame.source;
        frame.used = true;
        append(parent, frame.target);
      }
      parent = frame.target;
    }
    return parent;
  }

  /** Ends the open paragraph. Breaks and blanks at its end go out of it. */
  private finish(reset = true): void {
    if (reset) {
      this.newlines = 0;
      this.afterBreak = false;
    }
    for (const frame of this.frames) frame.target = null;
    const { paragraph } = this;
    this.paragraph = null;
    if (!paragraph) return;
    for (let last = paragraph.last; last; last = paragraph.last) {
      const blank = last.type === TEXT && last.data.trim() === '';
      if (!blank && last.name !== 'br') break;
      detach(last);
      if (blank) insertAfter(paragraph, last);
    }
    paragraph.start = paragraph.first?.start ?? 0;
    paragraph.openEnd = paragraph.start;
    paragraph.end = paragraph.last?.end ?? paragraph.start;
    paragraph.closeStart = paragraph.end;
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

function isBlank(code: number): boolean {
  return code === 0x20 || (code >= 0x09 && code <= 0x0d) || code === 0xa0 || code === 0x3000;
}

function addedElement(name: string, at: number): Node {
  const node = new Node(ELEMENT, name, '', at, at);
  node.added = true;
  return node;
}

function clone(source: Node): Node {
  const node = addedElement(source.name, source.start);
  if (source.attributes) node.attributes = new Map(source.attributes);
  return node;
}
