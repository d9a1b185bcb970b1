/** A body that is written alone reads as a body, whatever it begins with. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { convert } from '../../src/convert.js';
import { asBody } from '../../src/front-matter/as-body.js';
import { splitFrontMatter } from '../../src/front-matter/split.js';

const likeFrontMatter = [
  '---\ntitle: b\n---\n\ntext\n',
  '--- \ntitle: 雨\n...\ntext\n',
  '---yaml\ntitle: b\n---\ntext\n',
  '+++\ntitle = "b"\n+++\ntext\n',
  ';;;\n"title": "b"\n;;;\ntext\n',
  '{"title": "b"}\n\ntext\n',
  'title: b\ndate: 2020-01-01\n---\ntext\n',
  '\n\n---\ntitle: b\n---\ntext\n',
];

describe('a body that looks like front matter', () => {
  for (const body of likeFrontMatter) {
    it(`is none any more: ${JSON.stringify(body)}`, async () => {
      assert.notEqual(splitFrontMatter(body).frontMatter, null);
      assert.equal(splitFrontMatter(asBody(body)).frontMatter, null);
      const { outputs } = await convert(`---\ntitle: a\n---\n${body}`, {
        source: 'a.md',
        frontMatter: 'none',
        formats: ['markdown', 'text', 'json'],
        verify: true,
      });
      assert.equal(splitFrontMatter(outputs.markdown ?? '').frontMatter, null);
      assert.equal((await convert(outputs.markdown ?? '', { source: 'a.md' })).outputs.markdown, outputs.markdown);
    });
  }

  it('is none where a rule took what stood before it', async () => {
    const { outputs } = await convert('<!-- a -->\n\n---\ntitle: b\n---\n\n*text*\n', { source: 'a.md', verify: true });
    assert.equal(splitFrontMatter(outputs.markdown ?? '').frontMatter, null);
  });

  it('stays as it is where it only begins alike', () => {
    for (const body of ['---\n\ntext\n\n---\n', '+++ a\n', '{a} b\n', 'Note: b\n\ntext\n', '----\na\n----\n']) {
      assert.equal(asBody(body), body);
    }
  });
});
