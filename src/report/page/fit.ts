/** What is shown of a long text: whole blocks, until the bytes that it may take are used up. */
import { grouped } from './figures.js';
import { type Html, html } from './html.js';

/** A paragraph of a view. One that shows a removal is shown before the others. */
export interface Block {
  /** Markup as a string: a worker may post it. */
  html: string;
  marked: boolean;
  /** How many paragraphs are missing here; 0 for a paragraph. */
  missing: number;
}

export function block(markup: Html, marked = false): Block {
  return { html: markup.text, marked, missing: 0 };
}

export function bytesOf(blocks: readonly Block[]): number {
  return blocks.reduce((sum, each) => sum + bytes(each), 0);
}

function bytes({ html }: Block): number {
  return Buffer.byteLength(html);
}

/** Of a text that is too long, removals may take this part of its room. */
const markedPart = 0.6;

/**
 * Keeps the blocks that fit, in their order, and says where some are missing.
 * @param cap bytes of UTF-8
 */
export function fit(blocks: readonly Block[], cap: number): Block[] {
  if (bytesOf(blocks) <= cap) return [...blocks];
  const chosen = choose(blocks, cap);
  const shown: Block[] = [];
  let missing = 0;
  for (const each of blocks) {
    if (!chosen.has(each)) {
      missing += each.missing || 1;
      continue;
    }
    if (missing > 0) shown.push(gap(missing));
    missing = 0;
    shown.push(each);
  }
  if (missing > 0) shown.push(gap(missing));
  return shown;
}

function choose(blocks: readonly Block[], cap: number): Set<Block> {
  const chosen = new Set<Block>();
  let markedRoom = cap * markedPart;
  for (const each of blocks) {
    if (!each.marked || bytes(each) > markedRoom) continue;
    markedRoom -= bytes(each);
    chosen.add(each);
  }
  let room = cap * (1 - markedPart) + markedRoom;
  for (const each of blocks) {
    if (chosen.has(each) || each.missing > 0) continue;
    // The first that does not fit ends the run: later small ones would be torn out of their context.
    if (bytes(each) > room) break;
    room -= bytes(each);
    chosen.add(each);
  }
  return chosen;
}

function gap(missing: number): Block {
  const what = missing === 1 ? 'paragraph' : 'paragraphs';
  return { ...block(html`<p class="gap">${grouped(missing)} more ${what} not shown here</p>`), missing };
}

/** The largest cap under which things of these sizes take no more than `total` together. */
export function evenCap(sizes: readonly number[], total: number): number {
  const sorted = [...sizes].sort((a, b) => a - b);
  let left = total;
  for (const [index, size] of sorted.entries()) {
    const each = left / (sorted.length - index);
    if (size > each) return Math.max(0, Math.floor(each));
    left -= size;
  }
  return Number.POSITIVE_INFINITY;
}
