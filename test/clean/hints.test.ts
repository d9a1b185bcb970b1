/** What lets a rule pass over a text or an article at once is never missing where the rule has something to do. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { rules } from '../../src/rule-set/list.js';
import { followCall, followHint, scanCall } from '../../src/rules/lib/calls-to-action/patterns.js';
import { apply } from '../rules/apply.js';
import { generable } from './generable.js';

for (const [name, call] of Object.entries({ followCall, scanCall })) {
  test(`each text of ${name} holds a hint`, () => {
    fc.assert(
      fc.property(fc.stringMatching(generable(call)), (text) => assert.match(text, followHint)),
      { numRuns: 3000, seed: 11 },
    );
  });
}

/** A text that has what is needed. */
const written = (need: string | RegExp): string =>
  typeof need === 'string'
    ? need
    : (fc.sample(fc.stringMatching(generable(need)), { numRuns: 1, seed: 7 })[0] as string);

test('rules do the same to an input that holds all that any rule needs', () => {
  const needs = [...new Set(rules.flatMap(({ match }) => match.needs ?? []))].map(written).join(' ');
  assert.notEqual(needs, '');
  let looked = 0;
  for (const rule of rules.filter(({ match }) => match.needs)) {
    for (const { before } of rule.examples) {
      const alone = apply(before, [rule]).changes.map(({ action, text }) => [action, text]);
      const source = `<!-- ${needs} -->${before}`;
      assert.deepEqual(
        apply(source, [rule]).changes.map(({ action, text }) => [action, text]),
        alone,
      );
      looked++;
    }
  }
  assert.ok(looked > 8, `${looked} examples`);
});
