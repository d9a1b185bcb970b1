/** The last step of decoding, the same for bytes and for strings: one line end, well-formed, no U+0000. */
import type { Warning } from '../../types.js';

/** `\r\n`, `\r` */
const carriageReturn = /\r\n?/g;
/** One half of a surrogate pair: `\ud83d` alone. */
const loneSurrogate = /\p{Surrogate}/gu;
/** `\0` */
const nul = /\0/g;

/** Line and column (from 1, UTF-16 units) of an offset. */
export function place(text: string, offset: number): { line: number; column: number } {
  let line = 1;
  let start = 0;
  for (let end = text.indexOf('\n'); end >= 0 && end < offset; end = text.indexOf('\n', end + 1)) {
    line++;
    start = end + 1;
  }
  return { line, column: offset - start + 1 };
}

export function tidy(text: string): { text: string; warnings: Warning[] } {
  const warnings: Warning[] = [];
  let tidied = text.includes('\r') ? text.replace(carriageReturn, '\n') : text;
  if (!tidied.isWellFormed()) {
    tidied = replaceAll(tidied, loneSurrogate, 'lone-surrogates', 'half a surrogate pair', warnings);
  }
  // HTML reads U+0000 as U+FFFD too; a NUL in output would make the file binary for other tools.
  if (tidied.includes('\0')) tidied = replaceAll(tidied, nul, 'nul-characters', 'U+0000', warnings);
  return { text: tidied, warnings };
}

function replaceAll(text: string, pattern: RegExp, code: string, what: string, warnings: Warning[]): string {
  let count = 0;
  let first = 0;
  const replaced = text.replace(pattern, (_, offset: number) => {
    if (count++ === 0) first = offset;
    return '\ufffd';
  });
  if (count > 0) {
    const { line, column } = place(text, first);
    const places = count === 1 ? 'place' : 'places';
    const message = `${what} in ${count} ${places} became U+FFFD; the first at line ${line}, column ${column}`;
    warnings.push({ code, message, line });
  }
  return replaced;
}
