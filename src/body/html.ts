/**
 * HTML to our tree: htmlparser2's tokenizer drives a tree builder whose every step is O(1) in the depth.
 *
 * htmlparser2's own `Parser` keeps its open elements in an array used from the front, so that deep input costs
 * depth squared. Here open elements are a linked chain (the tree itself), and for each name the places where it is
 * open are known. Cells, list items and definition terms close across what stands open inside them, as in the HTML
 * standard; formatting elements are not re-opened (no adoption agency: it lets n tags make n * n elements).
 */
import { type QuoteType, Tokenizer, type TokenizerCallbacks } from 'htmlparser2';
import { append, COMMENT, createDocument, ELEMENT, Node, TEXT } from './tree.js';
import { blocks, rawText, voids } from './vocabulary.js';

/** Elements that close an open `<p>`: the blocks of the standard's "close a p element" steps. */
const closesParagraph = blocks;

const headings = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6']);
const cellScopes = new Set(['td', 'th', 'caption']);
const tableParts = new Set(['td', 'th', 'caption', 'tr', 'tbody', 'thead', 'tfoot', 'colgroup']);

/** Which open table parts a new part closes, inside the nearest table. */
const tablePartCloses: Record<string, readonly string[]> = {
  td: ['td', 'th', 'caption', 'colgroup'],
  th: ['td', 'th', 'caption', 'colgroup'],
  tr: ['tr', 'caption', 'colgroup'],
  tbody: ['tbody', 'thead', 'tfoot', 'caption', 'colgroup'],
  thead: ['tbody', 'thead', 'tfoot', 'caption', 'colgroup'],
  tfoot: ['tbody', 'thead', 'tfoot', 'caption', 'colgroup'],
  caption: ['caption', 'colgroup', 'tbody', 'thead', 'tfoot'],
  colgroup: ['caption', 'colgroup', 'tbody', 'thead', 'tfoot'],
};

/** Openings that close an element of these names if it is the current one. */
const closesCurrent: Record<string, readonly string[]> = {
  option: ['option'],
  optgroup: ['option', 'optgroup'],
  rt: ['rt', 'rp'],
  rp: ['rt', 'rp'],
  rb: ['rb', 'rt', 'rp'],
  a: ['a'],
};

/** What an open `<li>`, `<dt>` or `<dd>` is not closed across: another list, a quote, a cell. */
const itemBarriers = new Set([
  'ul',
  'ol',
  'menu',
  'dir',
  'dl',
  'blockquote',
  'figure',
  'section',
  'article',
  'details',
]);

/** What an end tag is not matched across: the cell, caption or table that it stands in. */
const scopeBarriers = new Set(['td', 'th', 'caption', 'table', 'template', 'object', 'foreignobject']);

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

class TreeBuilder implements TokenizerCallbacks {
  readonly root: Node;
  readonly unclosed: Unclosed[] = [];
  private current: Node;
  /** Depth of each open element, and for each name the depths at which it is open. */
  private depth = 0;
  private readonly openAt = new Map<string, number[]>();
  private readonly itemBarrier: number[] = [];
  private readonly scopeBarrier: number[] = [];
  private readonly tables: number[] = [];
  private foreign = 0;
  private pending: Node | null = null;
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
    this.current = this.root;
  }

  // --- text ---

  ontext(start: number, end: number): void {
    this.addText(this.html.slice(start, end), start, end);
  }

  ontextentity(codepoint: number, end: number): void {
    this.addText(String.fromCodePoint(codepoint), this.at, end);
  }

  private addText(data: string, start: number, end: number): void {
    if (this.text) {
      this.text.data += data;
      this.text.end = this.base + end;
      this.text.openEnd = this.text.end;
      this.text.closeStart = this.text.end;
    } else {
      this.text = new Node(TEXT, '#text', data, this.base + start, this.base + end);
      append(this.current, this.text);
    }
    this.at = end;
  }

  oncomment(start: number, end: number, offset: number): void {
    const node = new Node(COMMENT, '#comment', this.html.slice(start, Math.max(start, end - offset)), 0, 0);
    this.addLeaf(node, this.at, end + 1);
    if (end >= this.html.length) this.unclosed.push({ name: '!--', start: node.start, length: node.data.length });
  }

  oncdata(start: number, end: number): void {
    if (this.foreign > 0) {
      this.text = null;
      this.addText(this.html.slice(start, end - 2), start, end + 1);
      this.text = null;
      return;
    }
    const node = new Node(COMMENT, '#comment', this.html.slice(start, Math.max(start, end - 2)), 0, 0);
    this.addLeaf(node, this.at, end + 1);
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
    append(this.current, node);
    this.text = null;
    this.at = last;
  }

  // --- tags ---

  onopentagname(start: number, end: number): void {
    let name = this.html.slice(start, end).toLowerCase();
    if (name === 'image' && this.foreign === 0) name = 'img';
    this.pending = new Node(ELEMENT, name, '', this.base + start - 1, this.base + end);
    this.text = null;
  }

  onattribname(start: number, end: number): void {
    this.attributeName = this.html.slice(start, end).toLowerCase();
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
    this.open(end + 1, false);
  }

  onselfclosingtag(end: number): void {
    this.open(end + 1, this.foreign > 0);
  }

  private open(end: number, selfClosed: boolean): void {
    const node = this.pending;
    this.pending = null;
    this.at = end;
    if (!node) return;
    const name = node.name;
    node.openEnd = this.base + end;
    node.end = node.openEnd;
    node.closeStart = node.openEnd;
    if (this.foreign === 0) this.closeImplied(name, node.start);
    append(this.current, node);
    if (selfClosed || (voids.has(name) && this.foreign === 0)) return;
    this.push(node);
  }

  private push(node: Node): void {
    this.current = node;
    this.depth++;
    const places = this.openAt.get(node.name);
    if (places) places.push(this.depth);
    else this.openAt.set(node.name, [this.depth]);
    if (itemBarriers.has(node.name) || scopeBarriers.has(node.name)) this.itemBarrier.push(this.depth);
    if (scopeBarriers.has(node.name)) this.scopeBarrier.push(this.depth);
    if (node.name === 'table') this.tables.push(this.depth);
    if (node.name === 'svg' || node.name === 'math') this.foreign++;
  }

  /** Closes the current element at `start` (units of the decoded input); `end` is behind its end tag, if it has one. */
  private pop(start: number, end: number): void {
    const node = this.current;
    node.closeStart = start;
    node.end = end;
    this.openAt.get(node.name)?.pop();
    if (this.itemBarrier.at(-1) === this.depth) this.itemBarrier.pop();
    if (this.scopeBarrier.at(-1) === this.depth) this.scopeBarrier.pop();
    if (this.tables.at(-1) === this.depth) this.tables.pop();
    if (node.name === 'svg' || node.name === 'math') this.foreign--;
    this.depth--;
    this.current = node.parent ?? this.root;
  }

  private popTo(depth: number, at: number): void {
    while (this.depth >= depth) this.pop(at, at);
  }

  private openDepth(name: string): number {
    return this.openAt.get(name)?.at(-1) ?? 0;
  }

  private closeImplied(name: string, at: number): void {
    if (this.depth === 0) return;
    if (name === 'li') this.closeItem(['li'], at);
    else if (name === 'dt' || name === 'dd') this.closeItem(['dt', 'dd'], at);
    else if (tableParts.has(name)) {
      const table = this.tables.at(-1) ?? 0;
      if (table === 0) return;
      for (const part of tablePartCloses[name] ?? []) {
        const depth = this.openDepth(part);
        if (depth > table) this.popTo(depth, at);
      }
      return;
    } else {
      const names = closesCurrent[name];
      while (names?.includes(this.current.name)) this.pop(at, at);
      if (headings.has(name) && headings.has(this.current.name)) this.pop(at, at);
    }
    if (closesParagraph.has(name) && this.current.name === 'p') this.pop(at, at);
  }

  private closeItem(names: readonly string[], at: number): void {
    const barrier = this.itemBarrier.at(-1) ?? 0;
    let depth = 0;
    for (const name of names) depth = Math.max(depth, this.openDepth(name));
    if (depth > barrier) this.popTo(depth, at);
  }

  onclosetag(start: number, end: number): void {
    const name = this.html.slice(start, end).toLowerCase();
    const bracket = this.html.indexOf('>', end);
    const close = bracket < 0 ? this.html.length : bracket + 1;
    this.text = null;
    this.closeTag(name, this.base + start - 2, this.base + close);
    this.at = close;
  }

  private closeTag(name: string, start: number, end: number): void {
    if (name === 'br') {
      // The standard reads `</br>` as `<br>`.
      const node = new Node(ELEMENT, 'br', '', start, end);
      append(this.current, node);
      return;
    }
    const depth = this.closingDepth(name);
    if (depth > 0) {
      this.popTo(depth + 1, start);
      this.pop(start, end);
    }
  }

  /** Depth of the open element that this end tag closes, 0 for none. A stray `</p>` makes nothing. */
  private closingDepth(name: string): number {
    if (tableParts.has(name) || name === 'table') {
      const table = this.tables.at(-1) ?? 0;
      const depth = this.openDepth(name);
      return depth >= table ? depth : 0;
    }
    const scope = this.scopeBarrier.at(-1) ?? 0;
    let depth = this.openDepth(name);
    if (headings.has(name)) for (const heading of headings) depth = Math.max(depth, this.openDepth(heading));
    return depth > scope || scopeBarriers.has(name) ? depth : 0;
  }

  onend(): void {
    const end = this.base + this.html.length;
    if (rawText.has(this.current.name) && this.current.first) {
      const { name, start, openEnd } = this.current;
      this.unclosed.push({ name, start, length: end - openEnd });
    }
    // A tag that the end of the input cut off (`abc <b`) is no tag: its characters stay, as text.
    this.pending = null;
    if (this.at < this.html.length) this.addText(this.html.slice(this.at), this.at, this.html.length);
    this.popTo(1, end);
  }
}

/**
 * Parses an HTML body. Never throws, whatever the input; linear in its length.
 * @param html a slice of the decoded input
 * @param base where that slice starts, in UTF-16 units
 */
export function parseHtml(html: string, base = 0): Parsed {
  const builder = new TreeBuilder(html, base);
  const tokenizer = new Tokenizer({ decodeEntities: true }, builder);
  tokenizer.write(html);
  tokenizer.end();
  return { root: builder.root, unclosed: builder.unclosed };
}

export { cellScopes };
