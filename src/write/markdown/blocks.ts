/** Blocks of Markdown: how they stand together, quotes, lists, footnotes. */
import {
  type Blocks,
  FENCE,
  HEADING,
  LINES,
  LIST,
  type ListBlock,
  type ListItem,
  PARAGRAPH,
  QUOTE,
  RULE,
  TABLE,
} from '../dialect.js';

/** Blocks one below the other, with a blank line between them. */
export function joinBlocks(blocks: Blocks): string {
  const { texts, quotes } = blocks;
  if (!quotes) return texts.length === 1 ? (texts[0] as string) : texts.join('\n\n');
  const parts: string[] = [];
  joinQuoted(blocks, '', parts);
  return parts.join('');
}

/** Quotes nest no deeper than the walker's levels, so that this may call itself. */
function joinQuoted({ texts, quotes }: Blocks, mark: string, parts: string[]): void {
  for (const [index, text] of texts.entries()) {
    if (index > 0) parts.push('\n', mark.trimEnd(), '\n');
    const inner = quotes?.get(index);
    if (inner) joinQuoted(inner, `${mark}> `, parts);
    else parts.push(quoteLines(text, mark));
  }
}

export function quoteBlocks(content: string): string {
  return quoteLines(content, '> ');
}

/** Puts a mark before each line, without the blank at its end where the line is empty. */
function quoteLines(content: string, mark: string): string {
  if (mark === '') return content;
  if (!content.includes('\n')) return content === '' ? mark.trimEnd() : mark + content;
  const bare = mark.trimEnd();
  const lines = content.split('\n');
  for (let index = 0; index < lines.length; index++) lines[index] = lines[index] === '' ? bare : mark + lines[index];
  return lines.join('\n');
}

/** Line ends before a line that is not empty. */
const LINE_BEFORE_TEXT = /\n(?=[^\n])/g;

export function indent(content: string, width: number): string {
  return content.includes('\n') ? content.replace(LINE_BEFORE_TEXT, `\n${' '.repeat(width)}`) : content;
}

/** Writes a list. It is loose, with blank lines, where an item has a paragraph or blocks that need one between. */
export function writeList(list: ListBlock): string {
  const loose = list.items.some(isLoose);
  const parts: string[] = [];
  let separator = loose ? '\n\n' : '\n';
  let number = list.start;
  let delimiter = list.alternate ? ')' : '.';
  const bullet = list.alternate ? '*' : '-';
  for (const item of list.items) {
    if (list.ordered && item.value !== null && item.value !== number && item.value <= 999_999_999) {
      number = item.value;
      // Numbers only count up; another delimiter begins a list of its own.
      if (parts.length > 0) {
        delimiter = delimiter === '.' ? ')' : '.';
        separator = '\n\n';
      }
    }
    const marker = list.ordered ? `${Math.min(number, 999_999_999)}${delimiter}` : bullet;
    number++;
    const content = loose || item.texts.length === 1 ? joinBlocks(item) : item.texts.join('\n');
    if (parts.length > 0) parts.push(separator);
    separator = loose ? '\n\n' : '\n';
    parts.push(content === '' ? marker : writeItem(marker, content));
  }
  return parts.join('');
}

/** Marks alone would be read as a thematic break: `* ***`, `- - -`. */
const ONLY_MARKS = /^(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,})$/m;

function writeItem(marker: string, content: string): string {
  const width = marker.length + 1;
  const code = content.charCodeAt(0);
  if (code === 0x2a || code === 0x2d) {
    const end = content.indexOf('\n');
    // Then the content begins on the next line, which a list item may.
    if (ONLY_MARKS.test(`${marker} ${end < 0 ? content : content.slice(0, end)}`)) {
      return `${marker}\n${' '.repeat(width)}${indent(content, width)}`;
    }
  }
  return `${marker} ${indent(content, width)}`;
}

function isLoose({ texts, kinds }: ListItem): boolean {
  for (let index = 0; index < kinds.length; index++) {
    const kind = kinds[index] as number;
    if (kind === PARAGRAPH) return true;
    if (index > 0 && !mayTouch(kinds[index - 1] as number, kind, texts[index] as string)) return true;
  }
  return false;
}

/** A list that may begin right below text: bullets, or a first number of 1, with something in the first item. */
const CAN_INTERRUPT = /^(?:[-*]|1[.)]) \S/;

/** Whether one block may follow another without a blank line between them. */
function mayTouch(before: number, kind: number, text: string): boolean {
  switch (kind) {
    case LIST:
      return before !== TABLE && (before !== LINES || CAN_INTERRUPT.test(text));
    case QUOTE:
      return before !== QUOTE;
    case FENCE:
    case HEADING:
    case RULE:
      return true;
    case LINES:
      return before === HEADING || before === RULE || before === FENCE;
    default:
      return false;
  }
}
