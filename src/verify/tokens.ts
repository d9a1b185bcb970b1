/**
 * What the proof compares: the non-white characters of visible text, the images and the link targets, in order, as one
 * string. Images and links are marked by control characters that no text has.
 */
import { ELEMENT, type Node, TEXT } from '../body/tree.js';
import { invisible } from '../body/vocabulary.js';

export const IMAGE = '\u0001';
export const LINK = '\u0002';
const END = '\u0003';

/** Blanks, and characters that no reader shows. Example: `a b` and `ab` have the same tokens. */
const UNSEEN = /[\s\u0000-\u001f\u007f\u200b\u2060\ufeff]+/g;

/** Text without what no reader shows. */
export function shownCharacters(text: string): string {
  return text.replace(UNSEEN, '');
}

/** A link that is open while the tree is walked. */
interface OpenLink {
  node: Node;
  mark: string;
  /** Something stood in it that a reader sees. */
  shown: boolean;
}

/**
 * The token stream of a tree. A link's target stands where what it covers begins; a link that goes on in the next
 * paragraph is one link, and one around nothing stands where it is.
 * @param isNoise says which elements are the reader's own, not the article's (back links of footnotes)
 */
export function tokens(root: Node, isNoise: (node: Node) => boolean = () => false): string {
  let stream = '';
  let covered = '';
  const links: OpenLink[] = [];
  const show = (value: string): void => {
    if (value === '') return;
    const link = links.at(-1);
    const mark = link?.mark ?? '';
    if (mark !== covered) stream += mark === '' ? LINK + END : mark;
    covered = mark;
    if (link) link.shown = true;
    stream += value;
  };
  const leave = (node: Node): void => {
    const link = links.at(-1);
    if (link?.node !== node) return;
    links.pop();
    if (link.shown) {
      const around = links.at(-1);
      if (around) around.shown = true;
      return;
    }
    stream += link.mark;
    covered = link.mark;
  };
  for (let node = root.first; node; ) {
    let skip = false;
    // Raw text is Markdown or HTML of our own: a reader shows what it means, not its characters.
    if (node.type === TEXT) show(node.raw ? '' : shownCharacters(node.data));
    else if (node.type === ELEMENT) {
      skip = invisible.has(node.name) || isNoise(node);
      const source = node.name === 'img' && !skip ? node.get('src') : null;
      if (source) show(IMAGE + comparableUrl(source) + END);
      const href = node.name === 'a' && !skip ? node.get('href') : null;
      if (href) links.push({ node, mark: LINK + comparableUrl(href) + END, shown: false });
    }
    if (!skip && node.first) {
      node = node.first;
      continue;
    }
    leave(node);
    while (!node.next) {
      const above: Node | null = node.parent;
      if (!above || above === root) return stream;
      node = above;
      leave(node);
    }
    node = node.next;
  }
  return stream;
}

/**
 * A URL in the one spelling that all readers agree on: blanks at the ends and line breaks gone (WHATWG URL standard,
 * "basic URL parser"), the rest percent-encoded unless it is so already.
 */
export function comparableUrl(url: string): string {
  const tidy = url.replace(/[\t\n\r]/g, '').replace(/^[\u0000-\u0020]+|[\u0000-\u0020]+$/g, '');
  return tidy
    .replace(/%(?![0-9a-f]{2})/gi, '%25')
    .replace(/[^!#$%&'()*+,\-./:;=?@\w~]+/g, (part) => encodeURIComponent(part.toWellFormed()))
    .replace(/%[0-9a-f]{2}/gi, (code) => code.toUpperCase())
    .replace(/%(5B|5D|7C|5E|60|7B|7D|5C)/g, (code) => decodeURIComponent(code));
}

/** A stream without its images and link targets: the characters alone. */
export function withoutTargets(stream: string): string {
  return stream.replace(/[\u0001\u0002][^\u0003]*\u0003/g, '');
}

/** The images and link targets of a stream, each with its mark. */
export function targetsOf(stream: string): Set<string> {
  return new Set(Array.from(stream.matchAll(/([\u0001\u0002][^\u0003]*)\u0003/g), ([, target]) => target as string));
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
        .replaceAll(END, ']'),
    );
  return `expected ${show(expected)}, the reader shows ${show(actual)}`;
}
