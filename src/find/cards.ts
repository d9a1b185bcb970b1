/**
 * Cards and boxes of links: lists of other articles look like many small articles. Siblings of one shape that are
 * nearly all short, with a link in each, are a set of cards. Nothing is cut here: their text counts less when the
 * article's place is looked for, since a page may have nothing but cards.
 */
import type { Page } from './page.js';
import type { Part } from './part.js';
import type { Search } from './pass.js';
import { quoting } from './quoting.js';
import * as w from './weights.js';

/** Paragraphs and cells are siblings of one shape everywhere. */
const neverCards: ReadonlySet<string> = new Set(['p', 'td', 'tr']);
const BLOCKS_DEEP = 6;

/** Blocks that begin with a link, and blocks that are built of other blocks. */
function build(page: Page) {
  const opening = new Set<Part>();
  const built = new Set<Part>();
  for (const { block, holder } of page.staying()) {
    if (holder.link) opening.add(block);
    let left = BLOCKS_DEEP;
    for (let above = block.parent; above && left > 0 && !built.has(above); above = above.parent, left--)
      built.add(above);
  }
  return { opening, built };
}

function isLikeCard({ links, weight, full, linked, guarded }: Part): boolean {
  return (
    links >= 1 &&
    links <= w.CARD_LINKS &&
    weight >= w.CARD_LEAST &&
    weight <= w.CARD_MOST &&
    full <= w.CARD_PARAGRAPHS &&
    linked >= w.CARD_LINKED &&
    linked >= w.CARD_LINK_SHARE * weight &&
    !guarded
  );
}

function markCards(page: Page): void {
  const { opening, built } = build(page);
  const quotes = quoting(page);
  const groups = new Map<Part, Map<string, { all: number; cards: Part[] }>>();
  for (const part of page.parts) {
    if (!part.parent || part.cut || !part.isBlock || part.weight === 0 || neverCards.has(part.name)) continue;
    const siblings = groups.get(part.parent) ?? new Map<string, { all: number; cards: Part[] }>();
    groups.set(part.parent, siblings);
    const group = siblings.get(part.shape) ?? { all: 0, cards: [] };
    siblings.set(part.shape, group);
    group.all++;
    if (isLikeCard(part) && !quotes.has(part) && (opening.has(part) || built.has(part))) group.cards.push(part);
  }
  for (const siblings of groups.values()) {
    for (const { all, cards } of siblings.values()) {
      if (cards.length < w.CARDS_LEAST || cards.length < w.CARDS_SHARE * all) continue;
      for (const card of cards) card.isCard = true;
    }
  }
}

function isBoxOfLinks({ isBlock, name, links, linkShare, full, prose, guarded }: Part, all: number): boolean {
  return (
    isBlock &&
    name !== 'p' &&
    links >= w.BOX_LINKS &&
    linkShare > w.BOX_LINKED &&
    full === 0 &&
    prose < w.BOX_MOST * all &&
    !guarded
  );
}

/** Lets the text below those parts count less. */
function discount(page: Page, isMeant: (part: Part) => boolean): void {
  const inside = new Set<Part>();
  for (const part of page.parts) if ((part.parent && inside.has(part.parent)) || isMeant(part)) inside.add(part);
  if (inside.size === 0) return;
  for (const paragraph of page.paragraphs) if (inside.has(paragraph.holder)) paragraph.counts = w.CARD_COUNTS;
  page.sum();
}

export function weighCards({ page, prose, says, without }: Search): void {
  if (!says.isForum && !without.has('cards')) {
    markCards(page);
    discount(page, ({ isCard }) => isCard);
  }
  if (!without.has('boxes')) discount(page, (part) => isBoxOfLinks(part, prose));
}

/** The part that the page marks as its main one, with most text. */
function mainOf(page: Page): Part | null {
  let main: Part | null = null;
  for (const part of page.parts) {
    if (part.cut || (part.name !== 'main' && part.node.get('role') !== 'main')) continue;
    if (part.weight > (main?.weight ?? 0)) main = part;
  }
  return main;
}

/** Whether full paragraphs follow each other in one box: a text, however many cards stand around it. */
function holdsText(page: Page): boolean {
  const held = new Map<Part, number>();
  for (const { block, isFull, counts } of page.staying()) {
    if (!isFull || counts < 1 || block.name !== 'p' || !block.parent) continue;
    const paragraphs = (held.get(block.parent) ?? 0) + 1;
    if (paragraphs >= w.TEXT_PARAGRAPHS) return true;
    held.set(block.parent, paragraphs);
  }
  return false;
}

/** Whether the page is a list: it is no article by its own word, and its cards outweigh its prose. */
export function isList({ page, says }: Search): boolean {
  const main = mainOf(page);
  if (says.isArticle || (!main && !says.isCollection)) return false;
  let cards = 0;
  let prose = 0;
  for (const paragraph of page.staying()) {
    if (main && !main.holds(paragraph.holder)) continue;
    if (paragraph.counts < 1) cards += paragraph.weight;
    else prose += paragraph.prose;
  }
  return prose < w.LIST_PROSE && cards > w.LIST_CARDS * prose && !holdsText(page);
}
