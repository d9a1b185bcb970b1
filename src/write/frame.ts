/** Open containers of the walk: what has been written inside a list, an item, a quote, a table or a caller's rule. */
import type { Node } from '../body/tree.js';
import {
  type Blocks,
  type Dialect,
  LINES,
  LIST,
  type ListBlock,
  type ListItem,
  MAX_NUMBER,
  QUOTE,
  TABLE,
  type TableCell,
} from './dialect.js';
import type { OpenLink, Piece } from './line.js';
import type { ConversionRule } from './options.js';
import type { Written } from './vocabulary.js';

/** State of the line around an element that a caller's rule writes. */
export interface Outside {
  pieces: Piece[];
  gap: boolean;
  marks: number;
  links: OpenLink[];
  link: OpenLink | null;
}

export class Frame implements Blocks {
  texts: string[] = [];
  kinds: number[] = [];
  quotes: Map<number, Blocks> | null = null;
  list: ListBlock | null = null;
  /** What a list inside an item is added to. */
  item: ListItem | null = null;
  rows: TableCell[][] | null = null;
  rule: ConversionRule | null = null;
  outside: Outside | null = null;
  /** Kind of list that stands last, so that the next one can be told from it. */
  lastList: ListBlock | null = null;

  constructor(
    readonly written: Written,
    readonly node: Node,
    readonly parent: Frame | null,
  ) {}

  /** Adds a block. Directly in a list it belongs to the item before it, text alone is an item of its own. */
  add(text: string, kind: number): void {
    if (text === '') return;
    if (this.list) {
      const item = (kind === LINES ? null : this.list.items.at(-1)) ?? addItem(this.list);
      item.texts.push(text);
      item.kinds.push(kind);
      return;
    }
    this.texts.push(text);
    this.kinds.push(kind);
    if (kind !== LIST) this.lastList = null;
  }

  /** Adds a quote inside this quote, as it is. */
  addQuote(inner: Frame): void {
    if (inner.texts.length === 0) return;
    this.quotes ??= new Map();
    this.quotes.set(this.texts.length, inner);
    this.add('>', QUOTE);
  }

  /** Adds a list: inside an item as it is, else written. */
  addList(list: ListBlock, dialect: Dialect): void {
    const item = this.list ? (this.list.items.at(-1) ?? addItem(this.list)) : this.item;
    if (!item) {
      this.add(dialect.list(list), LIST);
      return;
    }
    item.lists ??= new Map();
    item.lists.set(item.texts.length, list);
    item.texts.push('');
    item.kinds.push(LIST);
  }

  addCell(node: Node, text: string): void {
    const rows = this.rows as TableCell[][];
    if (rows.length === 0) rows.push([]);
    (rows.at(-1) as TableCell[]).push({
      text,
      header: node.name === 'th' || node.parent?.parent?.name === 'thead',
      colspan: span(node.get('colspan'), 1000),
      rowspan: node.get('rowspan') === '0' ? MAX_ROWS : span(node.get('rowspan'), MAX_ROWS),
      align: alignment(node),
    });
  }
}

/** `rowspan="0"` goes on to the table's end. */
const MAX_ROWS = 65534;

/** `<td colspan="2">`. The bounds are HTML's own (section 4.9.11 of the standard). */
function span(value: string | null, limit: number): number {
  const count = Number.parseInt(value ?? '1', 10);
  return count > 1 ? Math.min(count, limit) : 1;
}

/** `style="text-align: center"` */
const TEXT_ALIGN = /text-align\s*:\s*(left|right|center)/i;

function alignment(node: Node): string {
  if (!node.attributes) return '';
  const align = node.get('align') ?? TEXT_ALIGN.exec(node.get('style') ?? '')?.[1] ?? '';
  const lower = align.toLowerCase();
  return lower === 'left' || lower === 'right' || lower === 'center' ? lower : '';
}

export function openList(node: Node, parent: Frame): Frame {
  const frame = new Frame('list', node, parent);
  const ordered = node.name === 'ol';
  const countdown = ordered && node.has('reversed') ? firstOfCountdown(node) : null;
  const start = countdown ?? Number.parseInt(node.get('start') ?? '1', 10);
  frame.list = {
    items: [],
    ordered,
    // Markdown's numbers have at most nine digits and no sign.
    start: start >= 0 && start <= MAX_NUMBER ? start : 1,
    countdown,
    alternate: false,
  };
  return frame;
}

/** The number of the first item of `<ol reversed>`: how many there are, unless it says another. */
function firstOfCountdown(node: Node): number {
  const start = Number.parseInt(node.get('start') ?? '', 10);
  if (!Number.isNaN(start)) return start;
  let count = 0;
  for (let child = node.first; child; child = child.next) if (child.name === 'li') count++;
  return count;
}

/** The number that an item says or counts down to, or null where it follows the one before it. */
function numberOf(item: Node | null, list: ListBlock): number | null {
  const said = Number.parseInt(item?.get('value') ?? '', 10);
  const value = said >= 0 ? said : list.countdown;
  if (item && list.countdown !== null && value !== null) list.countdown = value - 1;
  return value !== null && value >= 0 && value <= MAX_NUMBER ? value : null;
}

/** Opens an item; `node` is null where an item goes on below deeper ones. */
export function startItem(node: Node | null, list: Frame): Frame {
  const frame = new Frame('item', node ?? list.node, list);
  const block = list.list as ListBlock;
  frame.item = addItem(block, numberOf(node, block), node === null);
  frame.texts = frame.item.texts;
  frame.kinds = frame.item.kinds;
  list.lastList = null;
  return frame;
}

function addItem(list: ListBlock, value: number | null = null, continued = false): ListItem {
  const item: ListItem = { texts: [], kinds: [], lists: null, value, continued };
  list.items.push(item);
  return item;
}

export function closeList(frame: Frame, parent: Frame, dialect: Dialect): void {
  const list = frame.list as ListBlock;
  list.items = list.items.filter((item) => !item.continued || item.texts.length > 0);
  if (list.items.length === 0) return;
  const before = parent.lastList;
  list.alternate = before !== null && before.ordered === list.ordered && !before.alternate;
  parent.addList(list, dialect);
  parent.lastList = list;
}

export function startRow(frame: Frame): void {
  frame.rows?.push([]);
}

export function closeTable(frame: Frame, parent: Frame, dialect: Dialect): void {
  for (const [index, text] of frame.texts.entries()) parent.add(text, frame.kinds[index] as number);
  const rows = frame.rows as TableCell[][];
  // Nothing but empty cells: it was there for its lines or its room.
  if (rows.some((row) => row.some(({ text }) => text !== ''))) parent.add(dialect.table(rows), TABLE);
}
