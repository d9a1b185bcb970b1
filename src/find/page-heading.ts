import type { Page } from './page.js';
import { Paragraph, type Part } from './part.js';
import { definePass } from './pass.js';
import * as w from './weights.js';

/** What a heading may head besides text. */
const things: ReadonlySet<string> = new Set('iframe video audio object embed svg canvas math form pre'.split(' '));

/** Paragraphs of the article and other things that it shows, in order. */
function contentOf({ article, paragraphs, parts }: Page): (Paragraph | Part)[] {
  const inside = paragraphs.filter(({ holder }) => article.holds(holder));
  const shown = parts.filter((part) => article.holds(part) && part.cut === null && things.has(part.name));
  return [...inside, ...shown].sort((one, two) => one.at - two.at);
}

export const pageHeading = definePass({
  name: 'page-heading',
  why: 'A heading goes with what it headed: where all below it has gone, or nothing stands there, it says nothing.',
  run: ({ page }) => {
    if (page.article.prose < w.HEADINGS_PROSE) return;
    let isKept = false;
    // At the article's end nothing follows, too.
    let isGone = true;
    for (const one of contentOf(page).reverse()) {
      if (!(one instanceof Paragraph)) isKept = true;
      else if (one.isGone) isGone = true;
      else if (!one.heading) isKept = true;
      else if (!isKept && isGone) page.cutParagraph(one, { rule: 'page-heading', why: 'heading of what has gone' });
      else {
        isKept = false;
        isGone = false;
      }
    }
    page.sum();
  },
  examples: [
    {
      title: 'the last line',
      before: `<html><body><p>${'The ferry is late today, as it was yesterday. '.repeat(8)}</p><h3>More from Sea</h3></body></html>`,
      after: `<html><body><p>${'The ferry is late today, as it was yesterday. '.repeat(8)}</p></body></html>`,
    },
  ],
  keeps: [
    {
      title: 'a heading of a picture',
      html: `<html><body><p>${'The ferry is late today, as it was yesterday. '.repeat(8)}</p><h3>The pier</h3><img src="a.jpg"></body></html>`,
    },
  ],
});
