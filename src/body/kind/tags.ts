/** Tags and text of a body whose kind is not known yet, read so that neither Markdown nor HTML is misread. */
import { BacktickRuns, runEnd } from '../markdown/backticks.js';
import { isHtmlElement } from '../markdown/elements.js';
import { findFences } from '../markdown/fences.js';

export interface Tag {
  name: string;
  close: boolean;
  start: number;
  end: number;
}

/** A stretch whose text does not count: comment, script, style, content of `pre`, fence, code span. */
export interface Mask {
  what: 'comment' | 'code' | 'pre' | 'fence' | 'span';
  start: number;
  end: number;
}

export interface Scan {
  tags: Tag[];
  masks: Mask[];
}

/** Tags that never end cost a scan to the end each; after so many, `<` is a plain character. */
const maxUnended = 16;

/** Name of a tag at its place, e.g. `</div` or `<h2`. */
const tagName = /<(\/?)([a-zA-Z][a-zA-Z0-9]*)(?=[\s/>])/y;

/** @param body LF line ends; linear */
export function scanTags(body: string): Scan {
  const tags: Tag[] = [];
  const masks: Mask[] = [];
  const fences = findFences(body);
  const runs = new BacktickRuns(body);
  const lower = body.toLowerCase();
  const missing = new Set<string>();
  let fence = 0;
  let unended = 0;
  const find = (needle: string, from: number): number => {
    if (missing.has(needle)) return -1;
    const at = lower.indexOf(needle, from);
    if (at < 0) missing.add(needle);
    return at;
  };

  for (let at = 0; at < body.length; ) {
    while (fence < fences.length && (fences[fence]?.start ?? 0) < at) fence++;
    const nextFence = fences[fence]?.start ?? body.length;
    const special = nextSpecial(body, at, nextFence);
    if (special === nextFence) {
      const found = fences[fence];
      if (found) masks.push({ what: 'fence', start: found.start, end: found.end });
      at = found?.end ?? body.length;
    } else if (body[special] === '`') {
      const open = runEnd(body, special);
      const close = runs.next(open - special, open);
      if (close >= 0 && close - open < 2000 && !body.slice(open, close).includes('\n\n')) {
        at = close + open - special;
        masks.push({ what: 'span', start: special, end: at });
      } else at = open;
    } else if (body.startsWith('<!--', special)) {
      const close = find('-->', special + 4);
      at = close < 0 ? special + 4 : close + 3;
      if (close >= 0) masks.push({ what: 'comment', start: special, end: at });
    } else {
      tagName.lastIndex = special;
      const match = tagName.exec(body);
      const name = match?.[2]?.toLowerCase() ?? '';
      const end = match && isHtmlElement(name) && unended < maxUnended ? tagEnd(body, tagName.lastIndex) : 0;
      if (end < 0) unended++;
      if (end <= 0) {
        at = special + 1;
        continue;
      }
      const close = match?.[1] === '/';
      tags.push({ name, close, start: special, end });
      at = end;
      if (close || !(name === 'pre' || name === 'script' || name === 'style')) continue;
      const closing = find(`</${name}`, end);
      if (closing < 0) continue;
      masks.push({ what: name === 'pre' ? 'pre' : 'code', start: end, end: closing });
      at = closing;
    }
  }
  return { tags, masks };
}

function nextSpecial(body: string, from: number, limit: number): number {
  for (let at = from; at < limit; at++) {
    const code = body.charCodeAt(at);
    if (code === 0x3c || code === 0x60) return at;
    if (code === 0x5c) at++;
  }
  return limit;
}

/** End of the tag whose attributes start at `from`, or -1: quotes count behind `=` only. */
function tagEnd(body: string, from: number): number {
  for (let at = from; at < body.length; at++) {
    const char = body[at];
    if (char === '>') return at + 1;
    if (char !== '=') continue;
    while (/\s/.test(body[at + 1] ?? '')) at++;
    const quote = body[at + 1];
    if (quote !== '"' && quote !== "'") continue;
    at = body.indexOf(quote, at + 2);
    if (at < 0) return -1;
  }
  return -1;
}
