import { descend } from './descent.js';
import { findLead } from './lead.js';
import type { Page } from './page.js';
import { landmarkOf } from './page-landmark.js';
import type { Paragraph, Part, Reason } from './part.js';
import { definePass, type Search, withLinks } from './pass.js';
import { placeByMarks } from './place.js';
import * as w from './weights.js';

/** Parts that hold something that stays, themselves included. */
function holders(parts: Iterable<Part>): Set<Part> {
  const holding = new Set<Part>();
  for (const part of parts) {
    for (let above: Part | null = part; above && !holding.has(above); above = above.parent) holding.add(above);
  }
  return holding;
}

function reasonFor(page: Page, part: Part): Reason {
  const { article } = page;
  const where = part.at < article.at ? 'above the article' : 'below the article';
  return { rule: 'page-furniture', why: withLinks(`${landmarkOf(part) ?? 'box'} ${where}`, part) };
}

/** Cuts all that is neither in the article, nor its lead, nor kept by the user. */
function cutAround(page: Page, lead: readonly Paragraph[]): void {
  const { article, parts } = page;
  const kept = parts.filter((part) => part.kept !== null);
  const holding = holders([article, ...lead.map(({ holder }) => holder), ...kept]);
  for (const part of parts) {
    if (article.holds(part) && part !== article) continue;
    if (holding.has(part)) part.cut = null;
    else if (part.parent && holding.has(part.parent) && part.name !== 'head') part.cut ??= reasonFor(page, part);
  }
  const stays = new Set(lead);
  for (const paragraph of page.paragraphs) {
    if (stays.has(paragraph) || article.holds(paragraph.holder) || !holding.has(paragraph.holder)) continue;
    const where = paragraph.at <= article.at ? 'above the article' : 'below the article';
    page.cutParagraph(paragraph, { rule: 'page-furniture', why: `line ${where}` });
  }
  page.sum();
}

/** Prose that must be left on the way down: of a few lines alone one cannot tell. */
function leastBelow(all: number): number {
  return Math.max(w.STAY * all, Math.min(w.STAY_LEAST, w.STAY_SHORT * all));
}

export const pageFurniture = definePass({
  name: 'page-furniture',
  why: 'A saved page holds the whole site around its article. What the page marks as the article, and what its boxes hold, says which part that is; the rest goes.',
  run: (search: Search) => {
    const { page, without } = search;
    const all = page.root.prose;
    const place = without.has('marks') ? page.root : placeByMarks(search);
    page.article = search.isList || without.has('descent') ? place : descend(search, place, leastBelow(all));
    cutAround(page, without.has('lead') ? [] : findLead(page, page.article));
  },
  examples: [
    {
      title: 'the only <main>',
      before: '<html><body><div>Home</div><main><p>The ferry is late.</p></main><div>About us</div></body></html>',
      after: '<html><body><main><p>The ferry is late.</p></main></body></html>',
    },
    {
      title: 'the box that holds the prose',
      before:
        '<html><body><div><a href="/">Home</a></div><div><p>The ferry is late. It was late yesterday, too.</p></div><div>About us</div></body></html>',
      after: '<html><body><div><p>The ferry is late. It was late yesterday, too.</p></div></body></html>',
    },
  ],
  keeps: [
    {
      title: 'two articles: both are the page',
      html: '<html><body><article><p>The ferry is late. It was late yesterday, too.</p></article><article><p>The pier is being mended. It takes a year.</p></article></body></html>',
    },
    { title: 'a post that is no page', html: '<p>Before.</p><article>Inside.</article><p>After.</p>' },
    {
      title: 'an article that is a picture beside the text',
      html: '<html><body><article><img src="a.jpg"></article><p>The ferry is late. It was late yesterday, too.</p></body></html>',
    },
  ],
});
