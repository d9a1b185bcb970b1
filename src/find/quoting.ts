/** Quotations: what somebody else wrote, and the article shows. */
import type { Page } from './page.js';
import type { Part } from './part.js';
import * as w from './weights.js';

/** Boxes that are mostly a quotation: a post that the article shows, in a box of the service that it is from. */
export function quoting(page: Page): ReadonlySet<Part> {
  const quoted = new Map<Part, number>();
  const found = new Set<Part>();
  for (const part of page.backwards) {
    const inside = part.name === 'blockquote' ? part.weight : (quoted.get(part) ?? 0);
    if (inside > 0 && inside >= w.QUOTED * part.weight) found.add(part);
    if (part.parent && inside > 0) quoted.set(part.parent, (quoted.get(part.parent) ?? 0) + inside);
  }
  return found;
}
