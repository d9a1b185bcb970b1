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

test('an entry with the name of another rule says what that rule leaves', async () => {
  const rules = read(`rules:
  - name: credit-line
    unless: { like: "责任编辑：某某" }
  - name: credit-line
    unless:
      like: ["摄影：一", "校对：二"]
  - name: buy-line
    text: ^buy
    unless: { like: Buy 2 of them }
`);
  const html =
    '<p>One thing that is long enough to be an article by itself, and then some.</p><p>Buy 3 of them</p><p>Buy now</p><p>责任编辑：方砚秋<br>编辑：林<br>校对：王</p>';
  const { outputs, record } = await convert(html, { rules, source: 'a.html' });
  assert.match(outputs.markdown, /some\.\n\nBuy 3 of them\n\n责任编辑：方砚秋\n\n校对：王\n$/, outputs.markdown);
  const gone = record.changes.filter(({ action }) => action === 'remove' || action === 'move');
  assert.deepEqual(
    gone.map(({ text }) => text).filter((text) => !text.startsWith('<')),
    ['编辑：林', 'Buy now'],
  );
});

test('a rule and what it leaves are for the articles of some folders', async () => {
  const rules = read(`rules:
  - name: buy-line
    text: ^buy
    in: harbour
  - name: sell-line
    text: ^sell
    in: [market/2014, harbour]
  - name: credit-line
    in: harbour
    unless: { like: "编辑：某某" }
`);
  const html = '<p>One thing that is long enough.</p><p>Buy now</p><p>Sell now</p><p>编辑：林</p>';
  const left = async (source: string) =>
    (await convert(html, { rules, source })).outputs.markdown.split('\n\n').slice(1);
  assert.deepEqual(await left('harbour/2014/a.html'), ['编辑：林\n']);
  assert.deepEqual(await left('old/harbour/a.html'), ['编辑：林\n']);
  assert.deepEqual(await left('market/2014/a.html'), ['Buy now\n']);
  assert.deepEqual(await left('market/2015/a.html'), ['Buy now', 'Sell now\n']);
  assert.deepEqual(await left('harbours/a.html'), ['Buy now', 'Sell now\n']);
  assert.deepEqual(await left('harbour'), ['Buy now', 'Sell now\n']);
});

test('a proposal that is off gives way to what somebody made of it', async () => {
  const others = [{ name: 'learned-line-a', enabled: false, line: '^Buy' }];
  const text = 'rules:\n  - name: learned-line-a\n    line: ^Buy now$\nskip: [learned-line-a]';
  const { settings } = readConfig({ path: '/p/c.yaml', shown: 'c.yaml', text }, others);
  assert.deepEqual(settings.rules, [{ name: 'learned-line-a', line: '^Buy now$' }]);
  const amended = 'rules:\n  - name: learned-line-a\n    unless: { like: Buy 1 }';
  assert.equal(readConfig({ path: '/p/c.yaml', shown: 'c.yaml', text: amended }, others).settings.rules?.length, 1);
  const on = [{ name: 'learned-line-a', line: '^Buy' }];
  assert.throws(() => readConfig({ path: '/p/c.yaml', shown: 'c.yaml', text }, on), /there is a rule "learned-line-a"/);
});

const mistakes: [title: string, text: string, message: RegExp][] = [
  ['a wrong key', 'rules:\n  - name: a\n    selectr: .x', /^c\.yaml:3: a rule has no "selectr"$/],
  ['a built-in name', 'rules:\n  - name: qr-code\n    selector: .x', /^c\.yaml:2: there is a rule "qr-code" already$/],
  ['no matcher', 'rules:\n  - name: a', /^c\.yaml:2: rule "a" matches nothing$/],
  ['an invalid selector', 'rules:\n  - name: a\n    selector: "p["', /^c\.yaml:2: invalid selector "p\["/],
  ['an invalid pattern', 'rules:\n  - name: a\n    text: "(x"', /^c\.yaml:2: rule "a": Invalid regular expression/],
  ['an unknown action', 'rules:\n  - name: a\n    selector: p\n    action: burn', /there is no action "burn"$/],
  [
    'an entry about no rule',
    'rules:\n  - name: credit-lin\n    unless: { like: x }',
    /^c\.yaml:2: unknown rule "credit-lin"$/,
  ],
  [
    'an entry about a part of a page',
    'rules:\n  - name: page-menu\n    unless: { like: x }',
    /^c\.yaml:2: "page-menu" takes whole parts/,
  ],
  [
    'an entry that says more than it can',
    'rules:\n  - name: credit-line\n    place: tail\n    unless: { like: x }',
    /^c\.yaml:2: rule "credit-line": place says nothing/,
  ],
  [
    'another word for like',
    'rules:\n  - name: credit-line\n    unless: { text: x }',
    /^c\.yaml:3: unless is a selector/,
  ],
  ['no folder', 'rules:\n  - name: a\n    text: x\n    in: []', /^c\.yaml:4: in is empty$/],
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
