import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countCharacters } from '../../src/clean/audit.js';

test('characters are counted as the pattern for white space has them, pairs of surrogates once', () => {
  for (let unit = 0x21; unit < 0x10000; unit++) {
    const character = String.fromCharCode(unit);
    const isTrailing = unit >= 0xdc00 && unit < 0xe000;
    assert.equal(countCharacters(character), isTrailing || /\s/.test(character) ? 0 : 1, unit.toString(16));
  }
  assert.equal(countCharacters('a 文　\u{1f600}\n'), 3);
});
