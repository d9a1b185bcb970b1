/**
 * Law 6 for the whole of `convert`: twice the input, at most 2.2 times the steps, for the hostile generators of the
 * reliability study (section 10). A step is one run of a block of our code or of a package's, as V8 counts them for
 * coverage: exact, and the same on a busy machine. What V8 does inside of one call (a regular expression, `indexOf`) is
 * no step; `bench/growth.ts` takes the time of that.
 */
import assert from 'node:assert/strict';
import { Session } from 'node:inspector/promises';
import { after, before, test } from 'node:test';
import type { convert as Convert } from '../../src/convert.js';
import { some } from '../counts.js';
import { generators, hostileBytes } from './generators.js';

/** Large enough that what is bounded (levels looked at, notes remembered) has met its bound. */
const SIZE = 800;
const MOST = 2.2;

const session = new Session();
let convert: typeof Convert;

before(async () => {
  session.connect();
  await session.post('Profiler.enable');
  // Only what is compiled from here on is counted by blocks.
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  ({ convert } = await import('../../src/convert.js'));
});

after(() => session.disconnect());

/** Blocks that ran since the last call. */
async function stepsSince(): Promise<number> {
  const { result } = await session.post('Profiler.takePreciseCoverage');
  let steps = 0;
  for (const { url, functions } of result) {
    if (url.startsWith('node:') || url.includes('/test/')) continue;
    for (const { ranges } of functions) for (const { count } of ranges) steps += count;
  }
  return steps;
}

async function stepsOf(body: string | Uint8Array, source: string): Promise<number> {
  await stepsSince();
  // A failure that says what is wrong with the input is an answer too: what it took is counted all the same.
  await convert(body, { source, formats: ['markdown', 'text', 'json'] }).catch((error: Error) => {
    assert.equal(error.name, 'ArticleError', error.stack);
    assert.doesNotMatch(error.message, /should not happen|unaccounted/);
  });
  return stepsSince();
}

for (const [name, make, source = 'a.html'] of some(14, [...generators, ...hostileBytes])) {
  test(`twice the input, twice the steps: ${name}`, async () => {
    // What is loaded and remembered at the first use counts for neither size.
    await stepsOf(make(SIZE / 4), source);
    const one = await stepsOf(make(SIZE), source);
    const two = await stepsOf(make(2 * SIZE), source);
    assert.ok(one > 500, `only ${one} steps were counted`);
    assert.ok(two <= MOST * one, `${one} steps for ${SIZE}, ${two} for ${2 * SIZE}: ${(two / one).toFixed(2)} times`);
  });
}

test('a square is seen', async () => {
  const body = '<p>a'.repeat(SIZE);
  const square = async (times: number): Promise<number> => {
    await stepsSince();
    for (let time = 0; time < times; time++) await convert(body.slice(0, 40 * times), {});
    return stepsSince();
  };
  await square(5);
  const one = await square(10);
  assert.ok((await square(20)) > 3 * one);
});
