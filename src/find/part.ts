/** What a page is made of, for the finder: its elements, and its paragraphs. */
import type { Line } from '../body/lines.js';
import type { Node } from '../body/tree.js';
import type { Hint } from './names.js';
import * as w from './weights.js';

/** Who cut something, and what a reader is told. */
export interface Reason {
  /** Name of the pass, as `--skip` takes it. */
  rule: string;
  why: string;
}

/** One element of the page. */
export class Part {
  /** The place behind its subtree: parts from `at` to `end` are the subtree. */
  end: number;
  cut: Reason | null = null;
  /** Scripts, what the page hides, and what is in them: counts for nothing and is left to the rules. */
  unseen = false;
  /** The page names it, or something in it, as the article. */
  guarded = false;
  /** The user keeps it: all that is `within`, and what is `above`. */
  kept: 'within' | 'above' | null = null;
  /** One of several siblings of one shape that each lead to another article. */
  isCard = false;
  // Sums over the paragraphs in it that are not cut.
  prose = 0;
  weight = 0;
  linked = 0;
  links = 0;
  /** Full paragraphs. */
  full = 0;
  /** Nearest block, link and heading that holds it, itself included. */
  block: Part = this;
  link: Part | null = null;
  heading: Part | null = null;
  /** It is, or stands in, a `<main>` or an `<article>`. */
  inArticle = false;

  constructor(
    readonly node: Node,
    /** Its place among the parts, in document order. */
    readonly at: number,
    readonly parent: Part | null,
    readonly hint: Hint,
  ) {
    this.end = at + 1;
  }

  get name(): string {
    return this.node.name;
  }

  get isBlock(): boolean {
    return this.block === this;
  }

  get linkShare(): number {
    return this.linked / (this.weight || 1);
  }

  /** Class and tag: siblings that look alike. */
  get shape(): string {
    return `${this.node.name}|${this.node.className}`;
  }

  holds(other: Part): boolean {
    return other.at >= this.at && other.at < this.end;
  }
}

/** Lines that nothing but `<br>` parts. */
export class Paragraph {
  cut: Reason | null = null;
  readonly lines: Line[] = [];
  weight = 0;
  linked = 0;
  links = 0;
  stops = 0;
  images = 0;
  /** Its weight outside links, as far as that is prose. */
  prose = 0;
  /** How much of it counts for the article's place: less in cards and boxes of links. */
  counts = 1;
  /** The heading that it is. */
  heading: Part | null = null;

  /**
   * @param holder the element that holds its first text
   * @param at how many parts begin before it: its place between them
   */
  constructor(
    readonly holder: Part,
    readonly at: number,
  ) {}

  get block(): Part {
    return this.holder.block;
  }

  get isGone(): boolean {
    return this.cut !== null || this.block.cut !== null;
  }

  get isFull(): boolean {
    return this.prose >= w.FULL;
  }

  get linkShare(): number {
    return this.linked / (this.weight || 1);
  }

  get text(): string {
    return this.lines.map(({ text }) => text).join(' ');
  }
}
