/** Backslashes, only where a CommonMark or GFM reader would otherwise read a mark. Line starts are `line-start.ts`. */
import { type Address, endsAddress, mayHoldAddress, nextAddress } from './bare-address.js';
import {
  BLANK,
  classAt,
  isAsciiLetter,
  isAsciiPunctuation,
  isDelimiterCharacter,
  mightClose,
  mightOpen,
  PUNCTUATION,
} from './characters.js';

/** Characters that can be marks in text; everything else is skipped by one table look-up. */
const SPECIAL = new Uint8Array(128);
for (const character of '\\`*_~[]<&!') SPECIAL[character.charCodeAt(0)] = 1;
/** The same, for one look at a whole text. */
const special = /[\\`*_~[\]<&!]/;

/** What the rest of a line has: decided once for all of its text. */
export interface LineFacts {
  /** `*`, `_`, `~` could pair with others in the line. */
  star: boolean;
  underscore: boolean;
  tilde: boolean;
  /** A run of backticks could close another. */
  backtick: boolean;
  /** A `>` follows somewhere, so that `<b` could be a tag. */
  angle: boolean;
  /** Inside a link's text: no link can begin, and brackets must balance. */
  link: boolean;
  brackets: boolean;
}

/** A text of a line, and what stands around it. */
interface Whole {
  text: string;
  before: string;
  after: string;
  /** Behind it nothing can end a tag. */
  lastAngle: number;
  facts: LineFacts;
}

/** `&copy;`, `&#169;`, `&#xA9;` */
const REFERENCE = /&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z][A-Za-z\d]{1,31});/y;

/** `<15@a.example>` is a link to a mail address, although no tag begins with a digit. */
const MAIL = /<[^\s<>@\\]+@[A-Za-z\d][A-Za-z\d.-]*>/y;

/** Whether `text` has no character that could be a mark. The common case, so it is asked first. */
export function isPlain(text: string): boolean {
  return !special.test(text) && !mayHoldAddress(text);
}

/**
 * Escapes text of one line. A bare address in it stays as it stands, unless readers that make links of addresses would
 * take a backslash or markup into it: then one backslash makes it text.
 * @param before the character in front of it in the line, or an empty string
 * @param after what is behind it: where markup follows, the first characters of the markup
 */
export function escapeText(text: string, before: string, after: string, facts: LineFacts): string {
  const whole = wholeOf(text, before, after, facts);
  if (facts.link || !mayHoldAddress(text)) return escapePart(whole, 0, text.length);
  let out = '';
  let from = 0;
  let runEnd = 0;
  let isPlainRun = true;
  for (let address = nextAddress(text, 0); address; address = nextAddress(text, from, runEnd)) {
    if (address.runEnd > runEnd) {
      runEnd = address.runEnd;
      isPlainRun = isUnescaped(whole, address) && (runEnd < text.length || endsAddress(after));
    }
    out += escapePart(whole, from, address.start);
    from = isPlainRun ? address.end : address.breakAt;
    out += text.slice(address.start, from);
    if (!isPlainRun) out += `\\${text[from++]}`;
  }
  return out + escapePart(whole, from, text.length);
}

function wholeOf(text: string, before: string, after: string, facts: LineFacts): Whole {
  return { text, before, after, lastAngle: facts.angle ? text.length : text.lastIndexOf('>'), facts };
}

/** Whether nothing needs a backslash between an address and the next blank. */
function isUnescaped(whole: Whole, { start, runEnd }: Address): boolean {
  return escapePart(whole, start, runEnd) === whole.text.slice(start, runEnd);
}

/** The same for a text that stands alone. */
export function isUnescapedIn(text: string, address: Address, facts: LineFacts): boolean {
  return isUnescaped(wholeOf(text, '', '', facts), address);
}

/** Escapes a part of a text. */
function escapePart({ text, before, after, lastAngle, facts }: Whole, start: number, stop: number): string {
  let out = '';
  let from = start;
  for (let index = start; index < stop; index++) {
    const code = text.charCodeAt(index);
    if (code >= 128 || SPECIAL[code] !== 1) continue;
    const next = index + 1 < text.length ? text.charCodeAt(index + 1) : after.charCodeAt(0);
    if (code === 0x2a || code === 0x5f || code === 0x7e) {
      // A run is decided as a whole.
      let end = index + 1;
      while (end < stop && text.charCodeAt(end) === code) end++;
      if (pairs(text, index, end, code, before, after, facts)) {
        out += text.slice(from, index) + `\\${text[index]}`.repeat(end - index);
        from = end;
      }
      index = end - 1;
    } else if (isMark(text, index, code, next, after, lastAngle, facts)) {
      out += `${text.slice(from, index)}\\`;
      from = index;
    }
  }
  return out === '' ? text.slice(start, stop) : out + text.slice(from, stop);
}

/** Whether the run of `*`, `_` or `~` from `start` to `end` could be a delimiter. */
function pairs(
  text: string,
  start: number,
  end: number,
  code: number,
  before: string,
  after: string,
  facts: LineFacts,
): boolean {
  if (!(code === 0x2a ? facts.star : code === 0x5f ? facts.underscore : facts.tilde)) return false;
  const left = start > 0 ? classAt(text, start - 1) : classAt(before, before.length - 1);
  const right = end < text.length ? classAt(text, end) : classAt(after, 0);
  if (code === 0x5f && left > PUNCTUATION && right > PUNCTUATION) return false;
  return left !== BLANK || right !== BLANK;
}

function isMark(
  text: string,
  index: number,
  code: number,
  next: number,
  after: string,
  lastAngle: number,
  facts: LineFacts,
): boolean {
  switch (code) {
    case 0x5c: // \
      return isAsciiPunctuation(next) || next === 0x0a;
    case 0x60: // `
      return facts.backtick;
    case 0x5b: // [
      return next === 0x5e || facts.brackets;
    case 0x5d: // ]
      return facts.brackets || (next === 0x28 && !facts.link);
    case 0x3c: // <
      return (opensTag(next) && index < lastAngle) || isMail(text, index);
    case 0x26: // &
      REFERENCE.lastIndex = index;
      return REFERENCE.test(text);
    case 0x21: // ! before a link
      return index === text.length - 1 && after[0] === '[';
    default:
      return false;
  }
}

function isMail(text: string, index: number): boolean {
  MAIL.lastIndex = index;
  return MAIL.test(text);
}

function opensTag(code: number): boolean {
  return isAsciiLetter(code) || code === 0x2f || code === 0x21 || code === 0x3f;
}

/**
 * Looks through the text of a line for characters that could pair.
 * @param line all of the line's text; markup in it is one character that is neither blank nor letter
 */
export function pairsIn(line: string, character: '*' | '_' | '~'): boolean {
  const code = character.charCodeAt(0);
  let opened = false;
  for (let index = line.indexOf(character); index >= 0; index = line.indexOf(character, index)) {
    let end = index + 1;
    while (end < line.length && line.charCodeAt(end) === code) end++;
    const left = classAt(line, index - 1);
    const right = classAt(line, end);
    const word = character === '_' && left > PUNCTUATION && right > PUNCTUATION;
    if (opened && !word && (mightClose(left, right) || isDelimiterCharacter(line[index - 1]))) return true;
    if (!word && (mightOpen(left, right) || isDelimiterCharacter(line[end]))) opened = true;
    index = end;
  }
  return false;
}
