import assert from 'node:assert/strict';
import { it } from 'node:test';
import { SHORT, triage } from '../../src/conversion/triage.js';
import type { ArticleRecord } from '../../src/types.js';

const plain: ArticleRecord = {
  schemaVersion: 1,
  source: 'a.html',
  encoding: 'utf-8',
  title: 'A day',
  date: '2020-01-02',
  updated: null,
  authors: [],
  editors: [],
  publisher: null,
  categories: [],
  tags: [],
  image: null,
  url: null,
  language: null,
  frontMatter: { title: 'A day', date: '2020-01-02' },
  markdown: 'Text.\n',
  text: 'Text.\n',
  links: [],
  images: [],
  characters: 5,
  kept: 100,
  removed: 10,
  changes: [],
  warnings: [],
};
const photo = { url: 'a.jpg', alt: 'A cat', caption: '' };

const cases: [string, Partial<ArticleRecord>, string[]][] = [
  ['an ordinary article', {}, []],
  ['a third removed', { kept: 600, removed: 400 }, ['removed-much']],
  ['exactly the share that is allowed', { kept: 700, removed: 300 }, []],
  ['a line removed from a note', { kept: 10, removed: 40 }, []],
  ['nothing at all', { characters: 0, text: '', markdown: '', kept: 0, removed: 0 }, ['empty-body']],
  ['an image without words', { characters: 0, text: '', images: [{ ...photo, alt: '' }] }, ['only-images']],
  ['an image and its description', { characters: 4, text: 'A cat\n', images: [photo] }, ['only-images']],
  ['an image in an article', { characters: 40, images: [photo] }, []],
  ['a guess', { warnings: [{ code: 'guessed-encoding', message: '', line: null }] }, ['guessed-encoding']],
  ['a date that is none', { date: null, frontMatter: { date: 'Invalid Date' } }, ['invalid-date']],
  ['no date', { date: null, frontMatter: { title: 'A day' } }, []],
];
for (const [title, change, reasons] of cases) {
  it(title, () => {
    const record = { ...plain, ...change };
    const { kept } = record;
    assert.deepEqual(
      triage(
        record,
        () => kept,
        kept <= SHORT,
        () => record,
        () => record.characters,
      ),
      reasons,
    );
  });
}
