/**
 * Bare addresses that a reader could not tell from what stands behind them: between `<` and `>` they are a link to
 * themselves for all readers. All others stay text as they stand.
 */
import { BREAK, type LinePlace, MARKUP, type Piece, TAG, WORDS } from '../line.js';
import { DEL } from '../vocabulary.js';
import { mayHoldAddress, nextAddress } from './bare-address.js';
import { BLANK, classAt, PUNCTUATION } from './characters.js';
import { isUnescapedIn, type LineFacts } from './escape.js';
import { lineFacts } from './line-facts.js';
import { outerMarks } from './link.js';

/** The pieces of a line, each such address a piece of markup. */
export function bracketAddresses(pieces: Piece[], place: LinePlace): Piece[] {
  if (!pieces.some(isText)) return pieces;
  const facts = lineFacts(pieces, false, place);
  const parted: Piece[] = [];
  for (const [index, piece] of pieces.entries()) {
    if (isText(piece)) partText(piece, edgesOf(pieces, index), facts, parted);
    else parted.push(piece);
  }
  return parted;
}

function isText({ kind, value, link }: Piece): boolean {
  return kind === WORDS && !link && mayHoldAddress(value);
}

/** A text without what may leave its marks: blanks and punctuation at the edges (`mark-edges.ts`). */
interface Edges {
  start: number;
  end: number;
  /** An address that reaches so far would go on behind it. */
  rest: number;
  /** Alone between these edges, an address could not be a link to itself: between letters the marks go into a link. */
  hasMarksInside: boolean;
}

const OUTSIDE: Piece = { kind: WORDS, value: '', marks: 0, link: null };

function edgesOf(pieces: Piece[], index: number): Edges {
  const piece = pieces[index] as Piece;
  const { value, marks } = piece;
  const previous = pieces[index - 1];
  const next = pieces[index + 1];
  let start = 0;
  let end = value.length;
  if (marks & ~(previous?.marks ?? 0)) while (start < end && mayMove(value, start)) start++;
  if (marks & ~(next?.marks ?? 0)) while (end > start && mayMove(value, end - 1)) end--;
  const core = { ...piece, value: value.slice(start, end) };
  const around = [start > 0 ? OUTSIDE : (previous ?? OUTSIDE), core, end < value.length ? OUTSIDE : (next ?? OUTSIDE)];
  return {
    start,
    end,
    rest: end < value.length ? end : restOf(piece, next),
    hasMarksInside: outerMarks(around, 1, 2, marks) !== marks,
  };
}

function mayMove(text: string, index: number): boolean {
  const kind = classAt(text, index);
  return kind === BLANK || (kind === PUNCTUATION && text.charCodeAt(index) >= 0x80);
}

function restOf({ value, marks }: Piece, next: Piece | undefined): number {
  // `~~` is no sign of the sentence to all readers.
  if ((marks & DEL & ~(next?.marks ?? 0)) !== 0) return value.length;
  if (!next || next.kind === BREAK || next.kind === TAG) return value.length + 1;
  const goesOn = next.kind === WORDS ? classAt(next.value, 0) !== BLANK : !next.value.startsWith('<');
  return goesOn ? value.length : value.length + 1;
}

function partText(piece: Piece, edges: Edges, facts: LineFacts, parted: Piece[]): void {
  const { value } = piece;
  let from = 0;
  let runEnd = 0;
  let isPlainRun = true;
  for (let address = nextAddress(value, 0); address; address = nextAddress(value, address.end, runEnd)) {
    if (address.runEnd > runEnd) {
      runEnd = address.runEnd;
      isPlainRun = isUnescapedIn(value, address, facts) && runEnd < edges.rest;
    }
    const isWhole = address.start <= edges.start && address.end >= edges.end;
    if (isPlainRun || !address.isAutolink || (isWhole && edges.hasMarksInside)) continue;
    if (address.start > from) parted.push({ ...piece, value: value.slice(from, address.start) });
    parted.push({ ...piece, kind: MARKUP, value: `<${value.slice(address.start, address.end)}>` });
    from = address.end;
  }
  if (from < value.length) parted.push(from === 0 ? piece : { ...piece, value: value.slice(from) });
}
