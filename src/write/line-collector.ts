/**
 * The line that the walk collects. Marks and links are properties of the text in it, so runs that touch merge, empty
 * ones vanish, and a mark or link around blocks goes into each of them. The line ends where a block begins or ends.
 */
import type { Node } from '../body/tree.js';
import { folded, isBlank } from '../body/white-space.js';
import { type Dialect, LINES, PARAGRAPH } from './dialect.js';
import { Frame } from './frame.js';
import { BREAK, CODE, type LinePlace, MARKUP, type OpenLink, type Piece, TAG, WORDS } from './line.js';
import { preText } from './pre.js';
import { EM, type Entry, MARK_TAGS, NESTED } from './vocabulary.js';

/** Line ends in inline code, with the blanks around them. */
export const CODE_LINE_END = /[\t\n\f\r][ \t\n\f\r]*/g;

/** Collects lines and adds them to the open frame. */
export class LineCollector {
  protected frame: Frame;
  protected pieces: Piece[] = [];
  /** The line is empty or ends in a blank: a blank that follows shows nothing. */
  protected gap = true;
  protected marks = 0;
  /** Marks that a form put around the line, which the author's own inside them are not told from. */
  private formed = 0;
  protected readonly markCounts: number[] = MARK_TAGS.map(() => 0);
  protected links: OpenLink[] = [];
  protected link: OpenLink | null = null;
  protected code = 0;
  protected paragraphs = 0;
  protected place: LinePlace = 'flow';

  constructor(
    protected readonly root: Node,
    protected readonly dialect: Dialect,
  ) {
    this.frame = new Frame('block', root, null);
  }

  // --- the line ---

  protected text(node: Node): void {
    const { data } = node;
    if (node.raw) {
      // The mark of a note begins its line, whatever marks stand around the note.
      const begins = this.pieces.length === 0 && this.frame.written === 'footnote';
      if (begins) this.pieces.push({ kind: MARKUP, value: data, marks: 0, link: null });
      else this.push(MARKUP, data);
      this.gap = data.endsWith(' ');
    } else if (this.code > 0) {
      const code = CODE_LINE_END.test(data) ? data.replace(CODE_LINE_END, ' ') : data;
      const behindBreak = this.pieces[this.pieces.length - 1]?.kind === BREAK;
      const value = behindBreak ? code.trimStart() : code;
      if (value !== '') this.push(CODE, value);
    } else {
      let value = folded(data);
      if (this.gap && value.charCodeAt(0) === 0x20) value = value.slice(1);
      if (value === '') return;
      this.push(WORDS, value);
      this.gap = value.charCodeAt(value.length - 1) === 0x20;
    }
  }

  /** A blank, where none is. */
  protected blank(): void {
    if (this.gap || this.code > 0) return;
    this.push(WORDS, ' ');
    this.gap = true;
  }

  protected push(kind: number, value: string): void {
    const last = this.pieces[this.pieces.length - 1];
    if (last && last.kind === kind && kind <= CODE && last.marks === this.marks && last.link === this.link) {
      last.value += value;
    } else this.pieces.push({ kind, value, marks: this.marks, link: this.link });
    if (this.link && !(kind === BREAK || (kind <= CODE && isBlank(value)))) this.link.shown = true;
    this.gap = false;
  }

  /** A `<br>`: one ends the line, two end the paragraph. */
  protected lineBreak(): void {
    const last = this.pieces[this.pieces.length - 1];
    if (!last || last.kind === TAG) return;
    this.trimBlank();
    const end = this.pieces[this.pieces.length - 1];
    if (end?.kind !== BREAK) this.push(BREAK, '1');
    else if (this.place === 'flow') this.flush();
    else end.value = '2';
    this.gap = true;
  }

  protected trimBlank(): void {
    const last = this.pieces[this.pieces.length - 1];
    if (last?.kind !== WORDS || last.value === '') return;
    last.value = last.value.trimEnd();
    // A link around blanks still has its target.
    if (last.value === '' && (last.link === null || this.pieces[this.pieces.length - 2]?.link === last.link))
      this.pieces.pop();
  }

  /** Takes the line that has been collected, without blanks and breaks at its end. */
  protected takeLine(): string {
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
  protected flush(): void {
    if (this.pieces.length === 0) return;
    const kind = this.paragraphs > 0 ? PARAGRAPH : LINES;
    const { frame } = this;
    const opensItem = (frame.list || (frame.written === 'item' && frame.texts.length === 0)) && isWords(this.pieces[0]);
    const text = this.takeLine();
    if (text !== '') frame.add(opensItem ? this.dialect.itemStart(text) : text, kind);
  }

  /** A block begins or ends here. */
  protected boundary(paragraph = false): void {
    if (this.place === 'flow') this.flush();
    else {
      // Two boxes in a cell are two lines: the end of one and the beginning of the next are one break.
      this.trimBlank();
      const ended = this.place === 'cell' && this.pieces[this.pieces.length - 1]?.kind === BREAK;
      if (!ended) this.lineBreak();
      const last = this.pieces[this.pieces.length - 1];
      if (paragraph && last?.kind === BREAK && this.place === 'cell') last.value = '2';
    }
  }

  /** A block inside a table cell stands there as HTML. */
  protected tag(text: string): void {
    this.trimBlank();
    while (this.pieces[this.pieces.length - 1]?.kind === BREAK) this.pieces.pop();
    this.pieces.push({ kind: TAG, value: text, marks: 0, link: null });
    this.gap = true;
  }

  /** The start of a block inside a table cell. Returns whether its content follows. */
  protected blockInCell(node: Node, entry: Entry): boolean {
    const start = node.name === 'ol' ? Number.parseInt(node.get('start') ?? '', 10) : 1;
    // `<listing>`, `<xmp>` and `<plaintext>` too: readers of Markdown differ about them.
    const name = entry.written === 'pre' ? 'pre' : node.name;
    this.tag(start > 1 || start < 1 ? `<ol start="${start}">` : `<${name}>`);
    if (entry.written !== 'pre') return entry.written !== 'rule';
    const lines = preText(node).split('\n');
    for (const [index, line] of lines.entries()) {
      if (index > 0) this.push(BREAK, '1');
      if (line !== '') this.push(WORDS, line);
    }
    this.pieces.push({ kind: TAG, value: `</${name}>`, marks: 0, link: null });
    this.gap = true;
    return false;
  }

  /** A place that links point to shows nothing. */
  protected anchor(node: Node): void {
    const markup = this.dialect.anchor(node);
    // It is an `<a>` of HTML, which would end a link around it.
    if (markup !== '') this.pieces.push({ kind: MARKUP, value: markup, marks: this.marks, link: null });
  }

  // --- marks and links ---

  protected openMark(mark: number, formed: boolean): void {
    const index = 31 - Math.clz32(mark);
    const count = (this.markCounts[index] ?? 0) + 1;
    this.markCounts[index] = count;
    if (count === 1) {
      this.marks |= mark;
      this.formed = formed ? this.formed | mark : this.formed & ~mark;
    } else if (count === 2 && mark <= EM && (this.formed & mark) === 0) this.marks |= mark << NESTED;
  }

  protected closeMark(mark: number): void {
    const index = 31 - Math.clz32(mark);
    const count = (this.markCounts[index] ?? 1) - 1;
    this.markCounts[index] = count;
    if (count === 0) this.marks &= ~mark;
    else if (count === 1 && mark <= EM) this.marks &= ~(mark << NESTED);
  }

  protected openLink(node: Node): void {
    if (this.dialect.options.links === 'text' || !node.has('href')) return;
    this.link = { node, outer: this.marks, shown: false };
    this.links.push(this.link);
  }

  protected closeLink(node: Node): void {
    if (this.link?.node !== node) return;
    // A link around nothing, or around blanks, still has its target, and stands where it ends.
    if (!this.link.shown) this.push(MARKUP, '');
    this.links.pop();
    this.link = this.links[this.links.length - 1] ?? null;
  }
}

function isWords(piece: Piece | undefined): boolean {
  return piece?.kind === WORDS;
}
