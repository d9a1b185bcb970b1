/** Line breaks of Markdown that have lost the line on one side: a backslash there would be a character. */

import { SYNTAX } from '../../body/markdown/cover.js';
import { isBlankText } from '../../body/traverse.js';
import type { Node } from '../../body/tree.js';

/** Siblings looked at beside a break: a paragraph has lost no more lines than this at its end. */
const REACH = 50;

/**
 * Whether a line break parts nothing any more.
 * @param afterGap something right before it is no longer in the tree
 */
export function isLooseBreak({ end, prev, next, parent }: Node, afterGap: boolean): boolean {
  if (afterGap && isLineStart(prev)) return true;
  return parent !== null && parent.closeStart > end && isAtEnd(next);
}

/** Nothing but blanks stands between the break before and here. */
function isLineStart(before: Node | null): boolean {
  let at = before;
  for (let left = REACH; at && left > 0 && isBlank(at); left--) at = at.prev;
  return at === null || at.name === 'br';
}

/** Only breaks and blanks are left in the paragraph. */
function isAtEnd(from: Node | null): boolean {
  let at = from;
  for (let left = REACH; at && left > 0 && (isBlank(at) || at.name === 'br'); left--) at = at.next;
  return at === null;
}

function isBlank(node: Node): boolean {
  return node.name === SYNTAX || isBlankText(node);
}
