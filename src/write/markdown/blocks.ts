/** Blocks of Markdown: how they stand together, quotes, lists, footnotes. */
import {
  type Blocks,
  FENCE,
  HEADING,
  LINES,
  LIST,
  type ListBlock,
  type ListItem,
  MAX_NUMBER,
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

/** Writes a list and those inside it. */
export function writeList(list: ListBlock): string {
  const parts: string[] = [];
  writeItems(list, '', parts);
  return parts.join('');
}

/**
 * Writes the items of a list whose lines begin with `blanks`, the first line without them. A list is loose, with blank
 * lines, where an item has a paragraph or blocks that need one between. Lists nest no deeper than the walker's levels,
 * so that this may call itself.
 */
function writeItems(list: ListBlock, blanks: string, parts: string[]): void {
  const separator = list.items.some(isLoose) ? '\n\n' : '\n';
  let number = list.start;
  let delimiter = list.alternate ? ')' : '.';
  for (const [index, item] of list.items.entries()) {
    let before = separator;
    if (list.ordered && item.value !== null && item.value !== number) {
      number = item.value;
      // Numbers only count up; another delimiter begins a list of its own.
      if (index > 0) {
        delimiter = delimiter === '.' ? ')' : '.';
        before = '\n\n';
      }
    }
    if (index > 0) parts.push(before, blanks);
    writeItem(markerOf(list, number++, delimiter), item, separator, blanks, parts);
  }
}

function markerOf({ ordered, alternate }: ListBlock, number: number, delimiter: string): string {
  if (!ordered) return alternate ? '*' : '-';
  return `${Math.min(number, MAX_NUMBER)}${delimiter}`;
}

function writeItem(marker: string, item: ListItem, separator: string, blanks: string, parts: string[]): void {
  const { texts, lists } = item;
  const inner = blanks + ' '.repeat(marker.length + 1);
  parts.push(marker);
  for (const [index, text] of texts.entries()) {
    if (index > 0) parts.push(separator, inner);
    else parts.push(beginsBelow(marker, firstLine(item)) ? `\n${inner}` : ' ');
    const list = lists?.get(index);
    if (list) writeItems(list, inner, parts);
    else parts.push(indent(text, inner.length));
  }
}

/** Marks alone would be read as a thematic break: `* ***`, `- - -`. */
const ONLY_MARKS = /^(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,})$/;

/** Whether the content of an item, whose first line this is, begins on the line below its marker, which it may. */
function beginsBelow(marker: string, line: string): boolean {
  const code = line.charCodeAt(0);
  return (code === 0x2a || code === 0x2d) && ONLY_MARKS.test(`${marker} ${line}`);
}

/** The first line of an item's content. */
function firstLine({ texts, lists }: ListItem): string {
  const list = lists?.get(0);
  if (list) return firstLineOf(list);
  const text = texts[0] as string;
  const end = text.indexOf('\n');
  return end < 0 ? text : text.slice(0, end);
}

function firstLineOf(list: ListBlock): string {
  const item = list.items[0] as ListItem;
  const marker = markerOf(list, item.value ?? list.start, list.alternate ? ')' : '.');
  if (item.texts.length === 0) return marker;
  // Asked for once a level: asked twice, the work would double with each level below.
  const line = firstLine(item);
  return beginsBelow(marker, line) ? marker : `${marker} ${line}`;
}

function isLoose({ texts, kinds, lists }: ListItem): boolean {
  for (let index = 0; index < kinds.length; index++) {
    const kind = kinds[index] as number;
    if (kind === PARAGRAPH) return true;
    if (index === 0) continue;
    const list = lists?.get(index);
    if (!mayTouch(kinds[index - 1] as number, kind, list ? firstLineOf(list) : (texts[index] as string))) return true;
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
