/** What a page says of its article, each value from the source that is trusted most, and which that was. */
import type { Metadata, MetadataSource } from '../../types.js';
import { parseDate } from '../dates.js';
import { readLanguage, readUrl, unique } from '../fields.js';
import { readImage } from '../image.js';
import { readTitle } from '../title.js';
import { signing } from './authors.js';
import type { Evidence } from './evidence.js';
import { given, type Linked, nameOfSite } from './json-ld.js';
import { pageTitle, sameWords } from './page-title.js';

export interface Sourced {
  metadata: Partial<Metadata>;
  from: Partial<Record<keyof Metadata, MetadataSource>>;
  /** The only author is the site itself: whoever signs the text is a better one. */
  isSignedBySite?: boolean;
}

type Source = readonly [name: MetadataSource, says: Partial<Metadata>];

/**
 * Metadata that a page gives of itself; nothing for a fragment without a head.
 * @param byline what the lines around the title say
 */
export function pageMetadata(evidence: Evidence, byline: Partial<Metadata> = {}): Sourced {
  const { meta } = evidence;
  const sources: Source[] = [
    ['json-ld', linkedOf(evidence)],
    ['open-graph', openGraph(meta, evidence)],
    ['meta', metaTags(meta, evidence)],
    ['time', timesOf(evidence)],
    ['microdata', evidence.marked],
    ['byline', byline],
  ];
  const found: Sourced = { metadata: {}, from: {} };
  const take = <Key extends keyof Metadata>(
    key: Key,
    source: MetadataSource,
    value: Metadata[Key] | null | undefined,
  ) => {
    if (value === null || value === undefined || value.length === 0 || Object.hasOwn(found.metadata, key)) return;
    found.metadata[key] = value;
    found.from[key] = source;
  };
  // The page's own word on itself, not on what it is shared as.
  take('language', 'head', evidence.language);
  take('url', 'head', readUrl(evidence.canonical));
  const title = pageTitle(evidence, sources, byline.title ?? null);
  if (title) take('title', title.source, title.text);
  for (const [name, says] of sources) {
    for (const key of Object.keys(says) as (keyof Metadata)[])
      if (key !== 'authors' && key !== 'title') take(key, name, says[key]);
  }
  take('url', 'saved', evidence.saved);
  makeExact(found, sources);
  const authors = signing(sources, evidence, found.metadata);
  if (authors) {
    take('authors', authors.source, authors.names);
    found.isSignedBySite = authors.isSite;
  }
  return found;
}

/** A day becomes the hour of that day where another source knows it. */
function makeExact({ metadata, from }: Sourced, sources: readonly Source[]): void {
  for (const key of ['date', 'updated'] as const) {
    const day = metadata[key];
    if (day?.length !== 10) continue;
    const exact = sources.find(([, says]) => says[key]?.startsWith(`${day}T`) && !midnight.test(says[key]));
    if (exact) [metadata[key], from[key]] = [exact[1][key] as string, exact[0]];
  }
}

/** What programs write for a day alone. */
const midnight = /T00:00(?::00)?(?:[Z+-]|$)/;

/** The article of the page: the one that bears its address or its title, else the first. */
function linkedOf({ linked, canonical, title, meta, headings }: Evidence): Partial<Metadata> {
  const articles = linked.filter(({ isFrame }) => !isFrame);
  const titles = [meta.get('og:title'), title, headings[0]].filter((text): text is string => Boolean(text));
  const isThis = ({ says }: Linked) =>
    (says.url !== undefined && says.url === canonical) ||
    titles.some((text) => says.title && sameWords(says.title, text));
  const article = articles.find(isThis) ?? articles[0];
  const frame = linked.find(({ isFrame }) => isFrame);
  return { ...frame?.says, ...article?.says };
}

const first = (meta: ReadonlyMap<string, string>, ...keys: string[]): string | null =>
  keys.map((key) => meta.get(key)).find((value) => value) ?? null;
const firstDate = (meta: ReadonlyMap<string, string>, ...keys: string[]): string | null =>
  keys.map((key) => parseDate(meta.get(key))).find((date) => date) ?? null;

function openGraph(meta: ReadonlyMap<string, string>, { tags }: Evidence): Partial<Metadata> {
  return given({
    date: firstDate(
      meta,
      'article:published_time',
      'og:published_time',
      'og:article:published_time',
      'og:release_date',
    ),
    updated: firstDate(meta, 'article:modified_time', 'og:updated_time', 'og:article:modified_time'),
    publisher: nameOfSite(first(meta, 'og:site_name')),
    categories: unique([first(meta, 'article:section') ?? '']),
    tags: unique(tags),
    image: readImage(first(meta, 'og:image', 'og:image:url', 'og:image:secure_url')),
    url: readUrl(first(meta, 'og:url')),
    language: readLanguage(first(meta, 'og:locale')),
  });
}

function metaTags(meta: ReadonlyMap<string, string>, { authors }: Evidence): Partial<Metadata> {
  const keywords = first(meta, 'keywords', 'news_keywords');
  return given({
    date: firstDate(
      meta,
      ...['bt:pubdate', 'pubdate', 'publishdate', 'publish_date', 'publish-date', 'publication_date', 'datepublished'],
      ...['dc.date', 'dc.date.issued', 'dcterms.created', 'dcterms.date', 'citation_publication_date'],
      ...['weibo: article:create_at', 'date', 'sailthru.date', 'parsely-pub-date', 'cxenseparse:recs:publishtime'],
    ),
    updated: firstDate(meta, 'datemodified', 'dcterms.modified', 'last-modified', 'lastmod'),
    authors: unique(authors.map(readTitle)),
    publisher: nameOfSite(first(meta, 'application-name')),
    categories: unique([first(meta, 'category') ?? '']),
    tags: keywords === null ? [] : unique(keywords.split(/[,，、;；]/)),
    image: readImage(first(meta, 'twitter:image', 'twitter:image:src', 'thumbnail', 'image')),
    url: readUrl(first(meta, 'twitter:url')),
    language: readLanguage(first(meta, 'content-language', 'language')),
  });
}

/** Of several days that say nothing of what they are, none is the article's. */
function timesOf({ times: { published, modified, others } }: Evidence): Partial<Metadata> {
  const only = others.size === 1 ? ([...others][0] ?? null) : null;
  return given({ date: published ?? only, updated: modified });
}
