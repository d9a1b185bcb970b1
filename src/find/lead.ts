/** The standfirst often stands outside the body: prose between the title and the article is a part of it. */
import { textOf } from '../body/tree.js';
import type { Page } from './page.js';
import type { Paragraph, Part } from './part.js';
import * as w from './weights.js';

const lettersAndDigits = /[\p{L}\p{N}]+/gu;

/** For comparing titles: letters and digits only. */
function letters(text: string): string {
  return (text.toLowerCase().match(lettersAndDigits) ?? []).join('');
}

function titleOf(page: Page): string {
  const title = page.parts.find(({ name, parent }) => name === 'title' && parent?.name !== 'svg');
  return title ? letters(textOf(title.node)) : '';
}

function isTitle(paragraph: Paragraph, title: string): boolean {
  if (paragraph.heading?.name === 'h1') return true;
  const { weight, linked } = paragraph;
  if (title.length < w.TITLE_LEAST || weight > w.TITLE_MOST || linked >= weight) return false;
  const line = letters(paragraph.text);
  return line.length >= w.TITLE_LEAST && line.length >= w.TITLE_SHARE * title.length && title.includes(line);
}

function isLead({ heading, weight, prose, counts, linkShare }: Paragraph): boolean {
  if (weight > w.LEAD_MOST || linkShare > w.LEAD_LINKED) return false;
  return heading ? weight >= w.LEAD_HEADING : prose >= w.LEAD_PROSE && counts === 1;
}

/** Cut by what its element is, not by a name that says what it is for. */
const isOpen = ({ cut, holder }: Paragraph): boolean => {
  const rule = (cut ?? holder.cut)?.rule;
  return rule === undefined || rule === 'page-landmark' || rule === 'page-menu';
};
const isNamedFurniture = ({ cut, holder }: Paragraph): boolean => {
  const rule = (cut ?? holder.cut)?.rule;
  return rule === 'page-box' || rule === 'page-comments';
};

/** The box that holds the title and little else, right above the article: its other lines say who wrote it, and when. */
function headerOf(page: Page, title: Paragraph, article: Part): Paragraph[] {
  const box = title.block.parent;
  if (!box || box.holds(article) || box.parent !== article.parent) return [];
  const lines = page.paragraphs.filter(({ holder }) => box.holds(holder));
  const weight = lines.reduce((sum, line) => sum + line.weight, 0);
  return weight <= w.HEADER_MOST ? lines.filter((line) => line !== title && isOpen(line)) : [];
}

/** The paragraphs of the lead, above the article. */
export function findLead(page: Page, article: Part): Paragraph[] {
  if (article.prose < w.LEAD_ROOT) return [];
  const title = titleOf(page);
  const before = page.paragraphs.filter((paragraph) => page.isBefore(paragraph, article));
  const last = before.findLastIndex((paragraph) => !isNamedFurniture(paragraph) && isTitle(paragraph, title));
  if (last < 0) return [];
  const lead = before.slice(last + 1).filter((paragraph) => isOpen(paragraph) && isLead(paragraph));
  const header = headerOf(page, before[last] as Paragraph, article);
  return [...header, ...(lead.length <= w.LEAD_LINES ? lead : [])];
}
