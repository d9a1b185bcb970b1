/**
 * HTML to our tree: htmlparser2's tokenizer drives a tree builder whose every step is O(1) in the depth.
 *
 * htmlparser2's own `Parser` keeps its open elements in an array used from the front, so that deep input costs depth
 * squared; `open-elements.ts` is in its place. Cells, list items and definition terms close across what stands open
 * inside them, as in the HTML standard. Formatting elements are opened again only behind an end tag that crosses a few
 * of them (no whole adoption agency: it lets n tags make n * n elements).
 */
import type { QuoteType, TokenizerCallbacks } from 'htmlparser2';
import { OpenElements } from './open-elements.js';
import type { Tag } from './tags.js';
import { FastTokenizer } from './tokenizer.js';
import { append, COMMENT, createDocument, ELEMENT, Node, TEXT } from './tree.js';
import { blocks, onlyHtml, rawText } from './vocabulary.js';

/** A raw-text element that the end of the input closed: its text is suspect when long. */
export interface Unclosed {
  name: string;
  start: number;
  length: number;
}

export interface Parsed {
  root: Node;
  /** `script`, `style`, `textarea`, `title` and comments that nothing closed. */
  unclosed: Unclosed[];
}

/** White space alone stands in a head and does not end it. */
const isBlank = /^\s*$/;

class TreeBuilder implements TokenizerCallbacks {
  readonly root: Node;
  readonly unclosed: Unclosed[] = [];
  readonly tokenizer = new FastTokenizer(this);
  private readonly elements: OpenElements;
  /** One string for each attribute name: they are kept as long as the tree is. */
  private readonly attributeNames = new Map<string, string>();
  private pending: Node | null = null;
  private pendingTag: Tag | null = null;
  private attributeName = '';
  private attributeValue = '';
  /** End of the last event, in units of the slice. */
  private at = 0;
  private text: Node | null = null;

  /** @param base added to every offset: where the slice starts in the decoded input */
  constructor(
    private readonly html: string,
    private readonly base: number,
  ) {
    this.root = createDocument(base, base + html.length);
    this.root.closeStart = this.root.end;
    this.elements = new OpenElements(this.root);
  }

  isInForeignContext(): boolean {
    return this.elements.isForeign;
  }

  // --- text ---

  ontext(start: number, end: number): void {
    // At the end of the input the tokenizer calls what is left of a tag text too, from where it lost count.
    if (this.pending || start < this.at) return;
    this.addText(this.html.slice(start, end), start, end);
  }

  ontextentity(codepoint: number, end: number): void {
    this.addText(String.fromCodePoint(codepoint), this.at, end);
  }

  private addText(data: string, start: number, end: number): void {
    // Behind markup that makes no node, as `</>`, another piece begins: a text node is one slice of the input.
    if (this.text?.end === this.base + start) {
      this.text.data += data;
      this.text.end = this.base + end;
      this.text.openEnd = this.text.end;
      this.text.closeStart = this.text.end;
    } else {
      const { current } = this.elements;
      if (current.name === 'head' && !isBlank.test(data)) this.elements.endHead(this.base + start);
      this.text = new Node(TEXT, '#text', data, this.base + start, this.base + end);
      append(this.elements.current, this.text);
    }
    this.at = end;
  }

  oncomment(start: number, end: number, offset: number): void {
    const node = new Node(COMMENT, '#comment', this.html.slice(start, Math.max(start, end - offset)), 0, 0);
    this.addLeaf(node, this.at, end + 1);
    if (end >= this.html.length) this.unclosed.push({ name: '!--', start: node.start, length: node.data.length });
  }

  oncdata(start: number, end: number): void {
    this.text = null;
    this.addText(this.html.slice(start, end - 2), start, end + 1);
    this.text = null;
  }

  ondeclaration(_start: number, end: number): void {
    this.addLeaf(new Node(COMMENT, '#doctype', '', 0, 0), this.at, end + 1);
  }

  onprocessinginstruction(start: number, end: number): void {
    this.addLeaf(new Node(COMMENT, '#comment', this.html.slice(start, end), 0, 0), this.at, end + 1);
  }

  private addLeaf(node: Node, start: number, end: number): void {
    const last = Math.min(end, this.html.length);
    node.start = this.base + start;
    node.end = this.base + last;
    node.openEnd = node.end;
    node.closeStart = node.end;
    append(this.elements.current, node);
    this.text = null;
    this.at = last;
  }

  // --- tags ---

  onopentagname(start: number, end: number): void {
    const { tags, isForeign } = this.elements;
    let tag = tags.get(this.html.slice(start, end));
    if (tag.name === 'image' && !isForeign) tag = tags.get('img');
    this.pendingTag = tag;
    this.pending = new Node(ELEMENT, tag.name, '', this.base + start - 1, this.base + end);
    this.text = null;
  }

  onattribname(start: number, end: number): void {
    const spelling = this.html.slice(start, end);
    let name = this.attributeNames.get(spelling);
    if (name === undefined) {
      name = spelling.toLowerCase();
      // Drawings of the time before SVG 2 write their addresses so.
      if (name === 'xlink:href') name = 'href';
      this.attributeNames.set(spelling, name);
    }
    this.attributeName = name;
    this.attributeValue = '';
  }

  onattribdata(start: number, end: number): void {
    this.attributeValue += this.html.slice(start, end);
  }

  onattribentity(codepoint: number): void {
    this.attributeValue += String.fromCodePoint(codepoint);
  }

  onattribend(_quote: QuoteType): void {
    const node = this.pending;
    if (!node) return;
    node.attributes ??= new Map();
    if (!node.attributes.has(this.attributeName)) node.attributes.set(this.attributeName, this.attributeValue);
  }

  onopentagend(end: number): void {
    this.finishTag(end + 1, false);
  }

  onselfclosingtag(end: number): void {
    const { isForeign } = this.elements;
    const tag = this.pendingTag;
    const isEmpty = isForeign ? !tag?.isBreakout : tag?.isForeignRoot || tag?.isMedium;
    this.tokenizer.recognizeSelfClosing = isEmpty === true;
    this.finishTag(end + 1, isEmpty === true);
  }

  private finishTag(end: number, selfClosed: boolean): void {
    const node = this.pending;
    const tag = this.pendingTag;
    this.pending = null;
    this.at = end;
    if (!node || !tag) return;
    node.openEnd = this.base + end;
    node.end = node.openEnd;
    node.closeStart = node.openEnd;
    this.elements.closeImplied(tag, node.start);
    if (this.elements.isForeign && onlyHtml.has(node.name)) node.name = 'g';
    append(this.elements.current, node);
    // `<br>` is empty inside of SVG and MathML too: there it ends them (HTML standard, 13.2.6.5).
    if (selfClosed || tag.isVoid || (tag.name === 'head' && this.isInBody(node))) return;
    this.elements.push(node, tag);
  }

  /** The tag of a head behind something that shows means nothing (13.2.6.4.7). */
  private isInBody({ prev, parent }: Node): boolean {
    if (parent?.name === 'html') return false;
    if (parent !== this.root) return true;
    for (let before = prev; before; before = before.prev) {
      if (before.type === TEXT ? !isBlank.test(before.data) : before.type === ELEMENT) return true;
    }
    return false;
  }

  onclosetag(start: number, end: number): void {
    const bracket = this.html.indexOf('>', end);
    const close = bracket < 0 ? this.html.length : bracket + 1;
    this.text = null;
    const tag = this.elements.tags.get(this.html.slice(start, end));
    const from = this.base + start - 2;
    const to = this.base + close;
    if (tag.name === 'br' || tag.name === 'p') this.elements.leaveForeign(from);
    // The standard reads `</br>` as `<br>`.
    if (tag.name === 'br') append(this.elements.current, new Node(ELEMENT, 'br', '', from, to));
    else this.elements.close(tag, from, to);
    this.at = close;
  }

  onend(): void {
    const end = this.base + this.html.length;
    const { current } = this.elements;
    if (rawText.has(current.name) && current.first) {
      const { name, start, openEnd } = current;
      this.unclosed.push({ name, start, length: end - openEnd });
    }
    // A block's tag that the end of the input cut off shows nothing in a browser; of any other (`abc <b`) it is not
    // sure that it was meant for a tag, and its characters stay as text.
    const rest = this.html.slice(this.at);
    if (this.pending && blocks.has(this.pending.name)) {
      this.addLeaf(new Node(COMMENT, '#comment', rest, 0, 0), this.at, this.html.length);
    }
    this.pending = null;
    if (this.at < this.html.length) this.addText(this.html.slice(this.at), this.at, this.html.length);
    // `<template>` in prose that nobody escaped: what follows is the article, though browsers show none of it.
    for (let node: Node | null = this.elements.current; node; node = node.parent) {
      if (node.name === 'template') node.name = 'span';
    }
    this.elements.closeAll(end);
  }
}

/**
 * Parses an HTML body. Never throws, whatever the input; linear in its length.
 * @param html a slice of the decoded input
 * @param base where that slice starts, in UTF-16 units
 */
export function parseHtml(html: string, base = 0): Parsed {
  const builder = new TreeBuilder(html, base);
  const { tokenizer } = builder;
  tokenizer.write(html);
  tokenizer.end();
  return { root: builder.root, unclosed: builder.unclosed };
}
