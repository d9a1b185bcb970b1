/** The same removal is one row; what differs in more than numbers is not; the lines for the config keep it. */
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { shapeOf } from '../../src/clean/shape.js';
import { readConfig } from '../../src/config/read.js';
import { convert } from '../../src/convert.js';
import { type Group, Groups } from '../../src/report/groups.js';
import { constantPart, keepOf } from '../../src/report/keep.js';
import { isRemoval, lossOf } from '../../src/report/weight.js';
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

type Articles = Readonly<Record<string, string>>;

async function logged(articles: Articles, options = {}): Promise<Map<string, LoggedChange[]>> {
  const logs = new Map<string, LoggedChange[]>();
  for (const [source, html] of Object.entries(articles)) {
    const { record, weights } = await convert(html, { ...options, source });
    logs.set(
      source,
      record.changes.map((change, at) => ({ ...change, characters: weights[at] ?? 0 })),
    );
  }
  return logs;
}

function groupsOf(logs: ReadonlyMap<string, LoggedChange[]>, articles: Articles): Groups {
  const groups = new Groups();
  for (const [source, log] of logs) groups.add(source, log, articles[source]?.length ?? 0);
  return groups;
}

/** Of each removal the article, the rule and the text; empty blocks go or stay with what was in them. */
const removalsOf = (logs: ReadonlyMap<string, LoggedChange[]>): string[] =>
  [...logs].flatMap(([source, log]) =>
    log
      .filter((change) => isRemoval(change) && lossOf(change) !== 'markup')
      .map(({ rule, text }) => `${source} ${rule} ${text}`),
  );

const body = '<p>The ferry waits in the ice, and the bell rings at noon, as it did all winter.</p>'.repeat(4);
const scan = '<div class="qrcode"><img src="qr.png" alt="QR code"><p>Scan the QR code to follow the harbour</p></div>';
const other = '<div class="qrcode"><img src="qr.png" alt="QR code"><p>扫描二维码，关注港口</p></div>';
const pixel = (host: string, n: number) => `<img src="https://${host}/b.gif?p=${n}" width="1" height="1">`;
const video = (id: string) => `<p>[youtube ${id}]</p><p>[gallery ids="1,2"]</p>`;

/** Groups that share a rule, a paragraph or their first words with another. */
const articles: Articles = {
  'a.html': `${body}${pixel('stats.example', 1)}${video('ab12')}<p>责任编辑：方砚秋<br>编辑：某某</p>${scan}`,
  'b.html': `${body}${pixel('stats.example', 2)}${pixel('other.example', 1)}<p>责任编辑：另一个</p>${scan}`,
  'c.html': `${body}<p>编辑：林</p>${other}`,
  'd.md': `${'The ferry waits in the ice all winter.\n\n'.repeat(4)}${scan}\n\n责任编辑：某某\n`,
  'e.html': `${body}<p>文章来源：港口报</p><div class="sharedaddy"><p>Share this:</p></div>`,
  'f.html': `${body}<p>Tags: <a href="/t/1">ice</a></p><div class="share-bar"><a href="https://s.example/1">Share this 12</a></div>`,
  'g.html': `${body}<div class="share-bar"><a href="https://s.example/2">Tweet</a></div>`,
};

suite('what the page writes for the config keeps a group, exactly', async () => {
  const logs = await logged(articles);
  const before = removalsOf(logs);
  const groups = groupsOf(logs, articles);
  const { first, further, once } = groups.parts();
  let exact = 0;
  for (const group of [...first, ...further, ...once]) {
    const keep = keepOf(group, groups.isAllOfItsRule(group));
    if (!keep || keep.wide || group.loss === 'markup') continue;
    exact++;
    test(`${group.rule}: ${group.shape}`, async () => {
      const text = `${keep.key}:\n${keep.item}`;
      const { settings } = readConfig({ path: '/p/c.yaml', shown: 'c.yaml', text });
      const after = removalsOf(await logged(articles, settings));
      const isMine = (line: string) => {
        const [, rule = '', said = ''] = /^\S+ (\S+) (.*)$/s.exec(line) ?? [];
        return rule === group.rule && (keep.key === 'skip' || shapeOf(said) === group.shape);
      };
      assert.ok(before.some(isMine));
      assert.deepEqual(
        after,
        before.filter((line) => !isMine(line)),
      );
    });
  }
  test('there are enough of them, in rules that also take something else', () => assert.ok(exact >= 11, `${exact}`));
});

test('what is kept comes into the output as it stood, once', async () => {
  const rules = [
    { name: 'credit-line', unless: { like: '责任编辑：甲' } },
    { name: 'shortcode', unless: { like: '[youtube x]' } },
  ];
  const { outputs } = await convert(articles['a.html'] as string, { rules });
  assert.match(outputs.markdown, /责任编辑：方砚秋/);
  assert.doesNotMatch(outputs.markdown, /\n编辑：某某/);
  assert.equal(outputs.markdown.split('ab12').length, 2, outputs.markdown);
});

test('where nothing tells a group from the rest of its rule, all of that stays, and the page says so', () => {
  const group = { rule: 'noscript', loss: 'unseen', shape: '', samples: [] } as unknown as Group;
  assert.deepEqual(keepOf(group, false), { key: 'skip', item: '  - noscript\n', wide: true });
});

test('where a group is all that its rule did, the line skips the rule', async () => {
  const html = { 'a.html': `${body}<!-- ad -->`, 'b.html': `${body}<!-- other -->` };
  const groups = groupsOf(await logged(html), html);
  const [group] = groups.parts().first as [Group];
  assert.equal(group.times, 2);
  assert.deepEqual(keepOf(group, groups.isAllOfItsRule(group)), { key: 'skip', item: '  - comment\n', wide: false });
});

test('a form of the output has no line', () => {
  const group = { rule: 'form:ruby', loss: 'words', shape: 'x', samples: [] } as unknown as Group;
  assert.equal(keepOf(group, true), null);
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
