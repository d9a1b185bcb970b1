/** Where the page says that its article is: `<main>`, in it an `<article>`, in that the body by its name. */
import { BODY, MAIN, MAIN_LIKE, SAID } from './names.js';
import type { Page } from './page.js';
import type { Part } from './part.js';
import type { Search } from './pass.js';
import * as w from './weights.js';

type Test = (part: Part) => boolean;

/** The part inside `place` with most prose, where that is at least this share of the place's. */
function richest(page: Page, place: Part, share: number, test: Test): Part | null {
  let best: Part | null = null;
  for (const part of page.below(place)) {
    if (part.cut === null && part.prose > (best ? best.prose * w.BETTER : 0) && test(part)) best = part;
  }
  return best && best.prose >= share * place.prose ? best : null;
}

const hasRole = ({ node }: Part, role: string): boolean => node.get('role') === role;
const isMain: Test = (part) => part.name === 'main' || hasRole(part, 'main') || part.hint.says === MAIN;
const isArticle: Test = (part) => part.name === 'article' || hasRole(part, 'article');
const isBody: Test = ({ hint }) => hint.says >= BODY;

/** The outermost parts beside `first` that a test tells, in order. */
function beside(page: Page, place: Part, first: Part, test: Test): Part[] {
  const found: Part[] = [];
  for (const part of page.below(place)) {
    if (part.at < (found.at(-1)?.end ?? 0) || part.cut !== null || part.holds(first) || first.holds(part)) continue;
    if (test(part)) found.push(part);
  }
  return found;
}

/** The nearest part that holds all of these. */
function holderOf(place: Part, parts: readonly Part[]): Part {
  const from = Math.min(...parts.map(({ at }) => at));
  const to = Math.max(...parts.map(({ end }) => end));
  let holder = parts[0] as Part;
  while (holder !== place && holder.parent && (holder.at > from || holder.end < to)) holder = holder.parent;
  return holder;
}

/** A body in several pieces of one shape. */
function bodyInPieces(page: Page, place: Part, body: Part | null): Part | null {
  const first = body ?? richest(page, place, w.PIECE_LEAST, isBody);
  if (!first) return null;
  const others = beside(page, place, first, (part) => {
    return isBody(part) && part.prose >= w.PIECE && part.shape === first.shape;
  });
  const held = others.reduce((sum, { prose }) => sum + prose, first.prose);
  if (others.length === 0 || held < w.BODY_LEAST * place.prose) return body;
  return holderOf(place, [first, ...others]);
}

/** Sections, answers or entries that are each an `<article>`: not one of them is the page's article, all are. */
function articleInParts(page: Page, place: Part): Part | null {
  const article = richest(page, place, w.ARTICLE_LEAST, isArticle);
  if (!article) return null;
  const others = beside(page, place, article, (part) => {
    return isArticle(part) && !part.isCard && part.prose >= w.PART_LEAST * article.prose;
  });
  return others.length === 0 ? article : holderOf(place, [article, ...others]);
}

/** The part that the page's own words lead to; the whole page where they lead nowhere. */
export function placeByMarks({ page, isList, without }: Search): Part {
  let place = page.root;
  place =
    richest(page, place, w.MAIN_LEAST, isMain) ??
    richest(page, place, w.MAIN_LIKE_LEAST, ({ hint }) => hint.says === MAIN_LIKE) ??
    place;
  if (isList) return place;
  place = articleInParts(page, place) ?? place;
  const body =
    richest(page, place, w.SAID_LEAST, ({ hint }) => hint.says === SAID) ?? richest(page, place, w.BODY_LEAST, isBody);
  return (without.has('pieces') ? body : bodyInPieces(page, place, body)) ?? place;
}
