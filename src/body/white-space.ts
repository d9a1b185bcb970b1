/**
 * White space, in the three meanings that the code has. `verify/` keeps its own on purpose: it shares none with us.
 *
 * - *white space*: what `\s` and `trim` mean by it. It is no character of an article and no token of the proof.
 * - *unseen*: white space, controls and zero-width marks. A text of nothing else shows nothing.
 * - *foldable*: what HTML folds to one blank. A no-break or an ideographic blank is none of it: an author typed that.
 */

const space = /\s+/g;
const unseen = /[\s\u200b-\u200f\ufeff]+/g;
const foldable = /[ \t\n\f\r]+/g;
/** Each of these with single plain blanks alone is in most texts: they are not cut into words and put together again. */
const unevenSpace = /[^\S ]| {2}/;
const unevenUnseen = /[^\S ]| {2}|[\u200b-\u200f]/;
const unevenFoldable = /[\t\n\f\r]| {2}/;
const unseenRun = /[\s\0-\x1f\u200b-\u200f]+/g;
const unevenRun = /[^\S ]| {2}|[\0-\x1f\u200b-\u200f]/;

/** White space; false for the `NaN` behind the end of a text. */
export function isSpace(code: number): boolean {
  if (code < 0xa0) return code === 0x20 || (code >= 0x09 && code <= 0x0d);
  if (code < 0x1680 || (code > 0x3000 && code < 0xfeff)) return code === 0xa0;
  if (code < 0x2000 || code > 0x205f) return code === 0x3000 || code === 0xfeff || code === 0x1680;
  return code <= 0x200a || code === 0x2028 || code === 0x2029 || code === 0x202f || code === 0x205f;
}

/** A text of white space alone. */
export function isBlank(text: string): boolean {
  return text.trim() === '';
}

/** Code points that are not white space. A pattern asked for each would cost as much as the parser. */
export function countCharacters(text: string): number {
  let count = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    // Of two surrogates the first counts.
    if (!isSpace(code) && (code < 0xdc00 || code > 0xdfff)) count++;
  }
  return count;
}

export function withoutSpace(text: string): string {
  return text.replace(space, '');
}

/** A text in one line: each run of white space is one blank, and none stands at the ends. */
export function oneLine(text: string): string {
  return (unevenSpace.test(text) ? text.replace(space, ' ') : text).trim();
}

/** What a reader does not see: white space, controls, zero-width marks, a byte order mark. */
export function isUnseen(code: number): boolean {
  return code <= 0x20 || isSpace(code) || (code >= 0x200b && code <= 0x200f);
}

/** A text in which each run of what is unseen is one blank. */
export function spaced(text: string): string {
  return unevenRun.test(text) ? text.replace(unseenRun, ' ') : text;
}

export function withoutUnseen(text: string): string {
  return text.replace(unseenRun, '');
}

/** True where the text shows nothing. Looks at most at `limit` characters, and takes a longer text for one that does. */
export function showsNothing(text: string, limit = 2000): boolean {
  if (text.length > limit) return false;
  for (let i = 0; i < text.length; i++) if (!isUnseen(text.charCodeAt(i))) return false;
  return true;
}

/** The line that a reader sees of a text. */
export function visibleLine(text: string): string {
  return (unevenUnseen.test(text) ? text.replace(unseen, ' ') : text).trim();
}

/** White space as HTML shows it: a run of it is one blank. */
export function folded(text: string): string {
  return unevenFoldable.test(text) ? text.replace(foldable, ' ') : text;
}
