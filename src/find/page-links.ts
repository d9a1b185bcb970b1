import type { Node } from '../body/tree.js';
import { isHeading, type Page } from './page.js';
import type { Paragraph, Part } from './part.js';
import { definePass, type Search, withLinks } from './pass.js';
import { siteOf } from './says.js';
import * as w from './weights.js';

/** The first and the last full paragraph of the article. */
interface Edges {
  first: Paragraph;
  last: Paragraph;
}

function edgesOf(page: Page): Edges | null {
  const full = page.paragraphs.filter((one) => !one.isGone && one.isFull && one.counts === 1);
  const [first, last] = [full[0], full.at(-1)];
  return first && last && page.article.prose >= w.TRIM_PROSE ? { first, last } : null;
}

const isBehind = ({ at }: Part, { last }: Edges): boolean => at >= last.at;

function isAtEdge(part: Part, edges: Edges): boolean {
  return isBehind(part, edges) || (part.end <= edges.first.at && !part.holds(edges.first.holder));
}

const tables: ReadonlySet<string> = new Set(['table', 'tbody', 'tr', 'td']);

/** Links and hardly anything else. */
function isHeap(part: Part, edges: Edges, said: ReadonlySet<Part>): boolean {
  const { name, links, linkShare, full } = part;
  if (links < w.HEAP_LINKS || !part.isBlock || isHeading(part) || said.has(part)) return false;
  const atEdge = isAtEdge(part, edges);
  if (name === 'p') return atEdge && linkShare > w.HEAP_SURE;
  if (full > 0 || linkShare <= (atEdge ? w.HEAP_AT_EDGE : w.HEAP_INSIDE)) return false;
  return !tables.has(name) || (atEdge && linkShare > w.HEAP_SURE);
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

/** A line of its own that is nothing but a link leads to another article. */
function isLinkLine({ page, says }: Search, paragraph: Paragraph, { first, last }: Edges): boolean {
  const { article } = page;
  const { weight, linked, linkShare, links, heading, block, at } = paragraph;
  if (linkShare <= w.HEAP_SURE || weight < w.LINK_LINE || links === 0) return false;
  // `Source: The other paper`: words beside a link to another site.
  if (weight - linked > w.LINK_LINE_BESIDE && otherSite(page, paragraph, says.site) !== null) return false;
  if (heading ? at <= last.at : block.name !== 'p' && block.name !== 'div') return false;
  if (heading && at > first.at && at < last.at) return false;
  return !isInStructure(paragraph, article) && !address.test(paragraph.text);
}

/** A plain item with more to say than its link: a list of sources with what they hold. */
function isAnnotated({ name, node, weight, linkShare }: Part): boolean {
  return name === 'li' && !node.has('class') && weight >= w.ANNOTATED && linkShare < w.ANNOTATED_LINKED;
}

/** Parts with a paragraph that says much beside its links. */
function saying(page: Page): ReadonlySet<Part> {
  const said = new Set<Part>();
  for (const { block, weight, linked } of page.staying()) {
    if (weight - linked < w.LONG) continue;
    for (let part: Part | null = block; part && !said.has(part); part = part.parent) said.add(part);
  }
  return said;
}

/** Outside links, what would go says more than what would stay: there is no article that it leads away from. */
function isMost(page: Page, parts: readonly Part[]): boolean {
  const { weight, linked } = page.article;
  const goes = parts.reduce((sum, part) => sum + part.weight - part.linked, 0);
  return goes > weight - linked - goes;
}

export const pageLinks = definePass({
  name: 'page-links',
  why: 'Boxes and lines in an article that are links and hardly anything else lead to other articles. Lists and tables inside the text stay, and so do sources.',
  run: (search) => {
    const { page, says, isList } = search;
    const edges = isList ? null : edgesOf(page);
    if (!edges) return;
    const { article } = page;
    const said = saying(page);
    const found: Part[] = [];
    for (const part of page.below(article)) {
      if (part.cut || part.unseen || part.at < (found.at(-1)?.end ?? 0)) continue;
      if (isHeap(part, edges, said) || (part.isCard && isBehind(part, edges) && !isAnnotated(part))) found.push(part);
    }
    if (!says.isArticle && isMost(page, found)) return;
    for (const part of found) {
      const why = part.isCard ? 'box that leads to another article' : 'heap of links';
      page.cut(part, { rule: 'page-links', why: withLinks(why, part) });
    }
    page.sum();
    for (const paragraph of page.staying()) {
      if (!article.holds(paragraph.holder) || !isLinkLine(search, paragraph, edges)) continue;
      page.cutParagraph(paragraph, { rule: 'page-links', why: 'line that is only a link' });
    }
    page.sum();
  },
  examples: [
    {
      title: 'a list behind the article',
      before: `<html><body><p>${'The ferry is late today, as it was yesterday, and the day before. '.repeat(8)}</p><ul><li><a href="/1">A new pier</a></li><li><a href="/2">The old pier</a></li></ul></body></html>`,
      after: `<html><body><p>${'The ferry is late today, as it was yesterday, and the day before. '.repeat(8)}</p></body></html>`,
    },
  ],
  keeps: [
    {
      title: 'posts that the article shows',
      html: `<html><body><p>${'The ferry is late today, as it was yesterday, and the day before. '.repeat(8)}</p>${'<div class="embed"><blockquote><p>Late, <a href="/1">once more</a>, and nobody says why it is.</p></blockquote></div>'.repeat(3)}</body></html>`,
    },
    {
      title: 'a source at another site',
      html: `<html><head><link rel="canonical" href="https://paper.example/late"></head><body><p>${'The ferry is late today, as it was yesterday, and the day before. '.repeat(8)}</p><p>Source: <a href="https://harbour.example/list">The list of the harbour office</a></p><p><a href="mailto:post@harbour.example">post@harbour.example</a></p><p>${'The pier is being mended, and nobody knows how long it takes. '.repeat(4)}</p></body></html>`,
    },
    {
      title: 'a list of sites with a line on each, longer than what stands above it',
      html: `<html><body><p>${'The ferry is late today, as it was yesterday, and the day before. '.repeat(4)}</p><ul>${'<li class="site"><a href="/1">Pier news</a><p>Each day what goes and what does not go, and why, from those who wait there.</p></li>'.repeat(5)}</ul></body></html>`,
    },
    {
      title: 'a paragraph that says much, though its links are longer',
      html: `<html><body><p>${'The ferry is late today, as it was yesterday, and the day before. '.repeat(8)}</p><div>${'The pier is being mended, and nobody knows how long it takes, <a href="/1">says the harbour office in a letter that it sent</a> last week, <a href="/2">as the paper had said before, at some length and in the same words</a>. '.repeat(2)}</div></body></html>`,
    },
    {
      title: 'a list of links between paragraphs that say something of each',
      html: `<html><body><p>${'The ferry is late today, as it was yesterday, and the day before. '.repeat(8)}</p><ul><li><a href="/1">Pier</a>: where it lands, at any tide</li><li><a href="/2">Isle</a>: where it goes, at any tide</li></ul><p>${'The ferry is late today, as it was yesterday, and the day before. '.repeat(4)}</p></body></html>`,
    },
  ],
});
