/** `convertFiles`: the iteration over files. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { UsageError } from '../src/errors.js';
import { convertFiles, type FileResult, type FilesOptions } from '../src/files.js';
import type { Format } from '../src/formats/list.js';

const cwd = mkdtempSync(join(tmpdir(), 'article-clean-files-'));
after(() => rmSync(cwd, { recursive: true, force: true }));
const write = (path: string, content: string | Uint8Array) => {
  mkdirSync(join(cwd, path, '..'), { recursive: true });
  writeFileSync(join(cwd, path), content);
};
write('posts/b.html', '<p>B <i>two</i></p><script>x()</script>');
write('posts/a.md', '# A\n\nOne.\n');
write('posts/deep/c.html', '<p>C</p>');
write('posts/deep/picture.html', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 0));
write('posts/notes.txt', 'not asked for');

async function all(names: string[], options: FilesOptions = {}): Promise<FileResult[]> {
  const results: FileResult[] = [];
  for await (const result of convertFiles(names, { cwd, ...options })) results.push(result);
  return results;
}
const shown = ({ source, conversion, error }: FileResult) => [source, error?.code ?? conversion?.outputs.markdown];

test('a folder: sorted by path, a bad file is a result like the others', async () => {
  const results = await all(['posts']);
  assert.deepEqual(results.map(shown), [
    ['a.md', '# A\n\nOne.\n'],
    ['b.html', 'B *two*\n'],
    ['deep/c.html', 'C\n'],
    ['deep/picture.html', 'binary'],
  ]);
  assert.equal(results[1]?.path, 'posts/b.html');
});

test('patterns, literal names, and names that lead nowhere come as errors first', async () => {
  const results = await all(['posts/**/*.html', 'posts/notes.txt', 'nothing.html', 'no/*.html'], {
    exclude: ['picture.html'],
  });
  assert.deepEqual(results.map(shown), [
    ['nothing.html', 'not-found'],
    ['no/*.html', 'not-found'],
    ['b.html', 'B *two*\n'],
    ['deep/c.html', 'C\n'],
    ['notes.txt', 'not asked for\n'],
  ]);
});

test('options of convert and of the search', async () => {
  const [first, ...more] = await all(['posts'], { formats: ['json'], ext: ['.txt'], base: '.' });
  assert.equal(more.length, 0);
  assert.equal(JSON.parse(first?.conversion?.outputs.json ?? '').source, 'posts/notes.txt');
  assert.deepEqual((await all(['posts/b.html'], { maxSize: 10 })).map(shown), [['b.html', 'too-large']]);
});

test('what is no array of names is said', async () => {
  for (const names of [undefined, null, 5, [5], { posts: true }, 'posts']) {
    await assert.rejects(convertFiles(names as unknown as string[], { cwd }).next(), UsageError);
  }
});

test('a file named - is a file', async () => {
  write('-', '<p>dash</p>');
  assert.deepEqual((await all(['-'])).map(shown), [['-', 'dash\n']]);
});

test('a wrong option ends the iteration: no other file would change it', async () => {
  await assert.rejects(all(['posts'], { skip: ['no-such-rule'] }), UsageError);
  const formats = ['pdf'] as unknown as Format[];
  await assert.rejects(all(['posts'], { formats }), UsageError);
});

test('a file is read when it is asked for, not before', async () => {
  write('late/1.html', '<p>first</p>');
  write('late/2.html', '<p>before</p>');
  const files = convertFiles(['late'], { cwd });
  assert.equal((await files.next()).value?.conversion?.outputs.markdown, 'first\n');
  write('late/2.html', '<p>after</p>');
  assert.equal((await files.next()).value?.conversion?.outputs.markdown, 'after\n');
  assert.equal((await files.next()).done, true);
});

test('results that nobody keeps can be collected', async () => {
  const text = `<p>${'long '.repeat(20_000)}</p>`;
  for (let i = 0; i < 8; i++) write(`large/${i}.html`, text);
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const seen: WeakRef<object>[] = [];
  for await (const { conversion } of convertFiles(['large'], { cwd }))
    if (conversion) seen.push(new WeakRef(conversion));
  await new Promise((resolve) => setTimeout(resolve));
  collect();
  assert.equal(seen.length, 8);
  assert.ok(seen.filter((one) => one.deref()).length <= 1);
});
