/** What the user keeps with `--keep`: no pass cuts it, what is in it, or what is around it. */
import { compile } from '../body/select.js';
import type { Page } from './page.js';
import type { Part } from './part.js';

/** Marks a part, what is in it and what is around it. */
export function keep(page: Page, part: Part): void {
  part.kept = 'within';
  for (const inner of page.below(part)) inner.kept = 'within';
  for (let above: Part | null = part.parent; above && above.kept === null; above = above.parent) above.kept = 'above';
}

/** @throws {UsageError} where a selector cannot be parsed */
export function markKept(page: Page, selectors: readonly string[]): void {
  if (selectors.length === 0) return;
  const matchers = selectors.map(compile);
  for (const part of page.parts) {
    if (part.parent && part.kept !== 'within' && matchers.some((matches) => matches(part.node))) keep(page, part);
  }
}
