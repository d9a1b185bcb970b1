/**
 * The oracle can fail: each case is an article and what was once made of it, or would be by a bug of that kind. What is
 * made of it now owes nothing.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ChangeRecord } from '../../src/types.js';
import type { Debt } from './account.js';
import { judge, judgeConversion } from './oracle.js';

interface Broken {
  markdown: string;
  text?: string;
  title?: string;
  /** Texts of the log, each of a removal; its place is where the text of `at` stands. */
  log?: { text: string; at?: string; action?: ChangeRecord['action'] }[];
}

async function judgeBroken(
  html: string,
  { markdown, text = markdown, title, log = [] }: Broken,
  bodyKind: 'html' | 'markdown' = 'html',
): Promise<Debt[]> {
  const changes = log.map(({ text: said, at = '', action = 'remove' }) => {
    const start = at === '' ? html.length : html.indexOf(at);
    return { rule: 'x', action, line: 1, column: 1, start, end: start + at.length, text: said };
  });
  const json = JSON.stringify({ title: title ?? null, markdown, text, changes });
  return judgeConversion(Buffer.from(html), { outputs: { json }, bodyKind });
}

const cases: [what: string, code: Debt['code'], html: string, broken: Broken][] = [
  [
    'a region of an image map is dropped',
    'lost-address',
    '<p>Map <map><area href="/north" alt="North"></map></p>',
    { markdown: 'Map' },
  ],
  [
    'the document in a frame is dropped',
    'lost-word',
    '<p>Form</p><iframe srcdoc="<p>Name: Amsel</p>"></iframe>',
    { markdown: 'Form' },
  ],
  [
    'a link of it is dropped',
    'lost-address',
    '<iframe srcdoc="<a href=/rules>Rules</a>"></iframe>',
    { markdown: 'Rules' },
  ],
  ['labels of a drawing are dropped', 'lost-word', '<p>Wind</p><svg><text>North</text></svg>', { markdown: 'Wind' }],
  ['the name of a drawing is dropped', 'lost-word', '<p>Wind</p><svg><title>Rose</title></svg>', { markdown: 'Wind' }],
  ['its other name is dropped', 'lost-word', '<p>Wind</p><svg aria-label="Rose"></svg>', { markdown: 'Wind' }],
  [
    'an address of a player is dropped',
    'lost-address',
    '<p>A</p><x-player data-src="https://v.example/1"></x-player>',
    { markdown: 'A' },
  ],
  ['a frame is dropped', 'lost-address', '<p>A</p><iframe src="https://v.example/1"></iframe>', { markdown: 'A' }],
  [
    'what an object plays is dropped',
    'lost-address',
    '<object><param name="movie" value="/a.swf"></object>',
    { markdown: '' },
  ],
  ['the name in a mention is dropped', 'lost-word', '<p>By <lj user="ann">.</p>', { markdown: 'By .' }],
  [
    'an empty link goes, and the log has nothing of it',
    'lost-address',
    '<p>A<a href="/gone"></a></p>',
    { markdown: 'A', log: [{ text: '' }] },
  ],
  [
    'paragraphs that a stray </p> parts run together',
    'run-together',
    '<div>First.</p>Second.</p></div>',
    { markdown: 'First.Second.' },
  ],
  [
    'a title runs together at a break',
    'run-together',
    '<h1>Rain<br>and sun</h1>',
    { markdown: '# Rain<br>and sun', text: '', title: 'Rainand sun' },
  ],
  [
    'labels of a drawing run together',
    'run-together',
    '<svg><text>North</text><text>South</text></svg>',
    { markdown: 'NorthSouth' },
  ],
  [
    'cells of a formula run together',
    'run-together',
    '<math><mtable><mtr><mtd>ab</mtd><mtd>cd</mtd></mtr></mtable></math>',
    { markdown: 'abcd' },
  ],
  [
    'cells of a table run together',
    'run-together',
    '<table><tr><td>one</td><td>two</td></tr></table>',
    { markdown: 'onetwo' },
  ],
  ['items run together', 'run-together', '<ul><li>甲</li><li>乙</li></ul>', { markdown: '- 甲乙' }],
  [
    'a block that went leaves one word',
    'run-together',
    'one<div hidden>ad</div>two',
    { markdown: 'onetwo', log: [{ text: 'ad' }] },
  ],
  [
    'words of the log run together',
    'run-together',
    '<div>Share<br>Print</div>',
    { markdown: '', log: [{ text: 'SharePrint' }] },
  ],
  ['a word is dropped', 'lost-word', '<p>The sea rises twice.</p>', { markdown: 'The sea twice.' }],
  ['one of two same words is dropped', 'lost-word', '<p>twice</p><p>twice</p>', { markdown: 'twice' }],
  [
    'text behind an unclosed head is dropped',
    'lost-word',
    '<head><title>t</title><p>The article.</p>',
    { markdown: '' },
  ],
  [
    'text behind CDATA is dropped',
    'lost-word',
    '<p>One.</p><![CDATA[ <p>Two.</p>',
    { markdown: 'One.', log: [{ text: '' }] },
  ],
  ['the article in noscript is dropped', 'lost-word', '<noscript><p>The article.</p></noscript>', { markdown: '' }],
  ['an image is another', 'lost-address', '<img src="/a.png">', { markdown: '![](/b.png)' }],
  [
    'one of two same links is dropped',
    'lost-address',
    '<a href="/a">x</a> <a href="/a">y</a>',
    { markdown: '[x](/a) y' },
  ],
  [
    'a link comes out live',
    'live-address',
    '<a href="&#15;javascript:go()">x</a>',
    { markdown: '[x](javascript:go())', log: [{ text: 'javascript:go()' }] },
  ],
  ['a script comes out live', 'live-markup', '<p>a</p>', { markdown: 'a <script>go()</script>' }],
  [
    'a block goes with the link that another one in it ends',
    'run-together',
    '<a href="/x"><div><a href="/y">Weiter</a></div>Danach</a>',
    { markdown: '[Weiter](/y)Danach', log: [{ text: '/x' }] },
  ],
  ['a handler comes out live', 'live-markup', '<p>a</p>', { markdown: '<p onclick="go()">a</p>' }],
];

for (const [what, code, html, broken] of cases) {
  test(`caught: ${what}`, async () => {
    const codes = (await judgeBroken(html, broken)).map((debt) => debt.code);
    assert.ok(codes.includes(code), `${codes.join(', ') || 'nothing'} instead of ${code}`);
  });

  test(`not so now: ${what}`, async () => {
    assert.deepEqual(await judge(Buffer.from(html), { source: 'a.html' }), []);
  });
}

const fair: [what: string, html: string, fair: Broken][] = [
  ['a word that the log has', '<p>The sea</p><p>Share</p>', { markdown: 'The sea', log: [{ text: 'Share' }] }],
  ['a word that a form cut', '<p>tide<sup>1</sup></p>', { markdown: 'tide\\[^1]', log: [{ text: '1' }] }],
  [
    'a link in a block that went',
    '<p>A</p><div><a href="/s">Share</a></div>',
    { markdown: 'A', log: [{ text: 'Share', at: '<div><a href="/s">Share</a></div>' }] },
  ],
  [
    'an address that was cleaned',
    '<a href="/a?utm_source=x">a</a>',
    { markdown: '[a](/a)', log: [{ text: 'href: /a?utm_source=x -> /a', action: 'replace' }] },
  ],
  ['an address in another spelling', '<a href="/a b%c3%a9">a</a>', { markdown: '[a](/a%20bé)' }],
  [
    'an element written as a word, which parts what it stands between',
    '<p><pp>></p><p><p<>></p>',
    {
      markdown: '\\<pp>>\n\n\\<p<>>',
      text: '<pp>>\n\n<p<>>',
      log: [
        { text: '<pp>', action: 'add' },
        { text: '<p<>', action: 'add' },
      ],
    },
  ],
  ['a handler of nothing', '<p>a</p>', { markdown: '<p onsite>a</p>', text: 'a' }],
  ['emphasis inside a word', '<p>un<b>do</b>ne</p>', { markdown: 'un**do**ne' }],
];

for (const [what, html, broken] of fair) {
  test(`fair: ${what}`, async () => {
    assert.deepEqual(await judgeBroken(html, broken), []);
  });
}

const markdownCases: [what: string, code: Debt['code'], body: string, text: string][] = [
  ['a block in a sentence leaves no border', 'run-together', 'eins<div x="1">zwei', 'einszwei'],
  [
    'the border goes beside a tag that is shown as a word',
    'run-together',
    '`<li>` eins<div>zwei</div>',
    '<li> einszwei',
  ],
  ['a word goes behind such a tag', 'lost-word', '*<option>eins* zwei', '<option>eins'],
  ['marks that are none go', 'lost-word', '<name>\n*eins* zwei', '<name> eins zwei'],
];

for (const [what, code, body, text] of markdownCases) {
  test(`caught in a Markdown body: ${what}`, async () => {
    const codes = (await judgeBroken(body, { markdown: body, text }, 'markdown')).map((debt) => debt.code);
    assert.deepEqual(codes, [code]);
  });
}

test('fair in a Markdown body: a tag that closes nothing is a word, and has no borders', async () => {
  const body = '*<option>eins*+ zwei';
  assert.deepEqual(await judgeBroken(body, { markdown: body, text: '<option>eins+ zwei' }, 'markdown'), []);
});
