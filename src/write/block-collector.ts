/** The blocks that open a frame or a place: lists, quotes, tables, cells, headings, notes. */
import type { Node } from '../body/tree.js';
import { FENCE, HEADING, OTHER, QUOTE, RULE } from './dialect.js';
import { closeList, closeTable, Frame, openList, startItem, startRow } from './frame.js';
import { CODE } from './line.js';
import { CODE_LINE_END } from './line-collector.js';
import { preText } from './pre.js';
import { RuledCollector } from './ruled-collector.js';
import { type Entry, vocabulary, type Written } from './vocabulary.js';

/** Lists and quotes nest this deep; deeper ones go on at this level, because each level indents every line. */
export const MAX_LEVELS = 40;

const HOLDS_CELLS: ReadonlySet<Written> = new Set(['row', 'section', 'table']);

export class BlockCollector extends RuledCollector {
  private placeNode: Node | null = null;
  private levels = 0;
  /** Lists and quotes that are open beyond the deepest level. */
  private deepLists = 0;
  private deepQuotes = 0;

  /** @returns whether what is inside is written too */
  protected enterBlock(node: Node, entry: Entry): boolean {
    const { written } = entry;
    if (this.place === 'cell' && written !== 'section') return this.blockInCell(node, entry);
    this.boundary();
    if (this.place === 'heading') {
      if (written !== 'pre') return true;
      const code = preText(node).replace(CODE_LINE_END, ' ');
      if (code !== '') this.push(CODE, code);
      this.boundary();
      return false;
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
        // A cell inside of a formula or drawing is none.
        if (this.frame.rows && HOLDS_CELLS.has(vocabulary.get(node.parent?.name ?? '')?.written ?? 'inline')) {
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

  protected leaveBlock(node: Node, entry: Entry): void {
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
          if (this.frame.written === 'quote') this.frame.addQuote(frame);
          else this.frame.add(this.dialect.quote(frame, node), QUOTE);
        }
        return;
      case 'list':
        if (this.deepLists > 0) this.deepLists--;
        else {
          this.levels--;
          closeList(this.close(), this.frame, this.dialect);
        }
        return;
      case 'item':
        if (this.frame.written === 'item') this.frame = this.frame.parent as Frame;
        if (this.deepLists > 0 && this.frame.list) this.frame = startItem(null, this.frame);
        return;
      case 'table':
        closeTable(this.close(), this.frame, this.dialect);
        return;
      case 'footnote': {
        const note = this.dialect.footnote(this.close(), node);
        this.frame.add(note, OTHER);
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
    else if (text !== '') this.addHeading(this.dialect.heading(text, node));
  }

  private addHeading(text: string): void {
    if (text !== '') this.frame.add(text, HEADING);
  }

  private close(): Frame {
    const { frame } = this;
    this.frame = frame.parent as Frame;
    return frame;
  }
}
