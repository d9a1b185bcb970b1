import assert from 'node:assert/strict';
import { it } from 'node:test';
import { addScore, type Label, type Output, score } from './score.js';

const label: Label = {
  kind: 'post',
  frontMatter: 'yaml',
  title: 'A day',
  date: '2020-01-02T03:04:05Z',
  must: ['the last sentence.'],
  mustNot: ['qr.png'],
  code: ['    return 1'],
  links: ['http://a.example/x?b=1&c=2'],
  images: ['photo.jpg'],
};
const good: Output = {
  title: 'A  day',
  date: '2020-01-02T03:04:05+00:00',
  text: 'The first.\n\nAnd the\nlast sentence.',
  markdown:
    'The first.\n\n[x](http://a.example/x?b=1&c=2) ![](/img/photo.jpg)\n\n```\n    return 1;\n```\n\nAnd the last sentence.\n',
};

it('a right output has no miss', () => {
  const { misses, right, all } = score(label, good);
  assert.deepEqual(misses, []);
  assert.deepEqual(right, all);
});

const bad: [string, Partial<Output>][] = [
  ['must', { text: 'The first.' }],
  ['mustNot', { markdown: `${good.markdown}![](qr.png)` }],
  ['code', { markdown: good.markdown.replace('    return', '  return') }],
  ['links', { markdown: good.markdown.replace('(http', '(#http').replace('//a.', '//b.') }],
  ['images', { markdown: good.markdown.replace('![](/img/photo.jpg)', 'photo.jpg') }],
  ['title', { title: 'A night' }],
  ['date', { date: '2020-01-02' }],
];
for (const [measure, change] of bad) {
  it(`sees a wrong ${measure}`, () => {
    assert.deepEqual(
      score(label, { ...good, ...change }).misses.map((miss) => miss.measure),
      [measure],
    );
  });
}

it('adds scores', () => {
  const sum = score(label, good);
  addScore(sum, score(label, { ...good, title: null }));
  assert.equal(sum.all.title, 2);
  assert.equal(sum.right.title, 1);
});
