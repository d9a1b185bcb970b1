/** Laws 2 and 3 over random trees; `npm run fuzz` goes on with other seeds. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { tries } from '../counts.js';
import { trees } from './random-trees.js';
import { treeProblem } from './tree-problem.js';

const RUNS = tries(250, 20_000);

test(`laws 2 and 3 hold over ${RUNS} random trees`, () => {
  fc.assert(
    fc.property(trees, (html) => assert.equal(treeProblem(html), null)),
    { numRuns: RUNS, seed: 20_240_502 },
  );
});

const found = [
  '<del>http://c</del><a href="">c',
  '<p>前<b><a href="u">a</a></b><a href="v">b</a>后',
  '<p><em><a href="http://c">http://c</a></em><a href="v">b</a>c',
];

for (const html of found) {
  test(`laws 2 and 3 hold, two links side by side: ${html}`, () => assert.equal(treeProblem(html), null));
}
