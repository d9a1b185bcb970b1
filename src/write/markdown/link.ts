/** Links and images. */
import type { Node } from '../../body/tree.js';
import { folded } from '../../body/white-space.js';
import { BREAK, CODE, type LinePlace, MARKUP, type Piece, TAG, WORDS } from '../line.js';
import { DEL, EM, STRONG } from '../vocabulary.js';
import { BLANK, classAt, LETTER } from './characters.js';
import { escapeText, isPlain } from './escape.js';
import { lineFacts } from './line-facts.js';

/** Writes the text of a link. */
type WriteText = (pieces: Piece[], place: LinePlace, link: boolean) => string;

/** `https://a.example/b`: what may stand between `<` and `>`: a scheme of two letters or more, and no control character. */
const AUTOLINK = /^[A-Za-z][A-Za-z\d+.-]{1,31}:[^\s\0-\x20\x7f<>\\]*$/;
/** White space and controls at the ends of an address mean nothing, line ends inside neither (URL standard). */
const ADDRESS_EDGES = /^[\0-\x20]+|[\0-\x20]+$/g;
const ADDRESS_LINE_ENDS = /[\t\n\r]/g;
/** An entity-like sequence in an address or title: `&copy;` */
const REFERENCE = /&(?=#?[A-Za-z\d]+;)/g;
/** A backslash that would escape: `\(`, or what closes the address or title behind its end */
const BACKSLASH = /\\(?=[!-/:-@[-`{-~]|$)/g;

/** White space at the start or end of a text, or no text */
const EDGE_BLANK = /^(?:\s|$)|\s$/;
/** What an address needs no change for: everything but these */
const UNSAFE_IN_ADDRESS = /[\\&\0-\x20<>()\x7f]/;

/** Replaces the pieces of each link by one piece of markup. */
export function foldLinks(pieces: Piece[], place: LinePlace, write: WriteText): Piece[] {
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
    const outer = outerMarks(pieces, index, end, link.outer);
    for (const part of foldLink(pieces.slice(index, end), link.node, outer, place, write)) folded.push(part);
    index = end;
  }
  return folded;
}

function hasLink(pieces: Piece[]): boolean {
  for (const { link } of pieces) if (link) return true;
  return false;
}

/**
 * The marks that stay around a link. One that covers nothing else and could not open or close beside the letters there
 * goes into the link, where brackets stand beside it: `前**[a](u)**后` would be no emphasis, `前[**a**](u)后` is.
 */
export function outerMarks(pieces: Piece[], from: number, to: number, outer: number): number {
  if (outer === 0) return 0;
  const before = pieces[from - 1];
  const after = pieces[to];
  const own = outer & ~((before?.marks ?? 0) | (after?.marks ?? 0)) & (STRONG | EM | DEL);
  if (own === 0) return outer;
  const beside = isLetter(before, pieces[from] as Piece, true) || isLetter(after, pieces[to - 1] as Piece, false);
  return beside ? outer & ~own : outer;
}

/** Whether a letter stands beside an edge of a link: blanks at the edge itself go between them. */
function isLetter(beside: Piece | undefined, edge: Piece, before: boolean): boolean {
  // Of another link a bracket stands there.
  if (beside?.kind !== WORDS || beside.value === '' || beside.link) return false;
  if (edge.kind === WORDS && classAt(edge.value, before ? 0 : edge.value.length - 1) === BLANK) return false;
  return classAt(beside.value, before ? beside.value.length - 1 : 0) >= LETTER;
}

function isBlank(piece: Piece | undefined): boolean {
  return (
    piece !== undefined && (piece.kind === BREAK || piece.kind === TAG || (piece.kind <= CODE && !piece.value.trim()))
  );
}

/** One link; blanks and breaks at its edges go outside. */
function foldLink(pieces: Piece[], node: Node, outer: number, place: LinePlace, write: WriteText): Piece[] {
  const before: Piece[] = [];
  const after: Piece[] = [];
  const only = pieces.length === 1 ? (pieces[0] as Piece) : null;
  if (only && only.kind === WORDS && (only.marks & ~outer) === 0 && !EDGE_BLANK.test(only.value)) {
    const inner = [{ kind: WORDS, value: only.value, marks: 0, link: null }];
    return [{ kind: MARKUP, value: linkMarkup(inner, node, place, write), marks: outer, link: null }];
  }
  const outside = (value: string): Piece => ({ kind: WORDS, value, marks: outer, link: null });
  let from = 0;
  let to = pieces.length;
  while (from < to && isBlank(pieces[from])) before.push({ ...(pieces[from++] as Piece), marks: outer, link: null });
  while (to > from && isBlank(pieces[to - 1])) after.unshift({ ...(pieces[--to] as Piece), marks: outer, link: null });
  if (from === to) return [...before, ...after];
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
  const value = linkMarkup(inner, node, place, write);
  return [...before, { kind: MARKUP, value, marks: outer, link: null }, ...after];
}

function linkMarkup(inner: Piece[], node: Node, place: LinePlace, write: WriteText): string {
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
  const text = title && folded(title).trim();
  if (!text) return '';
  const escaped = text.replace(BACKSLASH, '\\\\').replace(REFERENCE, '\\&');
  if (!escaped.includes('"')) return ` "${escaped}"`;
  return escaped.includes("'") ? ` "${escaped.replaceAll('"', '\\"')}"` : ` '${escaped}'`;
}

/** Text of an image, escaped only where it must be: markdown-it loses escaped characters in it. */
function altText(alt: string): string {
  const text = folded(alt).trim();
  return isPlain(text)
    ? text
    : escapeText(text, '', ']', lineFacts([{ kind: WORDS, value: text, marks: 0, link: null }], true));
}

/** Writes an image: `![alt](address "title")`. */
export function imageMarkup(node: Node): string {
  const address = cleanAddress(node.get('src') ?? '');
  return `![${altText(node.get('alt') ?? '')}](${destination(address)}${titlePart(node.get('title'))})`;
}
