/**
 * Marks on text become delimiters that a CommonMark reader pairs as meant, or HTML tags where none would be.
 *
 * First the marks of each segment become properly nested runs; then the runs are checked with the specification's
 * own algorithm (section 6.2). Where a delimiter could not open or close, punctuation at the edge that is not ASCII
 * moves out of the run (`**“a”**b` becomes `“**a**”b`), else the run is written as a tag.
 */
import { BREAK, type LinePlace, MARKUP, type Piece, WORDS } from '../line.js';
import { DEL, EM, STRONG } from '../vocabulary.js';
import { BLANK, canClose, canOpen, classAt } from './characters.js';
import { mergeNested, movePunctuation, trimMarks } from './mark-edges.js';
import { delimiterOf, MARK_BITS, type MarkRun, NESTED_MARKS, type Token } from './marks.js';
import { failures } from './pairing.js';

/** How often punctuation is moved, and how often single runs become tags, before all of the line's runs do. */
const MOVES = 8;
const PASSES = 12;

/** Lays out the segments of one line with the delimiters and tags between them. Linear: the passes are bounded. */
export function markTokens(pieces: Piece[], place: LinePlace, link: boolean): Token[] {
  let segments = mergeNested(trimMarks(pieces));
  let tags = new Set<number>();
  for (let pass = 0; ; pass++) {
    const tokens = nest(segments, tags, pass >= PASSES);
    const { flanking, unpaired } = failures(tokens, { place, link });
    const failed = flanking.length > 0 ? flanking : unpaired;
    if (failed.length === 0) return tokens;
    if (segments.some(({ marks }) => (marks & NESTED_MARKS) !== 0)) {
      segments = segments.map((segment) => ({ ...segment, marks: segment.marks & ~NESTED_MARKS }));
      continue;
    }
    const moved = pass < MOVES && flanking.length > 0 ? movePunctuation(flanking, segments) : null;
    if (moved) {
      segments = trimMarks(moved);
      tags = new Set();
    } else for (const run of lastOfEachRow(failed)) tags.add(key(run.bit, run.from));
  }
}

/** Of runs that follow one another at once the last: beside its tag the one before it may close as it stands. */
function lastOfEachRow(failed: readonly MarkRun[]): MarkRun[] {
  const starts = new Set(failed.map(({ from }) => from));
  const last = failed.filter(({ to }) => !starts.has(to + 1));
  return last.length > 0 ? last : [...failed];
}

/**
 * The tokens of a line whose marks need no thought: single ones, apart, with words beside them, that open and close
 * where they stand. Such delimiters pair one after the other. Null where a line has anything else.
 */
export function plainTokens(pieces: Piece[]): Token[] | null {
  const tokens: Token[] = [];
  for (let index = 0; index < pieces.length; index++) {
    const segment = pieces[index] as Piece;
    const { kind, value, marks } = segment;
    if (marks === 0) {
      if (kind !== MARKUP && (kind !== WORDS || value.trim() === '')) return null;
      tokens.push({ segment, run: null, open: false });
      continue;
    }
    if (kind !== WORDS || value === '' || (marks !== STRONG && marks !== EM && marks !== DEL)) return null;
    const before = index > 0 ? (pieces[index - 1] as Piece) : null;
    const after = pieces[index + 1] ?? null;
    if ((before && before.marks !== 0) || (after && after.marks !== 0)) return null;
    const first = classAt(value, 0);
    const last = classAt(value, value.length - 1);
    if (first === BLANK || last === BLANK) return null;
    if (!canOpen(before ? classAt(before.value, before.value.length - 1) : BLANK, first)) return null;
    if (!canClose(last, after ? classAt(after.value, 0) : BLANK)) return null;
    const run: MarkRun = { bit: marks, from: index, to: index, tag: false, opens: true, closes: true };
    tokens.push(
      { segment: null, run, open: true },
      { segment, run: null, open: false },
      { segment: null, run, open: false },
    );
  }
  return tokens;
}

function key(bit: number, from: number): number {
  return from * 512 + bit;
}

/** Turns the marks of the segments into nested runs, the longer ones outside. */
function nest(segments: Piece[], tags: ReadonlySet<number>, onlyTags: boolean): Token[] {
  const tokens: Token[] = [];
  const open: MarkRun[] = [];
  const close = (index: number): void => {
    const run = open.pop() as MarkRun;
    run.to = index;
    tokens.push({ segment: null, run, open: false });
  };
  let current = 0;
  for (const [index, segment] of segments.entries()) {
    const { marks } = segment;
    if (marks !== current) {
      const ended = open.findIndex((run) => (run.bit & marks) === 0);
      while (ended >= 0 && open.length > ended) close(index - 1);
      const kept = open.reduce((bits, run) => bits | run.bit, 0);
      // No run begins with a blank: it goes on behind it.
      const opened = isBlank(segment) ? 0 : marks & ~kept;
      for (const bit of inOrder(segments, index, opened)) {
        const tag = delimiterOf(bit) === '' || onlyTags || tags.has(key(bit, index));
        const run: MarkRun = { bit, from: index, to: index, tag, opens: true, closes: true };
        open.push(run);
        tokens.push({ segment: null, run, open: true });
      }
      current = kept | opened;
    }
    tokens.push({ segment, run: null, open: false });
  }
  while (open.length > 0) close(segments.length - 1);
  return tokens;
}

function isBlank({ kind, value }: Piece): boolean {
  return kind === BREAK || (kind === WORDS && value.trim() === '');
}

/** The marks that begin at a segment, the one that goes on longest first. */
function inOrder(segments: Piece[], from: number, marks: number): number[] {
  const bits = MARK_BITS.filter((bit) => (bit & marks) !== 0);
  if (bits.length < 2) return bits;
  const ends = new Map<number, number>();
  for (const bit of bits) {
    let end = from;
    while (end + 1 < segments.length && ((segments[end + 1] as Piece).marks & bit) !== 0) end++;
    ends.set(bit, end);
  }
  return bits.sort((a, b) => (ends.get(b) as number) - (ends.get(a) as number));
}
