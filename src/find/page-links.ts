import { type Edges, linkLines } from './link-line.js';
import { isHeading, type Page } from './page.js';
import type { Part } from './part.js';
import { definePass, withLinks } from './pass.js';
import * as w from './weights.js';

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
    for (const line of linkLines(search, edges)) {
      page.cutParagraph(line, { rule: 'page-links', why: 'line that is only a link' });
    }
    page.sum();
  },
  examples: [
    {
      title: 'a list behind the article',
      before: `<html><body><p>${'The ferry is late today, as it was yesterday, and the day before. '.repeat(8)}</p><ul><li><a href="/1">A new pier</a></li><li><a href="/2">The old pier</a></li></ul></body></html>`,
      after: `<html><body><p>${'The ferry is late today, as it was yesterday, and the day before. '.repeat(8)}</p></body></html>`,
    },
    {
      title: 'a label, and the title of another article of the site',
      before: `<html><head><link rel="canonical" href="https://paper.example/late"><meta property="og:type" content="article"></head><body><p>${'The ferry is late today, as it was yesterday, and the day before. '.repeat(8)}</p><p><b>Le puede interesar:</b> <a href="/2">El muelle que nadie quiere pagar</a></p><p>It goes at nine, they say.</p><p>延伸阅读：<a href="https://paper.example/3">旧码头为什么还没有修好</a></p><p>${'The pier is being mended, and nobody knows how long it takes. '.repeat(4)}</p></body></html>`,
      after: `<html><head><link rel="canonical" href="https://paper.example/late"><meta property="og:type" content="article"></head><body><p>${'The ferry is late today, as it was yesterday, and the day before. '.repeat(8)}</p><p>It goes at nine, they say.</p><p>${'The pier is being mended, and nobody knows how long it takes. '.repeat(4)}</p></body></html>`,
    },
  ],
  keeps: [
    {
      title: 'posts that the article shows',
      html: `<html><body><p>${'The ferry is late today, as it was yesterday, and the day before. '.repeat(8)}</p>${'<div class="embed"><blockquote><p>Late, <a href="/1">once more</a>, and nobody says why it is.</p></blockquote></div>'.repeat(3)}</body></html>`,
    },
    {
      title: 'a label before a file, before a word, one of several, and a long one',
      html: `<html><head><link rel="canonical" href="https://paper.example/late"><meta property="og:type" content="article"></head><body><p>${'The ferry is late today, as it was yesterday, and the day before. '.repeat(8)}</p><p>Timetable: <a href="/files/all-ferries-of-the-year.pdf">All ferries of the year</a></p><p>Map: <a href="/map">the isles</a></p><p>Soft as the waves: <a href="/soft">The feather pillow of the inn</a></p><p>Hard as the stones: <a href="/hard">The wooden bench of the pier</a></p><p>On the map of the harbour office it says who waits there: <a href="/pier">The pier on the map of all ports</a></p><p>${'The pier is being mended, and nobody knows how long it takes. '.repeat(4)}</p></body></html>`,
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
