/** Every promise has a test that exists, or a reason. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

const root = join(import.meta.dirname, '..');
const rows = readFileSync(join(root, 'test', 'promises.md'), 'utf8').match(/^\| \d+ \|.*$/gm) ?? [];

test('the promises are numbered, each with a file that is there', () => {
  const numbers = rows.map((row) => Number(/\d+/.exec(row)?.[0]));
  assert.deepEqual(
    numbers,
    rows.map((_, index) => index + 1),
  );
  assert.ok(rows.length >= 46);
  for (const row of rows) {
    const paths = [...row.matchAll(/`((?:test|bench|src)\/[^`]+)`/g)].map(([, path]) => path as string);
    assert.ok(paths.length > 0, row);
    for (const path of paths) assert.ok(existsSync(join(root, path)), `${path} of ${row}`);
  }
});
