/** The tags of one HTML block, as CommonMark and as the HTML parser read them. */
import { rawText } from '../vocabulary.js';
import { type HtmlScanner, laxTagEnd } from './html-syntax.js';
import type { InlineSpan } from './inline.js';

/** Name of a tag that CommonMark's grammar does not know, e.g. "<td" of `<td"x">`. */
const laxName = /^<(\/?)([a-zA-Z][a-zA-Z0-9]*)/;

/** The tags of an HTML block, and where a tag begins that its end cuts off: from there on all is text. */
export function htmlSpans(text: string, first: number, scanner: HtmlScanner): { spans: InlineSpan[]; cut: number } {
  const spans: InlineSpan[] = [];
  for (let at = first; at >= 0; at = text.indexOf('<', at)) {
    const piece = scanner.read(at);
    const end = piece?.end ?? (text.startsWith('<!--', at) ? at + 4 : laxTagEnd(text, at));
    if (end < 0) return { spans, cut: at };
    const lax = piece ? null : laxName.exec(text.slice(at, Math.min(at + 32, end)));
    if (lax) spans.push({ what: 'html', start: at, end, [lax[1] ? 'closes' : 'opens']: lax[2]?.toLowerCase() });
    if (piece && piece.what !== 'other' && piece.what !== 'comment') {
      const span: InlineSpan = { what: piece.what === 'tag' ? 'html' : 'placeholder', start: at, end: piece.end };
      if (piece.what === 'tag' && !piece.empty) span[piece.close ? 'closes' : 'opens'] = piece.name;
      spans.push(span);
    }
    at = end;
  }
  return { spans: withListings(spans, text), cut: text.length };
}

/** What code in a `pre` is by its look: a tag of no HTML element that is closed, a declaration of a document. Example: `</groupId>`, `<b/>`. */
const xml = /^<\/|\/>$/;
const declaration = /<\?xml[\s?]|<!doctype\s/i;
/** Around the code itself, e.g. "<code class=xml>". */
const codeTag = /^\s*<code[^<>]*>|<\/code>\s*$/gi;
/** A page, its head and its scripts are no part of a line of code. */
const pageParts: ReadonlySet<string> = new Set('html head body link meta title script style'.split(' '));

/** A `pre` whose tags were meant to be read, as nobody escaped them: its content is one stretch of text. */
function withListings(spans: InlineSpan[], text: string): InlineSpan[] {
  const found: InlineSpan[] = [];
  for (let index = 0; index < spans.length; index++) {
    const span = spans[index] as InlineSpan;
    found.push(span);
    if (span.opens !== 'pre') continue;
    let close = index + 1;
    while (close < spans.length && spans[close]?.closes !== 'pre' && spans[close]?.opens !== 'pre') close++;
    const last = spans[close];
    if (last?.closes !== 'pre') continue;
    const content = text.slice(span.end, last.start);
    if (!isListing(content, spans.slice(index + 1, close), text)) continue;
    const [lead = '', trail = ''] = codeTags(content);
    found.push({ what: 'placeholder', start: span.end + lead.length, end: last.start - trail.length });
    index = close - 1;
  }
  return found;
}

function isListing(content: string, tags: readonly InlineSpan[], text: string): boolean {
  if (content.trim() === '' || !content.includes('<')) return false;
  if (declaration.test(content)) return true;
  if (tags.some(({ what, start, end }) => what === 'placeholder' && xml.test(text.slice(start, end)))) return true;
  return tags.some(({ opens }) => opens !== undefined && pageParts.has(opens));
}

/** The tags of a `code` around the whole content, where there is one. */
function codeTags(content: string): string[] {
  const tags = content.match(codeTag) ?? [];
  return tags.length === 2 && content.trim().startsWith('<code') ? tags : [];
}

/**
 * Tags that are none: what looks like a tag inside an element whose content is raw text is its content
 * (`<script><script></script>` is one element). And the first such element (`<title>` in prose) that nothing closes here.
 */
export function rawTextOf(spans: readonly InlineSpan[]): { content: ReadonlySet<InlineSpan>; dead: InlineSpan | null } {
  const lastCloses = new Map<string, number>();
  for (const { closes, start } of spans) if (closes !== undefined) lastCloses.set(closes, start);
  const content = new Set<InlineSpan>();
  let inside: string | null = null;
  for (const span of spans) {
    if (inside !== null) {
      if (span.closes === inside) inside = null;
      else content.add(span);
    } else if (span.opens !== undefined && rawText.has(span.opens)) {
      if ((lastCloses.get(span.opens) ?? -1) <= span.start) return { content, dead: span };
      inside = span.opens;
    }
  }
  return { content, dead: null };
}
