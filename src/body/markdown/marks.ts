/**
 * What Markdown's own marks make of its source, for rules that know HTML: quotes, lists, paragraphs, line breaks, links
 * and images. Where a look is not sure (emphasis, a newline that is a break), only what rules see depends on it: the
 * source of a mark is copied as it stands.
 */
import { decodeHTML } from 'entities/decode';
import { SYNTAX } from './cover.js';
import type { InlineLink } from './inline.js';
import type { MarkdownText } from './text.js';

export interface Mark {
  /** Element name, or `SYNTAX` for source that shows nothing. */
  name: string;
  start: number;
  /** End of what opens it and start of what closes it, e.g. of `[` and `](url)`. */
  openEnd: number;
  closeStart: number;
  end: number;
  /** Nothing is in it: its source is one piece. */
  leaf: boolean;
  attributes: ReadonlyMap<string, string> | null;
  link: InlineLink | null;
}

/** `> ` and blanks before a line's text, e.g. "  > ". */
const quotePrefix = /^[ \t>]*/;
/**
 * Marks and blanks before the text of a heading or of an item's first line, e.g. "## ", "- [ ] ", "1. > "; in a heading
 * a number is text.
 */
const blockPrefix =
  /^(?:[ \t>]|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))*(?:#{1,6}(?=[ \t])[ \t]*|\[[ xX]\](?=[ \t])[ \t]*)?/;
/** What closes an ATX heading, e.g. " ##". */
const closingHashes = /[ \t]+#+[ \t]*$/;
/** A mark of emphasis at both ends of a line, e.g. "**x**"; group 1 the mark. */
const emphasized = /^(\*{1,3}|_{1,3})(?=[^\s*_])[^*_]*[^\s*_]\1$/;
/** Tags and targets, where a mark's character is none, e.g. "<a target=_b>", "](c_d)". */
const unread = /<[^<>]*>|\]\([^()\s]*\)/g;
const hardBreak = /(?: {2,}|\\)$/;

const scheme = /^[a-z][a-z0-9+.-]*:/i;

/** The end of a sentence or a bracket: behind it a newline may well be meant. */
const ended = /[.!?;:…)\]>*_|"”’』」）】。！？；：]$/;
const cjk = /[\u3000-\u9fff\uac00-\ud7af\uff00-\uffef]/;
/** Nobody wraps lines at less than this many characters. */
const NARROWEST = 40;

/** The marks of a Markdown text, those that hold others first. Linear. */
export function findMarks({ text, lines, read, segments }: MarkdownText): Mark[] {
  const marks: Mark[] = [];
  for (const block of read.blocks) {
    const start = lines[block.from] as number;
    const end = trimmedEnd(text, lines[block.to] ?? text.length);
    if (end <= start) continue;
    if (block.type === 'inline') textMarks(text, start, end, block.parent.slice(-2).trim(), marks);
    else if (Object.hasOwn(containers, block.type)) marks.push(element(containers[block.type] as string, start, end));
  }
  for (const link of segments.links) {
    if (isCode(text, link)) marks.push(element('code', link.start, link.end));
    marks.push(linkMark(text, link));
  }
  return marks.sort((a, b) => a.start - b.start || b.end - a.end);
}

const containers: Readonly<Record<string, string>> = {
  blockquote_open: 'blockquote',
  bullet_list_open: 'ul',
  ordered_list_open: 'ol',
  list_item_open: 'li',
};

/** A paragraph or a heading, the source at the ends of its lines, and its breaks. */
function textMarks(text: string, start: number, end: number, name: string, marks: Mark[]): void {
  const first = blockPrefix.exec(text.slice(start, Math.min(end, start + 200)))?.[0] ?? '';
  // Behind a quote's mark a paragraph may go with its line; behind a list's mark the item stays.
  const from = name === 'p' && !/^[ \t>]*$/.test(first) ? start + first.length : start;
  if (from >= end) return;
  marks.push(element(name, from, end));
  if (first !== '') marks.push(leaf(SYNTAX, start, start + first.length));
  const source = text.slice(start + first.length, end);
  const lines = source.split('\n');
  const isHeading = name !== 'p';
  const widest = Math.max(NARROWEST, ...lines.slice(0, 400).map(({ length }) => length));
  let at = start + first.length;
  for (const [index, line] of lines.entries()) {
    const prefix = index === 0 ? 0 : (quotePrefix.exec(line) as RegExpExecArray)[0].length;
    const lineEnd = at + line.length;
    if (prefix > 0) marks.push(leaf(SYNTAX, at, at + prefix));
    const next = lines[index + 1];
    if (isHeading && (index > 0 ? /^[ \t>]*(?:=+|-+)[ \t]*$/.test(line) : closingHashes.test(line))) {
      const tail = index > 0 ? line.length - prefix : (closingHashes.exec(line) as RegExpExecArray)[0].length;
      if (tail > 0) marks.push(leaf(SYNTAX, lineEnd - tail, lineEnd));
    } else {
      const broken = next === undefined ? '' : (hardBreak.exec(line)?.[0] ?? '');
      const words = line.slice(prefix, line.length - broken.length);
      emphasisMarks(words, at + prefix, marks);
      const isBreak = broken !== '' || (next !== undefined && isDeliberate(words.trim(), next, widest));
      if (isBreak && next !== undefined) marks.push(leaf('br', lineEnd - broken.length, lineEnd + 1));
    }
    at = lineEnd + 1;
  }
}

function emphasisMarks(words: string, start: number, marks: Mark[]): void {
  const line = words.trim();
  if (line[0] !== '*' && line[0] !== '_') return;
  const lead = words.length - words.trimStart().length;
  const mark = emphasized.exec(line.replace(unread, 'x'))?.[1];
  if (mark === undefined) return;
  const from = start + lead;
  const to = start + words.trimEnd().length;
  marks.push(leaf(SYNTAX, from, from + mark.length), leaf(SYNTAX, to - mark.length, to));
}

/** A line that is one image. Example: `![](a.png "x")`. */
const imageLine = /^!\[[^\]]*\]\([^()]*\)[ \t]*$/;

/** A newline that no wrapping made: the next word had room, and a sentence ends here or Chinese is written. */
function isDeliberate(line: string, next: string, widest: number): boolean {
  const following = next.replace(quotePrefix, '');
  if (imageLine.test(line) || imageLine.test(following)) return true;
  const begin = following[0] ?? '';
  const isCjk = cjk.test(line.at(-1) ?? '') || cjk.test(begin);
  if (!isCjk && !ended.test(line)) return false;
  const word = cjk.test(begin) ? 1 : following.search(/\s|$/);
  return line.length + 1 + word <= widest;
}

/** A link around code comes from code that holds a link: no rule looks into code. */
function isCode(text: string, { image, textStart, textEnd }: InlineLink): boolean {
  return !image && text[textStart] === '`' && text[textEnd - 1] === '`';
}

function linkMark(text: string, link: InlineLink): Mark {
  const { start, end, textStart, textEnd, image } = link;
  const attributes = new Map<string, string>();
  const target = targetOf(text.slice(link.urlStart, link.urlEnd));
  // `<a@b.c>` is an address without its scheme.
  const url = link.urlStart === textStart && !scheme.test(target) ? `mailto:${target}` : target;
  if (url !== '') attributes.set(image ? 'src' : 'href', url);
  if (!image) return { name: 'a', start, openEnd: textStart, closeStart: textEnd, end, leaf: false, attributes, link };
  attributes.set('alt', text.slice(textStart, textEnd));
  const title = text.slice(link.urlEnd, end - 1).trim();
  if (title !== '') attributes.set('title', title.slice(1, -1));
  return { ...leaf('img', start, end), attributes, link };
}

/**
 * A character reference of Markdown: a name needs its semicolon (`?a=1&copy=2` has none), a number does not to all
 * readers. Example: `&amp;`, `&#58`
 */
const reference = /&(?:\w{1,32};|#\d{1,7};?|#x[\da-f]{1,6};?)/gi;

/** A link's target as a reader takes it. */
export function targetOf(source: string): string {
  const bare = source.startsWith('<') ? source.slice(1, -1) : source;
  const plain = bare.replace(/\\([!-/:-@[-`{-~])/g, '$1');
  return plain.includes('&') ? plain.replace(reference, decodeHTML) : plain;
}

function element(name: string, start: number, end: number): Mark {
  return { name, start, openEnd: start, closeStart: end, end, leaf: false, attributes: null, link: null };
}

function leaf(name: string, start: number, end: number): Mark {
  return { name, start, openEnd: end, closeStart: end, end, leaf: true, attributes: null, link: null };
}

/** Where a block's last line with text ends; the blanks behind its text belong to it. */
function trimmedEnd(text: string, end: number): number {
  let at = end;
  for (;;) {
    if (text[at - 1] === '\n') at--;
    let blank = at;
    while (text[blank - 1] === ' ' || text[blank - 1] === '\t') blank--;
    if (blank > 0 && text[blank - 1] !== '\n') return at;
    if (blank === 0) return 0;
    at = blank;
  }
}
