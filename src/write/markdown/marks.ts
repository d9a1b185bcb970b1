/** The marks on text that Markdown knows, and in which order they nest. */
import type { Piece } from '../line.js';
import { DEL, EM, MARK_TAGS, NESTED, STRONG } from '../vocabulary.js';

/** One mark over consecutive segments. */
export interface MarkRun {
  bit: number;
  from: number;
  to: number;
  /** Written as an HTML tag: always so for marks without a delimiter. */
  tag: boolean;
  /** Whether its delimiters can open and close where they stand. */
  opens: boolean;
  closes: boolean;
}

/** A segment of the line, or the beginning or end of a run between two. */
export interface Token {
  segment: Piece | null;
  run: MarkRun | null;
  open: boolean;
}

/** Strong and emphasis inside the same mark. They are worth delimiters where a reader sees both, else they merge. */
export const NESTED_MARKS = (STRONG | EM) << NESTED;

function rank(bit: number): number {
  if (bit & NESTED_MARKS) return 3 + rank(bit >> NESTED);
  if (bit === STRONG) return 3;
  if (bit === EM) return 2;
  return bit === DEL ? 1 : 0;
}

/** All marks, the outermost first where they cover the same text: `***a***` is read as strong inside emphasis. */
export const MARK_BITS: readonly number[] = [
  ...MARK_TAGS.map((_, index) => 1 << index),
  STRONG << NESTED,
  EM << NESTED,
].sort((a, b) => rank(a) - rank(b));

/** Delimiter of a mark, or an empty string where it has only a tag. */
export function delimiterOf(bit: number): string {
  if (bit === STRONG || bit === STRONG << NESTED) return '**';
  if (bit === EM || bit === EM << NESTED) return '*';
  return bit === DEL ? '~~' : '';
}

export function tagOf(bit: number): string {
  return MARK_TAGS[31 - Math.clz32(bit)] as string;
}
