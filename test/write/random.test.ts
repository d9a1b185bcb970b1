/**
 * Law 2 over random trees: a GFM reader shows from our Markdown what the HTML means (edge punctuation of emphasis may
 * stand outside it).
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { toMarkdown } from '../../src/write/html-to-markdown.js';
import { Meaning } from './meaning.js';
import { trees } from './random-trees.js';
import { readGfm } from './readers.js';

const RUNS = 20_000;

test(`law 2 holds over ${RUNS} random trees`, () => {
  fc.assert(
    fc.property(trees, (html) => {
      const markdown = toMarkdown(html);
      assert.equal(new Meaning(readGfm(markdown)).loose(), new Meaning(html).loose(), markdown);
    }),
    { numRuns: RUNS, seed: 20_240_502 },
  );
});
