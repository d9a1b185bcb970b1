/** The log of a Markdown body without the changes that its writer gave up. */

import { spanAt } from '../../body/bisect.js';
import type { Span } from '../../body/markdown/opaque.js';
import type { Change } from '../../clean/change.js';

/**
 * The changes that were made. Linear, apart from a search for each.
 * @param reverted places of edits that were given up, in order; an insertion has no length
 */
export function withoutReverted(changes: readonly Change[], reverted: readonly Span[]): readonly Change[] {
  if (reverted.length === 0) return changes;
  // What came and what went at one place are edits of their own.
  const insertions = new Set(reverted.filter(({ start, end }) => start === end).map(({ start }) => start));
  const removals = reverted.filter(({ start, end }) => start < end);
  return changes.filter(({ start, added }) => (added ? !insertions.has(start) : spanAt(removals, start) === null));
}
