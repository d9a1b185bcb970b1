/** What elements of a page's body say by their microdata, their microformats, or as `<time>`. */
import { shortText } from '../../body/traverse.js';
import { following, type Node } from '../../body/tree.js';
import type { Metadata } from '../../types.js';
import { parseDate } from '../dates.js';
import { datesIn } from '../dates-in-text.js';
import { readUrl, unique } from '../fields.js';
import { readImage } from '../image.js';
import { readTitle } from '../title.js';

const articleScope =
  /schema\.org\/(?:\w{0,40}(?:Article|Posting|Report|Recipe|Review|HowTo|Page)|CreativeWork|Question)$/;
/** How far up the element stands that a property belongs to. */
const LEVELS = 60;
/** How many nodes a thing is looked through for its name. */
const INSIDE = 60;
const TEXT_MOST = 200;

/** The element whose property this is; null where it is a comment's, a person's, another thing's. */
export function isOfArticle(node: Node): boolean {
  let above = node.parent;
  for (let left = LEVELS; left > 0 && above; left--, above = above.parent) {
    const type = above.has('itemscope') ? above.get('itemtype')?.trim() : undefined;
    if (type) return articleScope.test(type);
  }
  return true;
}

/** Nothing where the element holds a whole text. */
function lineOf(node: Node): string {
  return readTitle(shortText(node, TEXT_MOST) ?? '');
}

/** The value of a property, where HTML keeps it. Example: `<abbr class="published" title="2019-06-01T10:20+02:00">` */
function textIn(node: Node): string {
  return (node.get('content') ?? node.get('title') ?? lineOf(node)).trim();
}

function nameOf(node: Node): string {
  if (!node.has('itemscope')) return readTitle(node.get('content') ?? lineOf(node));
  let left = INSIDE;
  for (let inner = node.first; inner && left > 0; inner = following(inner, node), left--) {
    if (inner.get('itemprop')?.toLowerCase() === 'name') return readTitle(inner.get('content') ?? lineOf(inner));
  }
  return lineOf(node);
}

export function dateOf(value: string): string | null {
  return parseDate(value) ?? datesIn(value, false)[0]?.date ?? null;
}

type Property = (node: Node, marked: Partial<Metadata>) => unknown;

function addName(marked: Partial<Metadata>, key: 'authors' | 'editors', name: string): void {
  if (name !== '' && readUrl(name) === null) marked[key] = unique([...(marked[key] ?? []), name]);
}

const setDate =
  (key: 'date' | 'updated'): Property =>
  (node, marked) => {
    const date = dateOf(textIn(node));
    if (date !== null) marked[key] ??= date;
  };

const setOnce =
  (key: 'title' | 'publisher' | 'image', read: (node: Node) => string): Property =>
  (node, marked) => {
    const value = read(node);
    if (value !== '') marked[key] ??= value;
  };

const isNamedAuthor = (node: Node | null): boolean => node?.className.split(/\s+/).includes('author') ?? false;

const properties: ReadonlyMap<string, Property> = new Map<string, Property>([
  ['datepublished', setDate('date')],
  ['datecreated', setDate('date')],
  ['datemodified', setDate('updated')],
  ['author', (node, marked) => addName(marked, 'authors', nameOf(node))],
  ['editor', (node, marked) => addName(marked, 'editors', nameOf(node))],
  ['headline', setOnce('title', textIn)],
  ['publisher', setOnce('publisher', nameOf)],
  ['image', setOnce('image', (node) => readImage(node.get('src') ?? node.get('content')) ?? '')],
]);

/** Classes of hAtom and h-entry. */
const classes: ReadonlyMap<string, Property> = new Map<string, Property>([
  ['dt-published', setDate('date')],
  ['published', setDate('date')],
  ['entry-date', setDate('date')],
  ['dt-updated', setDate('updated')],
  ['p-author', (node, marked) => addName(marked, 'authors', lineOf(node))],
  // `<span class="author vcard"><span class="fn">`; a commenter's box is named otherwise.
  ['fn', (node, marked) => isNamedAuthor(node.parent) && addName(marked, 'authors', lineOf(node))],
]);

/** Days that `<time>` elements say. */
export interface Times {
  published: string | null;
  modified: string | null;
  /** Those that say nothing of what they are. */
  others: Set<string>;
}

const published = /publish|created|entry-date/;
const modified = /modified|updated/;

export function readTime(node: Node, times: Times): void {
  const date = dateOf(node.get('datetime') ?? lineOf(node));
  if (date === null || !isOfArticle(node)) return;
  const role = (node.get('itemprop') ?? node.className).toLowerCase();
  // Themes write `entry-date published updated` on the one day that an article has.
  if (published.test(role) || node.has('pubdate')) times.published ??= date;
  else if (modified.test(role)) times.modified ??= date;
  else times.others.add(date);
}

/** Reads one element; call it in document order, for elements that are none of another article. */
export function readMarks(node: Node, marked: Partial<Metadata>): void {
  const { attributes } = node;
  if (attributes === null) return;
  const names = attributes.get('itemprop')?.toLowerCase().split(/\s+/) ?? [];
  for (const name of names) {
    const property = properties.get(name);
    if (property && isOfArticle(node)) property(node, marked);
  }
  if (attributes.get('rel') === 'author' && isOfArticle(node)) addName(marked, 'authors', lineOf(node));
  for (const name of node.className.split(/\s+/)) classes.get(name)?.(node, marked);
}
