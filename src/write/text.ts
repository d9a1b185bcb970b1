/** Our tree to plain text: paragraphs, lists with marks, aligned tables, code as it stands, no markup. */
import type { Node } from '../body/tree.js';
import { oneLine } from '../body/white-space.js';
import { captionOf, figureAround } from './collect.js';
import { type Blocks, type Dialect, LINES, LIST, type ListBlock } from './dialect.js';
import { saysNothingMore } from './image-words.js';
import { BREAK, type LinePlace, type Piece, TAG, WORDS } from './line.js';
import type { WriteOptions } from './options.js';
import { preText } from './pre.js';
import { alignedTable } from './text-table.js';
import { write } from './walker.js';

/**
 * Writes the tree below `root` as plain text.
 * @param root a document or any element, after `applyForms`; it is not changed
 * @param without a heading that is left out: the title, which stands above the text
 * @returns text without a line end at its end
 */
export function writeText(root: Node, options: WriteOptions = {}, without: Node | null = null): string {
  const dialect: Dialect = {
    options,
    rules: [],
    line: writeLine,
    itemStart: (line) => line,
    image: (node) => image(node, options),
    anchor: () => '',
    heading: (text, node) => (node === without ? '' : text),
    quote: (blocks) => (blocks.texts.length === 0 ? '' : indent(join(blocks), '  ', '  ')),
    list: writeList,
    fence: preText,
    table: alignedTable,
    rule: () => '* * *',
    footnote: (blocks) => indent(join(blocks), '', '    '),
    join,
  };
  return write(root, dialect);
}

/** The words of a line. Blocks in a table cell stand behind one another there. */
function writeLine(pieces: Piece[], place: LinePlace): string {
  const lineEnd = place === 'flow' ? '\n' : ' ';
  let text = '';
  for (const { kind, value } of pieces) {
    if (kind === BREAK) text += lineEnd;
    else if (kind === TAG) text += text === '' || text.endsWith(' ') ? '' : ' ';
    // The image that the blank stood behind may not be written.
    else text += value.startsWith(' ') && (text === '' || text.endsWith('\n')) ? value.slice(1) : value;
  }
  return text.trimEnd();
}

/** An image by its alternative text, unless a caption or the words beside it say that. */
function image(node: Node, options: WriteOptions): Piece | null {
  if (options.images === 'none') return null;
  const alt = oneLine(node.get('alt') ?? '');
  const figure = alt === '' ? null : figureAround(node);
  if (alt === '' || (figure && captionOf(figure)?.first) || saysNothingMore(node, alt)) return null;
  return { kind: WORDS, value: alt, marks: 0, link: null };
}

/** Blocks with a blank line between them. */
function join(blocks: Blocks): string {
  if (!blocks.quotes) return blocks.texts.join('\n\n');
  const parts: string[] = [];
  joinQuoted(blocks, '', parts);
  return parts.join('\n\n');
}

function joinQuoted({ texts, quotes }: Blocks, blanks: string, parts: string[]): void {
  for (const [index, text] of texts.entries()) {
    const inner = quotes?.get(index);
    if (inner) joinQuoted(inner, `${blanks}  `, parts);
    else parts.push(indent(text, blanks, blanks));
  }
}

function writeList(list: ListBlock): string {
  const parts: string[] = [];
  writeItems(list, '', parts);
  return parts.join('');
}

/** Lists nest no deeper than the walker's levels, so that this may call itself. */
function writeItems(list: ListBlock, blanks: string, parts: string[]): void {
  const loose = list.items.some(({ kinds }) =>
    kinds.some((kind, index) => index > 0 && kind !== LIST && kind !== LINES),
  );
  const separator = loose ? '\n\n' : '\n';
  let number = list.start;
  for (const [index, { texts, lists, value }] of list.items.entries()) {
    if (list.ordered && value !== null) number = value;
    const marker = list.ordered ? `${number++}.` : '-';
    const inner = blanks + ' '.repeat(marker.length + 1);
    if (index > 0) parts.push(separator, blanks);
    parts.push(marker);
    for (const [at, text] of texts.entries()) {
      if (at > 0) parts.push(separator, inner);
      else parts.push(' ');
      const nested = lists?.get(at);
      if (nested) writeItems(nested, inner, parts);
      else parts.push(indent(at === texts.length - 1 ? text.trimEnd() : text, '', inner));
    }
  }
}

/** Puts `first` before the first line and `rest` before the others, not before empty ones. */
function indent(text: string, first: string, rest: string): string {
  return first + text.replace(/\n(?=[^\n])/g, `\n${rest}`);
}
