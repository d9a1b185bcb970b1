/** What several shapes have in common, in order: the fixed pieces of a template, with gaps between them. */
import { measure } from '../body/measure.js';
import { GAP } from './mask.js';

/** A piece must weigh this much, or it is there by chance. */
const LEAST = 5;
const LETTER = /[a-z\u00c0-\u024f\u0370-\u05ff]/i;

/** What `a` and `b` share, with gaps where one has something else. */
export function common(a: string, b: string): string {
  if (a === b) return a;
  let begin = 0;
  while (begin < a.length && begin < b.length && a[begin] === b[begin] && a[begin] !== GAP) begin++;
  while (begin > 0 && isInWord(a, b, begin)) begin--;
  let end = 0;
  const most = Math.min(a.length, b.length) - begin;
  while (end < most && a.at(-1 - end) === b.at(-1 - end) && a.at(-1 - end) !== GAP) end++;
  while (end > 0 && isInWord(a, b, a.length - end, b.length - end)) end--;
  const middle = between(a.slice(begin, a.length - end), b.slice(begin, b.length - end));
  return joined([a.slice(0, begin), ...middle, a.slice(a.length - end)]);
}

/** A border between two letters parts a word, and is none. */
function isInWord(a: string, b: string, at: number, other = at): boolean {
  return parts(a, at) || parts(b, other);
}

function parts(text: string, at: number): boolean {
  return LETTER.test(text[at - 1] ?? '') && LETTER.test(text[at] ?? '');
}

/** The pieces that two middles share, with gaps around. */
function between(a: string, b: string): string[] {
  const [from, other, length] = longestShared(a, b);
  if (length === 0) return [GAP];
  const before = between(a.slice(0, from), b.slice(0, other));
  const behind = between(a.slice(from + length), b.slice(other + length));
  return [...before, a.slice(from, from + length), ...behind];
}

/** The longest piece that stands in both, whole words of it. */
function longestShared(a: string, b: string): [from: number, other: number, length: number] {
  let best: [number, number, number] = [0, 0, 0];
  let above = new Uint16Array(b.length + 1);
  let row = new Uint16Array(b.length + 1);
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const length = a[i - 1] === b[j - 1] && a[i - 1] !== GAP ? (above[j - 1] as number) + 1 : 0;
      row[j] = length;
      if (length > best[2]) best = [i - length, j - length, length];
    }
    [above, row] = [row, above];
  }
  let [from, other, length] = best;
  while (length > 0 && isInWord(a, b, from, other)) [from, other, length] = [from + 1, other + 1, length - 1];
  while (length > 0 && isInWord(a, b, from + length, other + length)) length--;
  return measure(a.slice(from, from + length)).weight < LEAST ? [0, 0, 0] : [from, other, length];
}

function joined(pieces: readonly string[]): string {
  return pieces.join('').replace(/\ue003{2,}/g, GAP);
}

/** Weight of the fixed pieces. */
export function fixedWeight(template: string): number {
  return measure(template.replace(/[\ue000-\ue003]/g, ' ')).weight;
}
