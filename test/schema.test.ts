/** JSON output validates against the published schema, whatever the article. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { convert } from '../src/convert.js';
import { some, tries } from './counts.js';

const root = join(import.meta.dirname, '..');
const corpus = join(root, '..', 'shared', 'corpus');
const validate = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true }).compile(
  JSON.parse(readFileSync(join(root, 'docs/article.schema.json'), 'utf8')),
);

async function check(folder: string, few = Number.POSITIVE_INFINITY): Promise<number> {
  let count = 0;
  const names = readdirSync(folder, { recursive: true }).map(String);
  for (const name of some(few, names.filter((one) => /\.(?:md|markdown|html?|txt)$/.test(one)).sort())) {
    const { outputs } = await convert(readFileSync(join(folder, name)), { source: name, formats: ['json'] });
    assert.ok(validate(JSON.parse(outputs.json as string)), `${name}: ${JSON.stringify(validate.errors?.slice(0, 3))}`);
    count++;
  }
  return count;
}

test('the sample archive', async () => assert.ok((await check(join(root, 'fixtures/archive'))) >= 12));

test('the corpus', { skip: existsSync(corpus) ? false : 'no ../shared/corpus here' }, async () => {
  assert.ok((await check(corpus, 40)) >= tries(40, 169));
});

test('the schema names every key, so that a wrong one fails', async () => {
  const { record } = await convert('<p>x</p>');
  assert.ok(validate(record));
  assert.ok(!validate({ ...record, extra: 1 }));
  assert.ok(!validate({ ...record, date: 'yesterday' }));
});
