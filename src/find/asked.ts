/** What the user asks for decides alone: `--article` names the article, and all around it goes. */
import { compile } from '../body/select.js';
import { cutAround } from './around.js';
import type { Page } from './page.js';
import type { Part } from './part.js';

/**
 * Cuts all around the elements that a selector matches.
 * @returns false where it matches none
 * @throws {UsageError} where the selector cannot be parsed
 */
export function cutAroundAsked(page: Page, selector: string): boolean {
  const matches = compile(selector);
  const asked: Part[] = [];
  for (const part of page.parts) {
    if (part.parent && part.at >= (asked.at(-1)?.end ?? 0) && matches(part.node)) asked.push(part);
  }
  if (asked.length === 0) return false;
  cutAround(page, asked, [], () => 'outside of what --article names');
  return true;
}
