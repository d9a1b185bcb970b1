/** The engine passes over a rule while no node has a name that it asks for; an edit may bring one in. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defineRule, type Rule, type RuleAction } from '../../src/clean/rule.js';
import { cleaned } from './cleaned.js';

const ruleFor = (names: string[], action: RuleAction, needs?: string[]): Rule =>
  defineRule({
    name: `for-${names[0]}`,
    group: 'user',
    why: 'A test.',
    match: needs ? { names, needs } : { names },
    action,
    inCode: true,
    examples: [],
    keeps: [],
  });

const rulesOf = (html: string, rules: Rule[]): string[] => cleaned(html, rules).changes.map(({ rule }) => rule);

test('an element that another rule renamed wakes the rule for its new name', () => {
  const rename = ruleFor(['font'], { edit: (node, edits) => edits.rename(node, 'strong') });
  assert.deepEqual(rulesOf('<p><font>One</font></p>', [rename, ruleFor(['strong'], 'unwrap')]), [
    'for-font',
    'for-strong',
  ]);
});

test('an element that stands only in code wakes a rule that looks there', () => {
  assert.deepEqual(rulesOf('<pre><b>One</b></pre>', [ruleFor(['b'], 'unwrap')]), ['for-b']);
});

test('one of the needed strings is enough, and two rules may need the same', () => {
  const rules = [ruleFor(['i'], 'unwrap', ['Two', 'One']), ruleFor(['b'], 'unwrap', ['One'])];
  assert.deepEqual(rulesOf('<p><i>One</i> <b>more</b></p>', rules), ['for-i', 'for-b']);
  assert.deepEqual(rulesOf('<p><i>Three</i> <b>more</b></p>', rules), []);
});
