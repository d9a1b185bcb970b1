import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readConfig } from '../../src/config/read.js';
import { convert } from '../../src/convert.js';
import type { RuleDefinition } from '../../src/types.js';

const read = (text: string): RuleDefinition[] =>
  readConfig({ path: '/p/c.yaml', shown: 'c.yaml', text }).settings.rules as RuleDefinition[];

test('rules of a config clean by selector, by text, and by both', async () => {
  const rules = read(`rules:
  - name: site-banner
    selector: .banner
    unless: '#keep'
  - name: buy-line
    text: ^buy now
    why: The shop's line.
  - name: plain-marks
    selector: mark
    text: sale
    action: unwrap
`);
  const html =
    '<p>One.</p><div class="banner">B</div><div class="banner" id="keep">K</div><p>Buy now: X</p><p>I buy now and then.</p>' +
    '<p><mark>sale</mark></p>';
  const { outputs, record } = await convert(html, { rules, source: 'a.html' });
  assert.equal(outputs.markdown, 'One.\n\nK\n\nI buy now and then.\n\nsale\n');
  assert.deepEqual(
    record.changes.map(({ rule }) => rule).filter((rule) => ['site-banner', 'buy-line', 'plain-marks'].includes(rule)),
    ['site-banner', 'buy-line', 'plain-marks'],
  );
});

const mistakes: [title: string, text: string, message: RegExp][] = [
  ['a wrong key', 'rules:\n  - name: a\n    selectr: .x', /^c\.yaml:3: a rule has no "selectr"$/],
  ['a built-in name', 'rules:\n  - name: qr-code\n    selector: .x', /^c\.yaml:2: there is a rule "qr-code" already$/],
  ['no matcher', 'rules:\n  - name: a', /^c\.yaml:2: rule "a" matches nothing$/],
  ['an invalid selector', 'rules:\n  - name: a\n    selector: "p["', /^c\.yaml:2: invalid selector "p\["/],
  ['an invalid pattern', 'rules:\n  - name: a\n    text: "(x"', /^c\.yaml:2: rule "a": Invalid regular expression/],
  ['an unknown action', 'rules:\n  - name: a\n    selector: p\n    action: burn', /there is no action "burn"$/],
  ['no list', 'rules: 1', /^c\.yaml:1: rules is a list$/],
  [
    'an example that does not come out',
    'rules:\n  - name: a\n    selector: .x\n    examples:\n      - { before: "<p>One.</p>", after: "<p>Two.</p>" }',
    /^c\.yaml:2: rule "a": its example shows "One\.", not "Two\."$/,
  ],
];
for (const [title, text, message] of mistakes) {
  test(`a config with ${title} says the line`, () => {
    assert.throws(() => read(text), { name: 'UsageError', message });
  });
}
