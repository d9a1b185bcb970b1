/** Everything in a page's tree that can hold metadata: one walk, before rules take the head and the scripts away. */
import { headingText } from '../../body/heading.js';
import { COMMENT, following, isElement, type Node, textOf } from '../../body/tree.js';
import type { Metadata } from '../../types.js';
import { readLanguage, readUrl } from '../fields.js';
import { readTitle } from '../title.js';
import { type Linked, readJsonLd } from './json-ld.js';
import { readMarks, readTime, type Times } from './marks.js';

const heading = /^h[1-3]$/;
/** Headings that are compared with the title. */
const mostHeadings = 50;

export interface Evidence {
  /** First value of each `<meta>` name or property, in lower case. */
  meta: Map<string, string>;
  tags: string[];
  authors: string[];
  title: string | null;
  headings: string[];
  canonical: string | null;
  /** `<base href>`. */
  base: string | null;
  /** Where a browser or SingleFile says that it saved the page from. */
  saved: string | null;
  language: string | null;
  linked: Linked[];
  times: Times;
  marked: Partial<Metadata>;
}

const nothing: ReadonlySet<Node> = new Set();

/**
 * @param root as parsed
 * @param apart elements of a page that are none of its article: their times, marks and headings speak of others
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
    saved: null,
    language: null,
    linked: [],
    times: { published: null, modified: null, others: new Set() },
    marked: {},
  };
  /** The first node behind what stands apart; undefined outside of that. */
  let behind: Node | null | undefined;
  // A page that is shown as code speaks of itself.
  const isCode = ({ name, closeStart, end }: Node): boolean => name === 'pre' && closeStart < end;
  for (let node = root.first; node; node = following(node, root, isCode(node))) {
    if (node === behind) behind = undefined;
    if (node.type === COMMENT) evidence.saved ??= readSaved(node.data);
    if (!isElement(node)) continue;
    if (behind === undefined && apart.has(node)) behind = following(node, root, true);
    if (!readHead(node, evidence) && behind === undefined) readBody(node, evidence);
  }
  return evidence;
}

/** `<!-- saved from url=(0042)https://… -->` of browsers, and what SingleFile writes: `url: https://…`. */
const savedFrom = /^\s*(?:saved from url=\(\d{4}\)|Page saved with SingleFile\s{1,20}url:\s?)(\S{1,2000})/;

function readSaved(comment: string): string | null {
  return readUrl(savedFrom.exec(comment)?.[1]);
}

/** What speaks of the page wherever it stands; false for other elements. */
function readHead(node: Node, evidence: Evidence): boolean {
  switch (node.name) {
    case 'meta':
      return readMeta(node, evidence);
    case 'title':
      if (node.parent?.name !== 'svg') evidence.title ??= textOf(node).trim();
      return true;
    case 'html':
      evidence.language ??= readLanguage(node.get('lang') ?? node.get('xml:lang'));
      return true;
    case 'base':
      evidence.base ??= node.get('href')?.trim() || null;
      return true;
    case 'link':
      if (node.get('rel')?.toLowerCase() === 'canonical') evidence.canonical ??= node.get('href');
      return true;
    case 'script':
      if (node.get('type')?.toLowerCase() === 'application/ld+json') evidence.linked.push(...readJsonLd(textOf(node)));
      return true;
    default:
      return false;
  }
}

function readMeta(node: Node, evidence: Evidence): boolean {
  const name = (node.get('property') ?? node.get('name') ?? node.get('http-equiv'))?.toLowerCase();
  // A property of microdata.
  if (name === undefined) return false;
  const content = node.get('content')?.trim();
  if (!content) return true;
  if (name === 'article:tag') evidence.tags.push(content);
  // `article:author` is often the address of a profile.
  else if (authorNames.has(name) && readUrl(content) === null) evidence.authors.push(content);
  if (!evidence.meta.has(name)) evidence.meta.set(name, content);
  return true;
}

const authorNames: ReadonlySet<string> = new Set(['author', 'article:author', 'og:article:author', 'byl']);

function readBody(node: Node, evidence: Evidence): void {
  if (node.name === 'time') readTime(node, evidence.times);
  else readMarks(node, evidence.marked);
  if (heading.test(node.name) && evidence.headings.length < mostHeadings) {
    evidence.headings.push(readTitle(headingText(node)));
  }
}
