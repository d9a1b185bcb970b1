import assert from 'node:assert/strict';
import { test } from 'node:test';
import { blame } from '../../src/report/blame.js';
import { diffWords } from '../../src/report/diff.js';
import type { ChangeRecord } from '../../src/types.js';

const change = (rule: string, start: number, text: string, action: ChangeRecord['action'] = 'remove'): ChangeRecord => {
  return { rule, action, line: 1, column: 1, start, end: start + text.length, text };
};
const log = [
  change('credit-line', 90, 'Editor: Anna Berg', 'move'),
  change('share-bar', 40, ' Tweet\n  Share '),
  change('style', 0, 'style="x"', 'attributes'),
  change('wrapper', 10, '<font>', 'unwrap'),
  change('related', 60, 'More to read Tweet'),
];

const cases: [piece: string, rules: string[]][] = [
  ['Tweet Share', ['share-bar']],
  ['- Tweet', ['share-bar']],
  ['Editor:  Anna Berg', ['credit-line']],
  ['Share More to read', ['share-bar', 'related']],
  ['never there', []],
  ['style="x"', []],
  ['<font>', []],
  ['  ', []],
];
for (const [piece, rules] of cases) {
  test(`${JSON.stringify(piece)} went by ${rules.join(', ') || 'nothing known'}`, () => {
    assert.deepEqual(blame(log)(piece), rules);
  });
}

test('the same words go by the rule whose turn it is', () => {
  const rulesOf = blame(log);
  assert.deepEqual(['Tweet', 'Share', 'Tweet', 'Tweet'].map(rulesOf), [
    ['share-bar'],
    ['share-bar'],
    ['related'],
    // What comes out of order is looked for from the start.
    ['share-bar'],
  ]);
});

test('a diff names the rules at the end of each line that lost something', async () => {
  const before = 'One.\n\nTweet Share\n\nTwo by Editor: Anna Berg.';
  assert.deepEqual(await diffWords(before, 'One.\n\nTwo by .', undefined, blame(log)), [
    '  One.',
    '~ [-Tweet Share-]  (share-bar)',
    '~ Two by [-Editor: Anna Berg-].  (credit-line)',
  ]);
});
