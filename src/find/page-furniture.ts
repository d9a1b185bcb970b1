import { cutAround } from './around.js';
import { descend } from './descent.js';
import { findLead } from './lead.js';
import type { Page } from './page.js';
import { landmarkOf } from './page-landmark.js';
import { Paragraph, type Part } from './part.js';
import { definePass, type Search, withLinks } from './pass.js';
import { placeByMarks } from './place.js';
import { isMarked } from './sureness.js';
import * as w from './weights.js';

/** `menu above the article, 94 % links`. */
function reasonFor(one: Part | Paragraph, article: Part): string {
  const where = one.at <= article.at ? 'above the article' : 'below the article';
  if (one instanceof Paragraph) return `${one.weight === 0 && one.images > 0 ? 'picture' : 'line'} ${where}`;
  return withLinks(`${landmarkOf(one) ?? 'box'} ${where}`, one);
}

/** Prose beside a part, in boxes that are not full of links. */
function proseBeside(page: Page, part: Part): number {
  let prose = 0;
  for (let inner = part; inner.parent; inner = inner.parent) {
    for (const beside of page.children(inner.parent)) {
      if (beside !== inner && !beside.cut && beside.linkShare < w.CLEAN_LINKED) prose += beside.prose;
    }
  }
  return prose;
}

/**
 * In doubt more stays: on a page that does not call itself an article, a box that nothing names and that holds a part
 * of the prose only is widened until it holds nearly all.
 */
function widen({ page, says, without }: Search, article: Part): Part {
  if (says.isArticle || isMarked(article) || without.has('doubt')) return article;
  const all = article.prose + proseBeside(page, article);
  if (article.prose >= w.SURE_SHARE * all) return article;
  let wide = article;
  while (wide.parent && wide.prose < w.STEP * all) wide = wide.parent;
  return wide;
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
    const { part, isParted } = without.has('marks') ? { part: page.root, isParted: false } : placeByMarks(search);
    const isDecided = isParted || search.isList || without.has('descent');
    page.article = isDecided ? part : widen(search, descend(search, part, leastBelow(all)));
    const { article } = page;
    search.proseBefore = new Map(page.parts.map((part) => [part, part.prose]));
    const { paragraphs, pictures } = without.has('lead') ? { paragraphs: [], pictures: [] } : findLead(page, article);
    cutAround(page, [...pictures, article], paragraphs, (one) => reasonFor(one, article));
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
    {
      title: 'the box with the title, though another one has sentences too',
      before: `<html><head><title>The ferry is late | Sea</title></head><body><div><h1>The ferry is late</h1><p>${'The ferry is late today, as it was yesterday. '.repeat(6)}</p></div><div><div><h3>Books</h3><p>The old pier, by A. Rower: how it was built, and who paid for it.</p></div></div></body></html>`,
      after: `<html><head><title>The ferry is late | Sea</title></head><body><div><h1>The ferry is late</h1><p>${'The ferry is late today, as it was yesterday. '.repeat(6)}</p></div></body></html>`,
    },
  ],
  keeps: [
    {
      title: 'two articles: both are the page',
      html: '<html><body><article><p>The ferry is late. It was late yesterday, too.</p></article><article><p>The pier is being mended. It takes a year.</p></article></body></html>',
    },
    {
      title: 'a list and a text on it, side by side: nothing says that one of them is the page',
      html: `<html><body><main><div class="list">${'<div>Lens, 35 mm, quick and small. It is sold again since May.</div>'.repeat(9)}</div></main><div class="text">${'<p>A lens without a mirror behind it is built in another way, and it is lighter.</p>'.repeat(5)}</div></body></html>`,
    },
    {
      title: 'a thread: each post has a body, and one of them says so in microdata',
      html: `<html><body class="viewtopic">${['itemprop="articleBody"', '', ''].map((mark) => `<div class="post-body"><div ${mark}><p>The ferry is late today, as it was yesterday, and nobody on the pier can say why it is.</p><p>It was late on Monday, too.</p></div></div>`).join('')}</body></html>`,
    },
    {
      title: 'a thread that begins with a long post',
      html: `<html><head><meta name="generator" content="Discourse 3.1"></head><body><div class="crawler-post"><p>${'The ferry is late today, as it was yesterday. '.repeat(30)}</p></div><div class="crawler-post"><p>Is it the pier?</p></div><div class="crawler-post"><p>It was the ice.</p></div></body></html>`,
    },
    { title: 'a post that is no page', html: '<p>Before.</p><article>Inside.</article><p>After.</p>' },
    {
      title: 'an article that is a picture beside the text',
      html: '<html><body><article><img src="a.jpg"></article><p>The ferry is late. It was late yesterday, too.</p></body></html>',
    },
  ],
});
