/** The laws of the design over generated articles, through the whole pipeline. Seeds are fixed; `npm run fuzz` goes on. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { convert } from '../../src/convert.js';
import { tries } from '../counts.js';
import { articles } from './articles.js';

const runs = { numRuns: tries(50, 400), seed: 20_240_501 };

for (const { body, name } of articles) {
  test(`laws 1 and 2: every token of ${name} is accounted for, and the outputs show them`, async () => {
    await fc.assert(
      fc.asyncProperty(body, async (article) => {
        await convert(article, { source: name, formats: ['markdown', 'text', 'json'], verify: true });
      }),
      runs,
    );
  });

  test(`law 3: converting the Markdown of ${name} again changes nothing`, async () => {
    await fc.assert(
      fc.asyncProperty(body, async (article) => {
        const { markdown = '' } = (await convert(article, { source: name })).outputs;
        assert.equal((await convert(markdown, { source: 'a.md' })).outputs.markdown, markdown);
      }),
      runs,
    );
  });

  test(`law 4: ${name} gives the same bytes in any time zone`, async () => {
    const zone = process.env.TZ;
    await fc.assert(
      fc.asyncProperty(body, async (article) => {
        process.env.TZ = 'Asia/Shanghai';
        const one = (await convert(article, { source: name, formats: ['json'] })).outputs.json;
        process.env.TZ = 'America/St_Johns';
        assert.equal((await convert(article, { source: name, formats: ['json'] })).outputs.json, one);
      }),
      { ...runs, numRuns: tries(10, 100) },
    );
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  });
}

test('law 5: no bytes make convert throw anything but an ArticleError', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uint8Array({ maxLength: 300 }),
      fc.constantFrom('a.html', 'a.md', '-'),
      async (bytes, source) => {
        await convert(bytes, { source, formats: ['markdown', 'text', 'json'] }).catch(
          (error: Error & { code?: string }) => {
            assert.equal(error.name, 'ArticleError');
            assert.notEqual(error.code, 'internal');
            assert.notEqual(error.code, 'unaccounted');
          },
        );
      },
    ),
    runs,
  );
});

test('law 5: no markup makes convert throw anything but an ArticleError', async () => {
  const piece = fc.constantFrom(
    '<',
    '>',
    '</',
    '<!--',
    '-->',
    '<p',
    ' a="',
    "'",
    '<script>',
    '<td>',
    '<li>',
    '---\n',
    '+++\n',
    '{',
    '}}',
    '{{',
    '{%',
    '&#',
    '&',
    '`',
    '*',
    '|',
    '\n',
    '\n\n',
    '[',
    '](',
    'x',
    '　',
    '\r',
    '\0',
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(piece, { maxLength: 60 }),
      fc.constantFrom('a.html', 'a.md', '-'),
      async (pieces, source) => {
        await convert(pieces.join(''), { source, formats: ['markdown', 'text', 'json'] }).catch(
          (error: Error & { code?: string }) => {
            assert.equal(error.name, 'ArticleError');
            assert.ok(!['internal', 'unaccounted'].includes(error.code ?? ''), error.message);
          },
        );
      },
    ),
    runs,
  );
});
