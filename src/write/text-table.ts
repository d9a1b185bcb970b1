/** Tables as text: columns aligned by the width that a terminal or editor gives each character (UAX 11). */
import { eastAsianWidth } from 'get-east-asian-width';
import type { TableCell } from './dialect.js';
import { layGrid } from './grid.js';

/** Columns wider than this are not padded: the eye cannot follow them anyway. */
const MAX_PADDED = 60;

/** Marks that stand on the character before them, tones of skin, and joiners: no width of their own. */
const NO_WIDTH = /[\p{Mn}\p{Me}\p{Cf}\p{Emoji_Modifier}]/u;

function widthOf(text: string): number {
  let width = 0;
  for (const character of text) {
    const code = character.codePointAt(0) as number;
    if (code < 0x300) width++;
    else if (!NO_WIDTH.test(character)) width += eastAsianWidth(code);
  }
  return width;
}

/** Writes a table; two blanks stand between columns, a rule below the header. */
export function alignedTable(source: TableCell[][]): string {
  const { rows, header, align } = layGrid(source);
  const widths: number[] = [];
  for (const row of rows) {
    for (let column = 0; column < row.length; column++) {
      widths[column] = Math.max(widths[column] ?? 0, Math.min(MAX_PADDED, widthOf(row[column] ?? '')));
    }
  }
  const lines = rows.map((row) => {
    let line = '';
    for (let column = 0; column < row.length; column++) {
      const text = row[column] ?? '';
      const room = Math.max(0, (widths[column] as number) - widthOf(text));
      const before = align[column] === 'right' ? room : align[column] === 'center' ? room >> 1 : 0;
      line += `${column > 0 ? '  ' : ''}${' '.repeat(before)}${text}${' '.repeat(room - before)}`;
    }
    return line.trimEnd();
  });
  if (header) lines.splice(1, 0, widths.map((width) => '-'.repeat(Math.max(1, width))).join('  '));
  return lines.join('\n');
}
