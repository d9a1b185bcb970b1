/** Links and images. */
import type { Node } from '../../body/tree.js';
import { BREAK, MARKUP, type OpenLink, type Piece, type Place, TAG, WORDS } from '../line.js';
import { escapeText, isPlain } from './escape.js';
import { lineFacts } from './line-facts.js';

/** Writes the text of a link. */
type WriteText = (pieces: Piece[], place: Place, link: boolean) => string;

/** `https://a.example/b`: what may stand between `<` and `>`; CommonMark wants a scheme of two letters or more. */
const AUTOLINK = /^[A-Za-z][A-Za-z\d+.-]{1,31}:[^\s<>\\]*$/;
/** White space and controls at the ends of an address mean nothing, line ends inside neither (URL standard). */
const ADDRESS_EDGES = /^[\0-\x20]+|[\0-\x20]+$/g;
const ADDRESS_LINE_ENDS = /[\t\n\r]/g;
const BLANKS = /[ \t\n\f\r]+/g;
/** An entity-like sequence in an address or title: `&copy;` */
const REFERENCE = /&(?=#?[A-Za-z\d]+;)/g;
/** A backslash that would escape: `\(`, or what closes the address or title behind its end */
const BACKSLASH = /\\(?=[!-/:-@[-`{-~]|$)/g;

/** White space at the start or end of a text, or no text */
const EDGE_BLANK = /^(?:\s|$)|\s$/;
/** What an address needs no change for: everything but these */
const UNSAFE_IN_ADDRESS = /[\\&\0-\x20<>()\x7f]/;

/** Replaces the pieces of each link by one piece of markup. */
export function foldLinks(pieces: Piece[], place: Place, write: WriteText): Piece[] {
  if (!hasLink(pieces)) return pieces;
  const folded: Piece[] = [];
  for (let index = 0; index < pieces.length; ) {
    const piece = pieces[index] as Piece;
    const { link } = piece;
    if (!link) {
      folded.push(piece);
      index++;
      continue;
    }
    let end = index + 1;
    while (end < pieces.length && (pieces[end] as Piece).link === link) end++;
    for (const part of foldLink(pieces.slice(index, end), link, place, write)) folded.push(part);
    index = end;
  }
  return folded;
}

function hasLink(pieces: Piece[]): boolean {
  for (const { link } of pieces) if (link) return true;
  return false;
}

function isBlank(piece: Piece | undefined): boolean {
  return (
    piece !== undefined && (piece.kind === BREAK || piece.kind === TAG || (piece.kind === WORDS && !piece.value.trim()))
  );
}

/** One link; blanks and breaks at its edges go outside. */
function foldLink(pieces: Piece[], link: OpenLink, place: Place, write: WriteText): Piece[] {
  const { outer } = link;
  const before: Piece[] = [];
  const after: Piece[] = [];
  const only = pieces.length === 1 ? (pieces[0] as Piece) : null;
  if (only && only.kind === WORDS && (only.marks & ~outer) === 0 && !EDGE_BLANK.test(only.value)) {
    const inner = [{ kind: WORDS, value: only.value, marks: 0, link: null }];
    return [{ kind: MARKUP, value: linkMarkup(inner, link.node, place, write), marks: outer, link: null }];
  }
  const outside = (value: string): Piece => ({ kind: WORDS, value, marks: outer, link: null });
  let from = 0;
  let to = pieces.length;
  while (from < to && isBlank(pieces[from])) before.push({ ...(pieces[from++] as Piece), marks: outer, link: null });
  while (to > from && isBlank(pieces[to - 1])) after.unshift({ ...(pieces[--to] as Piece), marks: outer, link: null });
  if (from === to) {
    const value = linkMarkup([], link.node, place, write);
    return [...before, { kind: MARKUP, value, marks: outer, link: null }, ...after];
  }
  const inner = pieces.slice(from, to).map((piece) => ({ ...piece, marks: piece.marks & ~outer, link: null }));
  const first = inner[0] as Piece;
  if (first.kind === WORDS && first.value.trimStart() !== first.value) {
    const value = first.value.trimStart();
    before.push(outside(first.value.slice(0, first.value.length - value.length)));
    first.value = value;
  }
  const last = inner[inner.length - 1] as Piece;
  if (last.kind === WORDS && last.value.trimEnd() !== last.value) {
    const value = last.value.trimEnd();
    after.unshift(outside(last.value.slice(value.length)));
    last.value = value;
  }
  const value = linkMarkup(inner, link.node, place, write);
  return [...before, { kind: MARKUP, value, marks: outer, link: null }, ...after];
}

function linkMarkup(inner: Piece[], node: Node, place: Place, write: WriteText): string {
  const address = cleanAddress(node.get('href') ?? '');
  const title = node.get('title');
  const only = inner.length === 1 ? (inner[0] as Piece) : null;
  if (only && only.kind === WORDS && only.marks === 0 && !title && only.value === address && AUTOLINK.test(address)) {
    return `<${address}>`;
  }
  return `[${write(inner, place, true)}](${destination(address)}${titlePart(title)})`;
}

/** An address without what a browser ignores in it. */
export function cleanAddress(address: string): string {
  return !UNSAFE_IN_ADDRESS.test(address) ? address : address.replace(ADDRESS_EDGES, '').replace(ADDRESS_LINE_ENDS, '');
}

/** Address as a link destination: in angle brackets where it has blanks or parentheses that do not balance. */
export function destination(address: string): string {
  if (address === '') return '<>';
  if (!UNSAFE_IN_ADDRESS.test(address)) return address;
  let text = address.replace(BACKSLASH, '\\\\').replace(REFERENCE, '\\&');
  if (!/[\0-\x20<>()\x7f]/.test(text)) return text;
  if (!/[\0-\x20\x7f]/.test(text) && !text.startsWith('<') && areParenthesesBalanced(text)) return text;
  text = text.replace(/[<>]/g, '\\$&').replace(/[\0-\x1f\x7f]/g, (character) => encodeURIComponent(character));
  return `<${text}>`;
}

function areParenthesesBalanced(text: string): boolean {
  let depth = 0;
  for (const character of text) {
    if (character === '(' && ++depth > 30) return false;
    if (character === ')' && --depth < 0) return false;
  }
  return depth === 0;
}

function titlePart(title: string | null): string {
  const text = title?.replace(BLANKS, ' ').trim();
  if (!text) return '';
  const escaped = text.replace(BACKSLASH, '\\\\').replace(REFERENCE, '\\&');
  if (!escaped.includes('"')) return ` "${escaped}"`;
  return escaped.includes("'") ? ` "${escaped.replaceAll('"', '\\"')}"` : ` '${escaped}'`;
}

/** Text of an image, escaped only where it must be: markdown-it loses escaped characters in it. */
function altText(alt: string): string {
  const text = alt.replace(BLANKS, ' ').trim();
  return isPlain(text)
    ? text
    : escapeText(text, '', ']', lineFacts([{ kind: WORDS, value: text, marks: 0, link: null }], true));
}

/** Writes an image: `![alt](address "title")`. */
export function imageMarkup(node: Node): string {
  const address = cleanAddress(node.get('src') ?? '');
  return `![${altText(node.get('alt') ?? '')}](${destination(address)}${titlePart(node.get('title'))})`;
}
