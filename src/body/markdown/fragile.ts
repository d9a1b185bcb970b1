/**
 * HTML of a Markdown text that readers do not agree about: tags that nothing ends or closes, or that close what is not
 * open, comments that end at once, notes between tags. An edit there may change what stands far behind it.
 */
import { voids } from '../vocabulary.js';
import { type Fence, findFences } from './fences.js';
import { type HtmlPiece, HtmlScanner } from './html-syntax.js';
import { autolinkEnd } from './inline.js';
import type { Span } from './opaque.js';

/** What begins a tag, a comment or a declaration, or only looks so, e.g. "<a", "</", "<!"; a tag that is code is none. And a note, "[^1]:". */
const opener = /`<[^`\n]*>`|<[a-zA-Z/!?]|^ {0,3}\[\^/gm;

/** A line with a backtick that has no other on it, e.g. "a ` b": a code span may go over lines, or not. */
const oddBackticks = /^[^`\n]*`[^`\n]*(?:`[^`\n]*`[^`\n]*)*$/gm;

/** Blanks that would make a line code where no paragraph goes on, e.g. "\n    ". */
const codeIndent = /\n(?: {4}|\t)[ \t]*$/;
const lineStart = /\n[ \t]*$/;

/** How far an indent is looked for, in UTF-16 units. */
const REACH = 40;

/** Elements whose end is often left out (HTML standard, 13.1.2.4). */
const optionalEnd = new Set('p li dt dd td th tr tbody thead tfoot option rt rp colgroup'.split(' '));

/** Elements whose content is not read as tags, or not shown at all where the reader knows them. */
const opaque = new Set('noscript script style title textarea template xmp plaintext noembed noframes'.split(' '));

/** A line break, a bracket or a tag's end in a tag, e.g. "<a t=\">\">", "<e\n>". */
const oddTag = /[\n<]|>./;

/** A blank line in a comment, a comment in a comment, an end that only some readers know. */
const oddComment = /\n[ \t]*\n|.<!--|--!>/;

/**
 * The stretches between blank lines in which such HTML stands, in order. Linear; may name harmless ones (code).
 * @param text LF line ends
 */
export function fragileSpans(text: string): Span[] {
  const places = text.includes('<') ? fragilePlaces(text) : [];
  const spans: Span[] = [];
  for (const place of places) {
    if (place < (spans.at(-1)?.end ?? 0)) continue;
    const start = text.lastIndexOf('\n\n', place);
    const end = text.indexOf('\n\n', place);
    spans.push({ start: start < 0 ? 0 : start + 2, end: end < 0 ? text.length : end + 1 });
  }
  return spans;
}

function fragilePlaces(text: string): number[] {
  const fences = findFences(text);
  const isFenced = inFences(fences);
  const scanner = new HtmlScanner(text);
  const places: number[] = [];
  const open: { name: string; at: number }[] = [];
  opener.lastIndex = 0;
  for (let match = opener.exec(text); match; match = opener.exec(text)) {
    const at = match.index;
    if (isFenced(at) || match[0][0] === '`') continue;
    if (match[0].endsWith('^')) {
      if (open.length > 0) places.push(at);
      continue;
    }
    const autolink = autolinkEnd(text, at);
    const piece = autolink < 0 ? scanner.read(at) : null;
    opener.lastIndex = Math.max(opener.lastIndex, autolink, piece?.end ?? 0);
    if (autolink < 0 && (!piece || isOdd(text, at, piece) || (open.length === 0 && isIndented(text, at, piece)))) {
      places.push(at);
    }
    if (piece?.what !== 'tag' || voids.has(piece.name)) continue;
    if (opaque.has(piece.name) || (piece.name === 'pre' && open.at(-1)?.name === 'pre')) places.push(at);
    if (!piece.close) open.push({ name: piece.name, at });
    else if (!closes(open, piece.name)) places.push(at);
  }
  for (const { name, at } of open) if (!optionalEnd.has(name)) places.push(at);
  const isCode = inFences(fences);
  for (const { index } of text.matchAll(oddBackticks)) if (!isCode(index)) places.push(index);
  return places.sort((a, b) => a - b);
}

/** Says whether a place is in fenced code; ask with rising places. */
function inFences(fences: readonly Fence[]): (at: number) => boolean {
  let next = 0;
  return (at) => {
    while ((fences[next]?.end ?? Number.POSITIVE_INFINITY) <= at) next++;
    return (fences[next]?.start ?? Number.POSITIVE_INFINITY) <= at;
  };
}

function isOdd(text: string, at: number, piece: HtmlPiece): boolean {
  const source = text.slice(at, piece.end);
  if (piece.what === 'comment') return piece.end - at < 7 || oddComment.test(source);
  return piece.what === 'other' || oddTag.test(source.slice(1)) || isInTarget(text, at);
}

/** A link's target may begin before a tag, and end behind it: `[a](b<i>)`. */
function isInTarget(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - REACH), at);
  const target = before.lastIndexOf('](');
  return target >= 0 && !/[\s)]/.test(before.slice(target));
}

/** Behind a paragraph such a line is text, else code; and what is no element at a line's start is no block to all. */
function isIndented(text: string, at: number, { what }: HtmlPiece): boolean {
  const before = (at < REACH ? '\n' : '') + text.slice(Math.max(0, at - REACH), at);
  return codeIndent.test(before) || (what === 'placeholder' && lineStart.test(before));
}

/** Takes the element that an end tag closes; whether it stood innermost, apart from ends that are left out. */
function closes(open: { name: string; at: number }[], name: string): boolean {
  while (open.length > 0) {
    const last = open.pop() as { name: string; at: number };
    if (last.name === name) return true;
    if (!optionalEnd.has(last.name)) {
      open.push(last);
      return false;
    }
  }
  return false;
}
