/**
 * HTML to our tree: htmlparser2's tokenizer drives a tree builder whose every step is O(1) in the depth.
 *
 * htmlparser2's own `Parser` keeps its open elements in an array used from the front, so that deep input costs
 * depth squared. Here open elements are a linked chain (the tree itself), and for each name the places where it is
 * open are known. Cells, list items and definition terms close across what stands open inside them, as in the HTML
 * standard; formatting elements are not re-opened (no adoption agency: it lets n tags make n * n elements).
 */
import type { QuoteType, TokenizerCallbacks } from 'htmlparser2';
import { FastTokenizer } from './tokenizer.js';
import { append, COMMENT, createDocument, ELEMENT, Node, TEXT } from './tree.js';
import { blocks, rawText, voids } from './vocabulary.js';

/** Elements that close an open `<p>`: the blocks of the standard's "close a p element" steps. */
const closesParagraph = blocks;

const headings = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6']);
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

/** What the builder knows of one tag name, looked up once a tag. */
class Tag {
  readonly isVoid: boolean;
  readonly closesParagraph: boolean;
  readonly isItemBarrier: boolean;
  readonly isScopeBarrier: boolean;
  readonly isHeading: boolean;
  readonly isForeignRoot: boolean;
  readonly partCloses: readonly string[] | null;
  readonly closesCurrent: readonly string[] | null;
  readonly closesItems: readonly string[] | null;
  /** Depths at which it is open, the innermost last. */
  readonly open: number[] = [];

  constructor(readonly name: string) {
    this.isVoid = voids.has(name);
    this.closesParagraph = closesParagraph.has(name);
    this.isScopeBarrier = scopeBarriers.has(name);
    this.isItemBarrier = this.isScopeBarrier || itemBarriers.has(name);
    this.isHeading = headings.has(name);
    this.isForeignRoot = name === 'svg' || name === 'math';
    this.partCloses = tableParts.has(name) ? (tablePartCloses[name] as readonly string[]) : null;
    this.closesCurrent = Object.hasOwn(closesCurrent, name) ? (closesCurrent[name] as readonly string[]) : null;
    this.closesItems = name === 'li' ? ['li'] : name === 'dt' || name === 'dd' ? ['dt', 'dd'] : null;
  }
}

class TreeBuilder implements TokenizerCallbacks {
  readonly root: Node;
  readonly unclosed: Unclosed[] = [];
  private current: Node;
  private depth = 0;
  /** Tags of the open elements, by depth from 1. */
  private readonly open: Tag[] = [];
  /** Tags by their name, and by other spellings of it. */
  private readonly tags = new Map<string, Tag>();
  /** One string for each attribute name: they are kept as long as the tree is. */
  private readonly attributeNames = new Map<string, string>();
  private readonly itemBarrier: number[] = [];
  private readonly scopeBarrier: number[] = [];
  private readonly tables: number[] = [];
  private foreign = 0;
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
    this.current = this.root;
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

  private tag(spelling: string): Tag {
    let tag = this.tags.get(spelling);
    if (!tag) {
      const name = spelling.toLowerCase();
      tag = this.tags.get(name) ?? new Tag(name);
      this.tags.set(name, tag);
      this.tags.set(spelling, tag);
    }
    return tag;
  }

  onopentagname(start: number, end: number): void {
    let tag = this.tag(this.html.slice(start, end));
    if (tag.name === 'image' && this.foreign === 0) tag = this.tag('img');
    this.pendingTag = tag;
    this.pending = new Node(ELEMENT, tag.name, '', this.base + start - 1, this.base + end);
    this.text = null;
  }

  onattribname(start: number, end: number): void {
    const spelling = this.html.slice(start, end);
    let name = this.attributeNames.get(spelling);
    if (name === undefined) {
      name = spelling.toLowerCase();
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
    this.finishTag(end + 1, this.foreign > 0);
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
    if (this.foreign === 0) this.closeImplied(tag, node.start);
    append(this.current, node);
    // `<br>` is empty inside of SVG and MathML too: there it ends them (HTML standard, 13.2.6.5).
    if (selfClosed || tag.isVoid) return;
    this.push(node, tag);
  }

  private push(node: Node, tag: Tag): void {
    this.current = node;
    const depth = ++this.depth;
    this.open[depth] = tag;
    tag.open.push(depth);
    if (tag.isItemBarrier) this.itemBarrier.push(depth);
    if (tag.isScopeBarrier) this.scopeBarrier.push(depth);
    if (tag.name === 'table') this.tables.push(depth);
    if (tag.isForeignRoot) this.foreign++;
  }

  /** Closes the current element at `start` (units of the decoded input); `end` is behind its end tag, if it has one. */
  private pop(start: number, end: number): void {
    const node = this.current;
    const tag = this.open[this.depth] as Tag;
    node.closeStart = start;
    node.end = end;
    tag.open.pop();
    if (tag.isItemBarrier) this.itemBarrier.pop();
    if (tag.isScopeBarrier) this.scopeBarrier.pop();
    if (tag.name === 'table') this.tables.pop();
    if (tag.isForeignRoot) this.foreign--;
    this.depth--;
    this.current = node.parent ?? this.root;
  }

  private popTo(depth: number, at: number): void {
    while (this.depth >= depth) this.pop(at, at);
  }

  private openDepth(name: string): number {
    return deepest(this.tags.get(name));
  }

  private closeImplied(tag: Tag, at: number): void {
    if (this.depth === 0) return;
    if (tag.closesItems) this.closeItem(tag.closesItems, at);
    else if (tag.partCloses) {
      const table = this.tables.at(-1) ?? 0;
      if (table === 0) return;
      for (const part of tag.partCloses) {
        const depth = this.openDepth(part);
        if (depth > table) this.popTo(depth, at);
      }
      return;
    } else {
      // A link in a link is none: the second ends the first, across what stands open between them.
      if (tag.name === 'a' && this.openDepth('a') > (this.scopeBarrier.at(-1) ?? 0))
        this.popTo(this.openDepth('a'), at);
      const names = tag.closesCurrent;
      if (names) while (names.includes(this.current.name)) this.pop(at, at);
      if (tag.isHeading && headings.has(this.current.name)) this.pop(at, at);
    }
    if (tag.closesParagraph && this.current.name === 'p') this.pop(at, at);
  }

  private closeItem(names: readonly string[], at: number): void {
    const barrier = this.itemBarrier.at(-1) ?? 0;
    let depth = 0;
    for (const name of names) depth = Math.max(depth, this.openDepth(name));
    if (depth > barrier) this.popTo(depth, at);
  }

  onclosetag(start: number, end: number): void {
    const bracket = this.html.indexOf('>', end);
    const close = bracket < 0 ? this.html.length : bracket + 1;
    this.text = null;
    this.closeTag(this.tag(this.html.slice(start, end)), this.base + start - 2, this.base + close);
    this.at = close;
  }

  private closeTag(tag: Tag, start: number, end: number): void {
    if (tag.name === 'br') {
      // The standard reads `</br>` as `<br>`.
      const node = new Node(ELEMENT, 'br', '', start, end);
      append(this.current, node);
      return;
    }
    const depth = this.closingDepth(tag);
    if (depth > 0) {
      this.popTo(depth + 1, start);
      this.pop(start, end);
    }
  }

  /** Depth of the open element that this end tag closes, 0 for none. A stray `</p>` makes nothing. */
  private closingDepth(tag: Tag): number {
    let depth = deepest(tag);
    if (tag.partCloses || tag.name === 'table') return depth >= (this.tables.at(-1) ?? 0) ? depth : 0;
    if (tag.isHeading) for (const heading of headings) depth = Math.max(depth, this.openDepth(heading));
    return depth > (this.scopeBarrier.at(-1) ?? 0) || tag.isScopeBarrier ? depth : 0;
  }

  onend(): void {
    const end = this.base + this.html.length;
    if (rawText.has(this.current.name) && this.current.first) {
      const { name, start, openEnd } = this.current;
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
    this.popTo(1, end);
  }
}

function deepest(tag: Tag | undefined): number {
  return tag && tag.open.length > 0 ? (tag.open[tag.open.length - 1] as number) : 0;
}

/**
 * Parses an HTML body. Never throws, whatever the input; linear in its length.
 * @param html a slice of the decoded input
 * @param base where that slice starts, in UTF-16 units
 */
export function parseHtml(html: string, base = 0): Parsed {
  const builder = new TreeBuilder(html, base);
  const tokenizer = new FastTokenizer(builder);
  tokenizer.write(html);
  tokenizer.end();
  return { root: builder.root, unclosed: builder.unclosed };
}
