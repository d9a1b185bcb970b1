/**
 * What of one block of Markdown would run code for a reader that passes HTML on: by CommonMark's grammar in a
 * paragraph, by a browser's in a block of HTML. Names do not matter here: `<x-card onclick>` is an element to browsers.
 */
import { runsCode } from '../../body/live.js';
import { BacktickRuns, runEnd } from '../../body/markdown/backticks.js';
import { HtmlScanner, laxTagEnd } from '../../body/markdown/html-syntax.js';
import { autolinkEnd } from '../../body/markdown/inline.js';
import { targetOf } from '../../body/markdown/marks.js';
import { targetAttribute } from '../../body/target.js';
import type { Node } from '../../body/tree.js';
import { anew, asText, isLive, isScript, type LiveSpan, liveAttributes, named, tagOf } from './live-tag.js';

/** One attribute of an opening tag with the blanks before it; group 1 its name. Example: ` onclick="go()"`. */
const attribute = /\s+([a-z_:][\w:.-]*)(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+))?/gi;

const letter = /[a-z]/i;

const scriptEnd = /<\/script(?=[\s/>])[^<>]*>/gi;

/** A target between angle brackets. Example: `<a b>`. */
const angled = /<(?:\\[^\n]|[^<>\\\n])*>/y;

/** No control character stands in a target without brackets: with one it is none. */
const behindTarget = /[\s)]/;

/** The end of a link behind a target in brackets, or blanks before its title. */
const behindAngled = /^(?:\)|\s)/;

/** Blanks, or none. */
const blanks = /\s*/y;

/** Nothing, where a comment may stand: blocks around it stay what they are. */
const NOTHING = '<!-- -->';
/** The same behind the beginning of a comment that has no end: a comment would end it. */
const NOTHING_IN_NOTE = '<wbr>';

const special = /[\\`<[\]]/g;

/**
 * Live HTML of a block of HTML.
 * @param base added to every offset
 * @param isThreatened something stands in the whole text that would run as an attribute
 */
export function liveInBlock(text: string, base: number, isThreatened: boolean): LiveSpan[] {
  const tags = new LiveTags(text, base, true, isThreatened);
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at)) at = tags.read(at);
  return tags.found;
}

/**
 * Live HTML, links and images of a paragraph, a heading or a cell.
 * @param base added to every offset
 */
export function liveInText(text: string, base: number): LiveSpan[] {
  const tags = new LiveTags(text, base, false, false);
  const runs = new BacktickRuns(text);
  const brackets: number[] = [];
  special.lastIndex = 0;
  for (let match = special.exec(text); match; match = special.exec(text)) {
    const at = match.index;
    let next = at + 1;
    if (match[0] === '\\') next = at + 2;
    else if (match[0] === '`') {
      const open = runEnd(text, at);
      const close = runs.next(open - at, open);
      next = close < 0 ? open : close + open - at;
    } else if (match[0] === '[') brackets.push(at);
    else if (match[0] === ']') {
      const open = brackets.pop();
      if (open !== undefined && text[next] === '(') {
        next = tags.target(next + 1, text[open - 1] === '!' ? text.slice(open + 1, at) : null);
      }
    } else {
      const autolink = autolinkEnd(text, at);
      next = autolink < 0 ? tags.read(at) : tags.autolink(at, autolink);
    }
    special.lastIndex = next;
  }
  return tags.found;
}

/** Collects what is live in one block; ask with rising places. */
class LiveTags {
  readonly found: LiveSpan[] = [];
  private readonly scanner: HtmlScanner;
  private scriptEnds: number[] | null = null;
  /** End of a note that ends earlier for a browser: what follows in it is HTML. */
  private noteEnd = 0;
  /** Behind `<!--` that nothing ends. */
  private isInNote = false;
  /** The last such stretch that is no tag to CommonMark: what begins in it ends where it does. */
  private lax = { end: 0, isLive: false };
  /** Behind a script that nothing closes: no tag is sure to be one, all is text. */
  private isText = false;

  constructor(
    private readonly text: string,
    private readonly base: number,
    private readonly isBlock: boolean,
    private readonly isThreatened: boolean,
  ) {
    this.scanner = new HtmlScanner(text);
  }

  /** Reads what stands at a `<`; returns where to go on. */
  read(at: number): number {
    const { text, isBlock } = this;
    const next = text[at + 1] ?? '';
    if (this.isText) {
      if (/[a-z/!?]/i.test(next)) this.add({ start: at, end: at + 1, text: '&lt;', shown: '<' });
      return at + 1;
    }
    if (next === '!' || next === '?') return this.note(at);
    if (!letter.test(next)) return at + 1;
    const piece = this.scanner.read(at);
    if (!piece && !isBlock) return this.escapeLive(at);
    const end = piece?.end ?? laxTagEnd(text, at);
    if (end < 0) {
      // What its block's end cuts off goes on in the next block for a browser, with all that may run there.
      if (this.isThreatened) this.add(asText(text, at, text.length));
      return text.length;
    }
    const tag = tagOf(text.slice(at, end));
    if (!tag) return at + 1;
    if (isScript(tag)) return this.script(at, end);
    if (!isLive(tag)) return end;
    if (piece) this.cutAttributes(at, text.slice(at, end), tag);
    else this.add(anew(tag, at, end));
    return end;
  }

  /** Browsers end a comment at `--!>` too, and what is neither tag nor comment at the first `>`. */
  private note(at: number): number {
    if (at < this.noteEnd) return at + 1;
    const piece = this.scanner.read(at);
    if (piece?.what === 'comment') return piece.end;
    this.noteEnd = piece?.end ?? 0;
    this.isInNote ||= !piece && this.text.startsWith('<!--', at);
    return at + 1;
  }

  /** No tag to CommonMark, one to other readers: its first character is written so that all see the same. */
  private escapeLive(at: number): number {
    if (at >= this.lax.end) {
      const end = laxTagEnd(this.text, at);
      this.lax = { end: end < 0 ? this.text.length : end, isLive: false };
      this.lax.isLive = isLive(tagOf(this.text.slice(at, this.lax.end)));
    }
    if (this.lax.isLive) this.add({ start: at, end: at + 1, text: '&lt;' });
    return at + 1;
  }

  private script(at: number, openEnd: number): number {
    this.scriptEnds ??= Array.from(this.text.matchAll(scriptEnd), ({ 0: tag, index }) => index + tag.length);
    while (this.scriptEnds.length > 0 && (this.scriptEnds[0] as number) <= openEnd) this.scriptEnds.shift();
    const end = this.scriptEnds[0];
    this.isText = end === undefined;
    const span =
      end === undefined
        ? asText(this.text, at, openEnd)
        : { start: at, end, text: this.isInNote ? NOTHING_IN_NOTE : NOTHING };
    this.add(span);
    return span.end;
  }

  private cutAttributes(at: number, source: string, tag: Node): void {
    const live = new Set(liveAttributes(tag));
    for (const { 0: pair, 1: spelling = '', index } of source.matchAll(attribute)) {
      const name = spelling.toLowerCase();
      if (!live.has(name)) continue;
      const span: LiveSpan = { start: at + index, end: at + index + pair.length, text: '' };
      const before = tag.get(name);
      if (before && name === targetAttribute(tag)) span.target = { node: tag, before };
      if (span.target && tag.name === 'img') span.shown = tag.get('alt') ?? '';
      this.add(span);
    }
  }

  autolink(at: number, end: number): number {
    const before = this.text.slice(at + 1, end - 1);
    if (runsCode(before)) {
      this.add({ start: at, end: at + 1, text: '&lt;', shown: '<', target: { node: named('a'), before } });
      this.add({ start: end - 1, end, text: '&gt;', shown: '>' });
    }
    return end;
  }

  /**
   * The target of a link or an image that begins behind `](`; returns where to go on.
   * @param alt the words of an image, null for a link
   */
  target(from: number, alt: string | null): number {
    blanks.lastIndex = from;
    blanks.test(this.text);
    const start = blanks.lastIndex;
    const end = targetEnd(this.text, start);
    if (end < 0) return from;
    const source = this.text.slice(start, end);
    const before = targetOf(source);
    if (runsCode(before, alt !== null)) {
      const target = { node: named(alt === null ? 'a' : 'img'), before };
      this.add({ start, end, text: '<>', target, ...(alt === null ? {} : { shown: alt }) });
    } else if (source[0] === '<' && behindAngled.test(this.text.slice(end, end + 2))) {
      // What is a tag to a reader that knows no such target has no attribute then.
      if (isLive(tagOf(source))) this.add({ start, end, text: source.replace(/[ \t]/g, encodeURIComponent) });
      return end;
    }
    return from;
  }

  private add(span: LiveSpan): void {
    this.found.push({ ...span, start: span.start + this.base, end: span.end + this.base });
  }
}

/** Where a link's target ends that begins at a place; -1 where it is none. */
function targetEnd(text: string, start: number): number {
  if (text[start] === '<') {
    angled.lastIndex = start;
    return angled.test(text) ? angled.lastIndex : -1;
  }
  let depth = 0;
  for (let at = start; at < text.length; at++) {
    const char = text[at] as string;
    if (char === '\\') at++;
    else if (char === '(') depth++;
    else if (char.charCodeAt(0) <= 0x20 || (char === ')' && --depth < 0)) return behindTarget.test(char) ? at : -1;
  }
  return -1;
}
