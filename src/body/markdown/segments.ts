/** Which parts of a Markdown text are HTML, which are copied whatever is in them; all the rest is Markdown's own text. */
import { blocks as blockElements, voids } from '../vocabulary.js';
import type { Block, BlockText } from './blocks.js';
import { htmlSpans, rawTextOf } from './html-spans.js';
import { HtmlScanner } from './html-syntax.js';
import { type InlineLink, type InlineSpan, scanInline } from './inline.js';
import { opaqueSpans, type Span } from './opaque.js';
import type { HtmlBlock, Segment, Segments } from './segment.js';
import { namedTags, type TagPlace, type Unclosed, unclosedTags } from './unclosed.js';

/** A table's delimiter row or a line without a pipe ends nothing; a pipe behind a backslash parts no cells. */
const cellEnd = /\\[\s\S]|\|/g;

/** Quoted lines, e.g. "> a". */
const quoted = /^[ \t]*(?:[-*+][ \t]+|\d{1,9}[.)][ \t]+)*>/;

/** The rest of a line is blank, and the next one begins with text, e.g. " \n  text". */
const textLine = /[ \t]*\n[ \t]*[^\s<]/y;

/** A line that begins with a block's tag, e.g. "<h3>": it ends the text before it. */
const blockLine = new RegExp(`^ {0,3}</?(?:${[...blockElements].join('|')})(?=[\\s/>])`, 'gim');

/** A tag at the start of an indented line, e.g. "    <td>". */
const startsWithTag = /^\s*<\/?[a-zA-Z][a-zA-Z\d-]*(?=[\s/>])/;

/** Finds the segments of a Markdown text. Linear. */
export function findSegments(source: BlockText): Segments {
  const opaque = opaqueSpans(source.text);
  const first = new Collector(source, opaque, new Map());
  const found = first.run();
  const unclosed = unclosedTags(first.tags);
  // What stands open tells code from HTML, so that all is read again without them.
  return unclosed.size === 0 ? found : new Collector(source, opaque, unclosed).run();
}

class Collector {
  private readonly list: Segment[] = [];
  private readonly htmlBlocks: HtmlBlock[] = [];
  private readonly inlines: Span[] = [];
  private readonly links: InlineLink[] = [];
  private readonly text: string;
  private readonly lines: readonly number[];
  /** How many block elements of HTML stand open here, paragraphs not counted. */
  private open = 0;
  private readonly lastCloses = new Map<string, number>();
  /** All tags, in order. */
  readonly tags: TagPlace[] = [];

  /** @param unclosed tags that nothing closes, by their places */
  constructor(
    private readonly source: BlockText,
    private readonly opaque: readonly Span[],
    private readonly unclosed: ReadonlyMap<number, Unclosed>,
  ) {
    this.text = source.text;
    this.lines = source.lines;
  }

  run(): Segments {
    for (const block of this.source.read.blocks) this.block(block);
    const { list, htmlBlocks, inlines, links } = this;
    return { list: withOpaque(list, this.opaque), htmlBlocks, inlines, links };
  }

  private block({ type, level, from, to }: Block): void {
    const start = this.lines[from] as number;
    const end = this.lines[to] ?? this.text.length;
    if (type === 'inline') this.inline(start, end);
    else if (type === 'table_open') this.table(from, to);
    else if (type === 'html_block') {
      // In a quote each line has its mark: such a block is HTML only where it is one line.
      if (level === 0 || to === from + 1 || !quoted.test(this.text.slice(start, this.lines[from + 1]))) {
        this.html(start, end, level);
      }
    } else if (type === 'code_block' && this.open > 0 && startsWithTag.test(this.text.slice(start, end))) {
      // Other Markdown processors end an HTML block at its closing tag: indented cells are no code.
      this.html(start, end, level);
    } else if (type === 'fence' || type === 'code_block') this.list.push({ what: 'pre', start, end });
  }

  private table(from: number, to: number): void {
    for (let line = from; line < to; line++) {
      const start = this.lines[line] as number;
      const row = this.text.slice(start, this.lines[line + 1]);
      let cell = 0;
      for (const match of row.matchAll(cellEnd)) {
        if (match[0] !== '|') continue;
        this.inline(start + cell, start + match.index);
        cell = match.index + 1;
      }
      this.inline(start + cell, start + row.length);
    }
  }

  private inline(start: number, end: number): void {
    this.inlines.push({ start, end });
    const { spans, links } = scanInline(this.text.slice(start, end), start);
    if (spans.length === 0 && links.length === 0) return;
    const closes = new Map<string, number>();
    for (const { closes: name, start: at } of spans) if (name !== undefined) closes.set(name, at);
    namedTags(spans, (name) => closes.get(name) ?? -1);
    for (const link of links) this.links.push(link);
    const raw = rawTextOf(spans);
    const dead = raw.dead?.start ?? end;
    const images = links.filter(({ image }) => image);
    let image = 0;
    for (const span of spans) {
      const { start: from, end: to, what, opens, closes } = span;
      while ((images[image]?.textEnd ?? end) <= from) image++;
      // A tag in the description of an image shows nothing. Behind an unclosed element of raw text (`<title>`) what looks
      // like a tag may be its content.
      const copied = from > dead || raw.content.has(span) || (images[image]?.textStart ?? end) <= from;
      const name = copied ? undefined : (opens ?? closes);
      const unclosed = copied ? undefined : this.unclosed.get(from);
      if (name !== undefined) this.tag(name, from, to, closes !== undefined, true);
      if (name !== undefined && !unclosed) this.count(name, closes === undefined);
      const isWord = from === dead || (from > dead && what !== 'code');
      const text = isWord ? 'placeholder' : copied ? 'code' : what;
      this.list.push({ what: unclosed ?? text, start: from, end: to });
    }
  }

  /** Where the last end tag of a name stands in the whole text; -1 where there is none. */
  private lastClose(name: string): number {
    let at = this.lastCloses.get(name);
    if (at === undefined) {
      at = -1;
      for (const { index } of this.text.matchAll(new RegExp(`</${name}(?=[\\s/>])`, 'gi'))) at = index;
      this.lastCloses.set(name, at);
    }
    return at;
  }

  private tag(name: string, start: number, end: number, close: boolean, inText: boolean): void {
    this.tags.push({ name, start, close, inText, isBare: end - start === name.length + 2 });
  }

  private count(name: string, opens: boolean): void {
    if (name === 'p' || !blockElements.has(name) || voids.has(name)) return;
    this.open = Math.max(0, this.open + (opens ? 1 : -1));
  }

  /** An HTML block: all of it is HTML but what is no tag by name, and what nothing closes. */
  private html(start: number, end: number, level: number): void {
    const text = this.text.slice(start, end);
    const first = text.indexOf('<');
    if (first < 0 || /^<[?!](?!--)/.test(text.slice(first, first + 4))) return;
    const scanner = new HtmlScanner(text);
    // What looks like a block because of a placeholder is a paragraph.
    if (scanner.read(first)?.what === 'placeholder') {
      this.htmlBlocks.push({ start, end, level, literal: true });
      this.inline(start, end);
      return;
    }
    const { spans, cut } = htmlSpans(text, first, scanner);
    namedTags(spans, (name) => this.lastClose(name) - start);
    const raw = rawTextOf(spans);
    const dead = Math.min(raw.dead?.start ?? text.length, cut);
    let at = first;
    for (let next = 0, from = 0; from < text.length; ) {
      const { tail, last } = this.countBlock(spans, next, text);
      this.htmlBlocks.push({ start: start + from, end: start + tail, level });
      for (const span of spans.slice(next, last)) {
        if (span.start >= dead) break;
        if (raw.content.has(span)) continue;
        const name = span.opens ?? span.closes;
        if (name !== undefined) this.tag(name, start + span.start, start + span.end, span.closes !== undefined, false);
        const what = this.unclosed.get(start + span.start) ?? span.what;
        if (what === 'html' || what === 'code') continue;
        if (span.start > at) this.list.push({ what: 'html', start: start + at, end: start + span.start });
        this.list.push({ what, start: start + span.start, end: start + span.end });
        at = span.end;
      }
      if (at < Math.min(dead, tail))
        this.list.push({ what: 'html', start: start + at, end: start + Math.min(dead, tail) });
      if (dead < tail) this.list.push({ what: 'placeholder', start: start + Math.max(at, dead), end: start + tail });
      blockLine.lastIndex = tail;
      from = tail < text.length ? (blockLine.exec(text)?.index ?? text.length) : tail;
      if (tail < from) this.inline(start + tail, start + from);
      next = last;
      while ((spans[next]?.start ?? from) < from) next++;
      at = from;
    }
  }

  /**
   * Counts the open elements through an HTML block, from the span `next` on. Returns where it ends for other Markdown
   * processors than CommonMark: behind the line that closes its last element, where text goes on there. Its author saw
   * Markdown from there on. And which span comes first behind it.
   */
  private countBlock(spans: readonly InlineSpan[], next: number, text: string): { tail: number; last: number } {
    for (let index = next; index < spans.length; index++) {
      const { opens, closes, end } = spans[index] as InlineSpan;
      const name = opens ?? closes;
      if (name === undefined) continue;
      this.count(name, closes === undefined);
      if (this.open > 0 || closes === undefined || !blockElements.has(closes)) continue;
      textLine.lastIndex = end;
      if (textLine.test(text)) return { tail: text.indexOf('\n', end) + 1, last: index + 1 };
    }
    return { tail: text.length, last: spans.length };
  }
}

/** Cuts the opaque stretches out of the segments and puts them in as `pre`. */
function withOpaque(list: Segment[], opaque: readonly Span[]): Segment[] {
  if (opaque.length === 0) return list;
  const result: Segment[] = [];
  let next = 0;
  let covered = 0;
  const add = (what: Segment['what'], start: number, end: number) => {
    if (start < end) result.push({ what, start, end });
  };
  for (const { what, start, end } of list) {
    let at = Math.max(start, covered);
    for (let span = opaque[next]; span && span.start < end; span = opaque[next]) {
      add(what, at, span.start);
      add('pre', span.start, span.end);
      covered = span.end;
      at = Math.max(at, covered);
      next++;
    }
    add(what, at, end);
  }
  for (const span of opaque.slice(next)) add('pre', span.start, span.end);
  return result;
}
