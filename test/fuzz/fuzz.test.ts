/** A small share of `npm run fuzz`, with fixed seeds. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tries } from '../counts.js';
import { check } from './check.js';
import { readKinds } from './kinds.js';

const kinds = readKinds();

/** Cases of each kind. */
const COUNTS: Readonly<Record<string, number>> = {
  article: tries(10, 300),
  post: tries(10, 300),
  soup: tries(60, 500),
  words: tries(120, 2_000),
};

for (const [kind, make] of kinds) {
  const count = COUNTS[kind] ?? 0;
  test(`${count} cases of the kind ${kind} convert or fail with a clear error, and owe nothing`, async () => {
    assert.ok(count > 0);
    const findings = [];
    for (let seed = 1; seed <= count; seed++) {
      const finding = await check(make(seed), seed, true);
      if (finding) findings.push(finding);
    }
    assert.deepEqual(findings, []);
  });
}

test('the same seed gives the same bytes', () => {
  for (const make of kinds.values()) {
    for (const seed of [1, 77, 4_000_000]) assert.deepEqual(make(seed), make(seed));
  }
});
