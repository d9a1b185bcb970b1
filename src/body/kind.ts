/**
 * Tells the three kinds of body apart: HTML, Markdown (HTML may stand in it), and text whose blank lines are its
 * paragraphs (bare text included). The file's name is a prior, no verdict: `.md` files hold HTML, `.html` files text.
 */
import type { BodyKind } from '../types.js';
import { countMarks, hasAnyMark } from './kind/marks.js';
import { BREAK, IMAGE, type Run, type Survey, survey, type Units } from './kind/survey.js';

export interface Kind {
  kind: BodyKind;
  /** For the report: why. */
  reason: string;
}

const page = /^\s*(?:<!--[\s\S]{0,2000}?-->\s*)?<(?:!doctype|html)\b/i;
const markdownName = /\.(?:md|markdown|mkd|mdown)$/i;

/**
 * Decides what a body is; the first rule that holds decides.
 * @param body decoded text behind the front matter, LF line ends
 * @param name file name or path, `-` or undefined where there is none
 */
export function detectKind(body: string, name: string | undefined): Kind {
  if (page.test(body.slice(0, 4000))) return { kind: 'html', reason: 'a whole page' };
  const found = survey(body);
  const empty = found.inContainers(1) + found.outside(1) + found.inBlocks(1) === 0;
  if (empty && found.fences === 0) return { kind: 'html', reason: 'no text' };
  const named = markdownName.test(name ?? '');
  const { runs, outside } = openContainers(found, named);
  const texts = runs.filter((run) => run.where === 'outside').map((run) => run.text);
  const marks = countMarks(texts, found.fences);
  let counted = empty ? 1 : -1;
  const share = (): number => {
    if (counted < 0) counted = shareOutside(found, outside());
    return counted;
  };
  const what = marks.seen.slice(0, 3).join(', ');

  if (found.tags === 0) {
    const mark = hasAnyMark(body, marks);
    if (mark) return { kind: 'markdown', reason: `no tag, and Markdown's marks (${mark})` };
  }
  if (marks.strong === 0 && outside(40) < 40 && share() < 0.02) {
    const loose = looseContainer(found.runs, named);
    return loose ?? { kind: 'html', reason: 'all text is in block elements' };
  }
  const total = marks.strong + marks.weak + (named ? 1.5 : -1);
  if (marks.strong > 0 && total >= 2 && (marks.strong >= 6 || share() >= 0.05)) {
    return { kind: 'markdown', reason: `Markdown's marks outside block elements (${what})` };
  }
  const loose = looseContainer(found.runs, named);
  if (loose) return loose;
  if (share() < 0.1) {
    if (named && total >= 2) return { kind: 'markdown', reason: `named as Markdown, with its marks (${what})` };
    return { kind: 'html', reason: 'nearly all text is in block elements' };
  }
  // Nobody writes Markdown by line breaks alone: that is an export of a blog, whatever its file is called.
  const isMarked = marks.strong + marks.weak > 0;
  if (named && (total >= 2 || share() >= 0.5) && (isMarked || !isByBreaks(partsOf(runs))))
    return { kind: 'markdown', reason: 'named as Markdown, text outside tags' };
  return looseText(partsOf(runs));
}

/**
 * The runs as a Markdown reader takes them: what stands behind a blank line in a container (`<div dir="rtl">` around a
 * whole post) is outside of HTML. Only where the name says Markdown, or a strong mark does.
 */
function openContainers({ runs, outside, behindBlank }: Survey, named: boolean): Pick<Survey, 'runs' | 'outside'> {
  const open = runs.filter((run) => run.where === 'container' && run.behindBlank !== '');
  if (open.length === 0) return { runs, outside };
  const texts = open.map((run) => run.behindBlank);
  if (!named && countMarks(texts, 0).strong === 0) return { runs, outside };
  const opened = runs.map((run): Run => {
    if (run.where === 'outside' || run.behindBlank === '') return run;
    return { where: 'outside', text: run.behindBlank, behindBlank: run.behindBlank };
  });
  const both: Units = (limit) => outside(limit) + behindBlank(limit);
  return { runs: opened, outside: both };
}

/** The part of the text that stands outside every block, 0 to 1. */
function shareOutside({ inBlocks, inContainers, outside }: Survey, loose: number): number {
  return loose === 0 ? 0 : loose / (inBlocks() + inContainers() + outside());
}

/** Three or more real paragraphs that blank lines part, directly in one container. */
function looseContainer(runs: Run[], named: boolean): Kind | null {
  if (named) return null;
  for (const { where, text } of runs) {
    if (where !== 'container' || text.includes(BREAK)) continue;
    const long = paragraphs(text).filter((paragraph) => paragraph.length >= 60);
    if (long.length >= 3) return { kind: 'text', reason: 'paragraphs parted by blank lines in a container' };
  }
  return null;
}

/** What parts loose text. */
interface Parts {
  /** `<br>`, but at a run's ends. */
  breaks: number;
  /** Blank lines. */
  blanks: number;
  /** Lines of a paragraph that no editor wrapped. */
  lines: boolean;
}

function partsOf(runs: Run[]): Parts {
  const found: Parts = { breaks: 0, blanks: 0, lines: false };
  for (const { where, text } of runs) {
    if (where !== 'outside') continue;
    const run = trimBreaks(text);
    found.breaks += countBreaks(run);
    const parts = paragraphs(run);
    found.blanks += Math.max(0, parts.length - 1);
    found.lines ||= parts.some((part) => !part.includes(BREAK) && hasLines(part.replaceAll(IMAGE, '').trim()));
  }
  return found;
}

/** Breaks of a run; of those in a row two, which end a paragraph: more of them only make room. */
function countBreaks(run: string): number {
  let count = 0;
  let row = 0;
  for (let at = run.indexOf(BREAK), from = 0; at >= 0; from = at + 1, at = run.indexOf(BREAK, from)) {
    row = run.slice(from, at).trim() === '' ? row + 1 : 1;
    if (row <= 2) count++;
  }
  return count;
}

function hasLines(paragraph: string): boolean {
  return paragraph.includes('\n') && !isWrapped(paragraph);
}

function isByBreaks({ breaks, blanks }: Parts): boolean {
  return breaks >= 2 && blanks * 4 <= breaks;
}

function looseText(parts: Parts): Kind {
  if (isByBreaks(parts)) return { kind: 'html', reason: 'line breaks are `<br>`' };
  if (parts.blanks > 0) return { kind: 'text', reason: 'blank lines part the paragraphs' };
  if (parts.lines) return { kind: 'text', reason: 'lines are breaks' };
  return { kind: 'html', reason: 'loose text without blank lines' };
}

/** Paragraphs of a run: what blank lines part. A line that holds only `<br>` is not blank. */
function paragraphs(run: string): string[] {
  const parts: string[] = [];
  let lines: string[] = [];
  for (const line of run.split('\n')) {
    if (line.trim() !== '') lines.push(line.trim());
    else if (lines.length > 0) {
      parts.push(lines.join('\n'));
      lines = [];
    }
  }
  if (lines.length > 0) parts.push(lines.join('\n'));
  return parts;
}

/** A `<br>` at the end of a run, before a block, separates nothing. */
function trimBreaks(text: string): string {
  let start = 0;
  let end = text.length;
  const blank = (at: number) => text[at] === BREAK || (text[at] ?? 'x').trim() === '';
  while (start < end && blank(start)) start++;
  while (end > start && blank(end - 1)) end--;
  return text.slice(start, end);
}

/** Lines of an editor that wraps: three or more, 50 to 110 wide, most of them near the widest. */
function isWrapped(paragraph: string): boolean {
  const widths = paragraph.split('\n').map((line) => line.length);
  const full = widths.slice(0, -1);
  const widest = Math.max(0, ...widths.slice(0, 1000));
  if (widest > 110 || widest < 50) return false;
  if (widths.length < 3) return widths.length === 2 && (widths[0] as number) >= 60;
  return full.filter((width) => width >= widest - 22).length >= full.length * 0.8;
}
