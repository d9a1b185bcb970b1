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

/** Prose of the page that stands in no box of comments. */
function proseBeside({ page }: Search): number {
  const inTalk = new Set<Part>();
  for (const part of page.parts) {
    if (part.hint.says === TALK || (part.parent && inTalk.has(part.parent))) inTalk.add(part);
  }
  let prose = 0;
  for (const paragraph of page.staying()) if (!inTalk.has(paragraph.holder)) prose += paragraph.prose;
  return prose;
}

export const pageComments = definePass({
  name: 'page-comments',
  why: "Readers' comments stand below an article and are not its author's; on a forum, or where there is nothing else to read, they are the page. `--comments keep` keeps them.",
  run: (search) => {
    const { page, says, prose } = search;
    if (says.isForum || proseBeside(search) < w.LEFT_WITHOUT_COMMENTS) return;
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
      title: 'a page of comments',
      html: '<html><body><h1>What readers say</h1><div class="comments"><p>The ferry is late. It was late yesterday, too.</p></div></body></html>',
    },
  ],
});
