// Titles and dates of real posts, against labels made by hand, where the shared corpus is at hand.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import { frontMatterMetadata, mergeMetadata } from '../../src/front-matter/metadata.js';
import { normalizeFrontMatter } from '../../src/front-matter/normalize.js';
import { splitFrontMatter } from '../../src/front-matter/split.js';
import { decode } from '../../src/input/decode.js';

const shared = join(import.meta.dirname, '../../../shared');
const labels = join(shared, 'eval/labels.json');
const skip = existsSync(labels) ? false : 'the shared labels are not there';

interface Label {
  frontMatter: 'yaml' | 'toml' | 'json' | 'none';
  title: string | null;
  date: string | null;
}

suite('posts of the evaluation', { skip }, () => {
  const all: Record<string, Label> = skip ? {} : JSON.parse(readFileSync(labels, 'utf8'));
  const posts = Object.entries(all).filter(([, label]) => label.frontMatter !== 'none');
  const none = { authors: [], editors: [], publisher: null, url: null };

  const read = async (name: string) => {
    const { text } = await decode(readFileSync(join(shared, 'corpus', name)));
    const split = splitFrontMatter(text);
    const data = split.frontMatter?.data ?? null;
    const metadata = mergeMetadata({
      frontMatter: frontMatterMetadata(data),
      page: { metadata: {}, from: {} },
      credits: none,
    }).metadata;
    return { text, split, data, metadata };
  };

  test('every title and date', async () => {
    assert.equal(posts.length, 96);
    for (const [name, label] of posts) {
      const { metadata, split } = await read(name);
      assert.equal(split.frontMatter?.syntax, label.frontMatter, name);
      if (label.title !== null) assert.equal(metadata.title, label.title, name);
      assert.equal(metadata.date, label.date, name);
    }
  });

  test('the block and the body are the file', async () => {
    for (const [name] of posts) {
      const { text, split } = await read(name);
      assert.equal(`${text.slice(0, split.bodyOffset).trimStart()}${split.body}`, text.trimStart(), name);
    }
  });

  test('normalize: a second run changes no byte', async () => {
    for (const [name] of posts) {
      const { data, metadata } = await read(name);
      const once = normalizeFrontMatter(metadata, data);
      const again = splitFrontMatter(once).frontMatter?.data ?? null;
      const second = mergeMetadata({
        frontMatter: frontMatterMetadata(again),
        page: { metadata: {}, from: {} },
        credits: none,
      }).metadata;
      assert.deepEqual(second, metadata, name);
      assert.equal(normalizeFrontMatter(second, again), once, name);
    }
  });

  test('a page without front matter is all body', async () => {
    for (const [name, label] of Object.entries(all)) {
      if (label.frontMatter === 'none') assert.equal((await read(name)).split.frontMatter, null, name);
    }
  });
});
