/** The same removal is one row; what differs in more than numbers is not; the lines for the config keep it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { convert } from '../../src/convert.js';
import { type Group, Groups } from '../../src/report/groups.js';
import { constantPart, shapeOf } from '../../src/report/shape.js';
import type { LoggedChange } from '../../src/types.js';

const alike: [string, string][] = [
  ['Posted on March 5, 2019', 'Posted on  April 12, 2020'],
  ['Published 3rd of 7 at 12:30', 'Published 1st of 10 at 09:15'],
  ['本文发表于2019年3月5日', '本文发表于2020年12月15日'],
  ['更新：2021-02-03 12:30', '更新：2022-11-30 01:02'],
  ['Tags: tea, harbour', 'Tags: ice'],
  ['转载请注明：某某', '转载请注明：另一个'],
  ['[caption id="a7" width="300"]', '[/caption]'],
  ['<img> https://stats.example/b.gif?p=1', '<img> https://stats.example/b.gif?p=2 alt="x"'],
  ['See https://a.example/2014/x for more', 'See https://a.example/2015/y for more'],
  ['Sent from my telephone.', 'Sent from my telephone'],
];
for (const [one, two] of alike) test(`one group: ${one}`, () => assert.equal(shapeOf(one), shapeOf(two)));

const different: [string, string][] = [
  ['Posted in the harbour', 'Posted in the market'],
  ['Follow us', 'Share this'],
  ['<img> https://stats.example/b.gif', '<img> https://other.example/b.gif'],
  ['Tags: tea', 'Author: tea'],
  ['It may rain', 'It rains'],
];
for (const [one, two] of different) test(`two groups: ${one}`, () => assert.notEqual(shapeOf(one), shapeOf(two)));

test('a constant part stands in the text as it is, line ends and all', () => {
  const text = 'Posted on 5\nby the\nharbour office';
  assert.equal(constantPart(text, shapeOf(text)), 'harbour office');
  assert.equal(constantPart('2019-03-05', shapeOf('2019-03-05')), '');
});

async function logged(groups: Groups, articles: Record<string, string>, options = {}): Promise<void> {
  for (const [source, html] of Object.entries(articles)) {
    const { record, weights } = await convert(html, { source, ...options });
    const log: LoggedChange[] = record.changes.map((change, at) => ({ ...change, characters: weights[at] ?? 0 }));
    groups.add(source, log, html.length);
  }
}

const body = '<p>The ferry waits in the ice, and the bell rings at noon, as it did all winter.</p>'.repeat(4);
const scan = '<div class="qrcode"><img src="qr.png" alt="QR code"><p>Scan the QR code to follow the harbour</p></div>';
const other = '<div class="qrcode"><img src="qr.png" alt="QR code"><p>扫描二维码，关注港口</p></div>';

test('the line for the config keeps what a group removed, and nothing else of its rule', async () => {
  const articles = {
    'a.html': body + scan,
    'b.html': body + scan,
    'c.html': body + other,
    'd.md': `Text.\n\n${scan}\n`,
  };
  const groups = new Groups();
  await logged(groups, articles);
  const { first, once } = groups.parts();
  const found = [...first, ...once].find(({ samples }) => samples[0]?.text.includes('Scan')) as Group;
  const line = groups.keepLine(found);
  assert.equal(line?.key, 'keep');
  const again = new Groups();
  await logged(again, articles, { keep: [line?.value ?? ''] });
  const texts = [...again.parts().first, ...again.parts().once].flatMap(({ samples }) =>
    samples.map(({ text }) => text),
  );
  assert.ok(!texts.some((text) => text.includes('Scan')), texts.join('\n'));
  assert.ok(
    texts.some((text) => text.includes('扫描二维码')),
    'the other stays removed',
  );
});

test('where a group is all that its rule did, the line skips the rule', async () => {
  const groups = new Groups();
  await logged(groups, { 'a.html': `${body}<!-- ad -->`, 'b.html': `${body}<!-- other -->` });
  const [group] = groups.parts().first;
  assert.equal(group?.times, 2);
  assert.deepEqual(groups.keepLine(group as Group), { key: 'skip', value: 'comment' });
});

test('the first groups hold most removals; lone words come last, pictures and blanks never', () => {
  const groups = new Groups();
  const change = { rule: 'r', action: 'remove' as const, line: 1, column: 1, start: 0, end: 9 };
  const word = (n: number) =>
    `line ${String.fromCharCode(97 + (n % 26))}${String.fromCharCode(97 + Math.floor(n / 26))}`;
  for (let n = 0; n < 60; n++)
    for (let i = 0; i < (n < 50 ? 99 : 2); i++) groups.add(`${i}`, [{ ...change, text: word(n), characters: 9 }], 100);
  groups.add(
    'x',
    [
      { ...change, text: 'Only here.', characters: 9 },
      { ...change, text: '<img> b.png' },
      { ...change, text: ' ' },
    ],
    100,
  );
  const { count, share, first, further, once } = groups.parts();
  assert.equal(count, 62);
  assert.equal(first.length, 50);
  assert.ok(share > 0.99 && share < 1);
  assert.equal(further.length, 11);
  assert.deepEqual(
    once.map(({ samples }) => samples[0]?.text),
    ['Only here.'],
  );
});
