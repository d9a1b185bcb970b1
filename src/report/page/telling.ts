/** Which articles may be among the most telling ones, decided one by one. */
import { moreTelling, type Ranked } from './tally.js';

/**
 * Of all articles that pass by, those that were among the `limit` most telling so far. What one thread lets go cannot be
 * among the most telling of all, so that threads need not ask each other, and the answer is the same for any number of
 * them.
 */
export class Telling {
  private readonly most: Ranked[] = [];

  constructor(private readonly limit: number) {}

  /** Whether an article may be shown. */
  add(article: Ranked): boolean {
    const { most, limit } = this;
    const last = most[limit - 1];
    if (limit === 0 || (last && moreTelling(last, article) < 0)) return false;
    let low = 0;
    let high = most.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (moreTelling(most[middle] as Ranked, article) < 0) low = middle + 1;
      else high = middle;
    }
    most.splice(low, 0, article);
    if (most.length > limit) most.pop();
    return true;
  }
}
