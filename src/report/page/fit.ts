/** What is shown of a long text: whole blocks, until the bytes that it may take are used up. */
import { grouped } from './figures.js';
import { type Html, html } from './html.js';

/** A paragraph of a view. One that shows a removal is shown before the others. */
export interface Block {
  html: Html;
  marked: boolean;
}

export function block(markup: Html, marked = false): Block {
  return { html: markup, marked };
}

export function bytesOf(blocks: readonly Block[]): number {
  let bytes = 0;
  for (const { html } of blocks) bytes += Buffer.byteLength(html.text);
  return bytes;
}

/** Of a text that is too long, removals may take this part of its room. */
const markedPart = 0.6;

/**
 * Keeps the blocks that fit, in their order, and says where some are missing.
 * @param cap bytes of UTF-8
 */
export function fit(blocks: readonly Block[], cap: number): Html[] {
  if (bytesOf(blocks) <= cap) return blocks.map((each) => each.html);
  let markedRoom = cap * markedPart;
  const chosen = blocks.map(({ html, marked }) => {
    const bytes = Buffer.byteLength(html.text);
    if (!marked || bytes > markedRoom) return false;
    markedRoom -= bytes;
    return true;
  });
  let room = cap * (1 - markedPart) + markedRoom;
  const shown: Html[] = [];
  let missing = 0;
  for (const [index, { html }] of blocks.entries()) {
    const bytes = Buffer.byteLength(html.text);
    if (!chosen[index] && bytes <= room) {
      // The first that does not fit ends the run: later small ones would be torn out of their context.
      room -= bytes;
      chosen[index] = true;
    } else if (!chosen[index]) room = 0;
    if (!chosen[index]) {
      missing++;
      continue;
    }
    if (missing > 0) shown.push(gap(missing));
    missing = 0;
    shown.push(html);
  }
  if (missing > 0) shown.push(gap(missing));
  return shown;
}

function gap(missing: number): Html {
  return html`<p class="gap">${grouped(missing)} more ${missing === 1 ? 'paragraph' : 'paragraphs'} not shown here</p>`;
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
