/** One logged change: what the audit, the outputs and every report go by. */
import type { Node } from '../body/tree.js';
import type { Action } from '../types.js';

/** One logged change. Offsets are UTF-16 units of the decoded input. */
export interface Change {
  /** Name of the rule, or of the written form (`form:ruby`). */
  rule: string;
  action: Action;
  start: number;
  end: number;
  /** The text that went, came, or says what changed (`src: a -> b`). */
  text: string;
  /** Why, in a reader's words, where the rule's own reason does not tell enough: `menu, 94 % links`. */
  reason?: string;
  /** For the audit: what left the tree, as it stood. */
  removed?: Node;
  /** For the audit: what came into the tree. */
  added?: Node;
  /** For the audit, where a link or image target changed or went: its element and the target before and after. */
  target?: { node: Node; before: string | null; after: string | null };
}
