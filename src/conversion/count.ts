/** How much of an article stayed, and how much went. */
import { partedText } from '../body/parted-text.js';
import { following, type Node, TEXT } from '../body/tree.js';
import { invisible } from '../body/vocabulary.js';
import { countCharacters } from '../body/white-space.js';
import type { Change } from '../clean/change.js';

/** Non-white characters of the input's text that are still in the tree. */
export function visibleCharacters(root: Node): number {
  let count = 0;
  for (let node: Node | null = root; node; ) {
    const hidden = invisible.has(node.name);
    if (node.type === TEXT && !node.added) count += countCharacters(node.data);
    node = following(node, root, hidden);
  }
  return count;
}

/** Non-white characters of the input's text that each change took out, and that did not come again as words of a link. */
export function removedBy(changes: readonly Change[]): number[] {
  return changes.map(({ rule, removed }, index) => {
    if (!removed || (removed.type === TEXT && removed.added)) return 0;
    const visible = visibleCharacters(removed);
    return visible === 0 ? 0 : visible - Math.min(visible, keptCharacters(removed, rule, changes, index));
  });
}

/** Characters that a removal put in its own place right before: words of it that stand there again. */
function keptCharacters(removed: Node, rule: string, changes: readonly Change[], index: number): number {
  let words: string | null = null;
  let kept = 0;
  for (let at = index - 1; at >= 0; at--) {
    const before = changes[at] as Change;
    if (before.rule !== rule || !before.added || before.start < removed.start || before.start > removed.end) break;
    const again = before.added.type === TEXT ? before.added.data.trim() : '';
    if (again === '') continue;
    words ??= partedText(removed);
    if (words.includes(again)) kept += countCharacters(again);
  }
  return kept;
}
