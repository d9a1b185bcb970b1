/** The look-ups that all threads share: as a map of strings would answer. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { identify, identitiesFor } from '../../src/run/identities.js';
import { lookUps, pathIndexOf } from '../../src/run/path-index.js';

const folder = mkdtempSync(join(tmpdir(), 'article-clean-places-'));
after(() => rmSync(folder, { recursive: true, force: true }));

test('each input leads to its output, whatever letters its path has; other paths to nothing', () => {
  const names = Array.from(
    { length: 3000 },
    (_, index) => `/a/${index % 7}/${[...'é文𝒳 x'].slice(index % 5).join('')}${index}.html`,
  );
  const outputs = names.map((name) => `/out${name}.md`);
  const { outputOf } = lookUps(structuredClone(pathIndexOf(names, outputs)));
  for (const [index, name] of names.entries()) assert.equal(outputOf(name), outputs[index]);
  for (const other of ['', '/', '/a/1/3.html', `${names[0]}x`, (names[9] as string).slice(0, -1)]) {
    assert.equal(outputOf(other), undefined, other);
  }
});

test('no inputs, and inputs without outputs', () => {
  assert.equal(lookUps(pathIndexOf([], [])).outputOf('/a'), undefined);
  assert.equal(lookUps(pathIndexOf(['/a', '/b'], [])).outputOf('/b'), '');
});

test('an input is known by what it is, not by its name', () => {
  const [one, two] = [join(folder, '一.html'), join(folder, '2.html')];
  for (const path of [one, two]) writeFileSync(path, '');
  const { isInput } = lookUps(pathIndexOf([one, join(folder, 'gone')], []));
  assert.equal(isInput(statSync(one)), true);
  assert.equal(isInput(statSync(two)), false);
});

test('inputs are looked at once, for all threads that ask', () => {
  const one = join(folder, 'one.html');
  writeFileSync(one, '');
  const stats = statSync(one);
  const index = pathIndexOf([one], []);
  assert.equal(lookUps(index).isInput(stats), true);
  rmSync(one);
  assert.equal(lookUps(structuredClone(index)).isInput(stats), true, 'another thread shares the memory');
  assert.equal(lookUps(pathIndexOf([one], [])).isInput(stats), false);
});

test('whichever thread looks, each input is known, and nothing else', () => {
  const all = Array.from({ length: 5000 }, (_, at) => ({ dev: at % 3, ino: at * 2 ** (at % 40) }));
  const shared = identitiesFor(all.length);
  const isKnown = identify(shared, () => all);
  assert.ok(all.every(isKnown));
  assert.equal(isKnown({ dev: 7, ino: 8 }), false);
  assert.equal(isKnown({ dev: 1, ino: 0 }), false);
  assert.ok(all.every(identify(shared, () => assert.fail('it was looked at already'))));
});

test('a thread that ended while it looked leaves the others to look for themselves', () => {
  const shared = identitiesFor(1);
  assert.throws(() => identify(shared, () => assert.fail('ended')));
  const isKnown = identify(shared, () => [{ dev: 1, ino: 2 }], 10);
  assert.deepEqual([isKnown({ dev: 1, ino: 2 }), isKnown({ dev: 2, ino: 1 })], [true, false]);
});
