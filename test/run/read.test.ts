import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { ArticleError } from '../../src/errors.js';
import { readInput } from '../../src/input/read.js';
import { failureOf } from '../../src/run/article.js';

const folder = mkdtempSync(join(tmpdir(), 'article-clean-read-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const at = (name: string) => join(folder, name);

async function codeOf(path: string, limit = 100, patience = 60): Promise<string> {
  try {
    await readInput(path, limit, patience);
  } catch (error) {
    assert.ok(error instanceof ArticleError, String(error));
    return `${error.code}: ${error.message}`;
  }
  return 'read';
}

test('a file is read whole, up to the limit', async () => {
  writeFileSync(at('a'), 'x'.repeat(100));
  const { bytes, stats } = await readInput(at('a'), 100, 1);
  assert.equal(bytes.length, 100);
  assert.equal(stats?.size, 100);
  assert.equal(await codeOf(at('a'), 99), 'too-large: it is larger than 99 bytes');
  writeFileSync(at('empty'), '');
  assert.equal((await readInput(at('empty'), 100, 1)).bytes.length, 0);
});

test('a huge file is refused by its size, not by reading it', async () => {
  writeFileSync(at('sparse'), '');
  truncateSync(at('sparse'), 2 ** 33);
  const before = process.memoryUsage().rss;
  assert.match(await codeOf(at('sparse'), 20e6), /^too-large/);
  assert.ok(process.memoryUsage().rss - before < 50e6);
});

test('what is no file, or not there, is one clear failure', async () => {
  mkdirSync(at('folder'));
  assert.match(await codeOf(at('folder')), /^unreadable: it is a folder now/);
  assert.match(await codeOf(at('gone')), /^unreadable: it cannot be read: there is no such file/);
  assert.match(await codeOf(join(at('a'), 'below')), /^unreadable: /);
});

test('pipes: without a writer, with one, endless, and what the shell makes', async () => {
  execFileSync('mkfifo', [at('fifo')]);
  assert.match(await codeOf(at('fifo'), 100, 0.1), /^timeout: nobody wrote/);
  // It opens the pipe when a reader has, whichever of the two comes first.
  const writer = spawn('sh', ['-c', `printf one > '${at('fifo')}'`]);
  assert.equal(Buffer.from((await readInput(at('fifo'), 100, 60)).bytes).toString(), 'one');
  writer.kill();
  assert.match(await codeOf('/dev/zero'), /^too-large/);
  assert.equal((await readInput('/dev/null', 100, 5)).bytes.length, 0);
});

test('an error that is no failure of an article keeps its stack for --debug', () => {
  const cause = new Error('inner');
  assert.equal(failureOf(new ArticleError('c', 'm', 'h', 3, { cause })).stack, cause.stack);
  const bug = new TypeError('x is undefined');
  assert.deepEqual(failureOf(bug), {
    code: 'internal',
    message: 'an error that should not happen: x is undefined',
    hint: 'please report it with this file',
    line: null,
    stack: bug.stack,
  });
});
