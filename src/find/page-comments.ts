import { keep } from './kept.js';
import { TALK } from './names.js';
import { isHeading, type Page } from './page.js';
import type { Part } from './part.js';
import { definePass, type Search } from './pass.js';
import * as w from './weights.js';

function isTalk(part: Part): boolean {
  return part.hint.says === TALK && part.isBlock && !part.guarded && !isHeading(part);
}

/** Readers' comments stay wherever they stand, and say nothing of where the article is. */
export function keepComments(page: Page): void {
  for (const part of page.parts) if (part.kept !== 'within' && isTalk(part)) keep(page, part);
  const inTalk = new Set<Part>();
  for (const part of page.parts) if (isTalk(part) || (part.parent && inTalk.has(part.parent))) inTalk.add(part);
  for (const paragraph of page.paragraphs) if (inTalk.has(paragraph.holder)) paragraph.counts = 0;
  page.sum();
}

/** Prose of the page that stands in boxes of comments, and in none. */
function weighTalk({ page }: Search): { talk: number; beside: number } {
  const inTalk = new Set<Part>();
  for (const part of page.parts) {
    if (part.hint.says === TALK || (part.parent && inTalk.has(part.parent))) inTalk.add(part);
  }
  const sums = { talk: 0, beside: 0 };
  for (const { holder, prose } of page.staying()) sums[inTalk.has(holder) ? 'talk' : 'beside'] += prose;
  return sums;
}

/** A few lines that open a discussion, on a page that does not call itself an article. */
function isThread({ says }: Search, talk: number, beside: number): boolean {
  return says.isForum || (!says.isArticle && beside < w.OPENER_MOST && talk >= w.THREAD_TIMES * beside);
}

export const pageComments = definePass({
  name: 'page-comments',
  why: "Readers' comments stand below an article and are not its author's; on a forum, under a few lines that open a discussion, or where there is nothing else to read, they are the page. `--comments keep` keeps them.",
  run: (search) => {
    const { page, prose, shown } = search;
    const { talk, beside } = weighTalk(search);
    if (beside < w.LEFT_WITHOUT_COMMENTS || isThread(search, talk, beside)) {
      for (const part of page.parts) if (isTalk(part) && part.prose > 0) shown.add(part.node);
      return;
    }
    page.cutWhere(isTalk, prose, ({ hint }) => ({ rule: 'page-comments', why: `comments, box named ${hint.word}` }));
  },
  examples: [
    {
      title: 'comments',
      before: `<html><body><p>${'The ferry is late today, as it was yesterday, and the day before. '.repeat(7)}</p><div class="comments"><p>Quite so! It is a shame.</p></div></body></html>`,
      after: `<html><body><p>${'The ferry is late today, as it was yesterday, and the day before. '.repeat(7)}</p></body></html>`,
    },
  ],
  keeps: [
    {
      title: 'what the page chose of what its customers said',
      html: `<html><body><p>${'The ferry is late today, as it was yesterday, and the day before. '.repeat(7)}</p><div class="testimonials-comments"><p>The best ferry that I know, and I know many.</p></div></body></html>`,
    },
    {
      title: 'a few lines that open a discussion',
      html: `<html><body><p>${'The ferry is late today, as it was yesterday, and the day before. '.repeat(7)}</p><div class="comments">${'<p>It was never on time, says my aunt, who crosses twice a week. '.repeat(25)}</div></body></html>`,
    },
    {
      title: 'a page of comments',
      html: '<html><body><h1>What readers say</h1><div class="comments"><p>The ferry is late. It was late yesterday, too.</p></div></body></html>',
    },
  ],
});
