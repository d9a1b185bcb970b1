/** Where the page says that its article is: `<main>`, in it an `<article>`, in that the body by its name. */
import { BODY, MAIN, MAIN_LIKE, SAID, wordsOf } from './names.js';
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

/** By which two bodies are pieces of one: their element and the words of the name, without its numbers. */
const kindOf = ({ name, hint }: Part): string => `${name} ${wordsOf(hint.word).join('-')}`;

/** Where the page's words lead: a part, and whether it holds several that are one text. */
export interface Place {
  part: Part;
  isParted: boolean;
}

const whole = (part: Part): Place => ({ part, isParted: false });
const parted = (place: Part, parts: readonly Part[]): Place => ({ part: holderOf(place, parts), isParted: true });

/** A body in several pieces of one kind. */
function bodyInPieces(page: Page, place: Part, body: Part | null): Place | null {
  const first = body ?? richest(page, place, w.PIECE_LEAST, isBody);
  if (!first) return null;
  const kind = kindOf(first);
  const others = beside(page, place, first, (part) => {
    return isBody(part) && part.prose >= w.PIECE && kindOf(part) === kind;
  });
  const held = others.reduce((sum, { prose }) => sum + prose, first.prose);
  if (others.length === 0 || held < w.BODY_LEAST * place.prose) return body && whole(body);
  return parted(place, [first, ...others]);
}

/** Sections, answers or entries that are each an `<article>`: not one of them is the page's article, all are. */
function articleInParts(page: Page, place: Part): Place | null {
  const article = richest(page, place, w.ARTICLE_LEAST, isArticle);
  if (!article) return null;
  const others = beside(page, place, article, (part) => {
    return isArticle(part) && !part.isCard && part.prose >= w.PART_LEAST * article.prose;
  });
  return others.length === 0 ? whole(article) : parted(place, [article, ...others]);
}

/** What the page's own words lead to; the whole page where they lead nowhere. */
export function placeByMarks({ page, says, isList, without }: Search): Place {
  const main =
    richest(page, page.root, w.MAIN_LEAST, isMain) ??
    richest(page, page.root, w.MAIN_LIKE_LEAST, ({ hint }) => hint.says === MAIN_LIKE) ??
    page.root;
  if (isList) return whole(main);
  const article = articleInParts(page, main) ?? whole(main);
  const { part } = article;
  // On a forum each post has a body: one of them is the page's only where it holds nearly all of it.
  const body =
    richest(page, part, says.isForum ? w.STEP : w.SAID_LEAST, ({ hint }) => hint.says === SAID) ??
    richest(page, part, says.isForum ? w.STEP : w.BODY_LEAST, isBody);
  return (without.has('pieces') ? body && whole(body) : bodyInPieces(page, part, body)) ?? article;
}
