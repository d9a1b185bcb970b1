/**
 * A table that only places things is no table: its cells are blocks one below the other. Data has headers, a caption,
 * or a grid of short texts.
 */
import { following, type Node, TEXT } from '../../body/tree.js';
import { showsNothing } from '../../body/white-space.js';
import type { Forming } from './form.js';

const RULE = 'form:layout-table';

/** What a look at one table finds, tables inside it not counted. */
interface Look {
  data: boolean;
  layout: boolean;
  rows: number;
  columns: number;
  blockCells: number;
  /** Cells that show something, in the row that has most of them. */
  filled: number;
}

const LAYOUT_CONTENT = new Set('h1 h2 h3 h4 h5 h6 table form article section iframe embed object'.split(' '));
const THINGS = new Set('img svg iframe video audio object embed input'.split(' '));
const BLOCK_CONTENT = new Set('p div ul ol dl pre blockquote img hr center'.split(' '));

function look(table: Node): Look {
  const found: Look = { data: table.has('summary'), layout: false, rows: 0, columns: 0, blockCells: 0, filled: 0 };
  const role = table.get('role');
  if (role === 'presentation' || role === 'none') found.layout = true;
  let cells = 0;
  let filled = 0;
  let isFilled = false;
  let blocksInCell = 0;
  for (let node = following(table, table); node; ) {
    switch (node.name) {
      case 'tr':
        found.rows++;
        cells = 0;
        filled = 0;
        break;
      case 'th':
      case 'thead':
      case 'caption':
        found.data = true;
        break;
      default:
    }
    if (!isFilled && cells > 0 && (node.type === TEXT ? !showsNothing(node.data) : THINGS.has(node.name))) {
      isFilled = true;
      found.filled = Math.max(found.filled, ++filled);
    }
    if (node.name === 'td' || node.name === 'th') {
      found.columns = Math.max(found.columns, ++cells);
      blocksInCell = 0;
      isFilled = false;
    } else if (LAYOUT_CONTENT.has(node.name)) found.layout = true;
    else if (BLOCK_CONTENT.has(node.name) && cells > 0 && ++blocksInCell === 2) found.blockCells++;
    else if (node.name === 'img' && blocksInCell === 1) found.blockCells++;
    node = following(node, table, node.name === 'table');
  }
  return found;
}

function isLayout(table: Node): boolean {
  const { data, layout, rows, columns, blockCells, filled } = look(table);
  if (data) return false;
  // Columns that nothing stands in side by side only push things into place; with lines around them, they are to fill in.
  if (filled === 1 && rows > 1 && !(Number(table.get('border') ?? 0) > 0)) return true;
  return layout || columns <= 1 || (rows <= 1 && blockCells > 0);
}

/** Makes each part of a table a block. */
function unwrapTable(table: Node, forming: Forming): void {
  const { edits } = forming;
  for (let node: Node | null = table; node; ) {
    const next: Node | null = following(node, table, node !== table && node.name === 'table');
    if (/^(?:table|tbody|thead|tfoot|tr|td|th|caption)$/.test(node.name) && (node === table || node.name !== 'table')) {
      edits.by(RULE).rename(node, 'div');
    }
    node = next;
  }
}

/** Unwraps layout tables, the outer ones first. */
export function formTables(forming: Forming): void {
  for (const table of forming.tables) {
    if (table.parent && table.name === 'table' && isLayout(table)) unwrapTable(table, forming);
  }
}
