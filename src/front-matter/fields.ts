/** Front matter to metadata: the names that Hexo, Jekyll, Hugo, Zola and the exporters of blogs use. */
import type { Metadata } from '../types.js';
import { parseDate } from './dates.js';
import { isMapping } from './engines.js';
import { readImage } from './image.js';
import { readTitle } from './title.js';

/** Names of each field in lower case without `_` and `-`, the surest first. */
const names: Readonly<Record<keyof Metadata, readonly string[]>> = {
  title: ['title', 'posttitle', 'headline', 'subject', '标题'],
  date: [
    ...['date', 'pubdate', 'publishdate', 'datepublished', 'publishedat', 'publishedtime', 'published', 'publishtime'],
    ...['created', 'createdat', 'createtime', 'datecreated', 'datetime', 'postdate', 'posted', 'postedon', 'time'],
  ],
  updated: [
    ...[
      'updated',
      'lastmod',
      'modified',
      'lastmodified',
      'lastmodifiedat',
      'modifiedtime',
      'updatedat',
      'datemodified',
    ],
    ...['updatetime', 'updateddate', 'lastupdated', 'modifieddate'],
  ],
  authors: ['authors', 'author', 'writer', 'byline', 'creator', 'postauthor', 'wpauthor', '作者'],
  editors: ['editors', 'editor', '责任编辑', '责编', '编辑'],
  publisher: ['publisher', 'source', 'sitename', '来源'],
  categories: ['categories', 'category', 'section', '分类'],
  tags: ['tags', 'tag', 'keywords', '标签'],
  image: [
    ...['image', 'cover', 'coverimage', 'coverimg', 'featuredimage', 'featureimage', 'featureimg', 'headimg'],
    ...['thumbnail', 'thumb', 'banner', 'bannerimg', 'indeximg', 'heroimage', 'hero', 'ogimage', 'images', 'photo'],
    'header',
  ],
  url: [
    ...['originalurl', 'canonicalurl', 'canonical', 'wordpressurl', 'bloggerorigurl', 'sourceurl', 'link', 'url'],
    ...['permalink', 'source', 'guid'],
  ],
  language: ['lang', 'language', 'locale', 'inlanguage'],
};

/** Tables that hold more of the same: Zola's `[extra]` and `[taxonomies]`, Hugo's `params`. */
const containers = ['taxonomies', 'extra', 'params'];

type Reader = (value: unknown, name: string) => string | string[] | null;

const readers: Readonly<Record<keyof Metadata, Reader>> = {
  title: (value) => (isScalar(value) ? readTitle(String(value)) || null : null),
  date: parseDate,
  updated: parseDate,
  authors: (value, name) => readPeople(value, name === 'authors'),
  editors: (value) => readPeople(value, true),
  publisher: readPublisher,
  categories: (value, name) => readTerms(value, name === 'categories'),
  tags: (value, name) => readTerms(value, name === 'tags'),
  image: findImage,
  url: readUrl,
  language: readLanguage,
};

/** Metadata that the front matter gives; a key that it does not give is absent. */
export function frontMatterMetadata(data: Record<string, unknown> | null): Partial<Metadata> {
  return data === null ? {} : readFields(data).metadata;
}

/** One field alone, for who asks for no other; null where no key of it can be read. */
export function readField(field: keyof Metadata, data: Record<string, unknown>): string | string[] | null {
  const index = indexOf(data);
  for (const name of names[field]) {
    const entry = index.get(name);
    const value = entry === undefined ? null : readers[field](entry.value, name);
    if (value !== null && value.length > 0) return value;
  }
  return null;
}

/**
 * @returns the metadata, and the keys of `data` that say nothing besides it: their whole value is in the metadata
 */
export function readFields(data: Record<string, unknown>): { metadata: Partial<Metadata>; understood: Set<string> } {
  const index = indexOf(data);
  const metadata: Record<string, unknown> = {};
  const understood = new Set<string>();
  for (const field of Object.keys(names) as (keyof Metadata)[]) {
    for (const name of names[field]) {
      const entry = index.get(name);
      if (entry === undefined) continue;
      const value = readers[field](entry.value, name);
      if (value === null || value.length === 0) continue;
      metadata[field] ??= value;
      // Another key of the same field is understood only where it says the same.
      const isSame = String(metadata[field]) === String(value);
      if (isSame && entry.key !== null && !holdsMore(entry.value)) understood.add(entry.key);
    }
  }
  return { metadata: metadata as Partial<Metadata>, understood };
}

/** An author's map has a login and an address besides the name. */
function holdsMore(value: unknown): boolean {
  return isMapping(value) || (Array.isArray(value) && value.some((item) => isMapping(item)));
}

interface Entry {
  value: unknown;
  /** The key as written; null inside a container, which stays whole. */
  key: string | null;
}

function indexOf(data: Record<string, unknown>): Map<string, Entry> {
  const index = new Map<string, Entry>();
  for (const [key, value] of Object.entries(data)) {
    const name = key.toLowerCase().replaceAll(/[_\s-]/g, '');
    if (!index.has(name) && value !== null) index.set(name, { value, key });
  }
  for (const container of containers) {
    const inner = index.get(container)?.value;
    if (!isMapping(inner)) continue;
    for (const [key, value] of Object.entries(inner)) {
      const name = key.toLowerCase().replaceAll(/[_\s-]/g, '');
      if (!index.has(name)) index.set(name, { value, key: null });
    }
  }
  return index;
}

function isScalar(value: unknown): value is string | number {
  return typeof value === 'string' || typeof value === 'number';
}

/** `Jane Doe <jane@example.org>` */
const mailAfter = /\s*<[^<>@\s]{1,100}@[^<>\s]{1,200}>\s*$/;
/** A link of a notebook. Example: `[[Ada Quay]]`, `[[people/ada|Ada Quay]]` */
const wikiLink = /^\[\[(?:[^[\]|]{1,200}\|)?([^[\]|]{1,200})\]\]$/;
const nameKeys = ['display_name', 'displayName', 'name', 'nickname', 'full_name', 'title', 'username', 'login'];

function readPeople(value: unknown, isPlural: boolean): string[] {
  const people: string[] = [];
  for (const item of Array.isArray(value) ? value.flat(3) : [value]) {
    // An item of a list is one name, whatever stands in it.
    if (isScalar(item)) people.push(...(Array.isArray(value) ? [String(item)] : splitPeople(String(item), isPlural)));
    else if (isMapping(item)) people.push(...peopleOf(item));
  }
  return unique(people.map((name) => readTitle(name.replace(mailAfter, '').replace(wikiLink, '$1'))));
}

function peopleOf(map: Record<string, unknown>): string[] {
  const name = nameKeys.map((key) => map[key]).find((part) => isScalar(part) && String(part).trim() !== '');
  if (name !== undefined) return [String(name)];
  const parts = [map.first_name, map.last_name].filter(isScalar).join(' ').trim();
  if (parts !== '') return [parts];
  // A map of people: `authors: {jane: {name: Jane Doe}}`
  return Object.values(map).flatMap((person) =>
    isMapping(person) && isScalar(person.name) ? [String(person.name)] : [],
  );
}

/** A comma stands between names only where the key is plural: `Hawkins, Brad` is one author. */
function splitPeople(text: string, isPlural: boolean): string[] {
  return text.split(isPlural ? /[,，、;；]/ : /[、;；]/);
}

function readTerms(value: unknown, isPlural: boolean): string[] {
  const terms: string[] = [];
  for (const item of Array.isArray(value) ? value.flat(5) : [value]) {
    if (isScalar(item)) {
      const text = String(item);
      if (Array.isArray(value)) terms.push(text);
      else if (/[,，、;；]/.test(text)) terms.push(...text.split(/[,，、;；]/));
      // Jekyll's `tags: one two`; a single `category:` may have blanks in its name.
      else terms.push(...(isPlural ? text.split(/\s/) : [text]));
    } else if (isMapping(item)) {
      const name = item.name ?? item.title;
      if (isScalar(name)) terms.push(String(name));
      else terms.push(...Object.keys(item));
    }
  }
  return unique(terms.map(readTitle));
}

function findImage(value: unknown): string | null {
  if (Array.isArray(value)) return value.map(findImage).find((url) => url !== null) ?? null;
  if (!isMapping(value)) return readImage(value);
  return (
    ['url', 'src', 'path', 'image', 'feature', 'featured', 'teaser', 'thumb']
      .map((key) => readImage(value[key]))
      .find((url) => url !== null) ?? null
  );
}

/** An absolute web address; a path such as Hugo's `url: /about/` says where the page stood, not on which site. */
const webAddress = /^https?:\/\/[^\s/]{1,255}(?:[/?#]\S{0,2000})?$/i;

export function readUrl(value: unknown): string | null {
  const text = typeof value === 'string' ? value.trim() : '';
  return webAddress.test(text) && !text.toLowerCase().endsWith('/undefined') ? text : null;
}

function readPublisher(value: unknown): string | null {
  const name = isMapping(value) ? value.name : value;
  if (!isScalar(name) || readUrl(name) !== null) return null;
  const text = readTitle(String(name));
  return text !== '' && text.length <= 100 ? text : null;
}

/** `en`, `zh-CN`, `zh_Hant_TW` */
const languageTag = /^[a-z]{2,3}(?:[-_][a-z0-9]{2,8}){0,3}$/i;

export function readLanguage(value: unknown): string | null {
  const text = typeof value === 'string' ? value.trim() : '';
  return languageTag.test(text) ? text.replaceAll('_', '-') : null;
}

export function unique(texts: readonly string[]): string[] {
  return [...new Set(texts.map((text) => text.trim()).filter((text) => text !== ''))];
}
