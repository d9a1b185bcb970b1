/** How sure the choice is: what speaks for the article that was found, and what speaks against it. */
import type { PageArticle } from '../types.js';
import { BODY } from './names.js';
import type { Part } from './part.js';
import type { Search } from './pass.js';
import * as w from './weights.js';

/** `div.entry-content`. */
function nameOf({ node }: Part): string {
  const [first] = node.className.trim().split(/\s+/);
  return node.name + (first ? `.${first}` : node.id && `#${node.id}`);
}

/** By its element, its role or a name of the body. */
export function isMarked({ name, hint, node }: Part): boolean {
  return name === 'article' || name === 'main' || node.get('role') === 'main' || hint.says >= BODY;
}

/** The part beside the article that held most prose before it was cut. */
function rivalOf({ page, proseBefore }: Search): number {
  const { article } = page;
  let most = 0;
  for (const part of page.parts) {
    if (part.holds(article) || article.holds(part) || part.cut?.rule !== 'page-furniture') continue;
    most = Math.max(most, proseBefore.get(part) ?? 0);
  }
  return most;
}

/**
 * @param held the article's prose when it was chosen
 * @param all the page's prose at that time: what was marked or named as furniture had gone
 */
export function surenessOf(search: Search, held: number, all: number): PageArticle {
  const { article } = search.page;
  const why: string[] = [];
  let sureness = 1;
  const speaksAgainst = (cost: number, words: string): void => {
    sureness -= cost;
    why.push(words);
  };
  const share = all > 0 ? held / all : 0;
  why.push(`${nameOf(article)} holds ${Math.round(100 * share)} % of what there is to read`);
  if (isMarked(article)) why.push('the page marks or names it as the article');
  else speaksAgainst(w.UNMARKED_COSTS, 'nothing on the page names it');
  if (share < w.SURE_SHARE) speaksAgainst(w.SHARE_COSTS, 'much stands outside of it');
  if (search.page.root.prose < w.KEPT_SHARE * search.prose)
    speaksAgainst(w.KEPT_COSTS, 'most of the sentences of the page went');
  if (rivalOf(search) >= w.RIVAL * held) speaksAgainst(w.RIVAL_COSTS, 'another box holds nearly as much');
  if (held < w.FEW_WORDS) speaksAgainst(w.FEW_WORDS_COST, 'it has few words');
  if (search.isList) speaksAgainst(w.LIST_COSTS, 'the page is a list');
  return { element: nameOf(article), sureness: Math.round(100 * Math.max(0, sureness)) / 100, why };
}
