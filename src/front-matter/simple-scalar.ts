/** Scalars of YAML's simple subset: plain, in quotes, over several lines. Undefined: js-yaml decides. */
import { exactNumber } from './numbers.js';

/** What a plain scalar may start with here. */
const plainStart = /^[^\s!"#%&'*,\-:<=>?@[\]`{|}~]/;
/** What a plain scalar in a flow list may not have. */
const flowMarks = /[[\]{}:#"'\\]/;
/** `"one"` without escapes, `'one'` without quotes in it */
const quoted = /^(?:"[^"\\]*"|'[^']*')$/;
/** An escape in double quotes: `\n`, `\x41`, `\u4e00`; anything else behind the backslash too. */
const escaped = /\\(?:x([\da-fA-F]{2})|u([\da-fA-F]{4})|(.))/g;

const escapes: ReadonlyMap<string, string> = new Map([
  ...[...'"\\/ '].map((char) => [char, char] as const),
  ...Object.entries({ n: '\n', r: '\r', t: '\t' }),
]);

/** Words that are no text. */
export const words: ReadonlyMap<string, boolean | null> = new Map([
  ...['true', 'True', 'TRUE'].map((word) => [word, true] as const),
  ...['false', 'False', 'FALSE'].map((word) => [word, false] as const),
  ...['null', 'Null', 'NULL'].map((word) => [word, null] as const),
]);

/** A text of one line, without blanks around it: a scalar, or a flow list of scalars. */
export function readValue(text: string): unknown {
  if (!text.startsWith('[')) return readScalar(text);
  if (!text.endsWith(']')) return undefined;
  const inner = trimBlanks(text.slice(1, -1));
  if (inner === '') return [];
  const values: unknown[] = [];
  for (const part of inner.split(',')) {
    const scalar = trimBlanks(part);
    const value = flowMarks.test(scalar) && !quoted.test(scalar) ? undefined : readScalar(scalar);
    if (value === undefined) return undefined;
    values.push(value);
  }
  return values;
}

function readScalar(text: string): unknown {
  const first = text.charCodeAt(0);
  if (first === 0x22 || first === 0x27) return isClosed(text) ? readQuoted([text]) : undefined;
  if (!plainStart.test(text) || breaksPlain(text)) return undefined;
  const word = words.get(text);
  return word === undefined ? (exactNumber(text) ?? text) : word;
}

/** A pair, a comment: what ends or forbids a plain scalar. */
function breaksPlain(text: string): boolean {
  return text.includes(': ') || text.endsWith(':') || text.includes(' #');
}

/** Whether the quote that opens a text closes in it. */
export function isClosed(text: string): boolean {
  return closingQuote(text, 1) >= 0;
}

/**
 * The place of the quote that closes a scalar, or -1.
 * @param text the line that opens it, from the quote on, or one that goes on with it
 * @param quote the kind of quote; by default the one that the text starts with
 */
export function closingQuote(text: string, from: number, quote: string = text.charAt(0)): number {
  for (let at = text.indexOf(quote, from); at >= 0; at = text.indexOf(quote, at + 1)) {
    if (quote === "'") {
      if (text.charAt(at + 1) !== "'") return at;
      at++;
      continue;
    }
    let slashes = 0;
    while (at - slashes > 0 && text.charCodeAt(at - slashes - 1) === 0x5c) slashes++;
    if (slashes % 2 === 0) return at;
  }
  return -1;
}

/** A scalar in quotes. @param lines without the blanks around them; the first starts with the quote */
export function readQuoted(lines: readonly string[]): string | undefined {
  const quote = lines[0]?.charAt(0) as string;
  const last = lines.length - 1;
  let text = '';
  for (const [index, line] of lines.entries()) {
    const from = index === 0 ? 1 : 0;
    const end = index === last ? closingQuote(line, from, quote) : line.length;
    // Behind the closing quote there may be a comment.
    if (index === last && end !== line.length - 1) return undefined;
    const part = line.slice(from, end);
    // An escaped line end joins without a blank.
    const joins = quote === '"' && index < last && isEscapedEnd(part);
    text += joins ? part.slice(0, -1) : part;
    if (index < last && !joins) text += ' ';
  }
  if (quote === "'") return text.replaceAll("''", "'");
  if (!text.includes('\\')) return text;
  let isKnown = true;
  const read = text.replace(escaped, (_, hex?: string, unit?: string, char?: string) => {
    if (char === undefined) return String.fromCharCode(Number.parseInt((hex ?? unit) as string, 16));
    const meant = escapes.get(char);
    if (meant === undefined) isKnown = false;
    return meant ?? '';
  });
  return isKnown ? read : undefined;
}

function isEscapedEnd(text: string): boolean {
  let slashes = 0;
  while (text.charCodeAt(text.length - slashes - 1) === 0x5c) slashes++;
  return slashes % 2 === 1;
}

/** A plain scalar over several lines, or undefined. @param lines without the blanks around them */
export function foldPlain(lines: readonly string[]): string | undefined {
  if (!plainStart.test(lines[0] as string)) return undefined;
  for (const line of lines) if (line.startsWith('#') || breaksPlain(line)) return undefined;
  return lines.join(' ');
}

/** Only blanks go: YAML keeps a no-break or ideographic one, which `trim` does not. */
export function trimBlanks(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && text.charCodeAt(start) === 0x20) start++;
  while (end > start && text.charCodeAt(end - 1) === 0x20) end--;
  return text.slice(start, end);
}
