/**
 * Markdown to the tree that HTML bodies use, for text, links and images of Markdown bodies. Footnote marks, math,
 * template tags and placeholders (`<your-name>`) are masked before and given back as they stand in the source.
 */
import { decodeHTML } from 'entities/decode';
import MarkdownIt, { type Options } from 'markdown-it';
import { spanAt } from './bisect.js';
import { parseHtml } from './html.js';
import { maxNesting } from './markdown/block-phase.js';
import { footnoteMark, spreadFootnotes } from './markdown/footnotes.js';
import { MarkdownText } from './markdown/text.js';
import { parseParagraphs } from './paragraphs.js';
import { following, type Node, TEXT } from './tree.js';
import { blocks } from './vocabulary.js';

const renderer = new MarkdownIt({ html: true, maxNesting } as Options);
// What runs code is known elsewhere (`live.ts`); to markdown-it a picture in an address is no image.
renderer.validateLink = () => true;

/** Template tags and math, e.g. "{{ x }}", "$$"; not indented or fenced code. */
const masked = /^ {0,3}(?:\{[{%]|\$)/;

/** What is left of a line is blank. */
const REST_IS_BLANK = /[ \t]*$/my;
/** A line so far in which blocks may begin. Example: `> ` */
const BLOCK_START = /^[ \t>]*$/;
/** Longer than any such start is. UTF-16 units. */
const LINE_HEAD = 64;

/** What would begin a block on the lines behind a placeholder, where to Markdown it is text of a block of HTML. */
const BLOCK_MARK = /\n[ \t]*(?:#{1,6}(?=[ \t\n]|$)|>|[-+*](?=[ \t\n]|$)|`{3,}|~{3,}|(?:=+|-{2,})(?=[ \t]*(?:\n|$)))/g;
/** Code in a line that would be a fence at a line's start. */
const FENCE = /^`{3,}[^`\n]*\n/;
const escaped = (lead: string): string => lead.replace(/[#>+*`~=-]/g, '\\$&');

/** An element that shows nothing and begins no block: what stands around it stays apart for a reader of Markdown. */
const UNSEEN_TAG = '<wbr>';

/**
 * Renders Markdown (CommonMark, tables, strikethrough). Never throws; no text is lost, however deep.
 * @returns a document whose offsets are places in the rendered HTML, not in the source
 */
export function renderMarkdown(markdown: string): Node {
  const masks = new Masks(markdown);
  const env = {};
  const tokens = renderer.parse(masks.hide(spreadFootnotes(markdown)), env);
  // Deeper than its limit markdown-it drops text: such a body is read as plain paragraphs.
  if (tokens.some(({ level }) => level >= maxNesting - 1)) {
    return parseParagraphs(markdown.replaceAll('&', '&amp;').replaceAll('<', '&lt;'), 0).root;
  }
  const { root } = parseHtml(renderer.renderer.render(tokens, renderer.options, env));
  masks.showAll(root);
  return root;
}

/**
 * What stands for a tag that shows nothing. Gone without a trace it would bring marks together that are none
 * (`*<font> a`, `[a](<b>c)`); where it began a block, or was all of its line, nothing does.
 */
function traceOf(text: string, start: number, end: number): string {
  const head = text.slice(Math.max(0, start - LINE_HEAD), start);
  if (!BLOCK_START.test(head.slice(head.lastIndexOf('\n') + 1))) return UNSEEN_TAG;
  REST_IS_BLANK.lastIndex = end;
  const name = /[a-z][a-z\d]*/i.exec(text.slice(start, end))?.[0].toLowerCase() ?? '';
  return blocks.has(name) || REST_IS_BLANK.test(text) ? '' : UNSEEN_TAG;
}

class Masks {
  private readonly sources: string[] = [];
  private readonly mark: string;
  private readonly pattern: RegExp;

  constructor(text: string) {
    // A private-use character that the text does not have; it counts as a letter.
    let code = 0xe000;
    while (code < 0xf8ff && text.includes(String.fromCharCode(code))) code++;
    this.mark = String.fromCharCode(code);
    this.pattern = new RegExp(`${this.mark}(\\d+)${this.mark}`, 'g');
  }

  hide(text: string): string {
    const parts: string[] = [];
    let at = 0;
    const { list, htmlBlocks } = new MarkdownText(text).segments;
    const literal = htmlBlocks.filter((block) => block.literal);
    const plain = (from: number, to: number): string => {
      const source = text.slice(from, to);
      return this.hideNotes(spanAt(literal, from) ? source.replace(BLOCK_MARK, escaped) : source);
    };
    for (const { what, start, end } of list) {
      parts.push(plain(at, start));
      const source = text.slice(start, end);
      if (what === 'lone' || (what === 'stray' && !/^<a\b/i.test(source))) parts.push(traceOf(text, start, end));
      else if (what === 'placeholder') parts.push(source.replace(/</g, '&lt;'));
      else if (what === 'pre' && source.startsWith('{')) parts.push(`\n\n<pre>${this.add(source)}</pre>\n\n`);
      else if (what === 'code' && spanAt(literal, start) && FENCE.test(source))
        parts.push(source.replace(/[`~]/g, '\\$&'));
      else if (what === 'html' || !masked.test(source)) parts.push(source);
      // A formula's references are characters before any script sees it; a template tag is read as it stands.
      else parts.push(this.add(source.trimStart()[0] === '$' ? decodeHTML(source) : source));
      at = end;
    }
    parts.push(plain(at, text.length));
    return parts.join('');
  }

  private hideNotes(text: string): string {
    return text.includes('[^') ? text.replace(footnoteMark, (mark) => this.add(mark)) : text;
  }

  private add(source: string): string {
    this.sources.push(source);
    return `${this.mark}${this.sources.length - 1}${this.mark}`;
  }

  showAll(root: Node): void {
    if (this.sources.length === 0) return;
    for (let node = root.first; node; node = following(node, root)) {
      if (node.type === TEXT) node.data = this.show(node.data);
      for (const [name, value] of node.attributes ?? []) node.attributes?.set(name, this.show(value));
    }
  }

  private show(text: string): string {
    if (!text.includes(this.mark) && !text.includes('%')) return text;
    // Link targets come out percent-encoded.
    const plain = text.replaceAll(encodeURIComponent(this.mark), this.mark);
    return plain.replace(this.pattern, (_, index: string) => this.sources[Number(index)] ?? '');
  }
}
