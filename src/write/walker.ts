/**
 * The one walk over the tree, for every output: post-order, without recursion, each node once.
 *
 * Wrappers and paragraphs only end the line that is being collected; marks and links are properties of the text in
 * it. So runs that touch merge, empty ones vanish, and a mark or link around blocks goes into each of them, at no
 * cost in depth. Lists, quotes, tables and the caller's own rules open a frame that holds the blocks written so far.
 */
import { ELEMENT, type Node, TEXT } from '../body/tree.js';
import { type Blocks, type Dialect, FENCE, HEADING, LINES, OTHER, PARAGRAPH, QUOTE, RULE } from './dialect.js';
import { closeList, closeTable, Frame, openList, startItem, startRow } from './frame.js';
import { BREAK, CODE, MARKUP, type OpenLink, type Piece, type Place, TAG, WORDS } from './line.js';
import type { ConversionRule } from './options.js';
import { preText } from './pre.js';
import { EM, type Entry, MARK_TAGS, NESTED, vocabulary } from './vocabulary.js';

/** Lists and quotes nest this deep; deeper ones go on at this level, because each level indents every line. */
export const MAX_LEVELS = 40;

/** `a\n  b`: white space that HTML shows as one blank. */
const NEEDS_COLLAPSE = /[\t\n\f\r]| {2}/;
const BLANKS = /[ \t\n\f\r]+/g;
/** Line ends in inline code, with the blanks around them. */
const CODE_LINE_END = /[\t\n\f\r][ \t\n\f\r]*/g;

const inline: Entry = { written: 'inline', mark: 0, form: null, nests: false };

/** Writes everything below `root`. */
export function write(root: Node, dialect: Dialect): string {
  return new Walker(root, dialect).run();
}

class Walker {
  private frame: Frame;
  private pieces: Piece[] = [];
  /** The line is empty or ends in a blank: a blank that follows shows nothing. */
  private gap = true;
  private marks = 0;
  private readonly markCounts: number[] = MARK_TAGS.map(() => 0);
  private links: OpenLink[] = [];
  private link: OpenLink | null = null;
  private code = 0;
  private paragraphs = 0;
  private place: Place = 'flow';
  private placeNode: Node | null = null;
  private levels = 0;
  /** Lists and quotes that are open beyond the deepest level. */
  private deepLists = 0;
  private deepQuotes = 0;

  constructor(
    private readonly root: Node,
    private readonly dialect: Dialect,
  ) {
    this.frame = new Frame('block', root, null);
  }

  run(): string {
    const { root } = this;
    let node = root.first;
    while (node) {
      if (node.type === TEXT) this.text(node);
      else if (node.type === ELEMENT && this.enter(node)) {
        if (node.first) {
          node = node.first;
          continue;
        }
        this.leave(node);
      }
      while (!node.next) {
        const parent: Node | null = node.parent;
        if (!parent || parent === root) {
          this.flush();
          return this.dialect.join(this.frame);
        }
        node = parent;
        this.leave(node);
      }
      node = node.next;
    }
    return '';
  }

  // --- the line ---

  private text(node: Node): void {
    const { data } = node;
    if (node.raw) {
      this.push(MARKUP, data);
      this.gap = data.endsWith(' ');
    } else if (this.code > 0) this.push(CODE, CODE_LINE_END.test(data) ? data.replace(CODE_LINE_END, ' ') : data);
    else {
      let value = NEEDS_COLLAPSE.test(data) ? data.replace(BLANKS, ' ') : data;
      if (this.gap && value.charCodeAt(0) === 0x20) value = value.slice(1);
      if (value === '') return;
      this.push(WORDS, value);
      this.gap = value.charCodeAt(value.length - 1) === 0x20;
    }
  }

  private push(kind: number, value: string): void {
    const last = this.pieces[this.pieces.length - 1];
    if (last && last.kind === kind && kind <= CODE && last.marks === this.marks && last.link === this.link) {
      last.value += value;
    } else this.pieces.push({ kind, value, marks: this.marks, link: this.link });
    if (this.link) this.link.shown = true;
    this.gap = false;
  }

  /** A `<br>`: one ends the line, two end the paragraph. */
  private lineBreak(): void {
    const last = this.pieces[this.pieces.length - 1];
    if (!last || last.kind === TAG) return;
    this.trimBlank();
    const end = this.pieces[this.pieces.length - 1];
    if (end?.kind !== BREAK) this.push(BREAK, '1');
    else if (this.place === 'flow') this.flush();
    else end.value = '2';
    this.gap = true;
  }

  private trimBlank(): void {
    const last = this.pieces[this.pieces.length - 1];
    if (last?.kind !== WORDS || last.value === '') return;
    last.value = last.value.trimEnd();
    if (last.value === '') this.pieces.pop();
  }

  /** Takes the line that has been collected, without blanks and breaks at its end. */
  private takeLine(): string {
    this.trimBlank();
    while (this.pieces[this.pieces.length - 1]?.kind === BREAK) {
      this.pieces.pop();
      this.trimBlank();
    }
    const { pieces } = this;
    this.gap = true;
    if (pieces.length === 0) return '';
    this.pieces = [];
    return this.dialect.line(pieces, this.place);
  }

  /** Ends the line: what was collected becomes a block. */
  private flush(): void {
    if (this.pieces.length === 0) return;
    const kind = this.paragraphs > 0 ? PARAGRAPH : LINES;
    const text = this.takeLine();
    if (text !== '') this.frame.add(text, kind);
  }

  /** A block begins or ends here. */
  private boundary(paragraph = false): void {
    if (this.place === 'flow') this.flush();
    else {
      this.lineBreak();
      const last = this.pieces[this.pieces.length - 1];
      if (paragraph && last?.kind === BREAK && this.place === 'cell') last.value = '2';
    }
  }

  /** A block inside a table cell stands there as HTML. */
  private tag(text: string): void {
    this.trimBlank();
    while (this.pieces[this.pieces.length - 1]?.kind === BREAK) this.pieces.pop();
    this.pieces.push({ kind: TAG, value: text, marks: 0, link: null });
    this.gap = true;
  }

  // --- elements ---

  private enter(node: Node): boolean {
    const entry = vocabulary.get(node.name) ?? inline;
    if (this.dialect.rules.length > 0) {
      const rule = this.ruleFor(node);
      if (rule) {
        this.openRule(node, rule);
        return true;
      }
    }
    switch (entry.written) {
      case 'inline':
        return true;
      case 'paragraph':
        this.boundary(true);
        this.paragraphs++;
        return true;
      case 'block':
        this.boundary();
        return true;
      case 'mark':
        this.openMark(entry.mark);
        return true;
      case 'link':
        this.openLink(node);
        return true;
      case 'break':
        this.lineBreak();
        return false;
      case 'image': {
        const piece = this.dialect.image(node, this.place);
        if (piece) this.push(piece.kind, piece.value);
        return false;
      }
      case 'code':
        this.code++;
        return true;
      case 'anchor': {
        const markup = this.dialect.anchor(node);
        const { gap } = this;
        if (markup !== '') this.push(MARKUP, markup);
        this.gap = gap;
        return false;
      }
      case 'drop':
        return false;
      default:
        return this.enterBlock(node, entry);
    }
  }

  private enterBlock(node: Node, entry: Entry): boolean {
    const { written } = entry;
    if (this.place === 'cell' && written !== 'section') return this.enterInCell(node, entry);
    this.boundary();
    if (this.place === 'heading') {
      if (written === 'pre') this.push(CODE, preText(node).replace(CODE_LINE_END, ' '));
      return written !== 'pre';
    }
    switch (written) {
      case 'heading':
        this.place = 'heading';
        this.placeNode = node;
        return true;
      case 'quote':
        if (this.levels >= MAX_LEVELS) this.deepQuotes++;
        else {
          this.levels++;
          this.frame = new Frame('quote', node, this.frame);
        }
        return true;
      case 'list':
        if (this.levels >= MAX_LEVELS) this.deepLists++;
        else {
          this.levels++;
          this.frame = openList(node, this.frame);
        }
        return true;
      case 'item':
        if (this.deepLists > 0 && this.frame.written === 'item') this.frame = this.frame.parent as Frame;
        if (this.frame.list) this.frame = startItem(node, this.frame);
        return true;
      case 'pre':
        this.frame.add(this.dialect.fence(node), FENCE);
        return false;
      case 'rule':
        this.frame.add(this.dialect.rule(node), RULE);
        return false;
      case 'table':
        this.frame = new Frame('table', node, this.frame);
        this.frame.rows = [];
        return true;
      case 'row':
        if (this.frame.rows) startRow(this.frame);
        return true;
      case 'cell':
        if (this.frame.rows) {
          this.place = 'cell';
          this.placeNode = node;
        }
        return true;
      case 'footnote':
        this.frame = new Frame('footnote', node, this.frame);
        return true;
      default:
        return true;
    }
  }

  private enterInCell(node: Node, entry: Entry): boolean {
    const start = node.name === 'ol' ? Number.parseInt(node.get('start') ?? '', 10) : 1;
    this.tag(start > 1 || start < 1 ? `<ol start="${start}">` : `<${node.name}>`);
    if (entry.written !== 'pre') return entry.written !== 'rule';
    const lines = preText(node).split('\n');
    for (const [index, line] of lines.entries()) {
      if (index > 0) this.push(BREAK, '1');
      if (line !== '') this.push(WORDS, line);
    }
    this.pieces.push({ kind: TAG, value: `</${node.name}>`, marks: 0, link: null });
    this.gap = true;
    return false;
  }

  private leave(node: Node): void {
    if (this.frame.node === node && this.frame.rule) {
      this.closeRule(node, this.frame);
      return;
    }
    const entry = vocabulary.get(node.name) ?? inline;
    switch (entry.written) {
      case 'inline':
        return;
      case 'paragraph':
        this.boundary(true);
        this.paragraphs--;
        return;
      case 'block':
        this.boundary();
        return;
      case 'mark':
        this.closeMark(entry.mark);
        return;
      case 'link':
        this.closeLink(node);
        return;
      case 'code':
        this.code--;
        return;
      default:
        this.leaveBlock(node, entry);
    }
  }

  private leaveBlock(node: Node, entry: Entry): void {
    if (this.place !== 'flow') {
      if (this.placeNode === node) this.leavePlace(node);
      else if (this.place === 'cell' && entry.written !== 'section') this.tag(`</${node.name}>`);
      else this.boundary();
      return;
    }
    this.flush();
    switch (entry.written) {
      case 'quote':
        if (this.deepQuotes > 0) this.deepQuotes--;
        else {
          const frame = this.close();
          this.levels--;
          this.frame.add(this.dialect.quote(frame, node), QUOTE);
        }
        return;
      case 'list':
        if (this.deepLists > 0) this.deepLists--;
        else {
          this.levels--;
          const frame = this.close();
          closeList(frame, this.frame, this.dialect);
        }
        return;
      case 'item':
        if (this.frame.written === 'item') this.frame = this.frame.parent as Frame;
        if (this.deepLists > 0 && this.frame.list) this.frame = startItem(null, this.frame);
        return;
      case 'table': {
        const frame = this.close();
        closeTable(frame, this.frame, this.dialect);
        return;
      }
      case 'footnote': {
        const frame = this.close();
        this.frame.add(this.dialect.footnote(frame, node), OTHER);
        return;
      }
      default:
    }
  }

  private leavePlace(node: Node): void {
    const text = this.takeLine();
    const { place } = this;
    this.place = 'flow';
    this.placeNode = null;
    if (place === 'cell') this.frame.addCell(node, text);
    else if (text !== '') this.frame.add(this.dialect.heading(text, node), HEADING);
  }

  private close(): Frame {
    const { frame } = this;
    this.frame = frame.parent as Frame;
    return frame;
  }

  // --- marks and links ---

  private openMark(mark: number): void {
    const index = 31 - Math.clz32(mark);
    const count = (this.markCounts[index] ?? 0) + 1;
    this.markCounts[index] = count;
    if (count === 1) this.marks |= mark;
    else if (count === 2 && mark <= EM) this.marks |= mark << NESTED;
  }

  private closeMark(mark: number): void {
    const index = 31 - Math.clz32(mark);
    const count = (this.markCounts[index] ?? 1) - 1;
    this.markCounts[index] = count;
    if (count === 0) this.marks &= ~mark;
    else if (count === 1 && mark <= EM) this.marks &= ~(mark << NESTED);
  }

  private openLink(node: Node): void {
    if (this.dialect.options.links === 'text' || !node.has('href')) return;
    this.link = { node, outer: this.marks, shown: false };
    this.links.push(this.link);
  }

  private closeLink(node: Node): void {
    if (this.link?.node !== node) return;
    // A link around nothing still has its target.
    if (!this.link.shown) this.push(WORDS, '');
    this.links.pop();
    this.link = this.links[this.links.length - 1] ?? null;
  }

  // --- the caller's rules ---

  private ruleFor(node: Node): ConversionRule | null {
    for (const rule of this.dialect.rules) {
      const { filter } = rule;
      if (typeof filter === 'function') {
        if (filter(node, {})) return rule;
      } else if (typeof filter === 'string' ? filter === node.name : filter.includes(node.name)) return rule;
    }
    return null;
  }

  /** The content of a ruled element is written apart, as if it stood alone. */
  private openRule(node: Node, rule: ConversionRule): void {
    const frame = new Frame('block', node, this.frame);
    frame.rule = rule;
    frame.outside = { pieces: this.pieces, gap: this.gap, marks: this.marks, links: this.links, link: this.link };
    this.frame = frame;
    this.pieces = [];
    this.gap = true;
    this.marks = 0;
    this.links = [];
    this.link = null;
  }

  private closeRule(node: Node, frame: Frame): void {
    let content: string;
    if (frame.texts.length > 0) {
      this.flush();
      content = this.dialect.join(frame as Blocks);
    } else content = this.takeLine();
    const result = (frame.rule as ConversionRule).replacement(content, node, {});
    this.frame = frame.parent as Frame;
    if (frame.outside) {
      const { pieces, gap, marks, links, link } = frame.outside;
      this.pieces = pieces;
      this.gap = gap;
      this.marks = marks;
      this.links = links;
      this.link = link;
    }
    if (result === '') return;
    if (!result.startsWith('\n')) this.push(MARKUP, result);
    else if (this.place === 'flow') {
      this.flush();
      const text = trimLineEnds(result);
      if (text !== '') this.frame.add(text, OTHER);
    } else this.push(MARKUP, trimLineEnds(result).replace(CODE_LINE_END, ' '));
  }
}

function trimLineEnds(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && text[start] === '\n') start++;
  while (end > start && text[end - 1] === '\n') end--;
  return text.slice(start, end);
}
