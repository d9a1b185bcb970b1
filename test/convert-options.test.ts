/** A slip in a program that has no compiler is told as one: by name, with what would be right. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ConvertOptions } from '../src/api.js';
import { convert } from '../src/convert.js';
import { UsageError } from '../src/errors.js';

const slips: [options: object, message: RegExp][] = [
  [{ formats: ['pdf'] }, /"formats" holds markdown, text, json, ndjson/],
  [{ formats: 'markdown' }, /"formats" is an array/],
  [{ body: 'htm' }, /"body" is one of auto, html/],
  [{ frontMatter: true }, /"frontMatter" is one of keep/],
  [{ target: 'ghost' }, /"target" is one of hexo/],
  [{ images: 'drop' }, /"images" is one of keep, alt, none/],
  [{ links: 'none' }, /"links" is one of keep, text/],
  [{ skip: 'qr-code' }, /"skip" is an array/],
  [{ keep: '.a' }, /"keep" is an array/],
  [{ baseUrl: 'example.org' }, /"baseUrl" is an absolute URL/],
  [{ whole: 'yes' }, /"whole" is a boolean/],
  [{ encoding: 5 }, /"encoding" is a string/],
  [{ frontmatter: 'none' }, /no option "frontmatter"/],
];
for (const [options, message] of slips) {
  test(JSON.stringify(options), async () => {
    await assert.rejects(convert('<p>a</p>', options as ConvertOptions), (error) => {
      assert.ok(error instanceof UsageError);
      assert.match(error.message, message);
      return true;
    });
  });
}

test('a near miss is named', async () => {
  const options = { frontmatter: 'none' } as ConvertOptions;
  await assert.rejects(convert('', options), { hint: 'did you mean "frontMatter"?' });
});

test('what is neither text nor bytes', async () => {
  for (const input of [null, undefined, 5, {}, new ArrayBuffer(3)]) {
    await assert.rejects(convert(input as unknown as string), UsageError);
  }
});

test('an option that is undefined is one that was not given', async () => {
  const options = { body: undefined, skip: undefined } as unknown as ConvertOptions;
  assert.equal((await convert(Buffer.from('<p>a</p>'), options)).outputs.markdown, 'a\n');
});
