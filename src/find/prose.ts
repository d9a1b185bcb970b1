/** Which paragraphs are prose: long enough, or sentences, and not made of links. Headings are none. */
import { isHeading, type Page } from './page.js';
import type { Paragraph } from './part.js';
import * as w from './weights.js';

/** A whole card in one `<a>` is text, where it is long. */
function isCardInLink({ holder, weight, linked }: Paragraph): boolean {
  return holder.link !== null && holder.link.at < holder.block.at && weight >= w.BLOCK_LINK && linked === weight;
}

/** A few sentences inside a heading's tag are a paragraph that somebody made large. */
function isHeadingLine({ holder, weight, stops }: Paragraph): boolean {
  if (holder.heading === null || weight > w.HEADING_TAG_MOST) return false;
  return weight <= w.HEADING_MOST || (isHeading(holder.block) && stops < w.HEADING_STOPS);
}

function proseOf({ heading, weight, linked, stops }: Paragraph): number {
  const own = weight - linked;
  if (heading || linked > weight * w.LINKED) return 0;
  if (own >= w.LONG || (own >= w.SENTENCE && stops > 0)) return own;
  return own * (stops > 0 ? w.SHORT_SENTENCE_COUNTS : w.SHORT_LINE_COUNTS);
}

/** @param isArticle the page calls itself an article: a card in a link is then no text of it */
export function weighProse(page: Page, isArticle: boolean): void {
  let any = false;
  for (const paragraph of page.paragraphs) {
    if (!isArticle && isCardInLink(paragraph)) paragraph.linked = 0;
    paragraph.heading = isHeadingLine(paragraph) ? paragraph.holder.heading : null;
    paragraph.prose = proseOf(paragraph);
    any ||= paragraph.prose > 0;
  }
  // A page of a few words: what is no link and no heading is all that it has to say.
  if (any) return;
  for (const paragraph of page.paragraphs)
    if (!paragraph.heading) paragraph.prose = paragraph.weight - paragraph.linked;
}
