/**
 * What the proof compares: the non-white characters of visible text, the images and the link targets, in order, as one
 * string. Images and links are marked by control characters that no text has.
 */
import { ELEMENT, following, type Node, TEXT } from '../body/tree.js';
import { invisible, preformatted } from '../body/vocabulary.js';
import type { ArticleOptions } from '../types.js';

export const IMAGE = '\u0001';
export const LINK = '\u0002';
const NOTE = '\u0004';
const END = '\u0003';

/** Blanks, and characters that no reader shows. Example: `a b` and `ab` have the same tokens. */
const UNSEEN = /[\s\u0000-\u001f\u007f\u200b\u2060\ufeff]+/g;

/** Text without what no reader shows. */
export function shownCharacters(text: string): string {
  return text.replace(UNSEEN, '');
}

/** How a tree is looked at. */
export interface View extends Pick<ArticleOptions, 'links' | 'images'> {
  /** Says which elements are the reader's own, not the article's (back links of footnotes). */
  isNoise?: (node: Node) => boolean;
  /** As plain text shows it: notes stay where they stand in the tree, without labels; a table in a cell is its text. */
  asText?: boolean;
}

/** A link that is open while the tree is walked. */
interface OpenLink {
  node: Node;
  mark: string;
  /** Something stood in it that a reader sees. */
  shown: boolean;
}

/** One flow of text: the body, or what readers show elsewhere: footnotes, and text in a table but in none of its cells. */
interface Flow {
  /** The note, or what stands loose in a table; null for the body. */
  node: Node | null;
  label: string;
  stream: string;
  /** Mark of the link that covers the end of the stream. */
  covered: string;
}

/** A footnote's call or beginning as our tree has it. Example: `[^1]`, `[^2-b]: ` */
const NOTE_MARK = /^\[\^([^\]]*)\](: )?$/;
/** Names that the reader gives to notes and their calls. Example: `user-content-fn-1` */
const READERS_NOTE = /^#?user-content-fn-(.*)$/;

/**
 * The token stream of a tree. A link's target stands where what it covers begins; a link that goes on in the next
 * paragraph is one link, and one around nothing stands where it is. Notes stand at the end, ordered by their labels.
 */
export function tokens(root: Node, view: View = {}): string {
  const { isNoise = () => false, asText = false, links: withLinks = 'keep', images = 'keep' } = view;
  const links: OpenLink[] = [];
  const flows: Flow[] = [{ node: null, label: '', stream: '', covered: '' }];
  const notes: Flow[] = [];
  /** Open tables, and where what stands loose in them goes: in front, as browsers show it. */
  const tables: { node: Node; flow: Flow; at: number; covered: string }[] = [];
  let heading: Node | null = null;
  let cell: Node | null = null;
  let fence: Node | null = null;
  const show = (value: string): void => {
    if (value === '') return;
    const flow = flows.at(-1) as Flow;
    // No link of Markdown covers a block of code.
    if (fence) {
      flow.stream += value;
      return;
    }
    const link = links.at(-1);
    const mark = link?.mark ?? '';
    if (mark !== flow.covered) flow.stream += mark === '' ? LINK + END : mark;
    flow.covered = mark;
    if (link) link.shown = true;
    flow.stream += value;
  };
  const showImage = (node: Node): void => {
    const source = images === 'keep' ? node.get('src') : null;
    if (source && comparableUrl(source) !== '') show(IMAGE + comparableUrl(source) + END);
    else if (images !== 'none') show(shownCharacters(node.get('alt') ?? ''));
  };
  const enter = (node: Node): void => {
    if (node.name === 'footnote-text' || readersNote(node)) {
      flows.push({ node, label: noteMark(readersNote(node) ?? ''), stream: '', covered: '' });
    }
    if (node.name === 'table') {
      const flow = flows.at(-1) as Flow;
      tables.push({ node, flow, at: flow.stream.length, covered: flow.covered });
    }
    if (HEADINGS.has(node.name)) heading ??= node;
    if (tables.length > 0 && CELLS.has(node.name)) cell ??= node;
    // In a heading or a cell code stands in the line, and a link covers it.
    if (preformatted.has(node.name) && !heading && !cell) fence ??= node;
    if (node.name === 'img') showImage(node);
    const href = node.name === 'a' && withLinks === 'keep' ? node.get('href') : null;
    if (href !== null)
      links.push({ node, mark: isUnmarked(node, href) ? '' : LINK + comparableUrl(href) + END, shown: false });
  };
  const endFlow = (flow: Flow): void => {
    flows.pop();
    const table = isLoose(flow.node as Node) ? tables.at(-1) : null;
    if (!table && !asText) notes.push(flow);
    else if (!table) (flows.at(-1) as Flow).stream += flow.stream;
    if (!table || flow.stream === '') return;
    const { flow: around, at, covered } = table;
    const rest = around.stream.slice(at);
    const front = around.stream.slice(0, at) + flow.stream;
    around.stream = front + (rest === '' ? '' : behind(flow.covered, covered, rest));
    if (rest === '') around.covered = flow.covered;
    table.at = front.length;
    table.covered = flow.covered;
  };
  const leave = (node: Node): void => {
    if (tables.at(-1)?.node === node) tables.pop();
    if (heading === node) heading = null;
    if (cell === node) cell = null;
    if (fence === node) fence = null;
    const link = links.at(-1);
    const flow = flows.at(-1) as Flow;
    if (link?.node === node) {
      links.pop();
      if (!link.shown && link.mark !== '') {
        flow.stream += link.mark;
        flow.covered = link.mark;
      }
    }
    if (flow.node === node) endFlow(flow);
  };
  const text = (node: Node): void => {
    // Raw text is Markdown or HTML of our own: a reader shows what it means, not its characters.
    const [, label, isBeginning] = (node.raw && NOTE_MARK.exec(node.data)) || [];
    if (label === undefined) show(node.raw ? '' : shownCharacters(node.data));
    else if (isBeginning) (flows.at(-1) as Flow).label = noteMark(label);
    else show(noteMark(label));
  };
  for (let node: Node | null = root.first; node; ) {
    const call = node.has('data-footnote-ref') ? READERS_NOTE.exec(node.get('href') ?? '') : null;
    const skip: boolean = call !== null || (node.type === ELEMENT && (invisible.has(node.name) || isNoise(node)));
    const table = isLoose(node) && !heading && !fence && !(asText && cell) ? tables.at(-1) : null;
    if (table) flows.push({ node, label: '', stream: '', covered: table.covered });
    if (call) show(noteMark(call[1] as string));
    else if (node.type === TEXT) text(node);
    else if (node.type === ELEMENT && !skip) enter(node);
    if (!skip && node.first) {
      node = node.first;
      continue;
    }
    leave(node);
    while (node && !node.next) {
      node = node.parent === root ? null : node.parent;
      if (node) leave(node);
    }
    node = node?.next ?? null;
  }
  notes.sort((one, two) => (one.label < two.label ? -1 : 1));
  return [...flows, ...notes].map(({ label, stream }) => label + stream).join('');
}

/** An address that links to itself is its text: readers make such a link of every bare address, or of none. */
function isUnmarked(link: Node, href: string): boolean {
  if (href === '') return true;
  let text = '';
  // Marks, breaks and places to wrap stand inside of the link to one reader, around it or nowhere to another.
  for (let node = link.first; node; node = following(node, link)) {
    if (node.type === TEXT) text += node.data;
    else if (!UNSEEN_IN_LINKS.has(node.name)) return false;
    if (text.length > href.length * 3 + 100) return false;
  }
  return sameBlanks(text) === sameBlanks(href);
}

/** Several blanks in an address are one in a text. */
function sameBlanks(url: string): string {
  return comparableUrl(url).replace(/(?:%20)+/g, '%20');
}

const UNSEEN_IN_LINKS: ReadonlySet<string> = new Set('b br code del em font i s span strong u wbr'.split(' '));

/** A stream whose first mark was set against the link `was`, continued behind one that ends in the link `now`. */
function behind(now: string, was: string, rest: string): string {
  if (now === was) return rest;
  if (!rest.startsWith(LINK)) return (was || LINK + END) + rest;
  const mark = now || LINK + END;
  return rest.startsWith(mark) ? rest.slice(mark.length) : rest;
}

const CELLS: ReadonlySet<string> = new Set(['td', 'th']);
const HEADINGS: ReadonlySet<string> = new Set('h1 h2 h3 h4 h5 h6'.split(' '));
const TABLE_PARTS: ReadonlySet<string> = new Set('col colgroup tbody td tfoot th thead tr'.split(' '));
const TABLE_FRAMES: ReadonlySet<string> = new Set('table tbody tfoot thead tr'.split(' '));

/** Whether a node stands in a table, but in none of its cells; a caption stands in front of it too. */
function isLoose(node: Node): boolean {
  return !TABLE_PARTS.has(node.name) && TABLE_FRAMES.has(node.parent?.name ?? '');
}

function noteMark(label: string): string {
  return NOTE + comparableUrl(label).toLowerCase() + END;
}

/** Label of a note in the reader's section of notes, or null. */
function readersNote(node: Node): string | null {
  if (node.name !== 'li' || !node.parent?.parent?.has('data-footnotes')) return null;
  return READERS_NOTE.exec(node.get('id') ?? '')?.[1] ?? null;
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
