/** What the walker needs of an output language. Markdown and plain text are the two. */
import type { Node } from '../body/tree.js';
import type { LinePlace, Piece } from './line.js';
import type { ConversionRule, WriteOptions } from './options.js';

/** Kinds of blocks: what stands beside what decides on blank lines. */
export const LINES = 0;
export const PARAGRAPH = 1;
export const HEADING = 2;
export const QUOTE = 3;
export const LIST = 4;
export const FENCE = 5;
export const TABLE = 6;
export const RULE = 7;
export const OTHER = 8;

/** Blocks that have been written, in order, with their kinds. */
export interface Blocks {
  texts: string[];
  kinds: number[];
  /** Quotes directly inside a quote, by their index: only the outermost one is written, so each line is made once. */
  quotes: Map<number, Blocks> | null;
}

export interface ListItem {
  texts: string[];
  kinds: number[];
  /** Lists directly inside the item, by their index: only the outermost one is written, so each line is made once. */
  lists: Map<number, ListBlock> | null;
  /** `value` of the item, where it has one. */
  value: number | null;
  /** What follows a deeper item in the item around it, where items nest too deep. */
  continued: boolean;
}

/** Markdown's numbers have at most nine digits and no sign. */
export const MAX_NUMBER = 999_999_999;

export interface ListBlock {
  items: ListItem[];
  ordered: boolean;
  start: number;
  /** Number of the next item where they count down (`<ol reversed>`), else null. */
  countdown: number | null;
  /** It follows another list directly: Markdown needs another mark to keep them apart. */
  alternate: boolean;
}

export interface TableCell {
  text: string;
  header: boolean;
  colspan: number;
  rowspan: number;
  align: string;
}

export interface Dialect {
  readonly options: WriteOptions;
  /** The caller's own rules, the one to try first in front. */
  readonly rules: readonly ConversionRule[];
  /** One line, or several with line breaks between them. */
  line(pieces: Piece[], place: LinePlace): string;
  /** The first line of a list item that begins with text. */
  itemStart(line: string): string;
  /** An image as it stands in the line, or an empty string. */
  image(node: Node, place: LinePlace): Piece | null;
  /** A place that links point to, or an empty string. */
  anchor(node: Node): string;
  heading(text: string, node: Node): string;
  quote(blocks: Blocks, node: Node): string;
  list(list: ListBlock): string;
  /** A code block. */
  fence(node: Node): string;
  table(rows: TableCell[][]): string;
  rule(node: Node): string;
  footnote(blocks: Blocks, node: Node): string;
  /** Blocks one below the other. */
  join(blocks: Blocks): string;
}
