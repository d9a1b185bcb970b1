/**
 * Markdown to the tree that HTML bodies use, for text, links and images of Markdown bodies. Footnote marks, math,
 * template tags and placeholders (`<your-name>`) are masked before and given back as they stand in the source.
 */
import { decodeHTMLStrict } from 'entities/decode';
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
// The words of `<https://a.example/%C3%A9>` are what its author typed.
renderer.normalizeLinkText = (url) => url;

/** Template tags and math, e.g. "{{ x }}", "$$"; not indented or fenced code. */
const masked = /^ {0,3}(?:\{[{%]|\$)/;

/** What is left of a line is blank. */
const REST_IS_BLANK = /[ \t]*$/my;
/** A line so far in which blocks may begin. Example: `> ` */
const BLOCK_START = /^[ \t>]*$/;
/** Longer than any such start is. UTF-16 units. */
const LINE_HEAD = 64;

/** All that may be a mark of Markdown, character references left out. */
const MARK = /(?<!&)[!-%'-/:<-@[-`{-~]/g;

/** Its name, in a tag. */
const TAG_NAME = /(?<=^<\/?)[a-z][a-z\d-]*/i;
/** An element that shows nothing and begins no block, and one that parts words as a block does. */
const UNSEEN = 'wbr';
const BORDER = 'br';
/** A placeholder would begin a link's target here. */
const TARGET_START = /\](?:\(|:[ \t]*)$/;

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
 * What stands for a tag that shows nothing: another one, with the same blanks and quotes. Gone without a trace it would
 * bring marks together that are none (`*<font> a`, `[a](<b>c)`, `[a](/ "<i b="">")`), or words; where it began a block,
 * or was all of its line, nothing does.
 */
function traceOf(text: string, start: number, end: number): string {
  const head = text.slice(Math.max(0, start - LINE_HEAD), start);
  const tag = text.slice(start, end);
  const isBlock = blocks.has(TAG_NAME.exec(tag)?.[0].toLowerCase() ?? '');
  const trace = tag.replace(TAG_NAME, isBlock ? BORDER : UNSEEN);
  if (!BLOCK_START.test(head.slice(head.lastIndexOf('\n') + 1))) return trace;
  REST_IS_BLANK.lastIndex = end;
  return isBlock || REST_IS_BLANK.test(text) ? '' : trace;
}

/** A tag as the word that it is. In a line a reference would make a tag of what stands before it: `<a b=<c>`. */
function asWord(tag: string, isInLine: boolean): string {
  return tag.replace(/</g, isInLine ? '\\<' : '&lt;');
}

/** A character reference, or one that a backslash makes text. Example: `&amp;` */
const REFERENCE = /\\?&[#\w]{1,32};/g;

function decoded(reference: string): string {
  return reference[0] === '\\' ? reference : decodeHTMLStrict(reference);
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
    const { list, htmlBlocks, inlines } = new MarkdownText(text).segments;
    // To Markdown a placeholder that begins a block begins HTML, in which no mark counts.
    const literal = htmlBlocks.flatMap((block) =>
      block.literal ? { start: text.indexOf('<', block.start), end: block.end } : [],
    );
    const plain = (from: number, to: number): void => {
      const end = Math.min(to, spanAt(literal, from)?.end ?? from);
      parts.push(text.slice(from, end).replace(MARK, '\\$&'), this.hideNotes(text.slice(end, to)));
    };
    for (const { what, start, end } of list) {
      plain(at, start);
      const source = text.slice(start, end);
      const isInLine = spanAt(inlines, start) !== null;
      if (what === 'lone' || (what === 'stray' && isInLine && !/^<a\b/i.test(source)))
        parts.push(traceOf(text, start, end));
      else if (what === 'placeholder')
        parts.push(
          TARGET_START.test(text.slice(Math.max(0, start - LINE_HEAD), start)) ? `<${UNSEEN}>` : '',
          asWord(source, isInLine),
        );
      else if (what === 'pre' && source.startsWith('{')) parts.push(`\n\n<pre>${this.add(source)}</pre>\n\n`);
      else if (what === 'code' && spanAt(literal, start)) parts.push(source.replace(MARK, '\\$&'));
      else if (what === 'html' || !masked.test(source)) parts.push(source);
      // A formula's references are characters before any script sees it; a template tag is read as it stands.
      else parts.push(this.add(source.trimStart()[0] === '$' ? source.replace(REFERENCE, decoded) : source));
      at = end;
    }
    plain(at, text.length);
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
