/**
 * From where the page's words lead, further down by what the boxes hold: as long as one of them has nearly all of the
 * prose, and nothing but furniture would be left beside it.
 */
import { NOTHING } from './names.js';
import type { Page } from './page.js';
import type { Part } from './part.js';
import type { Search } from './pass.js';
import { isTitle, titleOf } from './title.js';
import * as w from './weights.js';

/** These never hold an article. */
const furniture: ReadonlySet<string> = new Set(['footer', 'aside', 'nav', 'header']);
/** Parts of a text; cells are not: tables lay out old pages. */
const leaves: ReadonlySet<string> = new Set('p tr li ul ol dl dd blockquote pre figure'.split(' '));
const layout: ReadonlySet<string> = new Set(['table', 'tbody', 'tr', 'td']);
const paragraphs: ReadonlySet<string> = new Set(['p', 'blockquote', 'pre']);

function canHold(part: Part): boolean {
  if (!part.isBlock || furniture.has(part.name)) return false;
  if (leaves.has(part.name) && !layout.has(part.name)) return false;
  return part.hint.says >= NOTHING || part.guarded;
}

/** What stands beside it is prose of the same text. */
function isProse({ name, isBlock, full, prose }: Part): boolean {
  return (paragraphs.has(name) || !isBlock) && full > 0 && prose >= w.FULL;
}

/** Parts in which the page's title stands: the first line that says it. */
function holdersOfTitle(page: Page): Set<Part> {
  const title = titleOf(page);
  const first = page.paragraphs.find((one) => !one.isGone && one.prose < w.FULL && isTitle(one, title));
  const holding = new Set<Part>();
  for (let part = first?.block ?? null; part; part = part.parent) holding.add(part);
  return holding;
}

/** The child that holds the article, if one does. */
function next({ page, says }: Search, place: Part, titled: ReadonlySet<Part>): Part | null {
  const children = [...page.children(place)].filter(({ cut }) => cut === null);
  const best = children.reduce<Part | null>((most, part) => (part.prose > (most?.prose ?? 0) ? part : most), null);
  if (!best || !canHold(best)) return null;
  const others = children.filter((child) => child !== best);
  // A long post of a thread is not the thread.
  if (says.isForum && others.some(({ shape, prose }) => shape === best.shape && prose > 0)) return null;
  const full = children.reduce((sum, part) => sum + part.full, 0);
  if (place.full > full || others.some(isProse)) return null;
  if (best.prose >= w.STEP * place.prose) return best;
  if (titled.has(best) && best.prose >= w.STEP_TITLED * place.prose) return best;
  const clean = others.reduce((sum, part) => sum + (part.linkShare < w.CLEAN_LINKED ? part.prose : 0), 0);
  return best.prose >= w.STEP_LEAST * place.prose && best.prose >= w.STEP * (best.prose + clean) ? best : null;
}

/** @param least prose that must stay inside */
export function descend(search: Search, from: Part, least: number): Part {
  const titled = holdersOfTitle(search.page);
  let place = from;
  for (let step = next(search, place, titled); step && step.prose >= least; step = next(search, place, titled))
    place = step;
  return place;
}
