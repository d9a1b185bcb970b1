/** How the text of a body is spread: in text blocks, directly in containers, outside every block. */
import { blocks, voids } from '../vocabulary.js';
import { type Mask, scanTags, type Tag } from './tags.js';

/** One stretch of text between block tags, with `BREAK` for each `<br>` and `CODE` for each code span. */
export interface Run {
  where: 'outside' | 'container';
  text: string;
}

export interface Survey {
  /** Characters without white space. */
  inBlocks: number;
  inContainers: number;
  outside: number;
  tags: number;
  fences: number;
  runs: Run[];
}

export const BREAK = '\u0001';
export const CODE = '\u0002';

const textBlocks = new Set(
  'p li h1 h2 h3 h4 h5 h6 td th dd dt blockquote pre caption figcaption summary address option legend'.split(' '),
);

/** A line of blanks between two lines, e.g. "\n \t\n". */
const blankLine = /\n[ \t\u00a0\u3000]*\n/;

/** @param body LF line ends; linear */
export function survey(body: string): Survey {
  const { tags, masks } = scanTags(body);
  const result: Survey = { inBlocks: 0, inContainers: 0, outside: 0, tags: tags.length, fences: 0, runs: [] };
  const open = new OpenBlocks(result);
  const paragraphs = unclosedParagraphs(tags);
  let at = 0;
  let mask = 0;

  const text = (end: number) => {
    for (; mask < masks.length && (masks[mask] as Mask).start < end; mask++) {
      const { what, start, end: maskEnd } = masks[mask] as Mask;
      if (start < at) continue;
      open.text(body.slice(at, start));
      if (what === 'span') open.add(CODE);
      if (what === 'fence') {
        result.fences++;
        open.text('\n\n');
      }
      at = maskEnd;
    }
    if (at < end) open.text(body.slice(at, end));
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
  return result;
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

  constructor(private readonly result: Survey) {}

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

  text(text: string): void {
    let rest = text;
    if (this.loose && this.stack.at(-1) === 'p') {
      const blank = blankLine.exec(text);
      // An unclosed `<p>` ends at a blank line, as in CommonMark.
      if (blank) {
        this.count(text.slice(0, blank.index));
        this.pop();
        rest = text.slice(blank.index);
      }
    }
    this.count(rest);
  }

  private count(text: string): void {
    const characters = text.replace(/\s+/g, '').length;
    if (this.textDepth > 0) this.result.inBlocks += characters;
    else {
      if (this.stack.length > 0) this.result.inContainers += characters;
      else this.result.outside += characters;
      this.run.push(text);
    }
  }

  add(mark: string): void {
    if (this.textDepth === 0) this.run.push(mark);
  }

  endRun(): void {
    if (this.run.length === 0) return;
    const text = this.run.join('');
    this.run = [];
    if (text.trim() !== '') this.result.runs.push({ where: this.stack.length > 0 ? 'container' : 'outside', text });
  }
}
