/**
 * A plain scalar is a number only where the number prints back as the same text: `2013` is one, and `0123`, `3.10`,
 * `1_000`, `1e3` and twenty digits are ids and versions that stay as they were written.
 */

/** `0`, `-12`, `3.14` */
const decimal = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/;
/** `inf`, `-nan`: numbers in TOML that JSON does not have */
const unbounded = /^[+-]?(?:inf|nan)$/;
/** Starts a time after a date with a blank between: `2013-04-05 10:20` */
const dateThenTime = /^\d{4}-\d\d-\d\d$/;

/** The number that prints back as this text, or null. */
export function exactNumber(text: string): number | null {
  if (!decimal.test(text)) return null;
  const number = Number(text);
  return String(number) === text ? number : null;
}

const delimiters = ' \t\n,[]{}#"\'=';

/**
 * Puts the numbers and dates that would not print back into quotes, so that the TOML or JSON parser reads them as
 * text. Nothing else changes: where the source cannot be followed it is given back for the parser to refuse.
 * @param source TOML or JSON
 */
export function quoteInexactNumbers(source: string, syntax: 'toml' | 'json'): string {
  const toml = syntax === 'toml';
  const quote = toml ? "'" : '"';
  const open: string[] = [];
  let result = '';
  let copied = 0;
  let isValue = false;
  let index = 0;
  while (index < source.length) {
    const char = source.charAt(index);
    if (char === '"' || (toml && char === "'")) {
      const end = stringEnd(source, index, toml);
      if (end < 0) return source;
      index = end;
      continue;
    }
    if (toml && char === '#') {
      index = lineEnd(source, index);
      continue;
    }
    if (toml && char === '[' && !isValue && open.length === 0) {
      index = lineEnd(source, index); // a table header
      continue;
    }
    if (char === '=' || (!toml && char === ':')) isValue = true;
    else if (char === '[' || char === '{') {
      open.push(char);
      isValue = char === '[';
    } else if (char === ']' || char === '}') {
      open.pop();
      isValue = false;
    } else if (char === ',') isValue = open.at(-1) === '[';
    else if (char === '\n') isValue = isValue && open.length > 0;
    else if (char !== ' ' && char !== '\t') {
      const end = tokenEnd(source, index, toml);
      const token = source.slice(index, end);
      const isNumeric = (char >= '0' && char <= '9') || char === '-' || char === '+' || unbounded.test(token);
      if (isValue && isNumeric && exactNumber(token) === null) {
        result += `${source.slice(copied, index)}${quote}${token}${quote}`;
        copied = end;
      }
      index = end;
      continue;
    }
    index++;
  }
  return result + source.slice(copied);
}

function tokenEnd(source: string, start: number, toml: boolean): number {
  let end = start + 1;
  while (end < source.length && !delimiters.includes(source.charAt(end)) && (toml || source.charAt(end) !== ':')) end++;
  const next = source.charCodeAt(end + 1);
  const isTime = source.charAt(end) === ' ' && next >= 0x30 && next <= 0x39;
  return toml && isTime && dateThenTime.test(source.slice(start, end)) ? tokenEnd(source, end + 1, toml) : end;
}

function lineEnd(source: string, from: number): number {
  const end = source.indexOf('\n', from);
  return end < 0 ? source.length : end;
}

/** The offset behind the string that starts at `start`, or -1 where it has no end. */
function stringEnd(source: string, start: number, toml: boolean): number {
  const quote = source.charAt(start);
  const triple = quote.repeat(3);
  const isTriple = toml && source.startsWith(triple, start);
  const close = isTriple ? triple : quote;
  let index = start + close.length;
  while (index < source.length) {
    const char = source.charAt(index);
    if (char === '\\' && quote === '"') index += 2;
    else if (source.startsWith(close, index)) {
      // Up to two more quotes belong to the text: `""""a""""`.
      index += close.length;
      if (isTriple) for (let more = 0; more < 2 && source.charAt(index) === quote; more++) index++;
      return index;
    } else if (char === '\n' && toml && !isTriple) return -1;
    else index++;
  }
  return -1;
}
