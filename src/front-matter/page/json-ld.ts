/** What schema.org data in a page's scripts says of its article. */
import type { Metadata } from '../../types.js';
import { parseDate } from '../dates.js';
import { isMapping } from '../engines.js';
import { readLanguage, readUrl, unique } from '../fields.js';
import { readImage } from '../image.js';
import { readTitle } from '../title.js';

/** `NewsArticle`, `BlogPosting`, `TechArticle`, `Report`, `Recipe`. */
const articleType = /(?:Article|Posting|Report|Recipe|HowTo|Review)$/;
/** `WebPage`, `FAQPage`: describes the frame, and is asked for its days and its language only. */
const pageType = /^(?:\w{0,20}Page)$/;
/** Objects that are looked at: a shop's page can hold its whole catalogue. */
const mostObjects = 10_000;
/** Around the data, where an editor took it for a script of code. */
const wrapping = /^\s*(?:\/\/)?\s*(?:<!\[CDATA\[|<!--)\s*|\s*(?:\/\/)?\s*(?:\]\]>|-->)\s*$|;\s*$/g;
/** Line ends within strings, which JSON has no place for. */
const controls = /[\u0000-\u001f]+/g;

type Item = Record<string, unknown>;

/** One article, or the page's frame, that the data describes. */
export interface Linked {
  says: Partial<Metadata>;
  isFrame: boolean;
}

/** @param source text of one `application/ld+json` script */
export function readJsonLd(source: string): Linked[] {
  const data = parse(source);
  if (data === undefined) return [];
  const items = itemsIn(data);
  const byId = new Map<string, Item>();
  for (const item of items) {
    const id = text(item['@id']);
    if (id !== null && Object.keys(item).length > 1 && !byId.has(id)) byId.set(id, item);
  }
  const linked = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.slice(0, 100).map(linked);
    const id = isMapping(value) && Object.keys(value).length <= 2 ? text(value['@id']) : null;
    return (id !== null && byId.get(id)) || value;
  };
  return items.flatMap((item): Linked[] => {
    if (isOfType(item, articleType)) return [{ says: articleOf(item, linked), isFrame: false }];
    return isOfType(item, pageType) ? [{ says: frameOf(item), isFrame: true }] : [];
  });
}

function parse(source: string): unknown {
  for (const form of [source, source.replace(wrapping, ''), source.replace(wrapping, '').replace(controls, ' ')]) {
    try {
      return JSON.parse(form);
    } catch {
      // The next form may be JSON.
    }
  }
  return undefined;
}

/** The objects of a script that stand for themselves: of its graph, not of lists of other articles. */
function itemsIn(data: unknown): Item[] {
  const items: Item[] = [];
  const pending = [data];
  for (let at = 0; at < pending.length && at < mostObjects; at++) {
    const item = pending[at];
    if (Array.isArray(item)) pending.push(...item.slice(0, mostObjects));
    else if (isMapping(item)) {
      items.push(item);
      if (isMapping(item.author)) items.push(item.author);
      pending.push(item['@graph'], item.mainEntity, item.mainEntityOfPage);
    }
  }
  return items;
}

function isOfType(item: Item, type: RegExp): boolean {
  const types = Array.isArray(item['@type']) ? item['@type'] : [item['@type']];
  return types.some((name) => typeof name === 'string' && type.test(name));
}

function frameOf(page: Item): Partial<Metadata> {
  return given({
    date: parseDate(text(page.datePublished)),
    updated: parseDate(text(page.dateModified)),
    language: readLanguage(page.inLanguage),
  });
}

function articleOf(article: Item, linked: (value: unknown) => unknown): Partial<Metadata> {
  const title = text(article.headline) ?? text(article.name);
  const keywords = typeof article.keywords === 'string' ? article.keywords.split(/[,，]/) : names(article.keywords);
  return given({
    title: title && readTitle(title),
    date: parseDate(text(article.datePublished)) ?? parseDate(text(article.dateCreated)),
    updated: parseDate(text(article.dateModified)),
    authors: names(linked(article.author)),
    editors: names(linked(article.editor)),
    publisher: nameOfSite(names(linked(article.publisher))[0] ?? null),
    categories: names(article.articleSection),
    tags: unique(keywords),
    image: readImage(address(linked(article.image))),
    url: readUrl(article.url) ?? readUrl(address(article.mainEntityOfPage)),
    language: readLanguage(article.inLanguage),
  });
}

/** Without what is not said. */
export function given(found: Partial<{ [Key in keyof Metadata]: Metadata[Key] | null }>): Partial<Metadata> {
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== null && value.length > 0));
}

/** An address is no name, and every weblog there calls its publisher Blogger. */
export function nameOfSite(name: string | null): string | null {
  return name === null || readUrl(name) !== null || name === 'Blogger' ? null : name;
}

function text(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

function names(value: unknown): string[] {
  const items = Array.isArray(value) ? value.slice(0, 100) : [value];
  const found = items.flatMap((item) => (isMapping(item) ? item.name : item));
  return unique(found.map((name) => readTitle(text(name) ?? '')).filter((name) => readUrl(name) === null));
}

function address(value: unknown): string | null {
  const first = Array.isArray(value) ? value[0] : value;
  return text(isMapping(first) ? (first.url ?? first.contentUrl ?? first['@id']) : first);
}
