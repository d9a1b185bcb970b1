/** Where an article says who wrote it and when: the lines between its title and its text, and the first ones behind it. */
import { headingText } from '../body/heading.js';
import { datesIn } from '../front-matter/dates-in-text.js';
import { type Byline, readByline } from './byline-line.js';
import { wordsOf } from './names.js';
import type { Page } from './page.js';
import type { Paragraph, Part, Reason } from './part.js';
import { isNamedFurniture, isTitle, namesSection, saysTitle, titleOf } from './title.js';
import * as w from './weights.js';

export interface FoundByline {
  /** What its lines say. */
  says: Byline;
  lines: readonly Paragraph[];
}

/** Boxes by these names hold what is said of the article. */
const metaWords: ReadonlySet<string> = new Set(
  'byline bylines dateline meta postmeta metadata author masthead info footer header time date source media'.split(' '),
);

/** Cuts that say nothing of what a line is: it stands outside the text, or has a link. */
const open: ReadonlySet<string> = new Set(['page-furniture', 'page-landmark', 'page-links']);

/** Not a menu, a list of other articles, comments, or a box named for something else. */
function isOfByline(cut: Reason | null): boolean {
  if (cut === null || open.has(cut.rule)) return true;
  return cut.rule === 'page-box' && wordsOf(cut.why).some((word) => metaWords.has(word));
}

/** A paragraph of the text: long, or a sentence. */
function isProse({ prose, counts, isGone, isFull, stops }: Paragraph): boolean {
  return counts === 1 && !isGone && (isFull || (stops > 0 && prose > w.SENTENCE * w.SHORT_SENTENCE_COUNTS));
}

/** Around the title, the lines of its box that stand above it. */
function aboveTitle(page: Page, title: Paragraph, first: Paragraph): Paragraph[] {
  const box = title.block.parent;
  if (!box || box.holds(first.holder) || box.name === 'body') return [];
  const lines = page.paragraphs.filter((line) => box.holds(line.holder));
  const weight = lines.reduce((sum, line) => sum + line.weight, 0);
  return weight <= w.HEADER_MOST ? lines.slice(0, lines.indexOf(title)) : [];
}

interface Head {
  title: string | null;
  /** Lines that may say who and when. */
  lines: Paragraph[];
  /** Those above the title: there they must say what it is that they say. */
  above: Paragraph[];
}

/** @param at place of the text's first paragraph */
function readHead(page: Page, article: Part, at: number): Head {
  const { paragraphs } = page;
  const first = paragraphs[at] as Paragraph;
  const words = titleOf(page);
  const place = paragraphs.slice(0, at).findLastIndex((one) => !isNamedFurniture(one) && isTitle(one, words));
  // Some pages say it twice, with the byline between.
  const same = paragraphs
    .slice(Math.max(0, place - w.BYLINE_LINES), place)
    .find(({ text }) => text === paragraphs[place]?.text);
  const from = same ? paragraphs.indexOf(same) : place;
  const title = paragraphs[place];
  // A summary may stand between the title and these lines.
  const isBehind = (one: Paragraph) => one === first || (article.holds(one.holder) && !one.heading && !isProse(one));
  const behind = paragraphs.slice(at, at + w.BYLINE_BEHIND).filter(isBehind);
  if (title) {
    const between = paragraphs.slice(from + 1, at).slice(0, w.BYLINE_LINES);
    const lines = [...between, ...aboveTitle(page, title, first), ...behind];
    const text = saysTitle(title, words) ? titleText(title) : headingAbove(page, between);
    const above = paragraphs
      .slice(0, from)
      .filter(({ weight }) => weight > 0)
      .slice(-w.BYLINE_ABOVE);
    return { title: text, lines: [...lines, ...above.slice(-1)], above };
  }
  const box = article.parent ?? article;
  const isNear = ({ holder }: Paragraph, index: number, all: readonly Paragraph[]): boolean =>
    box.holds(holder) || index >= all.length - w.BYLINE_NEAR;
  const above = paragraphs.slice(Math.max(0, at - w.BYLINE_LINES), at).filter(isNear);
  const shown = [...above, first].flatMap(({ lines }) => lines).find((line) => saysTitle(line, words));
  return { title: shown?.text ?? headingAbove(page, above), lines: [...above, ...behind], above: [] };
}

const arrows = /^[》>|•·\s]+/;

function titleText({ heading, text }: Paragraph): string {
  return (heading ? headingText(heading.node) : text).replace(arrows, '');
}

/** The article's own heading, where the page's title is that of a part of the site. */
function headingAbove(page: Page, above: readonly Paragraph[]): string | null {
  const heading = above.findLast((one) => one.heading !== null && one.weight >= w.HEADING_ABOVE && one.linked === 0);
  return heading && namesSection(page) ? titleText(heading) : null;
}

/** Behind the text up to the next heading; and short lines above its last paragraph, which may be a disclaimer. */
function tailLines({ paragraphs }: Page, last: number): Paragraph[] {
  const lines = paragraphs.slice(last + 1, last + 1 + w.BYLINE_TAIL);
  const heading = lines.findIndex((line) => line.heading !== null);
  const above = paragraphs.slice(Math.max(0, last - w.BYLINE_NEAR), last).filter((line) => !isProse(line));
  return [...above, ...(heading < 0 ? lines : lines.slice(0, heading))];
}

/** Text before a heading or a list of other articles: a line full of links to them says nothing of this one. */
const isOfOthers = ({ weight, linked }: Paragraph): boolean => linked > w.BYLINE_LINKED && linked > weight / 2;

/** One of several links in a line that is none of the names and days that it says. Example: `Read the original`. */
function leadsAway({ link, block }: Part, said: string, text: string): boolean {
  if (link === null || said.includes(text.trim()) || datesIn(text, false).length > 0) return false;
  for (let part: Part | null = link; part && part !== block; part = part.parent) {
    if (wordsOf(`${part.node.className} ${part.node.id}`).some((word) => metaWords.has(word))) return false;
  }
  return true;
}

/** Takes back the cuts around a line, and of the names in it: it stays, and nothing beside it. */
function restore(page: Page, line: Paragraph, said: string): void {
  const around = new Map<Part, Reason>();
  for (let part: Part | null = line.block; part; part = part.parent) {
    const { cut } = part;
    if (cut === null) continue;
    for (const child of page.children(part)) if (!child.holds(line.holder)) child.cut ??= cut;
    around.set(part, cut);
    part.cut = null;
  }
  for (const other of page.paragraphs) {
    const cut = around.get(other.block);
    if (cut && other !== line) page.cutParagraph(other, cut);
  }
  for (const { nodes } of line.lines) {
    for (const { parent, data } of nodes) {
      if (parent && line.links > 1 && leadsAway(page.partOf(parent), said, data)) continue;
      for (let part = parent && page.partOf(parent); part && part !== line.block; part = part.parent) {
        if (isOfByline(part.cut)) part.cut = null;
      }
    }
  }
  line.cut = null;
}

/**
 * What the lines on author and date say.
 * @param stay they stay with the article, as the output has no other place that would say it
 */
export function readBylines(page: Page, stay: boolean): Byline {
  const { says, lines } = findByline(page, page.article);
  if (!stay) return says;
  const said = JSON.stringify(says);
  for (const line of lines) restore(page, line, said);
  page.sum();
  return says;
}

function findByline(page: Page, article: Part): FoundByline {
  const isText = (one: Paragraph) => isProse(one) && article.holds(one.holder);
  const first = page.paragraphs.findIndex(isText);
  const found: FoundByline & { lines: Paragraph[] } = { says: {}, lines: [] };
  if (first < 0) return found;
  const language = page.parts.find(({ name }) => name === 'html')?.node.get('lang') ?? '';
  const isDayFirst = language !== '' && !/^en(?:-us)?$/i.test(language);
  const take = (paragraphs: readonly Paragraph[], isHead: boolean): void => {
    for (const one of paragraphs) {
      if (!isOfByline(one.cut ?? one.holder.cut) || isOfOthers(one)) continue;
      for (const line of one.lines) {
        const said = readByline(line, isHead, isDayFirst);
        const news = Object.entries(said ?? {}).filter(([key]) => !Object.hasOwn(found.says, key));
        if (news.length === 0) continue;
        Object.assign(found.says, Object.fromEntries(news));
        // An editor is no author: such a line goes.
        const isOfEditors = news.every(([key]) => key === 'editors');
        if (!isOfEditors && found.lines.at(-1) !== one) found.lines.push(one);
      }
    }
  };
  const head = readHead(page, article, first);
  if (head.title !== null) found.says.title = head.title;
  take(head.lines, true);
  take(head.above, false);
  take(tailLines(page, page.paragraphs.findLastIndex(isText)), false);
  return found;
}
