/**
 * Finds the article of a whole page, and says what else goes and why. Reads a tree, changes nothing: `clean` makes the
 * cuts.
 */
import type { Node } from '../body/tree.js';
import type { Cut, Found } from '../clean/found.js';
import { cutAroundAsked } from './asked.js';
import { readBylines } from './byline.js';
import { isList, weighCards } from './cards.js';
import { collectCuts } from './collect.js';
import { guard } from './guard.js';
import { markKept } from './kept.js';
import { wordsOf } from './names.js';
import { Page } from './page.js';
import { keepComments, pageComments } from './page-comments.js';
import { pageFurniture } from './page-furniture.js';
import { pageLinks } from './page-links.js';
import { pageMenu } from './page-menu.js';
import type { Part } from './part.js';
import type { Search } from './pass.js';
import { before, inside } from './passes.js';
import { weighProse } from './prose.js';
import { readSays } from './says.js';
import { surenessOf } from './sureness.js';
import { markUnseen } from './unseen.js';

export interface FindOptions {
  /** Whether a pass runs. */
  runs: (name: string) => boolean;
  /** Selectors of the user whose elements no pass cuts. */
  keep?: readonly string[];
  /** Readers' comments stay. */
  keepsComments?: boolean;
  /** The output says author and date in keys of its own, so that the lines on them need not stay. */
  saysMetadata?: boolean;
  /** Kinds of evidence that are left out: for measuring what each is worth. */
  without?: ReadonlySet<string>;
}

const none: ReadonlySet<string> = new Set();

const ofOthers: ReadonlySet<string> = new Set([pageMenu.name, pageComments.name, pageLinks.name]);

/** What the page marks as one entry around the text: its foot often says who wrote it and when. */
function entryOf(article: Part): Part {
  const isEntry = ({ name, node }: Part): boolean =>
    name === 'article' || node.has('itemscope') || wordsOf(node.className).some((word) => word === 'hentry');
  for (let part: Part | null = article; part?.parent; part = part.parent) if (isEntry(part)) return part;
  return article;
}

/** Above the article, and in it, stand the lines on its author and date; behind it those of others. */
function apartOf(cuts: readonly Cut[], { article, parts }: Page): Set<Node> {
  const entry = entryOf(article);
  const { end } = entry.node;
  // On a page of one answer, what is said of its question is not of it.
  const isAnswer = (entry.node.get('itemtype') ?? '').endsWith('/Answer');
  const beside = isAnswer ? parts.filter((part) => part.node.has('itemprop') && !part.holds(entry)) : [];
  const apart = new Set(beside.filter((part) => !entry.holds(part)).map(({ node }) => node));
  for (const { rule, nodes } of cuts) {
    for (const node of nodes) if (ofOthers.has(rule) || node.start >= end) apart.add(node);
  }
  return apart;
}

/** @param document a tree of a full page, as parsed */
export function findArticle(document: Node, options: FindOptions): Found {
  const { page, shown, article, byline } = findPage(document, options);
  const cuts = collectCuts(page);
  return { cuts, apart: apartOf(cuts, page), shown, article, byline };
}

/** Finds what the user's selector names; null where that is nothing. */
export function findAsked(document: Node, selector: string, keep: readonly string[]): Found | null {
  const page = new Page(document);
  markKept(page, keep);
  page.readParagraphs();
  if (!cutAroundAsked(page, selector)) return null;
  const article = { element: selector, sureness: 1, why: ['--article names it'] };
  return { cuts: collectCuts(page), apart: new Set(), shown: new Set(), article, byline: {} };
}

/** The page with its marks. */
export function findPage(document: Node, options: FindOptions) {
  const { runs, keep = [], keepsComments = false, saysMetadata = false, without = none } = options;
  const page = new Page(document);
  markKept(page, keep);
  const says = readSays(page);
  const shown = markUnseen(page, without.has('hidden'));
  page.readParagraphs();
  weighProse(page, says.isArticle);
  page.sum();
  if (keepsComments) keepComments(page);
  const search: Search = { page, says, prose: page.root.prose, isList: false, shown, proseBefore: new Map(), without };
  if (!without.has('guard')) guard(search);
  for (const pass of before) if (runs(pass.name)) pass.run(search);
  weighCards(search);
  search.isList = !without.has('list') && isList(search);
  const all = page.root.prose;
  if (runs(pageFurniture.name)) pageFurniture.run(search);
  const article = surenessOf(search, page.article.prose, all);
  for (const pass of inside) if (runs(pass.name)) pass.run(search);
  return { page, shown, article, byline: without.has('byline') ? {} : readBylines(page, !saysMetadata) };
}
