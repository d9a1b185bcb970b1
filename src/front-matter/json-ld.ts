/** What schema.org data in a page's scripts says of its article. */
import type { Metadata } from '../types.js';
import { parseDate } from './dates.js';
import { isMapping } from './engines.js';
import { readLanguage, readUrl, unique } from './fields.js';
import { readImage } from './image.js';
import { readTitle } from './title.js';

/** `NewsArticle`, `BlogPosting`, `TechArticle`, `Report`; not `WebPage`, which describes the frame. */
const articleType = /(?:Article|Posting|Report)$/;
/** Objects that are looked at: a shop's page can hold its whole catalogue. */
const mostObjects = 10_000;

/** @param source text of one `application/ld+json` script */
export function readJsonLd(source: string): Partial<Metadata> {
  const article = findArticle(source);
  if (article === null) return {};
  const found: Partial<Metadata> = {};
  const title = text(article.headline) ?? text(article.name);
  if (title !== null) found.title = readTitle(title);
  const date = parseDate(text(article.datePublished)) ?? parseDate(text(article.dateCreated));
  if (date !== null) found.date = date;
  const updated = parseDate(text(article.dateModified));
  if (updated !== null) found.updated = updated;
  const authors = names(article.author);
  if (authors.length > 0) found.authors = authors;
  const editors = names(article.editor);
  if (editors.length > 0) found.editors = editors;
  const publisher = names(article.publisher)[0];
  if (publisher !== undefined) found.publisher = publisher;
  const categories = names(article.articleSection);
  if (categories.length > 0) found.categories = categories;
  const tags = typeof article.keywords === 'string' ? article.keywords.split(/[,，]/) : names(article.keywords);
  if (unique(tags).length > 0) found.tags = unique(tags);
  const image = readImage(address(article.image));
  if (image !== null) found.image = image;
  const url = readUrl(article.url) ?? readUrl(address(article.mainEntityOfPage));
  if (url !== null) found.url = url;
  const language = readLanguage(article.inLanguage);
  if (language !== null) found.language = language;
  return found;
}

function findArticle(source: string): Record<string, unknown> | null {
  let data: unknown;
  try {
    data = JSON.parse(source);
  } catch {
    return null;
  }
  const pending = [data];
  for (let seen = 0; seen < mostObjects && pending.length > 0; seen++) {
    const item = pending.shift();
    if (Array.isArray(item)) pending.push(...item.slice(0, mostObjects));
    else if (isMapping(item)) {
      const types = Array.isArray(item['@type']) ? item['@type'] : [item['@type']];
      if (types.some((type) => typeof type === 'string' && articleType.test(type))) return item;
      pending.push(item['@graph'], item.mainEntity);
    }
  }
  return null;
}

function text(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

function names(value: unknown): string[] {
  const items = Array.isArray(value) ? value.slice(0, 100) : [value];
  return unique(items.map((item) => readTitle(text(isMapping(item) ? item.name : item) ?? '')));
}

function address(value: unknown): string | null {
  const first = Array.isArray(value) ? value[0] : value;
  return text(isMapping(first) ? (first.url ?? first['@id']) : first);
}
