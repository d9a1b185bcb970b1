/** Lines in an article that are a link to another article, alone or behind a label. */
import { type Node, TEXT } from '../body/tree.js';
import type { Page } from './page.js';
import type { Paragraph, Part } from './part.js';
import type { Search } from './pass.js';
import { siteOf } from './says.js';
import * as w from './weights.js';

/** The first and the last full paragraph of the article. */
export interface Edges {
  first: Paragraph;
  last: Paragraph;
}

/** Here a link alone on its line belongs to what is around it. */
const structured: ReadonlySet<string> = new Set('li td th dd dt figcaption blockquote table pre'.split(' '));
const STEPS = 6;
/** An address that is its own text is what the line says. Example: `https://a.example/b`, `post@a.example`. */
const address = /^(?:https?:|www\.|\S{1,60}@\S{1,60}$)/i;

function isInStructure({ block }: Paragraph, article: Part): boolean {
  let left = STEPS;
  for (let part: Part | null = block; part && part !== article && left > 0; part = part.parent, left--) {
    if (structured.has(part.name)) return true;
  }
  return false;
}

/** The site that a link leads to, where that is another one than the page's; null where nobody can tell. */
function otherSite(page: Page, { lines }: Paragraph, own: string | null): string | null {
  if (own === null) return null;
  for (const { nodes } of lines) {
    for (const { parent } of nodes) {
      const { link } = page.partOf(parent as Node);
      if (link) return siteOf(link.node.get('href'), own);
    }
  }
  return null;
}

/** A file is no article. Example: `/files/table.pdf`; not `/late.html`. */
const file = /\.(?!s?html?\b|php\b|aspx?\b|jsp\b)[a-z]\w{1,4}(?:[?#]|$)/i;
/** What stands before a link: a label of a few words. Example: `Read more:`, `延伸阅读：` */
const label = /^[^.!?。！？]{1,40}[:：]$/;

/** The label of a line that is nothing else but a link to another page of the site; null of all other lines. */
function labelOf({ page, says }: Search, { lines, links }: Paragraph): string | null {
  if (!says.isArticle || says.site === null || links !== 1) return null;
  let before = '';
  let target: string | null = null;
  for (const { type, data, parent } of lines.flatMap(({ nodes }) => nodes)) {
    const { link } = page.partOf(parent as Node);
    if (link) target = link.node.get('href') ?? '';
    else if (type !== TEXT || (target !== null && data.trim() !== '')) return null;
    else before += data;
  }
  const leadsOn = target !== null && !file.test(target) && siteOf(target, says.site) === null;
  return leadsOn && label.test(before.trim()) ? before.trim() : null;
}

/** Lines with other labels beside it make a list: each label says something of its link. */
function isLabelled(search: Search, paragraph: Paragraph, beside: readonly (Paragraph | undefined)[]): boolean {
  if (paragraph.linked < w.LINKED_TITLE || paragraph.linkShare < w.HEAP_AT_EDGE) return false;
  const own = labelOf(search, paragraph);
  return own !== null && beside.every((one) => !one || [null, own].includes(labelOf(search, one)));
}

/** A line of its own that is nothing but a link leads to another article. */
function isAlone({ page, says }: Search, paragraph: Paragraph, { last }: Edges): boolean {
  const { weight, linked, linkShare, links, heading, at } = paragraph;
  if (linkShare <= w.HEAP_SURE || weight < w.LINK_LINE || links === 0) return false;
  // `Source: The other paper`: words beside a link to another site.
  if (weight - linked > w.LINK_LINE_BESIDE && otherSite(page, paragraph, says.site) !== null) return false;
  return !heading || at > last.at;
}

/** Lines that lead to other articles. */
export function linkLines(search: Search, edges: Edges): Paragraph[] {
  const { article } = search.page;
  const lines = [...search.page.staying()].filter(({ holder }) => article.holds(holder));
  return lines.filter((line, at) => {
    const { heading, block, text } = line;
    if (!heading && block.name !== 'p' && block.name !== 'div') return false;
    if (!isAlone(search, line, edges) && !isLabelled(search, line, [lines[at - 1], lines[at + 1]])) return false;
    return !isInStructure(line, article) && !address.test(text);
  });
}
