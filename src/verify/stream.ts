/**
 * The token stream that the proof compares: the non-white characters of visible text, the images and the link targets, in
 * order, as one string. Images and links are marked by control characters that no text has.
 */

export const IMAGE = '\u0001';
export const LINK = '\u0002';
export const NOTE = '\u0004';
export const END = '\u0003';

/** Blanks, and characters that no reader shows. Example: `a b` and `ab` have the same tokens. */
const UNSEEN = /[\s\u0000-\u001f\u007f\u200b\u2060\ufeff]+/g;

/** Text without what no reader shows. */
export function shownCharacters(text: string): string {
  return text.replace(UNSEEN, '');
}

/** What browsers skip at the ends of an address, and what readers make of it; and inside. Example: `%20`, a tab. */
const SKIPPED_AT_ENDS = /^(?:[\u0000-\u0020]|%[01][0-9a-f]|%20)+|(?:[\u0000-\u0020]|%[01][0-9a-f]|%20)+$/gi;
const SKIPPED_INSIDE = /[\t\n\r]|%0[9ad]/gi;

/**
 * A URL in the one spelling that all readers agree on: blanks at the ends and line breaks gone (WHATWG URL standard,
 * "basic URL parser"), which readers may have written as percent codes; the rest percent-encoded unless it is so already.
 */
export function comparableUrl(url: string): string {
  return url
    .replace(SKIPPED_INSIDE, '')
    .replace(SKIPPED_AT_ENDS, '')
    .replace(/%(?![0-9a-f]{2})/gi, '%25')
    .replace(/[^!#$%&'()*+,\-./:;=?@\w~]+/g, (part) => encodeURIComponent(part.toWellFormed()))
    .replace(/%[0-9a-f]{2}/gi, (code) => code.toUpperCase())
    .replace(/%(5B|5D|7C|5E|60|7B|7D|5C)/g, (code) => decodeURIComponent(code));
}

/** A stream without its images and link targets: the characters alone. */
export function withoutTargets(stream: string): string {
  return stream.replace(/[\u0001\u0002\u0004][^\u0003]*\u0003/g, '');
}

/** The images and link targets of a stream, each with its mark. */
export function targetsOf(stream: string): string[] {
  return Array.from(stream.matchAll(/([\u0001\u0002][^\u0003]+)\u0003/g), ([, target]) => target as string);
}

/** A short piece of both streams where they part, for a message. */
export function difference(expected: string, actual: string): string {
  let at = 0;
  while (at < expected.length && expected[at] === actual[at]) at++;
  const show = (stream: string): string =>
    JSON.stringify(
      stream
        .slice(Math.max(0, at - 12), at + 24)
        .replaceAll(IMAGE, '[image ')
        .replaceAll(LINK, '[link ')
        .replaceAll(NOTE, '[note ')
        .replaceAll(END, ']'),
    );
  return `expected ${show(expected)}, the reader shows ${show(actual)}`;
}
