/** The standfirst often stands outside the body: prose between the title and the article is a part of it. */
import { wordsOf } from './names.js';
import type { Page } from './page.js';
import type { Paragraph, Part } from './part.js';
import { isLinkedTitle, isNamedFurniture, isTitle, saysLongest, titleOf } from './title.js';
import * as w from './weights.js';

/** What pages call the line under the title. */
const leadWords: ReadonlySet<string> = new Set(
  'subtitle subheading subheadline subhead standfirst dek lede deck kicker excerpt'.split(' '),
);

function isLead({ heading, block, weight, prose, counts, linkShare }: Paragraph): boolean {
  if (weight > w.LEAD_MOST || linkShare > w.LEAD_LINKED) return false;
  if (wordsOf(block.node.className).some((word) => leadWords.has(word))) return true;
  return heading ? weight >= w.LEAD_HEADING : prose >= w.LEAD_PROSE && counts === 1;
}

/** Cut by what its element is, not by a name that says what it is for. */
const isOpen = ({ cut, holder }: Paragraph): boolean => {
  const rule = (cut ?? holder.cut)?.rule;
  return rule === undefined || rule === 'page-landmark' || rule === 'page-menu';
};

/** The box that holds the title and little else, right above the article: its other lines say who wrote it, and when. */
function headerOf(page: Page, title: Paragraph, article: Part): Paragraph[] {
  const box = title.block.parent;
  if (!box || box.holds(article) || box.parent !== article.parent) return [];
  const lines = page.paragraphs.filter(({ holder }) => box.holds(holder));
  const weight = lines.reduce((sum, line) => sum + line.weight, 0);
  return weight <= w.HEADER_MOST ? lines.filter((line) => line !== title && isOpen(line)) : [];
}

/** A caption by its element or its name. */
function isCaption({ block, weight }: Paragraph): boolean {
  const named = block.name === 'figcaption' || wordsOf(block.node.className).includes('caption');
  return named && weight <= w.LEAD_MOST;
}

/** The box of a caption and its picture; null where no picture stands beside it. */
function pictureOf(page: Page, caption: Paragraph, article: Part): Part | null {
  let box: Part = caption.block;
  for (let left = w.PICTURE_STEPS; left > 0 && box.parent && !box.parent.holds(article); left--) {
    box = box.parent;
    if (box.weight > caption.weight || box.end - box.at > w.PICTURE_PARTS) return null;
    for (const { name, unseen } of page.below(box)) if (name === 'img' && !unseen) return box;
  }
  return null;
}

/** What stands above the article and is a part of it. */
interface Lead {
  paragraphs: Paragraph[];
  /** Pictures with their captions. */
  pictures: Part[];
}

/** The lead, above the article and below the title. */
export function findLead(page: Page, article: Part): Lead {
  const none: Lead = { paragraphs: [], pictures: [] };
  const title = titleOf(page);
  const before = page.paragraphs.filter((paragraph) => page.isBefore(paragraph, article));
  const lastOf = (test: typeof isTitle) => before.findLastIndex((one) => !isNamedFurniture(one) && test(one, title));
  const unlinked = lastOf(isTitle);
  const last = unlinked < 0 ? lastOf(isLinkedTitle) : unlinked;
  if (last < 0) return none;
  const open = before.slice(last + 1).filter(isOpen);
  const lead = open.filter(isLead);
  const line = before[last] as Paragraph;
  const header = headerOf(page, line, article);
  // Of a few words only what is surely its title says where the article begins.
  if (article.prose < w.LEAD_ROOT) return { paragraphs: saysLongest(line, title) ? header : [], pictures: [] };
  const captions = open.filter(isCaption).slice(0, w.LEAD_LINES);
  const pictures = captions.map((caption) => pictureOf(page, caption, article)).filter((picture) => picture !== null);
  return {
    paragraphs: [...header, ...(lead.length <= w.LEAD_LINES ? lead : [])],
    pictures: [...new Set(pictures)].filter((one, at, all) => !all[at - 1]?.holds(one)),
  };
}
