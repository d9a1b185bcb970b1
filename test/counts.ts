/**
 * How much runs. `npm test` tries few of what is generated and some of many cases, and leaves out what takes long, so that
 * it ends within a minute. Who names test files runs each case of them; `npm run check` generates as many as it can, too.
 */
const scope = process.env.TEST_SCOPE ?? 'named';

/** How often a test tries something generated, or a moment that cannot be chosen. */
export function tries(few: number, all: number): number {
  return scope === 'all' ? all : few;
}

/** About so many of the cases, from the first to the last; each where they were asked for. */
export function some<T>(few: number, cases: readonly T[]): T[] {
  const step = scope === 'quick' ? Math.max(1, cases.length / few) : 1;
  return cases.filter((_, index) => Math.floor(index / step) !== Math.floor((index - 1) / step));
}

/** For `skip` of a test that takes long, where quicker ones hold much of its promise. */
export const onlyInCheck = scope === 'quick' ? 'npm run check runs it' : false;
