/** How the text of a body is spread: in text blocks, directly in containers, outside every block. */
import { blocks, textBlocks, voids } from '../vocabulary.js';
import { isSpace, type Mask, scanTags, type Tag } from './tags.js';

/** One stretch of text between block tags, with `BREAK` for each `<br>` and `CODE` for each code span. */
export interface Run {
  where: 'outside' | 'container';
  text: string;
}

/** Lengths are in UTF-16 units without white space. */
export interface Survey {
  /** Length of the text in text blocks, counted as far as `limit`: most of a body stands there, and is rarely asked for. */
  inBlocks: (limit?: number) => number;
  inContainers: number;
  outside: number;
  tags: number;
  fences: number;
  runs: Run[];
}

export const BREAK = '\u0001';
export const CODE = '\u0002';

/** A line of blanks between two lines, e.g. "\n \t\n". */
const blankLine = /\n[ \t\u00a0\u3000]*\n/;

/** @param body LF line ends; linear */
export function survey(body: string): Survey {
  const { tags, masks } = scanTags(body);
  const open = new OpenBlocks(body);
  const paragraphs = unclosedParagraphs(tags);
  let at = 0;
  let mask = 0;
  let fences = 0;

  const text = (end: number) => {
    for (; mask < masks.length && (masks[mask] as Mask).start < end; mask++) {
      const { what, start, end: maskEnd } = masks[mask] as Mask;
      if (start < at) continue;
      open.text(at, start);
      if (what === 'span') open.add(CODE);
      if (what === 'fence') {
        fences++;
        open.blank();
      }
      at = maskEnd;
    }
    if (at < end) open.text(at, end);
    at = Math.max(at, end);
  };

  for (let index = 0; index < tags.length; index++) {
    const tag = tags[index] as Tag;
    text(tag.start);
    at = tag.end;
    if (tag.name === 'br') open.add(BREAK);
    else if (tag.close) open.close(tag.name);
    else if (!voids.has(tag.name)) open.open(tag.name, paragraphs.has(index));
    else if (blocks.has(tag.name)) open.endRun();
  }
  text(body.length);
  open.endRun();
  const { inContainers, outside, runs } = open;
  return { inBlocks: (limit) => open.inBlocks(limit), inContainers, outside, tags: tags.length, fences, runs };
}

/** Length of a stretch without white space, counted as far as `limit`. */
function visibleUnits(text: string, start: number, end: number, limit = Number.POSITIVE_INFINITY): number {
  let count = 0;
  for (let at = start; at < end && count < limit; at++) if (!isSpace(text.charCodeAt(at))) count++;
  return count;
}

/** Indexes of `<p>` tags that no `</p>` closes before the next block's tag: they end at a blank line. */
function unclosedParagraphs(tags: Tag[]): Set<number> {
  const unclosed = new Set<number>();
  let next: Tag | null = null;
  for (let index = tags.length - 1; index >= 0; index--) {
    const tag = tags[index] as Tag;
    if (!blocks.has(tag.name)) continue;
    if (tag.name === 'p' && !tag.close && !(next?.name === 'p' && next.close)) unclosed.add(index);
    next = tag;
  }
  return unclosed;
}

class OpenBlocks {
  private readonly stack: string[] = [];
  private readonly places = new Map<string, number[]>();
  private textDepth = 0;
  private loose = false;
  private run: string[] = [];
  /** Starts and ends of the stretches of text in text blocks, in turn. */
  private readonly covered: number[] = [];
  readonly runs: Run[] = [];
  inContainers = 0;
  outside = 0;

  constructor(private readonly body: string) {}

  open(name: string, unclosed: boolean): void {
    if (!blocks.has(name)) return;
    this.endRun();
    if (this.stack.at(-1) === 'p' || (this.stack.at(-1) === name && name !== 'div')) this.pop();
    this.loose = name === 'p' && unclosed;
    this.stack.push(name);
    const places = this.places.get(name);
    if (places) places.push(this.stack.length);
    else this.places.set(name, [this.stack.length]);
    if (textBlocks.has(name)) this.textDepth++;
  }

  close(name: string): void {
    if (!blocks.has(name)) return;
    this.endRun();
    const depth = this.places.get(name)?.at(-1) ?? 0;
    while (depth > 0 && this.stack.length >= depth) this.pop();
  }

  private pop(): void {
    const name = this.stack.pop();
    if (name === undefined) return;
    this.places.get(name)?.pop();
    if (textBlocks.has(name)) this.textDepth--;
    this.loose = false;
  }

  /** Text between two offsets of the body. */
  text(start: number, end: number): void {
    let from = start;
    if (this.loose && this.stack.at(-1) === 'p') {
      const blank = blankLine.exec(this.body.slice(start, end));
      // An unclosed `<p>` ends at a blank line, as in CommonMark.
      if (blank) {
        from = start + blank.index;
        this.count(start, from);
        this.pop();
      }
    }
    this.count(from, end);
  }

  /** A blank line that the body does not have. */
  blank(): void {
    if (this.loose && this.stack.at(-1) === 'p') this.pop();
    this.add('\n\n');
  }

  private count(start: number, end: number): void {
    if (this.textDepth > 0) {
      this.covered.push(start, end);
      return;
    }
    const units = visibleUnits(this.body, start, end);
    if (this.stack.length > 0) this.inContainers += units;
    else this.outside += units;
    this.run.push(this.body.slice(start, end));
  }

  inBlocks(limit = Number.POSITIVE_INFINITY): number {
    let units = 0;
    for (let at = 0; at < this.covered.length && units < limit; at += 2) {
      units += visibleUnits(this.body, this.covered[at] as number, this.covered[at + 1] as number, limit - units);
    }
    return units;
  }

  add(mark: string): void {
    if (this.textDepth === 0) this.run.push(mark);
  }

  endRun(): void {
    if (this.run.length === 0) return;
    const text = this.run.join('');
    this.run = [];
    if (text.trim() !== '') this.runs.push({ where: this.stack.length > 0 ? 'container' : 'outside', text });
  }
}
