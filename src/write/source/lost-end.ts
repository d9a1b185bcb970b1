/** Blocks of HTML whose end tag was left out, and that something ended which is no more. */
import { spanAt } from '../../body/bisect.js';
import type { Span } from '../../body/markdown/opaque.js';
import { type Node, TEXT } from '../../body/tree.js';
import { blocks } from '../../body/vocabulary.js';

/**
 * Whether words follow now that would be the block's: `<p>one<p></p>two`, and the empty paragraph went.
 * @param around blocks of HTML, or paragraphs of Markdown: what begins behind one is not the block's
 */
export function hasLostEnd(block: Node, around: readonly Span[], base: number): boolean {
  // Code of Markdown is an element without tags.
  if (block.added || !blocks.has(block.name) || !spanAt(around, block.end - base)) return false;
  let { next } = block;
  while (next?.type === TEXT && next.data.trim() === '') next = next.next;
  return next !== null && next.start > block.end && !blocks.has(next.name);
}
