/** What a page's own head, scripts and `<time>` say of the article. */
import { headingText } from '../body/heading.js';
import { following, isElement, type Node, textOf } from '../body/tree.js';
import type { Metadata } from '../types.js';
import { parseDate } from './dates.js';
import { readLanguage, readUrl, unique } from './fields.js';
import { readImage } from './image.js';
import { readJsonLd } from './json-ld.js';
import { cutSiteName, readTitle } from './title.js';

const heading = /^h[1-3]$/;
/** Headings that are compared with the title. */
const mostHeadings = 50;

/** Everything in a tree that can hold metadata, in document order. */
export interface Evidence {
  /** First value of each `<meta>` name, property or itemprop in lower case. */
  meta: Map<string, string>;
  tags: string[];
  authors: string[];
  title: string | null;
  headings: string[];
  canonical: string | null;
  /** `<base href>`. */
  base: string | null;
  language: string | null;
  linked: Partial<Metadata>;
  published: string | null;
  modified: string | null;
  times: Set<string>;
}

/** Metadata that a page gives of itself; nothing for a fragment without a head. */
export function pageMetadata(evidence: Evidence): Partial<Metadata> {
  const { meta, linked } = evidence;
  const pick = (...keys: string[]) => keys.map((key) => meta.get(key)).find((value) => value) ?? null;
  const dateOf = (...keys: string[]) => keys.map((key) => parseDate(meta.get(key))).find((date) => date) ?? null;

  const site = pick('og:site_name', 'application-name');
  const only = evidence.times.size === 1 ? [...evidence.times][0] : null;
  const found: { [Key in keyof Metadata]: Metadata[Key] } = {
    title: pageTitle(evidence, site),
    date:
      dateOf('article:published_time', 'og:published_time', 'datepublished', 'bt:pubdate') ??
      linked.date ??
      dateOf(
        'pubdate',
        'publishdate',
        'publish_date',
        'publication_date',
        'dc.date',
        'dc.date.issued',
        'dcterms.created',
      ) ??
      dateOf('og:release_date', 'weibo: article:create_at', 'date', 'sailthru.date', 'parsely-pub-date') ??
      evidence.published ??
      parseDate(only),
    updated: dateOf('article:modified_time', 'og:updated_time', 'datemodified') ?? linked.updated ?? evidence.modified,
    authors: linked.authors ?? unique(evidence.authors.map(readTitle)),
    editors: linked.editors ?? [],
    publisher: site ?? linked.publisher ?? null,
    categories: linked.categories ?? unique([pick('article:section', 'category') ?? '']),
    tags:
      evidence.tags.length > 0 ? unique(evidence.tags) : (linked.tags ?? keywords(pick('keywords', 'news_keywords'))),
    image: readImage(pick('og:image', 'og:image:url', 'twitter:image', 'twitter:image:src')) ?? linked.image ?? null,
    url: readUrl(evidence.canonical) ?? readUrl(pick('og:url', 'twitter:url')) ?? linked.url ?? null,
    language: evidence.language ?? readLanguage(pick('og:locale', 'content-language')) ?? linked.language ?? null,
  };
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== null && value.length > 0));
}

function keywords(text: string | null): string[] {
  return text === null ? [] : unique(text.split(/[,，、;；]/));
}

function pageTitle({ meta, title, headings, linked }: Evidence, site: string | null): string | null {
  const cut = (text: string | null | undefined) => (text ? cutSiteName(text, site, headings) : null);
  const own = cut(title && readTitle(title));
  const shared = cut(meta.get('og:title') ?? meta.get('twitter:title'));
  const named = cut(linked.title);
  // A page that shares itself under its own title: the shorter form is the one without the site's name.
  const [first, ...others] = [shared, named, own].filter((text) => text !== null && text !== '');
  return others.find((text) => first?.startsWith(text ?? '') && headings.includes(text ?? '')) ?? first ?? null;
}

const nothing: ReadonlySet<Node> = new Set();

/**
 * Reads a tree as parsed, before rules take the head and the scripts away.
 * @param apart elements of a page that are none of its article: their times and headings speak of others
 */
export function pageEvidence(root: Node, apart: ReadonlySet<Node> = nothing): Evidence {
  const evidence: Evidence = {
    meta: new Map(),
    tags: [],
    authors: [],
    title: null,
    headings: [],
    canonical: null,
    base: null,
    language: null,
    linked: {},
    published: null,
    modified: null,
    times: new Set(),
  };
  /** The first node behind what stands apart; undefined outside of that. */
  let behind: Node | null | undefined;
  // A page that is shown as code speaks of itself.
  const isCode = ({ name, closeStart, end }: Node): boolean => name === 'pre' && closeStart < end;
  for (let node = root.first; node; node = following(node, root, isCode(node))) {
    if (node === behind) behind = undefined;
    if (!isElement(node)) continue;
    if (behind === undefined && apart.has(node)) behind = following(node, root, true);
    const isApart = behind !== undefined;
    if (node.name === 'meta') readMeta(node, evidence);
    else if (node.name === 'title') {
      if (node.parent?.name !== 'svg') evidence.title ??= textOf(node).trim();
    } else if (node.name === 'html') evidence.language ??= readLanguage(node.get('lang') ?? node.get('xml:lang'));
    else if (node.name === 'base') evidence.base ??= node.get('href')?.trim() || null;
    else if (node.name === 'link') {
      if (node.get('rel')?.toLowerCase() === 'canonical') evidence.canonical ??= node.get('href');
    } else if (node.name === 'script') {
      if (node.get('type')?.toLowerCase() === 'application/ld+json') {
        evidence.linked = { ...readJsonLd(textOf(node)), ...evidence.linked };
      }
    } else if (isApart) continue;
    else if (node.name === 'time') readTime(node, evidence);
    else if (heading.test(node.name) && evidence.headings.length < mostHeadings) {
      evidence.headings.push(readTitle(headingText(node)));
    }
  }
  return evidence;
}

function readMeta(node: Node, evidence: Evidence): void {
  const name = (
    node.get('property') ??
    node.get('name') ??
    node.get('itemprop') ??
    node.get('http-equiv')
  )?.toLowerCase();
  const content = node.get('content')?.trim();
  if (!name || !content) return;
  if (name === 'article:tag') evidence.tags.push(content);
  // `article:author` is often the address of a profile.
  else if ((name === 'author' || name === 'article:author' || name === 'byl') && readUrl(content) === null) {
    evidence.authors.push(content);
  }
  if (!evidence.meta.has(name)) evidence.meta.set(name, content);
}

function readTime(node: Node, evidence: Evidence): void {
  const value = node.get('datetime') ?? textOf(node);
  const date = parseDate(value);
  if (date === null) return;
  const role = `${node.get('itemprop') ?? ''} ${node.className}`.toLowerCase();
  if (role.includes('modified') || role.includes('updated')) evidence.modified ??= date;
  else if (role.includes('publish') || node.has('pubdate')) evidence.published ??= date;
  else evidence.times.add(date);
}
