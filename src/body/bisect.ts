/** Searches in what is sorted, by halves. */

/** The first index from which on `holds` is true; `length` where it never is. */
export function firstIndex(length: number, holds: (index: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The first of some stretches, which are in order and none of which overlap, that ends behind a place. */
function endsBehind<S extends { end: number }>(spans: readonly S[], place: number): S | undefined {
  return spans[firstIndex(spans.length, (index) => (spans[index] as S).end > place)];
}

/** The stretch that holds a place, or null; `place` may be where it begins, not where it ends. */
export function spanAt<S extends { start: number; end: number }>(spans: readonly S[], place: number): S | null {
  const span = endsBehind(spans, place);
  return span && span.start <= place ? span : null;
}
