/**
 * Bare addresses in text. Many readers make a link of each (GFM 0.29, section 6.9): from its scheme, or `www.`, to the
 * next blank or `<`, whatever marks and escapes stand there, punctuation at the end apart.
 */

export interface Address {
  start: number;
  /** Behind its last character as addresses are written: no sign that closes a sentence, no letter beyond ASCII. */
  end: number;
  /** Where readers look for its end: at a blank, or the end of the text. */
  runEnd: number;
  /** A backslash here makes it text for every reader. */
  breakAt: number;
  /** It may stand between `<` and `>`. */
  isAutolink: boolean;
}

/** Example: `https://a`, `www.a`; `www.` only where readers look for it. */
const opening =
  /(?<![A-Za-z\d])(?:https?|ftp):\/\/(?=[A-Za-z\d\u0080-\uffff])|(?<![^\s*_~(])www\.(?=[A-Za-z\d\u0080-\uffff])/gi;
const www = /www\./i;
const blank = /\s/g;
/** What an address is made of; no `<`, `>` or backslash. */
const characters = /[\w\-.~:/?#[\]@!$&'()*+,;=%]*/y;
/** Signs of the sentence at the end of an address. */
const closing = new Set('?!.,:;\'"*)]');
/** Closing stars and then a blank or nothing: all readers leave these out of the address. */
const outside = /^\**(?:[\s<]|$)/;

/** Whether an address may stand in a text; cheap, and right where it says no. */
export function mayHoldAddress(text: string): boolean {
  return text.includes('://') || www.test(text);
}

/**
 * The next address at or behind a place in a text.
 * @param knownEnd end of the run that the address before it stands in
 */
export function nextAddress(text: string, from: number, knownEnd = 0): Address | null {
  opening.lastIndex = from;
  const match = opening.exec(text);
  if (!match) return null;
  const start = match.index;
  const hasScheme = match[0].endsWith('/');
  const host = start + match[0].length;
  blank.lastIndex = start;
  const runEnd = start < knownEnd ? knownEnd : (blank.exec(text)?.index ?? text.length);
  characters.lastIndex = host;
  const end = host + withoutClosing(characters.exec(text)?.[0] ?? '').length;
  return { start, end, runEnd, breakAt: host - (hasScheme ? 3 : 1), isAutolink: hasScheme && end > host };
}

/** A bracket that was opened in the address belongs to it: `/a_(b)`. */
function withoutClosing(address: string): string {
  const round = address.indexOf('(');
  const square = address.indexOf('[');
  let end = address.length;
  for (; end > 0; end--) {
    const sign = address[end - 1] as string;
    if (!closing.has(sign) || (sign === ')' && round >= 0) || (sign === ']' && square >= 0)) break;
  }
  return address.slice(0, end);
}

/** Whether an address ends for every reader in front of what is written behind it. */
export function endsAddress(after: string): boolean {
  return outside.test(after);
}
