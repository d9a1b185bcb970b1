/** Compiled code between runs: used where it can be, harmless where it cannot. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { onlyInCheck } from '../counts.js';
import { bin, emptyFolder, env } from './program.js';

const skip = process.platform === 'linux' ? false : 'the folder is another here';

const post = '<p>One <b>two</b>.</p><p>扫码关注我们</p>';
/** What takes other code than a post does. */
const page = `<html lang="en"><head><title>The late ferry - Quay</title></head><body><nav><a href="/">Quay</a></nav><main><h1>The late ferry</h1><p class="byline">By Ada Quay 5 March 2019</p><p>${'The ferry is late today, as it was yesterday. '.repeat(9)}</p><table><tr><th>Boat</th></tr><tr><td>Ferry</td></tr></table><ul><li>One</li></ul></main></body></html>`;

/** @returns what stdout and stderr say, the time apart */
function run(home: string, args: readonly string[] = ['-'], more: NodeJS.ProcessEnv = {}, input = post): string {
  const { stdout, stderr, status } = spawnSync(process.execPath, [bin, ...args], {
    input,
    env: { ...env, HOME: home, XDG_CACHE_HOME: '', ...more },
    encoding: 'utf8',
  });
  return `${status}\n${stdout}${stderr.replace(/[\d.]+ s$/m, '')}`;
}

const folderIn = (home: string) => join(home, '.cache/article-clean');

const runPage = (home: string): string => run(home, ['-', '-f', 'json'], {}, page);

/** The file of kept code, and by how many runs it was made. */
function keptIn(home: string): { path: string; runs: number } {
  const folder = folderIn(home);
  const [name = '', ...others] = readdirSync(folder).filter((entry) => entry.startsWith(process.version));
  assert.deepEqual(others, []);
  const path = join(folder, name);
  return { path, runs: readFileSync(path).at(-1) ?? 0 };
}

test('a run keeps what it compiled, others like it only use it, one that needs more adds it; all say the same', {
  skip,
}, () => {
  const home = emptyFolder();
  const plain = run('/nonexistent');
  const ofPage = runPage('/nonexistent');
  assert.match(plain, /^0\nOne \*\*two\*\*\.\n/);
  assert.match(ofPage, /"date": "2019-03-05"/);
  // V8 refused what the run before had left if the count began anew.
  for (const [runs, say, wanted] of [
    [1, run, plain],
    [2, runPage, ofPage],
  ] as const) {
    assert.equal(say(home), wanted);
    assert.equal(keptIn(home).runs, runs);
    const { path } = keptIn(home);
    const before = statSync(path);
    assert.equal(say(home), wanted);
    assert.equal(run(home), plain);
    assert.deepEqual([statSync(path).ino, statSync(path).mtimeMs], [before.ino, before.mtimeMs]);
    assert.deepEqual([before.mode & 0o777, statSync(folderIn(home)).mode & 0o777], [0o600, 0o700]);
  }
});

test('what is no code of this program is not run, and is made anew', { skip }, () => {
  const home = emptyFolder();
  const plain = run(home);
  const { path } = keptIn(home);
  for (const left of [Buffer.alloc(0), Buffer.from('no code'), readFileSync(path).subarray(0, 5000)]) {
    writeFileSync(path, left);
    assert.equal(run(home), plain);
    assert.equal(keptIn(home).runs, 1);
  }
});

test('what other Nodes have left stays, and the oldest of it goes', { skip: skip || onlyInCheck }, () => {
  const home = emptyFolder();
  run(home);
  for (let age = 1; age <= 7; age++) {
    const path = join(folderIn(home), `v18.${age}.0.code`);
    writeFileSync(path, 'x');
    utimesSync(path, age * 1000, age * 1000);
  }
  runPage(home);
  const left = readdirSync(folderIn(home)).filter((name) => name.startsWith('v18'));
  assert.deepEqual(
    left.sort(),
    [3, 4, 5, 6, 7].map((age) => `v18.${age}.0.code`),
  );
  assert.equal(keptIn(home).runs, 2);
});

test('a batch with workers has other flags: what it compiled is not kept', { skip: skip || onlyInCheck }, () => {
  const home = emptyFolder();
  const posts = join(home, 'posts');
  mkdirSync(posts);
  for (let number = 0; number < 30; number++) writeFileSync(join(posts, `${number}.html`), '<p>One.</p>');
  run(home);
  assert.match(run(home, [posts, '-o', join(home, 'out'), '-j', '2']), /^0\n/);
  assert.equal(keptIn(home).runs, 1);
  runPage(home);
  assert.equal(keptIn(home).runs, 2);
});

test('nothing is kept where the user says so, there is no home, or others may write', { skip }, () => {
  const home = emptyFolder();
  const plain = run(home, ['-'], { NODE_DISABLE_COMPILE_CACHE: '1' });
  assert.deepEqual(readdirSync(home), []);
  const missing = join(home, 'missing');
  assert.equal(run(missing), plain);
  assert.ok(!existsSync(missing));
  mkdirSync(folderIn(home), { recursive: true });
  chmodSync(folderIn(home), 0o777);
  assert.equal(run(home), plain);
  assert.deepEqual(readdirSync(folderIn(home)), []);
});

test('the cache of the desktop is where it says', { skip }, () => {
  const home = emptyFolder();
  const cache = join(home, 'elsewhere');
  run(home, ['-'], { XDG_CACHE_HOME: cache });
  assert.deepEqual(readdirSync(home), ['elsewhere']);
  assert.equal(readdirSync(join(cache, 'article-clean')).length, 1);
});
