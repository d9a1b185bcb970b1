/** How much of an article stayed, and how much went. */
import { following, type Node, TEXT } from '../body/tree.js';
import { invisible } from '../body/vocabulary.js';
import { countCharacters } from '../clean/audit.js';
import type { Change } from '../clean/change.js';

export { countCharacters };

/** Non-white characters of the input's text that are still in the tree; the count ends where it is over `most`. */
export function visibleCharacters(root: Node, most = Number.POSITIVE_INFINITY): number {
  let count = 0;
  for (let node: Node | null = root; node && count <= most; ) {
    const hidden = invisible.has(node.name);
    if (node.type === TEXT && !node.added) count += countCharacters(node.data);
    node = following(node, root, hidden);
  }
  return count;
}

/** Non-white characters of the input's text that the log says went. */
export function removedCharacters(changes: readonly Change[]): number {
  let count = 0;
  for (const { removed } of changes) if (removed && !removed.added) count += visibleCharacters(removed);
  return count;
}
