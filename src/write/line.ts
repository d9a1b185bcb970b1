/** A line of text in pieces: what the walker collects between two block boundaries and a dialect then writes. */
import type { Node } from '../body/tree.js';

/** Text with white space as HTML shows it, not yet escaped. */
export const WORDS = 0;
/** Text of a code span, as it stands. */
export const CODE = 1;
/** Written already: an image, raw source, the result of a caller's rule. */
export const MARKUP = 2;
/** A line break; `value` is `1`, or `2` for a paragraph's end where no paragraph can stand (cells, headings). */
export const BREAK = 3;
/** The tag of a block inside a table cell; `value` is the tag. */
export const TAG = 4;

export interface Piece {
  kind: number;
  value: string;
  /** Bit set of marks, see the vocabulary. */
  marks: number;
  link: OpenLink | null;
}

/** A link that text stands in, and the marks that stand around the link. */
export interface OpenLink {
  node: Node;
  outer: number;
  /** Something visible has been collected in it. */
  shown: boolean;
}

/** Where a line stands: on its own, in a heading, or in a table cell. Only on its own may it have line ends. */
export type LinePlace = 'flow' | 'heading' | 'cell';

/** Text without the line ends at its edges: rules in turndown's form put them around blocks. Linear. */
export function trimLineEnds(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && text[start] === '\n') start++;
  while (end > start && text[end - 1] === '\n') end--;
  return text.slice(start, end);
}
