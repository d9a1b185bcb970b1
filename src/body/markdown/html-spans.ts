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
      if (piece.what === 'tag') span[piece.close ? 'closes' : 'opens'] = piece.name;
      spans.push(span);
    }
    at = end;
  }
  return { spans, cut: text.length };
}

/**
 * The first opening tag of an element whose content is raw text (`<title>` in prose) that nothing closes here. What
 * looks like a tag inside such an element is its content: `<script><script></script>` is one element.
 */
export function deadRawText(spans: readonly InlineSpan[]): InlineSpan | null {
  const lastCloses = new Map<string, number>();
  for (const { closes, start } of spans) if (closes !== undefined) lastCloses.set(closes, start);
  let inside: string | null = null;
  for (const span of spans) {
    if (inside !== null) {
      if (span.closes === inside) inside = null;
    } else if (span.opens !== undefined && rawText.has(span.opens)) {
      if ((lastCloses.get(span.opens) ?? -1) <= span.start) return span;
      inside = span.opens;
    }
  }
  return null;
}
