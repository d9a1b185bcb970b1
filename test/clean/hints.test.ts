/** What lets a rule pass over a text or an article at once is never missing where the rule has something to do. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { rules } from '../../src/rule-set/list.js';
import { followCall, followHint, scanCall } from '../../src/rules/lib/calls-to-action/patterns.js';
import { apply } from '../rules/apply.js';

/** A look ahead, with one group in it at most on each level. Example: `(?!a(?:b|c))`. */
const lookAhead = /\(\?[=!](?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)/g;

/** fast-check writes strings for a pattern without word borders and looks ahead: those only narrow what it matches. */
const generable = (pattern: RegExp): RegExp =>
  new RegExp(pattern.source.replaceAll('\\b', '').replaceAll(lookAhead, ''));

for (const [name, call] of Object.entries({ followCall, scanCall })) {
  test(`each text of ${name} holds a hint`, () => {
    fc.assert(
      fc.property(fc.stringMatching(generable(call)), (text) => assert.match(text, followHint)),
      { numRuns: 3000, seed: 11 },
    );
  });
}

test('rules do the same to an input that holds all that any rule needs', () => {
  const needs = [...new Set(rules.flatMap(({ match }) => match.needs ?? []))].join(' ');
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
