/** Tags and text of a body whose kind is not known yet, read so that neither Markdown nor HTML is misread. */
import { BacktickRuns, runEnd } from '../markdown/backticks.js';
import { isHtmlElement } from '../markdown/elements.js';
import { findFences } from '../markdown/fences.js';
import { isSpace } from '../white-space.js';

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

/** @param body LF line ends; linear */
export function scanTags(body: string): Scan {
  const tags: Tag[] = [];
  const masks: Mask[] = [];
  const fences = findFences(body);
  const runs = new BacktickRuns(body);
  const ends = new Ends(body);
  let fence = 0;
  let unended = 0;

  for (let at = 0; at < body.length; ) {
    while (fence < fences.length && (fences[fence]?.start ?? 0) < at) fence++;
    const nextFence = fences[fence]?.start ?? body.length;
    const special = nextSpecial(body, at, nextFence);
    if (special === nextFence) {
      const found = fences[fence];
      if (found) masks.push({ what: 'fence', start: found.start, end: found.end });
      at = found?.end ?? body.length;
    } else if (body.charCodeAt(special) === BACKTICK) {
      const open = runEnd(body, special);
      const close = runs.next(open - special, open);
      if (close >= 0 && close - open < 2000 && !body.slice(open, close).includes('\n\n')) {
        at = close + open - special;
        masks.push({ what: 'span', start: special, end: at });
      } else at = open;
    } else if (body.startsWith('<!--', special)) {
      const close = ends.find(commentEnd, special + 4);
      at = close < 0 ? special + 4 : close + 3;
      if (close >= 0) masks.push({ what: 'comment', start: special, end: at });
    } else {
      const close = body.charCodeAt(special + 1) === SLASH;
      const nameStart = special + (close ? 2 : 1);
      const nameStop = nameEnd(body, nameStart);
      const name = nameStop > 0 ? body.slice(nameStart, nameStop).toLowerCase() : '';
      const end = nameStop > 0 && isHtmlElement(name) && unended < maxUnended ? tagEnd(body, nameStop) : 0;
      if (end < 0) unended++;
      if (end <= 0) {
        at = special + 1;
        continue;
      }
      tags.push({ name, close, start: special, end });
      at = end;
      const contentEnd = close ? undefined : contentEnds.get(name);
      const closing = contentEnd ? ends.find(contentEnd, end) : -1;
      if (closing < 0) continue;
      masks.push({ what: name === 'pre' ? 'pre' : 'code', start: end, end: closing });
      at = closing;
    }
  }
  return { tags, masks };
}

const BACKTICK = 0x60;
const SLASH = 0x2f;
const BACKSLASH = 0x5c;

/** What a scan stops at. Example: "<", a backtick, a backslash. */
const stop = /[<`\\]/g;

/** The next `<` or backtick that no backslash escapes; `limit` where there is none before it. */
function nextSpecial(body: string, from: number, limit: number): number {
  for (let at = from; at < limit; ) {
    stop.lastIndex = at;
    if (!stop.test(body)) return limit;
    const found = stop.lastIndex - 1;
    if (body.charCodeAt(found) !== BACKSLASH) return Math.min(found, limit);
    at = found + 2;
  }
  return limit;
}

/** Where the content of an element or comment ends; what was not found once is not looked for again. */
class Ends {
  private readonly missing = new Set<RegExp>();

  constructor(private readonly body: string) {}

  find(pattern: RegExp, from: number): number {
    if (this.missing.has(pattern)) return -1;
    pattern.lastIndex = from;
    const at = pattern.exec(this.body)?.index ?? -1;
    if (at < 0) this.missing.add(pattern);
    return at;
  }
}

const commentEnd = /-->/g;
/** End tags of the elements whose content does not count, e.g. `</PRE`. */
const contentEnds: ReadonlyMap<string, RegExp> = new Map([
  ['pre', /<\/pre/gi],
  ['script', /<\/script/gi],
  ['style', /<\/style/gi],
]);

/** End of the tag name (`div`, `h2`) that starts here, with a blank, `/` or `>` behind it; else 0. */
function nameEnd(body: string, start: number): number {
  let at = start;
  for (; ; at++) {
    const code = body.charCodeAt(at);
    const letter = code | 0x20;
    if (letter >= 0x61 && letter <= 0x7a) continue;
    if (code >= 0x30 && code <= 0x39 && at > start) continue;
    return at > start && (code === SLASH || code === 0x3e || isSpace(code)) ? at : 0;
  }
}

/** End of the tag whose attributes start at `from`, or -1: quotes count behind `=` only. */
function tagEnd(body: string, from: number): number {
  for (let at = from; at < body.length; at++) {
    const code = body.charCodeAt(at);
    if (code === 0x3e) return at + 1;
    if (code !== 0x3d) continue;
    while (isSpace(body.charCodeAt(at + 1))) at++;
    const quote = body[at + 1];
    if (quote !== '"' && quote !== "'") continue;
    at = body.indexOf(quote, at + 2);
    if (at < 0) return -1;
  }
  return -1;
}
