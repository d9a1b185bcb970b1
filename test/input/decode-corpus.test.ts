// Real files in the encodings of the older web, where the shared corpus is at hand.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import { decode } from '../../src/input/decode.js';

const folder = join(import.meta.dirname, '../../../shared/corpus/legacy-charset');
const skip = existsSync(folder) ? false : 'the shared corpus is not there';

/** Takes the file's word on its encoding away, length kept. */
function blankLabels(file: Buffer): Buffer {
  const blank = (match: string) => ' '.repeat(match.length);
  const text = file.toString('latin1');
  return Buffer.from(text.replace(/encoding\s*=\s*["'][^"']*["']|charset\s*=\s*["']?[\w-]+/gi, blank), 'latin1');
}

const outsideAscii = (text: string): string => text.replace(/[\0-\x7f]/g, '');

suite('legacy files', { skip }, () => {
  const names = skip ? [] : readdirSync(folder);

  test('label kept: strictly decoded, by the label where there is one', async () => {
    assert.equal(names.length, 25);
    const declared = await Promise.all(names.map(async (name) => decode(readFileSync(join(folder, name)))));
    assert.deepEqual(
      declared.flatMap(({ warnings }) => warnings),
      [],
    );
    assert.equal(declared.filter(({ evidence }) => evidence === 'declared').length, 24);
  });

  test('label blanked: the same text', async () => {
    let same = 0;
    for (const name of names) {
      const file = readFileSync(join(folder, name));
      const [kept, blanked] = [await decode(file), await decode(blankLabels(file))];
      if (outsideAscii(kept.text) === outsideAscii(blanked.text)) same++;
    }
    assert.ok(same >= 24, `${same} of 25`);
  });
});
