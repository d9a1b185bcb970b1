/** What a rule of the user's own can match, in HTML and in Markdown bodies. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { convert } from '../../src/convert.js';
import type { RuleDefinition } from '../../src/types.js';

const long =
  'The harbour lay still that morning, and nobody had seen the ferry since the storm of the week before. '.repeat(6);

const cases: [title: string, rule: Omit<RuleDefinition, 'name'>, source: string, expected: string][] = [
  ['a line between breaks', { line: '^Filed by .{1,20}$' }, '<p>One.<br>Filed by Ada<br>Two.</p>', 'One.\n\nTwo.\n'],
  ['a line and its block', { line: '^Filed by' }, '<p>One.</p><p><em>Filed</em> by Ada</p>', 'One.\n'],
  [
    'a line of a list',
    { line: '^Read also: ' },
    '<ul><li>One.</li><li>Read also: <a href="/b">B</a></li></ul>',
    '- One.\n',
  ],
  ['no line in code', { line: '^Filed' }, '<p>One.</p><pre>Filed by Ada</pre>', 'One.\n\n```\nFiled by Ada\n```\n'],
  [
    'a line with a link to one site',
    { line: '^See', link: '^https://shop\\.example/' },
    '<p>See <a href="https://shop.example/1">this</a></p><p>See <a href="https://a.example/">that</a></p>',
    'See [that](https://a.example/)\n',
  ],
  [
    'a line in some elements',
    { line: '^Shop$', selector: '.box' },
    '<div class="box"><p>Shop</p></div><p>Shop</p>',
    'Shop\n',
  ],
  [
    'a line but not in others',
    { line: '^Shop$', unless: 'blockquote' },
    '<p>Shop</p><blockquote>Shop</blockquote>',
    '> Shop\n',
  ],
  ['an image', { image: '^https://i\\.example/hit' }, '<p>One.<img src="https://i.example/hit?1"></p>', 'One.\n'],
  ['a link', { link: '^https://shop\\.example/' }, '<p>One. <a href="https://shop.example/1">Buy</a></p>', 'One.\n'],
  ['a place', { line: '^Ahoy$', place: 'tail' }, `<p>Ahoy</p><p>${long}</p><p>Ahoy</p>`, `Ahoy\n\n${long.trim()}\n`],
  [
    'a place of blocks',
    { text: '^Ahoy$', place: 'head' },
    `<p>Ahoy</p><p>${long}</p><p>Ahoy</p>`,
    `${long.trim()}\n\nAhoy\n`,
  ],
  ['nothing where it is off', { line: 'One', enabled: false }, '<p>One.</p>', 'One.\n'],
  ['Markdown: a paragraph', { text: '^Filed by' }, '*One* thing.\n\nFiled by *Ada*\n', '*One* thing.\n'],
  ['Markdown: a line in marks', { line: '^Filed by Ada$' }, 'One.\n\n**Filed by Ada**\n', 'One.\n'],
  ['Markdown: a line behind a hard break', { line: '^Filed by' }, 'One.  \nFiled by Ada\n', 'One.  \n'],
  ['Markdown: an item', { line: '^Read also' }, '- One.\n- Read also: [B](/b)\n\nTwo.\n', '- One.\n\nTwo.\n'],
  [
    'Markdown: an image',
    { image: 'i\\.example/hit' },
    'One.\n\n![](https://i.example/hit?1)\n\nTwo.\n',
    'One.\n\nTwo.\n',
  ],
  ['Markdown: a box', { selector: '.box' }, 'One.\n\n<div class="box">\n\nShop\n\n</div>\n\nTwo.\n', 'One.\n\nTwo.\n'],
];

for (const [title, rule, source, expected] of cases) {
  test(`a rule of the user's own: ${title}`, async () => {
    const body = title.startsWith('Markdown') ? 'markdown' : 'html';
    const rules = [{ name: 'mine', ...rule }];
    const { outputs } = await convert(source, { rules, body, verify: true });
    assert.equal(outputs.markdown, expected);
  });
}

test('a rule that matches nothing, or a line with a text, is a mistake', async () => {
  const wrong: RuleDefinition[] = [{ name: 'a' }, { name: 'a', line: 'x', text: 'y' }, { name: 'a', link: '(' }];
  for (const rule of wrong) await assert.rejects(convert('<p>x</p>', { rules: [rule] }), { name: 'UsageError' });
});
