import { cutAround } from './around.js';
import { descend } from './descent.js';
import { findLead } from './lead.js';
import { landmarkOf } from './page-landmark.js';
import { Paragraph, type Part } from './part.js';
import { definePass, type Search, withLinks } from './pass.js';
import { placeByMarks } from './place.js';
import * as w from './weights.js';

/** `menu above the article, 94 % links`. */
function reasonFor(one: Part | Paragraph, article: Part): string {
  const where = one.at <= article.at ? 'above the article' : 'below the article';
  return one instanceof Paragraph ? `line ${where}` : withLinks(`${landmarkOf(one) ?? 'box'} ${where}`, one);
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
    const { article } = page;
    search.proseBefore = new Map(page.parts.map((part) => [part, part.prose]));
    const lead = without.has('lead') ? [] : findLead(page, article);
    cutAround(page, [article], lead, (one) => reasonFor(one, article));
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
