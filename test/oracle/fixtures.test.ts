/** Every article fixture, and every article of the corpora where they are, held against what parse5 sees in it. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import type { ConvertOptions } from '../../src/api.js';
import { tries } from '../counts.js';
import { judge } from './oracle.js';

const root = join(import.meta.dirname, '..', '..');
const ARTICLE = /(?:^|\/)(?!expected|must|changes)[^/]*\.(?:md|markdown|x?html?)$/;

const folders = ['fixtures/articles', 'fixtures/archive', '../shared/corpus', '../shared/corpus-2'];

/** Of the corpora one article in so many, and of the fixtures. */
const STEP = tries(24, 1);
const FIXTURE_STEP = tries(3, 1);

for (const folder of folders) {
  const path = join(root, folder);
  const skip = existsSync(path) ? false : 'not beside the repository';
  test(`${folder}: words and addresses are in the outputs or in the log`, { skip }, async () => {
    const names = readdirSync(path, { recursive: true, encoding: 'utf8' }).filter((name) => ARTICLE.test(name));
    assert.ok(names.length > 0);
    const owing: string[] = [];
    for (const [index, name] of names.sort().entries()) {
      if (index % (folder.startsWith('..') ? STEP : FIXTURE_STEP) !== 0) continue;
      const options = optionsOf(join(path, name));
      if (options.links || options.images) continue;
      for (const { code, message } of await judge(readFileSync(join(path, name)), { ...options, source: name })) {
        owing.push(`${name}: ${code}: ${message}`);
      }
    }
    assert.deepEqual(owing, []);
  });
}

function optionsOf(path: string): ConvertOptions {
  const file = join(dirname(path), 'options.json');
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
}
