/** Boxes that forums and highlighters put around code, by their class. */
import type { Node } from '../../body/tree.js';

/** Discuz, phpBB 2 and 3, vBulletin, SMF, CodeColorer, GeSHi. Example: `blockcode`, `php codecolorer`. */
const frame =
  /(?:^|\s)(?:blockcode|codebox|codeheader|codecontent|code_content|bbcode_(?:container|code)|bbc_code|codecolorer|geshi_code)(?:\s|$)/i;
/** The cell that phpBB 2 writes code in. */
const cell = /^code$/i;

export function isCodeFrame({ name, attributes }: Node): boolean {
  const label = attributes?.get('class');
  return label !== undefined && (frame.test(label) || (name === 'td' && cell.test(label)));
}
