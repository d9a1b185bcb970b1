/** What the page says of its own kind: in `<meta>`, JSON-LD, microdata and the names of `<body>`. */
import { textOf } from '../body/tree.js';
import { wordsOf } from './names.js';
import type { Page } from './page.js';
import type { Part } from './part.js';

export interface Says {
  isArticle: boolean;
  /** Threads: what readers write is what the page is for. */
  isForum: boolean;
  /** A list, a shelf or a product. */
  isCollection: boolean;
  /** Its site, as its own address has it: `paper.example`. */
  site: string | null;
  /** Its own address, without what differs between links to one page. */
  address: string | null;
}

/** The last two names of a host: `www.paper.example` and `news.paper.example` are one site. */
const host = /^(?:https?:)?\/\/(?:[^/?#]{0,200}\.)?([\w-]{1,63}\.[\w-]{1,63})(?=[/?#:]|$)/i;

/** The site of an absolute address, unless it is the page's own. */
export function siteOf(address: string | null, own: string | null = null): string | null {
  const site = host.exec(address ?? '')?.[1]?.toLowerCase() ?? null;
  return site === own ? null : site;
}

const sitePath = /^(?:https?:)?\/\/(.{4,400}?)\/?$/i;

/** An address without what differs between links to one page: `http://paper.example/late/` and `//paper.example/late`. */
export function pathOf(address: string | null): string | null {
  const path = sitePath.exec(address?.trim() ?? '')?.[1];
  return path?.toLowerCase().replace('/?', '?') ?? null;
}

/** Programs that forums run on, as they name themselves. Example: `Discourse 3.1`, `phpBB`. */
const forumProgram = /discourse|phpbb|xenforo|vbulletin|mybb|\bsmf\b|flarum|nodebb|invision|vanilla/i;
const forumWords: ReadonlySet<string> = new Set(
  'forum forums thread topic viewtopic viewthread showthread question phpbb'.split(' '),
);
const forumType = /schema\.org\/(?:QAPage|DiscussionForumPosting)/;
const forumJson = /"(?:QAPage|DiscussionForumPosting)"/;
const articleType = /schema\.org\/(?:\w{0,40}Article|BlogPosting)$/;
const articleJson = /"@type"\s{0,9}:\s{0,9}\[?\s{0,9}"(?:\w{0,40}Article|BlogPosting|Report)"/;
const collectionJson =
  /"@type"\s{0,9}:\s{0,9}\[?\s{0,9}"(?:CollectionPage|ItemList|Product|ProductGroup|SearchResultsPage|OfferCatalog)"/;
const articleTime = /^article:(?:published|modified)_time$/;

function readAddress(address: string | null, says: Says): void {
  says.site ??= siteOf(address);
  says.address ??= pathOf(address);
}

function readMeta({ node }: Part, says: Says): void {
  const name = node.get('property') ?? node.get('name') ?? '';
  const content = node.get('content') ?? '';
  if (name === 'generator' && forumProgram.test(content)) says.isForum = true;
  if (name === 'og:url') readAddress(content, says);
  if ((name === 'og:type' && /^article/i.test(content)) || articleTime.test(name)) says.isArticle = true;
}

function readJson({ node }: Part, says: Says): void {
  if (!/ld\+json/i.test(node.get('type') ?? '')) return;
  const json = textOf(node);
  if (forumJson.test(json)) says.isForum = true;
  if (articleJson.test(json)) says.isArticle = true;
  else if (collectionJson.test(json)) says.isCollection = true;
}

export function readSays(page: Page): Says {
  const says: Says = { isArticle: false, isForum: false, isCollection: false, site: null, address: null };
  for (const part of page.parts) {
    const { node, name } = part;
    if (name === 'meta') readMeta(part, says);
    else if (name === 'link' && node.get('rel') === 'canonical') readAddress(node.get('href'), says);
    else if (name === 'script') readJson(part, says);
    else if (name === 'body' || name === 'html') {
      const names = wordsOf(`${node.className} ${node.id}`);
      if (names.some((word) => forumWords.has(word))) says.isForum = true;
    }
    const type = node.get('itemtype');
    if (type === null) continue;
    if (forumType.test(type)) says.isForum = true;
    if (articleType.test(type)) says.isArticle = true;
  }
  return says;
}
