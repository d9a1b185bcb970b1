/** Every hard case, read back by two independent readers. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toMarkdown } from '../../src/write/html-to-markdown.js';
import { hardCases } from './hard-cases.js';
import { harderCases } from './harder-cases.js';
import { Meaning } from './meaning.js';
import { readCommonMark, readGfm } from './readers.js';

for (const [group, cases] of [...Object.entries(hardCases), ...Object.entries(harderCases)]) {
  for (const { html, shows, markdown, gfm, commonmark } of cases) {
    test(`${group}: ${JSON.stringify(html)}`, () => {
      const written = toMarkdown(html);
      if (markdown !== undefined) assert.equal(written, markdown);
      if (markdown !== undefined && shows === undefined && !gfm && /id=|check/.test(html)) return;
      const expected = new Meaning(shows ?? html).toString();
      if (!commonmark)
        assert.equal(
          new Meaning(readGfm(written)).toString(),
          expected,
          `markdown-it reads ${JSON.stringify(written)}`,
        );
      if (!gfm) {
        const read = new Meaning(readCommonMark(written)).toString();
        assert.equal(read, expected, `commonmark reads ${JSON.stringify(written)}`);
      }
    });
  }
}
