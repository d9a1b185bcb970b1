/** GFM tables. */
import type { TableCell } from '../dialect.js';
import { layGrid } from '../grid.js';

const BAR = /\|/g;
const RULES: Record<string, string> = { left: ':--', center: ':-:', right: '--:' };

/**
 * Writes a table; one without a header gets an empty one, since GFM has no other. The header has a cell for each
 * column, other rows end with their last cell, as GFM lets them: one wide row must not make all others as wide.
 */
export function writeTable(source: TableCell[][]): string {
  const { rows, header, align } = layGrid(source);
  const columns = rows.reduce((most, row) => Math.max(most, row.length), 1);
  const head = writeRow(header ? (rows.shift() as string[]) : [], columns);
  let rule = '|';
  for (let column = 0; column < columns; column++) rule += ` ${RULES[align[column] ?? ''] ?? '---'} |`;
  return [head, rule, ...rows.map((row) => writeRow(row, 1))].join('\n');
}

/** @param least cells that are written even if the row has fewer */
function writeRow(row: readonly string[], least: number): string {
  let line = '|';
  for (let column = 0; column < Math.max(least, row.length); column++) {
    const text = row[column] ?? '';
    line += text === '' ? '  |' : ` ${text.includes('|') ? text.replace(BAR, '\\|') : text} |`;
  }
  return line;
}
