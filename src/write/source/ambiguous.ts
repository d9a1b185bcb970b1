/**
 * HTML of a Markdown text that readers do not agree about: tags that nothing ends or closes, or that close what is not
 * open, comments that end at once, notes between tags. An edit there may change what stands far behind it.
 */

import { type Fence, findFences } from '../../body/markdown/fences.js';
import { type HtmlPiece, HtmlScanner } from '../../body/markdown/html-syntax.js';
import { autolinkEnd } from '../../body/markdown/inline.js';
import type { Span } from '../../body/markdown/opaque.js';
import { rawText, voids } from '../../body/vocabulary.js';

/** What begins a tag or a comment, e.g. "<a", "</", "<!", but no tag as code; a note, "[^1]:"; a link's target, "](". */
const opener = /`<[^`\n]*>`|<[a-zA-Z/!?]|^ {0,3}\[\^|\]\(/gm;

/** The end of a link's target, e.g. ")". */
const targetEnd = /[\s)]/g;

/** A line with a backtick that has no other on it, e.g. "a ` b": a code span may go over lines, or not. */
const oddBackticks = /^[^`\n]*`[^`\n]*(?:`[^`\n]*`[^`\n]*)*$/gm;

/** Blanks that would make a line code where no paragraph goes on, e.g. "\n    ". */
const codeIndent = /\n(?: {4}|\t)[ \t]*$/;
const lineStart = /\n[ \t]*$/;

/** How far an indent is looked for, in UTF-16 units. */
const REACH = 40;

/** Elements whose end is often left out (HTML standard, 13.1.2.4). */
const optionalEnd = new Set('p li dt dd td th tr tbody thead tfoot option rt rp colgroup'.split(' '));

/** A line break, a bracket or a tag's end in a tag, e.g. "<a t=\">\">", "<e\n>". */
const oddTag = /[\n<]|>./;

/** A character reference that a tag cuts: without the tag it is one. Example: "&#<b>0;</b>". */
const cutReference = /&#?\w{0,30}$/;

/** No link's target may hold one (CommonMark 0.31, section 6.3): where one goes, a link may come. */
const control = /[\u0001-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;

/** What would begin a block, were it not for an invisible character; in an HTML block no escape is read. Example: U+FEFF `#`. */
const hiddenMark = /^[ \t]*[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]+[^\p{L}\s]/gmu;

/** A blank line in a comment, a comment in a comment, an end that only some readers know. */
const oddComment = /\n[ \t]*\n|.<!--|--!>/;

/** What may begin or end what goes beyond a blank line: a tag, a comment, a fence. */
const spreading = /<[a-zA-Z/!?]|`{3}|~{3}/;

/** A stretch between blank lines in which such HTML stands. */
export interface AmbiguousSpan extends Span {
  /** An edit elsewhere may change how it reads, or it how what stands elsewhere does. */
  spreads: boolean;
}

/**
 * The stretches between blank lines in which such HTML stands, in order. Linear; may name harmless ones (code).
 * @param text LF line ends
 */
export function ambiguousSpans(text: string): AmbiguousSpan[] {
  if (!text.includes('<') && text.search(control) < 0) return [];
  const fences = findFences(text);
  const html = htmlPlaces(text, fences);
  const spans: AmbiguousSpan[] = [];
  let next = 0;
  for (const place of [...html, ...characterPlaces(text, fences)].sort((a, b) => a - b)) {
    if (place < (spans.at(-1)?.end ?? 0)) continue;
    const before = text.lastIndexOf('\n\n', place);
    const behind = text.indexOf('\n\n', place);
    const start = before < 0 ? 0 : before + 2;
    const end = behind < 0 ? text.length : behind + 1;
    while ((html[next] ?? end) < start) next++;
    spans.push({ start, end, spreads: (html[next] ?? end) < end || spreading.test(text.slice(start, end)) });
  }
  return spans;
}

/**
 * Whether an edit may have changed how the text reads where nobody sees it: it stands in such a stretch, or one that
 * spreads is there. Linear.
 * @param spans of `before`
 */
export function needsProof(before: string, after: string, spans: readonly AmbiguousSpan[]): boolean {
  const now = framed(after);
  let from = 0;
  return spans.some(({ start, end, spreads }) => {
    if (spreads) return true;
    const stretch = framed(before.slice(start, end));
    const at = now.indexOf(stretch, from);
    from = at + stretch.length - 2;
    return at < 0;
  });
}

/** Between blank lines, however many newlines end it. */
function framed(text: string): string {
  let end = text.length;
  while (text[end - 1] === '\n') end--;
  return `\n\n${text.slice(0, end)}\n\n`;
}

/** Odd backticks, and characters whose going makes marks: what is unsure about them ends with their paragraph. */
function characterPlaces(text: string, fences: readonly Fence[]): number[] {
  const places: number[] = [];
  const isCode = inFences(fences);
  for (const { index } of text.matchAll(oddBackticks)) if (!isCode(index)) places.push(index);
  for (const pattern of [control, hiddenMark]) {
    for (const { index } of text.matchAll(pattern)) places.push(index);
  }
  return places;
}

/** Places of tags, comments and notes between tags, in no order. */
function htmlPlaces(text: string, fences: readonly Fence[]): number[] {
  const isFenced = inFences(fences);
  const scanner = new HtmlScanner(text);
  const places: number[] = [];
  const open: { name: string; at: number }[] = [];
  let target = 0;
  opener.lastIndex = 0;
  for (let match = opener.exec(text); match; match = opener.exec(text)) {
    const at = match.index;
    if (isFenced(at) || match[0][0] === '`') continue;
    if (match[0] === '](') {
      if (at >= target) target = endOfTarget(text, at);
      continue;
    }
    if (match[0].endsWith('^')) {
      if (open.length > 0) places.push(at);
      continue;
    }
    const autolink = autolinkEnd(text, at);
    const piece = autolink < 0 ? scanner.read(at) : null;
    opener.lastIndex = Math.max(opener.lastIndex, autolink, piece?.end ?? 0);
    if (
      autolink < 0 &&
      (!piece ||
        at < target ||
        isOdd(text, at, piece) ||
        (open.length === 0 && isIndented(text, at, piece)) ||
        cutReference.test(text.slice(Math.max(0, at - REACH), at)))
    ) {
      places.push(at);
    }
    if (piece?.what !== 'tag' || voids.has(piece.name)) continue;
    const around = open.at(-1)?.name ?? '';
    // What looks like a tag in raw text is none to some, and ends it for others.
    if (rawText.has(around) ? piece.name !== around || !piece.close : piece.name === 'pre' && around === 'pre') {
      places.push(at);
    }
    if (!piece.close) open.push({ name: piece.name, at });
    else if (!closes(open, piece.name)) places.push(at);
  }
  for (const { name, at } of open) if (!optionalEnd.has(name)) places.push(at);
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
  return piece.what === 'other' || oddTag.test(source.slice(1));
}

/** A link's target may begin before a tag, and end behind it: `[a](b<i>)`. */
function endOfTarget(text: string, at: number): number {
  targetEnd.lastIndex = at + 2;
  return targetEnd.exec(text)?.index ?? text.length;
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
