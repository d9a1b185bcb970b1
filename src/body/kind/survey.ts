/** How the text of a body is spread: in text blocks, directly in containers, outside every block. */
import { blocks, textBlocks, voids } from '../vocabulary.js';
import { isSpace } from '../white-space.js';
import { type Mask, scanTags, type Tag } from './tags.js';
import { holdsMarkdown, unclosedTags } from './unclosed.js';

/** One stretch of text between block tags, with `BREAK` for each `<br>`, `CODE` for each code span, `IMAGE` for each image. */
export interface Run {
  where: 'outside' | 'container';
  text: string;
  /** The end of a container's text that is Markdown if any is: behind a blank line, where CommonMark ends HTML. */
  behindBlank: string;
}

/** Length of text in UTF-16 units without white space, counted as far as `limit`: rarely is all of it asked for. */
export type Units = (limit?: number) => number;

export interface Survey {
  inBlocks: Units;
  inContainers: Units;
  /** Of the text in containers, what is Markdown's if any is: see `Run.behindBlank`. */
  behindBlank: Units;
  outside: Units;
  tags: number;
  fences: number;
  runs: Run[];
}

export const BREAK = '\u0001';
export const CODE = '\u0002';
export const IMAGE = '\u0003';

/** A line of blanks between two lines, e.g. "\n \t\n". */
const blankLine = /\n[ \t\u00a0\u3000]*\n/;

/** @param body LF line ends; linear */
export function survey(body: string): Survey {
  const { tags, masks } = scanTags(body);
  const open = new OpenBlocks(body);
  const { loose, mentioned } = unclosedTags(body, tags);
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
    else if (tag.name === 'img') open.add(IMAGE);
    else if (tag.close) open.close(tag.name);
    else if (mentioned.has(index)) open.add(' ');
    else if (!voids.has(tag.name)) open.open(tag.name, loose.has(index), holdsMarkdown(body, tag));
    else if (blocks.has(tag.name)) open.endRun();
  }
  text(body.length);
  open.endRun();
  const units = (stretches: readonly number[]): Units => {
    return (limit = Number.POSITIVE_INFINITY) => visibleUnits(body, stretches, limit);
  };
  return {
    inBlocks: units(open.inBlocks),
    inContainers: units(open.inContainers),
    behindBlank: units(open.behindBlank),
    outside: units(open.outside),
    tags: tags.length,
    fences,
    runs: open.runs,
  };
}

/** Length of stretches without white space, counted as far as `limit`. */
function visibleUnits(text: string, stretches: readonly number[], limit: number): number {
  let count = 0;
  for (let index = 0; index < stretches.length; index += 2) {
    const end = stretches[index + 1] as number;
    for (let at = stretches[index] as number; at < end; at++) {
      if (!isSpace(text.charCodeAt(at)) && ++count >= limit) return count;
    }
  }
  return count;
}

class OpenBlocks {
  private readonly stack: { name: string; isText: boolean; isLoose: boolean }[] = [];
  private readonly places = new Map<string, number[]>();
  private textDepth = 0;
  /** A block of HTML runs here, as CommonMark has it: from a block's tag to a blank line. */
  private inHtml = false;
  private run: string[] = [];
  /** How many pieces of the run stand before a blank line; -1 where none does. */
  private beforeBlank = -1;
  readonly runs: Run[] = [];
  /** Starts and ends of stretches of text, in turn. */
  readonly inBlocks: number[] = [];
  readonly inContainers: number[] = [];
  readonly behindBlank: number[] = [];
  readonly outside: number[] = [];

  constructor(private readonly body: string) {}

  /**
   * @param isLoose it ends at a blank line
   * @param isMarkdown what is in it is Markdown
   */
  open(name: string, isLoose: boolean, isMarkdown: boolean): void {
    if (!blocks.has(name)) return;
    this.endRun();
    this.inHtml = !isMarkdown;
    const around = this.stack.at(-1)?.name;
    if (around === 'p' || (around === name && name !== 'div')) this.pop();
    const isText = textBlocks.has(name) && !isMarkdown;
    this.stack.push({ name, isText, isLoose });
    const places = this.places.get(name);
    if (places) places.push(this.stack.length);
    else this.places.set(name, [this.stack.length]);
    if (isText) this.textDepth++;
  }

  close(name: string): void {
    if (!blocks.has(name)) return;
    this.endRun();
    this.inHtml = true;
    const depth = this.places.get(name)?.at(-1) ?? 0;
    while (depth > 0 && this.stack.length >= depth) this.pop();
  }

  private pop(): void {
    const last = this.stack.pop();
    if (last === undefined) return;
    this.places.get(last.name)?.pop();
    if (last.isText) this.textDepth--;
  }

  /** Text between two offsets of the body. */
  text(start: number, end: number): void {
    let from = start;
    if (this.stack.at(-1)?.isLoose) {
      const blank = blankLine.exec(this.body.slice(start, end));
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
    if (this.stack.at(-1)?.isLoose) this.pop();
    if (this.inHtml) this.endHtml();
    this.add('\n\n');
  }

  private count(start: number, end: number): void {
    if (this.textDepth > 0) {
      this.inBlocks.push(start, end);
      return;
    }
    const text = this.body.slice(start, end);
    const blank = this.inHtml ? blankLine.exec(text) : null;
    if (blank) {
      this.place(text.slice(0, blank.index), start);
      this.endHtml();
      this.place(text.slice(blank.index), start + blank.index);
    } else this.place(text, start);
  }

  /** Text that stands in no text block. */
  private place(text: string, start: number): void {
    const end = start + text.length;
    if (this.stack.length === 0) this.outside.push(start, end);
    else {
      this.inContainers.push(start, end);
      if (!this.inHtml) this.behindBlank.push(start, end);
    }
    this.run.push(text);
  }

  private endHtml(): void {
    this.inHtml = false;
    this.beforeBlank = this.run.length;
  }

  add(mark: string): void {
    if (this.textDepth === 0) this.run.push(mark);
  }

  endRun(): void {
    const { run, beforeBlank } = this;
    if (run.length === 0) return;
    this.run = [];
    this.beforeBlank = -1;
    const text = run.join('');
    if (text.trim() === '') return;
    const where = this.stack.length > 0 ? 'container' : 'outside';
    const behindBlank = this.inHtml ? '' : run.slice(Math.max(0, beforeBlank)).join('');
    this.runs.push({ where, text, behindBlank });
  }
}
