/**
 * A Markdown body as the tree that HTML bodies use: its HTML is elements, all its other source is text nodes marked
 * `raw`, slices of the input. The same rules run on it, and what no rule touches is written back byte for byte.
 *
 * All that is not HTML is masked (`<` and `&` become a full stop) and the whole goes through the HTML parser once: one
 * stack of open elements over all HTML of the body, so that an element may open in one block and close in a later one.
 */
import { decodeHTML } from 'entities/decode';
import { parseHtml } from '../html.js';
import {
  append,
  createDocument,
  detach,
  ELEMENT,
  following,
  insertAfter,
  insertBefore,
  isElement,
  Node,
  TEXT,
} from '../tree.js';
import { rawText } from '../vocabulary.js';
import { coverGaps, syntaxNode } from './cover.js';
import { findMarks, type Mark } from './marks.js';
import { markOn, overlay } from './overlay.js';
import type { HtmlBlock, Segment } from './segment.js';
import { MarkdownText } from './text.js';

/** An opening tag as its author wrote it, to tell whether it must be written anew. */
export interface TagSnapshot {
  name: string;
  attributes: ReadonlyMap<string, string> | null;
}

export interface MarkdownBody {
  /** The body as its author typed it. */
  source: MarkdownText;
  root: Node;
  /** Every element of the input, in the tree or taken out of it, as it was parsed; and those that only mark code. */
  tags: ReadonlyMap<Node, TagSnapshot>;
  /** Whole HTML blocks, in order; offsets into the decoded input. */
  htmlBlocks: readonly HtmlBlock[];
  /** Elements that stand for Markdown's own marks. */
  marks: ReadonlyMap<Node, Mark>;
}

interface ParsedHtml extends Pick<MarkdownBody, 'root' | 'htmlBlocks'> {
  tags: Map<Node, TagSnapshot>;
}

const markup = /[<&]/g;

/**
 * Parses a Markdown body for the cleaning rules. Never throws; linear.
 * @param body a slice of the decoded input, LF line ends
 * @param base where that slice starts, UTF-16 units
 */
export function parseMarkdown(body: string, base: number): MarkdownBody {
  const source = new MarkdownText(body);
  const { root, tags, htmlBlocks } = parseSource(source, base);
  coverGaps(root, body);
  const marks = overlay(root, findMarks(source), body);
  for (const [node, { name, attributes }] of marks) tags.set(node, { name, attributes });
  return { source, root, tags, htmlBlocks, marks };
}

/** The same without Markdown's own marks: the HTML of a Markdown text. */
export function parseSource(source: MarkdownText, base: number): ParsedHtml {
  const { text: body } = source;
  const { list, htmlBlocks } = source.segments;
  const hasHtml = list.some(({ what }) => what === 'html');
  const root = hasHtml ? parseHtml(mask(body, list), base).root : words(body, base);
  const tags = new Map<Node, TagSnapshot>();
  const paragraphs: Node[] = [];
  const texts = new Texts(body, base, list, tags);
  for (let node = root.first; node; ) {
    const next = following(node, root);
    if (node.type === TEXT) texts.settle(node);
    else if (node.type === ELEMENT) {
      tags.set(node, { name: node.name, attributes: node.attributes && new Map(node.attributes) });
      if (node.name === 'p' && node.closeStart === node.end) paragraphs.push(node);
    }
    node = next;
  }
  const moved = htmlBlocks.map((block) => ({ ...block, start: block.start + base, end: block.end + base }));
  endParagraphs(paragraphs, moved);
  return { root, tags, htmlBlocks: moved };
}

/** A document of one text. */
function words(body: string, base: number): Node {
  const root = createDocument(base, base + body.length);
  if (body !== '') append(root, new Node(TEXT, '#text', '', base, base + body.length));
  return root;
}

/**
 * The body with its HTML only: everything else keeps its length and loses what the HTML parser would read. What stands in
 * for that is no letter: `<` of the HTML before it would begin a tag.
 */
function mask(body: string, list: readonly Segment[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { what, start, end } of list) {
    if (what !== 'html') continue;
    parts.push(body.slice(at, start).replace(markup, '.'), body.slice(start, end));
    at = end;
  }
  parts.push(body.slice(at).replace(markup, '.'));
  return parts.join('');
}

/** Puts the source back into text nodes, and cuts them where one kind of source ends and another begins. */
class Texts {
  private next = 0;

  constructor(
    private readonly body: string,
    private readonly base: number,
    private readonly list: readonly Segment[],
    private readonly tags: Map<Node, TagSnapshot>,
  ) {}

  /** Text nodes come in order of their places. */
  settle(text: Node): void {
    const { body, base, list } = this;
    const start = text.start - base;
    const end = text.end - base;
    if (text.parent && rawText.has(text.parent.name)) {
      text.data = body.slice(start, end);
      return;
    }
    while (this.next < list.length && (list[this.next] as Segment).end <= start) this.next++;
    let at = start;
    let current: Node | null = null;
    const piece = (what: Segment['what'] | 'markdown', to: number) => {
      if (to <= at) return;
      const node: Node = current ? new Node(TEXT, '#text', '', at + base, to + base) : text;
      if (current) insertAfter(current, node);
      current = this.fill(node, what, at, to);
      at = to;
    };
    for (let index = this.next; index < list.length; index++) {
      const segment = list[index] as Segment;
      if (segment.start >= end) break;
      piece('markdown', segment.start);
      piece(segment.what, Math.min(segment.end, end));
    }
    piece('markdown', end);
  }

  /** Returns the node that stands in the place of the piece. */
  private fill(node: Node, what: Segment['what'] | 'markdown', start: number, end: number): Node {
    const { body, base } = this;
    const slice = body.slice(start, end);
    if (what === 'stray') return substitute(node, syntaxNode(slice, start + base));
    if (what === 'lone') {
      const element = parseHtml(slice, start + base).root.first as Node;
      detach(element);
      substitute(node, element);
      this.tags.set(element, { name: element.name, attributes: element.attributes && new Map(element.attributes) });
      return element;
    }
    node.end = end + base;
    node.openEnd = node.end;
    node.closeStart = node.end;
    node.raw = what !== 'html';
    node.data = what === 'html' && slice.includes('&') ? decodeHTML(slice) : slice;
    if (what !== 'pre' && what !== 'code') return node;
    const element = wrap(node, what);
    this.tags.set(element, { name: what, attributes: null });
    return element;
  }
}

function substitute(text: Node, node: Node): Node {
  insertBefore(text, node);
  detach(text);
  return node;
}

/** Puts a text node into an element without tags: for rules it is code, for the writer nothing. */
function wrap(text: Node, name: string): Node {
  const element = markOn(name, text.start, text.end);
  insertBefore(text, element);
  detach(text);
  append(element, text);
  return element;
}

/** An unclosed `<p>` ends with its HTML block, as in CommonMark: the Markdown behind it is not in it. */
function endParagraphs(paragraphs: readonly Node[], htmlBlocks: readonly HtmlBlock[]): void {
  let next = 0;
  for (const paragraph of paragraphs) {
    while (next < htmlBlocks.length && (htmlBlocks[next] as HtmlBlock).end <= paragraph.start) next++;
    const block = htmlBlocks[next];
    if (!block || block.start > paragraph.start || block.end >= paragraph.end) continue;
    for (let last = paragraph.last; last && last.start >= block.end; last = paragraph.last) {
      detach(last);
      insertAfter(paragraph, last);
    }
    // An element that goes on beyond the block takes the paragraph with it.
    const { last } = paragraph;
    paragraph.end = isElement(last) ? Math.max(last.end, block.end) : block.end;
    paragraph.closeStart = paragraph.end;
  }
}
