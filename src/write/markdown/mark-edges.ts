/** The edges of marked text: blanks never stand at them, and punctuation moves out where delimiters need it. */
import { BREAK, type Piece, WORDS } from '../line.js';
import { EM, NESTED, STRONG } from '../vocabulary.js';
import { classAt, LETTER, PUNCTUATION } from './characters.js';
import { type MarkRun, NESTED_MARKS } from './marks.js';

/** Blanks at the start and at the end of a text. */
const LEADING_BLANKS = /^\s+/;
const BLANK_END = /\s$/;
const CLOSING_OF = new Map(
  ['“”', '‘’', '《》', '〈〉', '「」', '『』', '（）', '【】', '〔〕', '［］', '｛｝', '«»'].map((pair) => [
    pair[0],
    pair[1],
  ]),
);

const OPENING_OF = new Map([...CLOSING_OF].map(([open, close]) => [close, open]));

/** Splits blanks off the edges of marked text. A blank or break has only the marks that both its neighbours have. */
export function trimMarks(pieces: Piece[]): Piece[] {
  const segments: Piece[] = [];
  const part = (piece: Piece, value: string): void => {
    if (value !== '') segments.push({ ...piece, value });
  };
  for (const piece of pieces) {
    if (piece.kind !== WORDS || piece.marks === 0) {
      segments.push(piece);
      continue;
    }
    const lead = LEADING_BLANKS.exec(piece.value)?.[0].length ?? 0;
    let end = piece.value.length;
    while (end > lead && BLANK_END.test(piece.value[end - 1] as string)) end--;
    part(piece, piece.value.slice(0, lead));
    part(piece, piece.value.slice(lead, end));
    part(piece, piece.value.slice(end));
  }
  const blank = segments.map((segment) => segment.kind === BREAK || (segment.kind === WORDS && !segment.value.trim()));
  const before: number[] = [];
  let marks = 0;
  for (const [index, segment] of segments.entries()) {
    if (!blank[index]) marks = segment.marks;
    before.push(marks);
  }
  marks = 0;
  for (let index = segments.length - 1; index >= 0; index--) {
    const segment = segments[index] as Piece;
    if (!blank[index]) marks = segment.marks;
    else segments[index] = { ...segment, marks: segment.marks & (before[index] as number) & marks };
  }
  return segments;
}

/** A mark inside the same mark that covers all of it says nothing more. */
export function mergeNested(segments: Piece[]): Piece[] {
  if (segments.every(({ marks }) => (marks & NESTED_MARKS) === 0)) return segments;
  const merged = [...segments];
  for (const outer of [STRONG, EM]) {
    const inner = outer << NESTED;
    for (let from = 0; from < merged.length; from++) {
      let to = from;
      let full = true;
      for (; ((merged[to]?.marks ?? 0) & outer) !== 0; to++) full &&= ((merged[to] as Piece).marks & inner) !== 0;
      if (full)
        for (let at = from; at < to; at++)
          merged[at] = { ...(merged[at] as Piece), marks: (merged[at] as Piece).marks & ~inner };
      from = to;
    }
  }
  return merged;
}

/** A character that may stand outside a mark: punctuation that is not ASCII. */
function isMovable(text: string, index: number): boolean {
  return text.charCodeAt(index) >= 0x80 && classAt(text, index) === PUNCTUATION;
}

/** Whether the signs at the edges of a run may leave it: not the half of a pair whose other half stays inside. */
interface Movable {
  start: boolean;
  end: boolean;
  /** Both are the halves of one pair, and move together. */
  paired: boolean;
}

function movableEdges(run: MarkRun, segments: Piece[]): Movable {
  const first = segments[run.from] as Piece;
  const last = segments[run.to] as Piece;
  const start = first.kind === WORDS && isMovable(first.value, 0);
  const end = last.kind === WORDS && isMovable(last.value, last.value.length - 1);
  if (!(start && CLOSING_OF.has(first.value[0])) && !(end && OPENING_OF.has(last.value.at(-1)))) {
    return { start, end, paired: false };
  }
  const { partnerOfFirst, partnerOfLast, length } = edgePartners(run, segments);
  const paired = partnerOfLast === 0;
  return {
    start: start && (paired || partnerOfFirst === null || partnerOfFirst === length - 1),
    end: end && (paired || partnerOfLast === null),
    paired: start && end && paired,
  };
}

/** Where the other halves of the pairs that begin and end a run stand in its text; null where it has none. */
function edgePartners(run: MarkRun, segments: Piece[]) {
  let partnerOfFirst: number | null = null;
  let partnerOfLast: number | null = null;
  let at = 0;
  const open: { sign: string; at: number }[] = [];
  for (const { kind, value } of segments.slice(run.from, run.to + 1)) {
    if (kind !== WORDS) at++;
    else
      for (const sign of value.split('')) {
        partnerOfLast = null;
        if (CLOSING_OF.has(sign)) open.push({ sign, at });
        else if (open.length > 0 && OPENING_OF.get(sign) === open[open.length - 1]?.sign) {
          partnerOfLast = (open.pop() as { at: number }).at;
          if (partnerOfLast === 0) partnerOfFirst = at;
        }
        at++;
      }
  }
  return { partnerOfFirst, partnerOfLast, length: at };
}

/**
 * Moves one character of punctuation out of each run that cannot open or close where it stands, and its likes beside
 * it (`——`, `……`); a pair of quotes or brackets moves together or stays.
 * @returns new segments, or null where no run could be helped
 */
export function movePunctuation(runs: MarkRun[], segments: Piece[]): Piece[] | null {
  /** For each segment, the marks that its first and its last character lose. */
  const lead = new Map<number, number>();
  const trail = new Map<number, number>();
  for (const run of runs) {
    if (!hasLetters(run, segments)) continue;
    const { opens, closes } = run;
    const { start, end, paired } = movableEdges(run, segments);
    if ((!opens && !start) || (!closes && !end)) continue;
    if (!opens || paired) lead.set(run.from, (lead.get(run.from) ?? 0) | run.bit);
    if (!closes || paired) trail.set(run.to, (trail.get(run.to) ?? 0) | run.bit);
  }
  if (lead.size === 0 && trail.size === 0) return null;
  const moved: Piece[] = [];
  for (const [index, segment] of segments.entries()) {
    const first = lead.get(index) ?? 0;
    const last = trail.get(index) ?? 0;
    const { value, marks } = segment;
    if (first === 0 && last === 0) moved.push(segment);
    else {
      const from = first === 0 ? 0 : likes(value, 0, 1);
      const to = last === 0 || from === value.length ? value.length : likes(value, value.length - 1, -1) + 1;
      if (from === value.length || to === 0) {
        moved.push({ ...segment, marks: marks & ~(first | last) });
        continue;
      }
      if (from > 0) moved.push({ ...segment, value: value.slice(0, from), marks: marks & ~first });
      if (to > from) moved.push({ ...segment, value: value.slice(from, to) });
      if (to < value.length) moved.push({ ...segment, value: value.slice(to), marks: marks & ~last });
    }
  }
  return moved;
}

/** Where the characters that are the same as the one at `index` end, in one direction. */
function likes(text: string, index: number, step: 1 | -1): number {
  let end = index + step;
  // Each bracket has a partner of its own.
  if (!CLOSING_OF.has(text[index]) && !OPENING_OF.has(text[index])) while (text[end] === text[index]) end += step;
  return end;
}

/** Whether something other than punctuation is left in a run when its edges move out. */
function hasLetters(run: MarkRun, segments: Piece[]): boolean {
  for (let index = run.from; index <= run.to; index++) {
    const segment = segments[index] as Piece;
    if (segment.kind !== WORDS) return true;
    for (let at = 0; at < segment.value.length; at++) if (classAt(segment.value, at) >= LETTER) return true;
  }
  return false;
}
