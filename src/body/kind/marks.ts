/** Points for Markdown marks in text that stands outside every block element. */
import { CODE } from './survey.js';

export interface Marks {
  strong: number;
  weak: number;
  /** The kinds that were seen, for the reason that the report names. */
  seen: string[];
}

/** Marks inside a line: what, points each, how many count, pattern with an example. */
const inLine: [what: string, points: number, most: number, pattern: RegExp][] = [
  // ![alt](url)
  ['image', 3, 3, /!\[[^\][\n]{0,300}\]\([^()\s]/g],
  // [text](url)
  ['link', 3, 3, /\[[^\][\n]{1,300}\]\([^()\s]/g],
  // [^1]
  ['footnote', 2, 2, /\[\^[^\][\s]{1,40}\]/g],
  // \*
  ['escape', 2, 3, /\\[*_#[\]`>+\-.!()|<~\\]/g],
  // **word**
  ['strong emphasis', 1.2, 2, /\*\*[^\s*][^*\n]{0,200}\*\*/g],
  // *word*
  ['emphasis', 0.5, 2, /(?<![*\w])\*[^\s*][^*\n]{0,200}\*(?![*\w])/g],
  // _word_
  ['emphasis', 0.5, 2, /(?<!\w)_[^\s_][^_\n]{0,200}_(?!\w)/g],
  ['code span', 1, 2, new RegExp(CODE, 'g')],
];

/** Marks at the start of a line, e.g. `## title`, `[x]: url`, `|---|---|`, `> quote`, `- item`, `1. item`. */
const atLine: [what: string, points: number, most: number, pattern: RegExp][] = [
  ['heading', 2, 3, /^ {0,3}#{1,6}[ \t]+\S/],
  ['reference', 3, 3, /^ {0,3}\[[^\][\n]{1,200}\]:[ \t]*\S/],
  ['table', 3, 2, /^ {0,3}\|?[ \t]*:?-{2,}[-:| \t]*$/],
  ['quote', 0.6, 2, /^ {0,3}> ?\S/],
];
/** A line that may have such a mark; few lines of an article have. Example: `# a`, `  [a]`, `1.` */
const markedLine = /^[ \t]*[#[|:>*+=\d-][^\n]*/gm;
const listItem = /^ {0,3}(?:[-*+]|\d{1,9}[.)])[ \t]+\S/;
const underline = /^ {0,3}(?:={3,}|-{3,})[ \t]*$/;

/** @param texts runs of text outside blocks; linear (each pattern is bounded) */
export function countMarks(texts: string[], fences: number): Marks {
  const marks: Marks = { strong: 0, weak: 0, seen: [] };
  const counts = new Map<string, number>();
  const add = (what: string, points: number, most: number, times: number) => {
    const before = counts.get(what) ?? 0;
    const counted = Math.min(times, most - before);
    if (counted <= 0) return;
    counts.set(what, before + counted);
    if (before === 0) marks.seen.push(what);
    if (points >= 2) marks.strong += points * counted;
    else marks.weak += points * counted;
  };
  add('fence', 3, 3, fences);
  for (const text of texts) {
    for (const [what, points, most, pattern] of inLine) {
      add(what, points, most, matches(text, pattern, most - (counts.get(what) ?? 0)));
    }
    let items = 0;
    for (const { 0: line, index } of text.matchAll(markedLine)) {
      // To a pattern a line separator ends a line too.
      if (index > 0 && text[index - 1] !== '\n') continue;
      for (const [what, points, most, pattern] of atLine) {
        if (what === 'table' && !line.includes('|')) continue;
        if (pattern.test(line)) add(what, points, most, 1);
      }
      if (listItem.test(line)) items++;
      if (underline.test(line) && lineBefore(text, index).trim() !== '') add('setext heading', 0.6, 2, 1);
    }
    if (items >= 2) add('list', 1, 1, 1);
  }
  return marks;
}

/** The line before one that starts at a place; empty before the first one. */
function lineBefore(text: string, start: number): string {
  return start === 0 ? '' : text.slice(text.lastIndexOf('\n', start - 2) + 1, start - 1);
}

function matches(text: string, pattern: RegExp, most: number): number {
  pattern.lastIndex = 0;
  let count = 0;
  while (count < most && pattern.exec(text)) count++;
  return count;
}

const indented = /^(?: {4}|\t)\S/;
const rule = /^ {0,3}(?:-[ \t]*){3,}$|^ {0,3}(?:\*[ \t]*){3,}$|^ {0,3}(?:_[ \t]*){3,}$/;

const anywhere = new Set(['list', 'quote', 'setext heading', 'strong emphasis']);

/** A line's end inside a paragraph, e.g. "a  \nb"; group 1 where it is no hard break. */
const innerNewline = /\S( ?)\n(?=[^\n])|\S {2,}\n(?=[^\n])/g;

/** Whether a body without a single tag shows any mark, be it weak: our own Markdown read from stdin does. */
export function hasAnyMark(text: string, marks: Marks): string | null {
  if (marks.strong > 0) return marks.seen[0] ?? null;
  const found = marks.seen.find((what) => anywhere.has(what));
  if (found) return found;
  const newlines = Array.from(text.matchAll(innerNewline), (match) => match[1] === undefined);
  if (newlines.length > 0 && newlines.every(Boolean)) return 'hard breaks';
  let blank = true;
  for (const line of text.split('\n')) {
    if (blank && indented.test(line)) return 'indented code';
    if (rule.test(line)) return 'rule';
    blank = line.trim() === '';
  }
  return null;
}
