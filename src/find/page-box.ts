import { DOUBTFUL, FURNITURE, type Hint, NEVER, NOTHING, wordsOf } from './names.js';
import { otherPosts } from './other-post.js';
import { isHeading, type Page } from './page.js';
import type { Part, Reason } from './part.js';
import { definePass, type Search, withLinks } from './pass.js';
import { quoting } from './quoting.js';
import * as w from './weights.js';

/** A class on `<b>` or `<em>` styles words of a text. */
function canBeBox({ isBlock, name, guarded }: Part): boolean {
  return !guarded && (isBlock || name === 'span' || name === 'a');
}

/** Short, or full of links; on a page that does not call itself an article both are asked for. */
function isSlight({ name, full, weight, linkShare }: Part, isArticle: boolean): boolean {
  const isFullOfLinks = linkShare > w.DOUBTFUL_LINKED;
  if (name === 'p' && full > 0) return false;
  if (isArticle) return full === 0 || isFullOfLinks;
  return full === 0 && (isFullOfLinks || weight < w.DOUBTFUL_SHORT);
}

function reason(part: Part): Reason {
  return { rule: 'page-box', why: withLinks(`box named ${part.hint.word}`, part) };
}

/** Prose before each place among the parts. */
function proseBefore(page: Page): Float64Array {
  const sums = new Float64Array(page.parts.length + 2);
  for (const { at, prose, counts } of page.staying()) sums[at + 1] = (sums[at + 1] as number) + prose * counts;
  for (let at = 1; at < sums.length; at++) sums[at] = (sums[at] as number) + (sums[at - 1] as number);
  return sums;
}

/** Nothing to read stands before it, or nothing behind it. */
function edgeTest(page: Page): (part: Part) => boolean {
  const before = proseBefore(page);
  const all = page.root.prose;
  return ({ at, end, prose }) => {
    const head = before[at + 1] as number;
    return Math.min(head, all - head - prose) < w.EDGE * all && end > at;
  };
}

/** Names that stand on most of the page's text: the builder's own (`elementor-widget`), and no word for furniture. */
function namesOfAll(page: Page): ReadonlySet<string> {
  const held = new Map<string, { weight: number; end: number }>();
  for (const { hint, isBlock, cut, at, end, weight, linked } of page.parts) {
    if (hint.says >= NOTHING || !isBlock || cut) continue;
    const before = held.get(hint.word) ?? { weight: 0, end: 0 };
    if (at >= before.end) held.set(hint.word, { weight: before.weight + weight - linked, end });
  }
  const most = w.NAME_MOST * (page.root.weight - page.root.linked);
  return new Set([...held].filter(([, { weight }]) => weight > most).map(([word]) => word));
}

function cutNamed({ page }: Search, isMeant: (hint: Hint, part: Part) => boolean, most: number): void {
  page.cutWhere((part) => isMeant(part.hint, part) && canBeBox(part), most, reason);
}

export const pageBox = definePass({
  name: 'page-box',
  why: 'Builders of pages name their boxes (`share-bar`, `related-posts`, `newsletter`): a box with such a name is furniture, unless it holds much of what there is to read.',
  run: (search) => {
    const { prose, says } = search;
    cutNamed(search, ({ says: purpose }) => purpose === NEVER, w.NEVER_MOST * prose);
    const isOther = otherPosts(search.page);
    search.page.cutWhere(
      (part) => isOther(part) && part.isBlock,
      w.NAMED_MOST * prose,
      () => ({ rule: 'page-box', why: 'another post' }),
    );
    const quotes = quoting(search.page);
    const isAtEdge = edgeTest(search.page);
    const ofAll = namesOfAll(search.page);
    const most = (part: Part) => {
      if (!isAtEdge(part)) return w.NAMED_MOST * prose;
      return (wordsOf(part.hint.word).includes('footer') ? w.FOOT_MOST : w.NAMED_EDGE_MOST) * prose;
    };
    cutNamed(
      search,
      ({ says: purpose, word }, part) =>
        purpose === FURNITURE && !ofAll.has(word) && !isHeading(part) && !quotes.has(part) && part.prose <= most(part),
      prose,
    );
    cutNamed(
      search,
      ({ says: purpose, word }, part) =>
        purpose === DOUBTFUL && !ofAll.has(word) && !isHeading(part) && isSlight(part, says.isArticle),
      w.NAMED_MOST * prose,
    );
  },
  examples: [
    {
      title: 'named boxes',
      before:
        '<html><body><div class="breadcrumbs">Home / Sea</div><p>The ferry is late. It was late yesterday, too.</p><div id="share-bar">Tell a friend</div></body></html>',
      after: '<html><body><p>The ferry is late. It was late yesterday, too.</p></body></html>',
    },
    {
      title: 'boxes in the body, with its name in front of their own',
      before: `<html><body><div class="ArticleBody-body-1x"><p>${'The ferry is late today, as it was yesterday. '.repeat(4)}</p><div class="ArticleBody-related-2y"><p>Also read</p></div><div class="article-body__share-bar">Tell a friend</div></div></body></html>`,
      after: `<html><body><div class="ArticleBody-body-1x"><p>${'The ferry is late today, as it was yesterday. '.repeat(4)}</p></div></body></html>`,
    },
    {
      title: 'another post, by the number that WordPress gives it',
      before: `<html><body class="single postid-5"><article class="post-5 post type-post"><p>${'The ferry is late today, as it was yesterday. '.repeat(4)}</p><article class="post-6 post type-post"><p>The pier is being mended. It takes a year.</p></article></article></body></html>`,
      after: `<html><body class="single postid-5"><article class="post-5 post type-post"><p>${'The ferry is late today, as it was yesterday. '.repeat(4)}</p></article></body></html>`,
    },
    {
      title: 'a foot that says as much as the article',
      before: `<html><body><div><h1>Late</h1><p>The ferry is late today, as it was yesterday, and nobody on the pier can say why it is.</p></div><div id="footer"><p>The Courier and all that it holds belong to the Harbour Press since it was founded.</p></div></body></html>`,
      after:
        '<html><body><div><h1>Late</h1><p>The ferry is late today, as it was yesterday, and nobody on the pier can say why it is.</p></div></body></html>',
    },
  ],
  keeps: [
    {
      title: 'posts on a page that is none of theirs',
      html: `<html><body class="page page-id-5"><article class="post-5 page type-page"><p>${'The ferry is late today, as it was yesterday. '.repeat(4)}</p>${[6, 7, 8].map((id) => `<div class="post-${id} post type-post"><p>The pier is being mended. It takes a year.</p></div>`).join('')}</article></body></html>`,
    },
    {
      title: "a state behind the body's name",
      html: '<html><body><div class="article-body-with-sidebar"><p>The ferry is late. It was late yesterday, too.</p></div><div class="sidebar-article-body"><p>It goes at nine.</p></div></body></html>',
    },
    {
      title: 'a state, no purpose',
      html: '<html><body><div class="has-sidebar"><p>The ferry is late. It was late yesterday, too.</p></div></body></html>',
    },
    {
      title: 'the article in a box with a strange name',
      html: '<html><body><div class="sidebar"><p>The ferry is late. It was late yesterday, too.</p></div></body></html>',
    },
    {
      title: "the builder's own name, on all that the page shows",
      html: '<html><body><div class="trail-widget">North trail: five miles</div><div class="trail-widget">South trail: two miles</div><div class="trail-widget">East trail: nine miles</div><div class="trail-widget">West trail: four miles</div></body></html>',
    },
    {
      title: 'a word that only sounds like one',
      html: '<html><body><div class="shareholders"><p>All is sold.</p></div><p>The ferry is late. It was late yesterday, too.</p></body></html>',
    },
  ],
});
