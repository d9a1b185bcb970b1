/** The paragraph of loose text that is open, and in it the inline elements that go on from one paragraph to the next. */

import { isBlankText } from './traverse.js';
import { addedElement, append, detach, insertAfter, type Node } from './tree.js';

/** Deeper inline nesting is not cloned into the next paragraph: n clones at n blank lines would be n * n. */
const maxSplitDepth = 8;

/** An inline element of the run that is open at this place. */
interface OpenInline {
  source: Node;
  /** Its child to place next. */
  next: Node | null;
  /** Where its content goes in the current paragraph: itself, later a clone; null before there is content. */
  target: Node | null;
  used: boolean;
}

export class OpenParagraph {
  /** How many were opened. */
  paragraphs = 0;
  private paragraph: Node | null = null;
  private readonly frames: OpenInline[] = [];

  constructor(readonly container: Node) {}

  get isOpen(): boolean {
    return this.paragraph !== null;
  }

  /** The innermost open inline element. */
  get inline(): OpenInline | undefined {
    return this.frames.at(-1);
  }

  enter(node: Node): void {
    this.frames.push({ source: node, next: node.first, target: null, used: false });
    node.first = null;
    node.last = null;
  }

  leave(): void {
    // An element without content still stands where it stood.
    if (this.inline?.used === false) this.target();
    const frame = this.frames.pop();
    if (frame) span(frame);
  }

  /** A link is not split: two links where there was one would be a target that the input does not have. */
  canSplit(): boolean {
    return this.frames.length <= maxSplitDepth && !this.frames.some(({ source }) => source.name === 'a');
  }

  /** Where blanks and invisible nodes go: the open paragraph, else the container. */
  here(): Node {
    return this.paragraph ? this.target() : this.container;
  }

  /** Where content goes: opens a paragraph, and in it the inline elements that are open at this place. */
  target(): Node {
    if (!this.paragraph) {
      this.paragraph = addedElement('p', 0);
      append(this.container, this.paragraph);
      this.paragraphs++;
    }
    let parent = this.paragraph;
    const last = this.inline;
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

  /** Ends the paragraph. Breaks and blanks at its end go out of it. */
  close(): void {
    for (let index = this.frames.length - 1; index >= 0; index--) {
      const frame = this.frames[index] as OpenInline;
      span(frame);
      frame.target = null;
    }
    const { paragraph } = this;
    this.paragraph = null;
    if (!paragraph) return;
    for (let last = paragraph.last; last; last = paragraph.last) {
      const blank = isBlankText(last);
      if (!blank && last.name !== 'br') break;
      detach(last);
      if (blank) insertAfter(paragraph, last);
    }
    paragraph.start = paragraph.first?.start ?? 0;
    paragraph.openEnd = paragraph.start;
    paragraph.end = paragraph.last?.end ?? paragraph.start;
    paragraph.closeStart = paragraph.end;
  }
}

/** A clone stands where its content does. */
function span({ source, target }: OpenInline): void {
  if (!target || target === source || !target.first || !target.last) return;
  target.start = target.first.start;
  target.openEnd = target.start;
  target.end = target.last.end;
  target.closeStart = target.end;
}

function clone(source: Node): Node {
  const node = addedElement(source.name, source.start);
  if (source.attributes) node.attributes = new Map(source.attributes);
  return node;
}
