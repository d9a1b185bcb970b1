/** GFM tables. */
import type { TableCell } from '../dialect.js';
import { layGrid } from '../grid.js';

const BAR = /\|/g;
const RULES: Record<string, string> = { left: ':--', center: ':-:', right: '--:' };

/** Writes a table; one without a header gets an empty one, since GFM has no other. */
export function writeTable(source: TableCell[][]): string {
  const { rows, header, align } = layGrid(source);
  const columns = Math.max(1, ...rows.map((row) => row.length));
  const write = (row: string[]): string => {
    let line = '|';
    for (let column = 0; column < columns; column++) {
      const text = row[column] ?? '';
      line += text === '' ? '  |' : ` ${text.includes('|') ? text.replace(BAR, '\\|') : text} |`;
    }
    return line;
  };
  const lines = rows.map(write);
  const head = header ? (lines.shift() as string) : write([]);
  let rule = '|';
  for (let column = 0; column < columns; column++) rule += ` ${RULES[align[column] ?? ''] ?? '---'} |`;
  return [head, rule, ...lines].join('\n');
}
