/** A slip in a program that has no compiler is told as one: by name, with what would be right. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inspect } from 'node:util';
import type { ConvertOptions } from '../src/api.js';
import { convert } from '../src/convert.js';
import { UsageError } from '../src/errors.js';
import type { Format } from '../src/formats/list.js';
import { toMarkdown, toText } from '../src/write/html-to-markdown.js';

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

test('toMarkdown and toText say what they take', () => {
  for (const input of [null, undefined, 5, Buffer.from('<p>a</p>')]) {
    for (const call of [toMarkdown, toText]) assert.throws(() => call(input as unknown as string), UsageError);
  }
});

test('a conversion shows and serialises everything it promises', async () => {
  const conversion = await convert('<p>One.</p><!-- x -->', { formats: ['markdown', 'text'] });
  const { outputs, record, warnings, changes, kept, removed, triage, encoding, bodyKind, bodyReason } = conversion;
  const all = { outputs, record, warnings, changes, kept, removed, triage, encoding, bodyKind, bodyReason };
  assert.deepEqual(conversion.toJSON(), all);
  assert.deepEqual(JSON.parse(JSON.stringify(conversion)), JSON.parse(JSON.stringify(all)));
  assert.equal(conversion.constructor.name, 'Conversion');
  const shown = inspect(conversion);
  assert.match(shown, /^Conversion \{\n {2}outputs: \{ markdown: 'One\.\\n', text: 'One\.\\n' \},\n {2}record: \{/);
  assert.doesNotMatch(shown, /cleaned|decoded|split/);
});

test('the compiler knows which outputs were asked for', async () => {
  const { outputs } = await convert('<p>a</p>', { formats: ['text', 'json'] });
  const texts: string[] = [outputs.text, outputs.json, (await convert('b')).outputs.markdown];
  assert.equal(texts.length, 3);
  // @ts-expect-error it was not asked for
  assert.equal(outputs.markdown, undefined);
  const formats: Format[] = ['text'];
  const open: string | undefined = (await convert('a', { formats })).outputs.markdown;
  assert.equal(open, undefined);
});

test('an option that is undefined is one that was not given', async () => {
  const options = { body: undefined, skip: undefined } as unknown as ConvertOptions;
  assert.equal((await convert(Buffer.from('<p>a</p>'), options)).outputs.markdown, 'a\n');
});
