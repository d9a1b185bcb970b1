import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { convert } from '../../src/convert.js';
import { UsageError } from '../../src/errors.js';
import { DEFAULTS } from '../../src/options/table.js';
import { type Destination, destinationOf } from '../../src/output/destination.js';
import { relinker } from '../../src/output/relink.js';

const root = mkdtempSync(join(tmpdir(), 'article-clean-relink-'));
after(() => rmSync(root, { recursive: true, force: true }));
for (const path of [
  'in/a/one.html',
  'in/a/two three.html',
  'in/b/four.html',
  'in/a/pic (1).png',
  'in/a/50%.png',
  'in/a/x:y.png',
]) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), '');
}
const converted = new Map([
  [join(root, 'in/a/one.html'), join(root, 'out/a/one.md')],
  [join(root, 'in/a/two three.html'), join(root, 'out/a/two three.md')],
  [join(root, 'in/b/four.html'), join(root, 'out/2020/four.md')],
]);
const make = (output = 'out/a/one.md') =>
  relinker(join(root, 'in/a/one.html'), join(root, output), (path) => converted.get(path));

const links: [url: string, expected: string | null][] = [
  ['two%20three.html', 'two%20three.md'],
  ['two three.html?x=1#part', 'two%20three.md?x=1#part'],
  ['./one.html#top', 'one.md#top'],
  ['../b/four.html', '../2020/four.md'],
  ['pic%20(1).png', '../../in/a/pic%20%281%29.png'],
  ['50%.png', '../../in/a/50%25.png'],
  ['x%3Ay.png', '../../in/a/x:y.png'],
  ['../b/', '../../in/b/'],
  ['../', null],
  ['..', null],
  ['./../', null],
  ['https://example.org/', null],
  ['//example.org/a', null],
  ['/root.html', null],
  ['#here', null],
  ['?q', null],
  ['', null],
  ['mailto:a@example.org', null],
  ['{{ site.url }}/a.png', null],
];
for (const [url, expected] of links) {
  test(`link ${url}`, () => {
    assert.equal(make().relink(url), expected);
  });
}

test('a target that is not there is left and counted once', () => {
  const { relink, answers } = make();
  assert.equal(relink('gone.html'), undefined);
  assert.equal(relink('gone.html'), undefined);
  assert.equal(relink('bad%00.html'), undefined);
  assert.deepEqual(
    [...answers],
    [
      ['gone.html', null],
      ['bad%00.html', null],
    ],
  );
});

test('convert warns of targets that are not there, in every output', async () => {
  const { relink } = make();
  for (const [source, article] of [
    ['a.html', '<p><a href="gone.html">a</a> <img src="lost.png"> <a href="gone.html">b</a></p>'],
    ['a.md', '# a\n\n[a](gone.html) ![b](lost.png) [b](gone.html)\n'],
  ] as const) {
    const { record, warnings, outputs } = await convert(article, { source, relink, formats: ['json'] });
    const message = '2 relative links lead to no file, the first is gone.html';
    assert.deepEqual(warnings, [{ code: 'missing-target', message, line: null }]);
    assert.deepEqual(record.warnings, warnings);
    assert.deepEqual(JSON.parse(outputs.json ?? '').warnings, warnings);
  }
});

test('nothing changes where the output lies beside its source', () => {
  assert.equal(make('in/a/one.md').relink('pic%20(1).png'), null);
});

type Wanted = Parameters<typeof destinationOf>[0];
const places: [wanted: Partial<Wanted>, several: boolean, expected: Destination['kind'] | RegExp][] = [
  [{}, false, 'stdout'],
  [{}, true, /several inputs need a place/],
  [{ output: '-' }, true, 'stdout'],
  [{ output: '-', format: ['json'] }, true, /ndjson/],
  [{ format: ['json'] }, false, 'stdout'],
  [{ format: ['ndjson'] }, true, 'stdout'],
  [{ format: ['markdown', 'text'] }, false, /one format/],
  [{ output: 'x.md' }, false, 'file'],
  [{ output: 'x/' }, false, 'folder'],
  [{ output: 'in' }, false, 'folder'],
  [{ output: 'in', format: ['ndjson'] }, true, 'folder'],
  [{ output: 'x', format: ['ndjson'] }, true, 'file'],
  [{ output: 'x' }, true, 'folder'],
  [{ output: 'in/a/one.html' }, true, /is a file/],
  [{ output: 'in/a/one.html/' }, false, /is a file/],
  [{ output: 'x', format: ['markdown', 'json'] }, false, /-o x\//],
  [{ inPlace: true }, true, 'in-place'],
  [{ inPlace: true, output: 'x' }, true, /exclude each other/],
  [{ inPlace: true, format: ['text'] }, true, /Markdown only/],
  [{ check: true }, true, 'in-place'],
  [{ check: true, output: 'x/' }, true, 'folder'],
  [{ changed: true }, false, /output folder/],
  [{ changed: true, output: 'x/', format: ['ndjson', 'text'] }, true, /needs all/],
];
for (const [wanted, several, expected] of places) {
  test(`destination of ${JSON.stringify(wanted)} ${several ? 'and several' : 'and one'}`, () => {
    const decide = () => destinationOf({ ...DEFAULTS, ...wanted }, several, root);
    if (typeof expected === 'string') assert.equal(decide().kind, expected);
    else
      assert.throws(decide, (error) => error instanceof UsageError && expected.test(`${error.message}; ${error.hint}`));
  });
}
