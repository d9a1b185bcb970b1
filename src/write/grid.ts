/** Table cells laid out on a grid: what cells that span cover stays empty. */
import type { TableCell } from './dialect.js';

/** More columns than this and spans are cut: an attribute must not make a megabyte of bars. */
const MAX_COLUMNS = 1000;
/** Cells in columns behind these span no rows: n rows that all go on must not make n times n cells. */
const MAX_SPANNING = 100;

export interface Grid {
  rows: string[][];
  header: boolean;
  align: string[];
}

/** Lays cells out by rows and columns, `colspan` and `rowspan` counted. Linear in the cells of the result. */
export function layGrid(source: TableCell[][]): Grid {
  const rows: string[][] = [];
  const align: string[] = [];
  /** For each column, how many rows below are covered by a cell above. */
  const covered: number[] = [];
  for (const cells of source) {
    const row: string[] = [];
    let column = 0;
    const skipCovered = (): void => {
      while ((covered[column] ?? 0) > 0) {
        covered[column] = (covered[column] as number) - 1;
        row[column++] = '';
      }
    };
    for (const cell of cells) {
      skipCovered();
      const width = Math.max(1, Math.min(cell.colspan, MAX_COLUMNS - column));
      for (let index = 0; index < width; index++) {
        row[column] = index === 0 ? cell.text : '';
        if (cell.rowspan > 1 && column < MAX_SPANNING) covered[column] = cell.rowspan - 1;
        if (cell.align && (align[column] ?? '') === '') align[column] = cell.align;
        column++;
      }
    }
    skipCovered();
    for (; column < covered.length; column++)
      if ((covered[column] ?? 0) > 0) covered[column] = (covered[column] as number) - 1;
    // A row without cells of its own only counts for those that span it.
    if (cells.length > 0) rows.push(row);
  }
  return { rows: trimColumns(rows), header: isHeader(source.find((cells) => cells.length > 0) ?? []), align };
}

/** Whether a row heads the columns: a `<th>` beside a `<td>` heads its row. The corner of a table may be an empty cell. */
function isHeader(row: TableCell[]): boolean {
  return row.some(({ header }) => header) && row.every(({ header, text }) => header || text === '');
}

/** Takes columns away that are empty in every row: only spans made them. */
function trimColumns(rows: string[][]): string[][] {
  const used: boolean[] = [];
  for (const row of rows) for (const [index, text] of row.entries()) used[index] ||= text !== '' && text !== undefined;
  const last = used.lastIndexOf(true);
  return rows.map((row) => row.slice(0, last + 1));
}
