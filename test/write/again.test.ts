/** Law 3 through the whole program: our own Markdown, front matter included, converts to the same bytes. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { convert } from '../../src/convert.js';
import { some } from '../counts.js';
import { archiveFiles, corpusFiles, skip } from './corpus-bodies.js';
import { againExceptions } from './exceptions.js';

const files = [...some(15, corpusFiles()), ...archiveFiles()];
const expected = againExceptions.map(({ name }) => name).filter((name) => files.some((file) => file.name === name));

test(`law 3: the Markdown of ${files.length} real articles converts to itself`, { skip }, async () => {
  const changed: string[] = [];
  for (const { name, bytes } of files) {
    const { markdown = '' } = (await convert(bytes, { source: name })).outputs;
    const again = (await convert(markdown, { source: name.replace(/\.\w+$/, '.md') })).outputs.markdown;
    if (again !== markdown) changed.push(name);
  }
  assert.deepEqual(changed, expected.sort());
});
