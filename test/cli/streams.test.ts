/** stdin, stdout and stderr: pipes that close, fill up, never end; and what messages may hold. */
import assert from 'node:assert/strict';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { closeSync, existsSync, openSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { archive, article, bin, emptyFolder, env, outputs, runProgram } from './program.js';

const node = process.execPath;

test('a closed pipe ends quietly', () => {
  const cwd = archive(300);
  for (const reader of ['head -n 1', 'true']) {
    const script = `"${node}" "${bin}" posts -f ndjson | ${reader}; echo "\${PIPESTATUS[0]}"`;
    const ran = spawnSync('bash', ['-c', script], { cwd, env, timeout: 30_000 });
    assert.equal(ran.stderr.toString(), '');
    assert.match(ran.stdout.toString(), /\b0\n$/);
  }
});

test('a full device as stdout is exit 1 with one line', {
  skip: existsSync('/dev/full') ? false : 'no /dev/full',
}, () => {
  const full = openSync('/dev/full', 'w');
  const ran = spawnSync(node, [bin, '-'], {
    cwd: emptyFolder(),
    env,
    input: '<p>x</p>',
    stdio: ['pipe', full, 'pipe'],
  });
  closeSync(full);
  assert.equal(ran.status, 1);
  assert.match(ran.stderr.toString(), /^article-clean: .*the disk is full.*\n$/);
});

test('stdin is read as bytes, to its end', async () => {
  const bytes = Buffer.from('<p>中文字</p>');
  const child = spawn(node, [bin, '--front-matter', 'none'], { cwd: emptyFolder(), env });
  let stdout = '';
  child.stdout.on('data', (chunk) => {
    stdout += chunk;
  });
  const closed = new Promise((resolve) => child.on('close', resolve));
  child.stdin.write(bytes.subarray(0, 4));
  await new Promise((resolve) => setTimeout(resolve, 100));
  child.stdin.end(bytes.subarray(4));
  await closed;
  assert.equal(stdout, '中文字\n');
});

test('an endless stdin stops at the limit', () => {
  const ran = spawnSync('bash', ['-c', `yes | "${node}" "${bin}" - --max-size 2MB`], {
    cwd: emptyFolder(),
    env,
    timeout: 30_000,
  });
  assert.equal(ran.status, 1);
  assert.match(
    ran.stderr.toString(),
    /^article-clean: stdin: it is larger than 2 MB; raise --max-size to convert it\n/,
  );
});

test('a named pipe without a writer does not hang, and a written one is read', () => {
  const cwd = emptyFolder();
  execFileSync('mkfifo', [join(cwd, 'fifo')]);
  const waiting = runProgram(['fifo', '--timeout', '0.3'], cwd);
  assert.equal(waiting.status, 1);
  assert.match(waiting.stderr, /article-clean: fifo: (nobody wrote|it took longer)/);
  const script = `"${node}" "${bin}" <(printf '<p>piped</p>')`;
  assert.equal(spawnSync('bash', ['-c', script], { cwd, env }).stdout.toString(), 'piped\n');
});

test('find -print0 feeds --files-from', () => {
  const cwd = archive(6);
  writeFileSync(join(cwd, 'posts', 'new\nline.html'), article(7));
  const script = `find posts -type f -print0 | "${node}" "${bin}" convert --files-from - -0 -o out`;
  const ran = spawnSync('bash', ['-c', script], { cwd, env });
  assert.equal(ran.status, 0, ran.stderr.toString());
  assert.equal(Object.keys(outputs(join(cwd, 'out'))).length, 7);
});

test('messages obey no name: control characters are shown, not sent', () => {
  const cwd = emptyFolder();
  const name = 'a\u001b[31m\u0007\u202eb\n.html';
  writeFileSync(join(cwd, name), Buffer.alloc(100));
  const { stderr, status } = runProgram([name], cwd);
  assert.equal(status, 1);
  assert.ok(stderr.startsWith('article-clean: a\\x1b[31m\\x07\\u202eb\\n.html: '), stderr);
  assert.doesNotMatch(stderr.replaceAll('\n', ''), /[\u0000-\u001f\u007f-\u009f\u202e]/);
});

test('colour: asked for, or not at all through a pipe', () => {
  const cwd = emptyFolder();
  const red = (args: string[], extra: NodeJS.ProcessEnv) =>
    spawnSync(node, [bin, 'gone.html', ...args], { cwd, env: { ...env, ...extra } }).stderr.includes('\u001b[31m');
  const cases: [args: string[], extra: NodeJS.ProcessEnv, expected: boolean][] = [
    [[], {}, false],
    [['--color'], {}, true],
    [['--color=always'], { NO_COLOR: '1' }, true],
    [[], { FORCE_COLOR: '1' }, true],
    [[], { FORCE_COLOR: '0' }, false],
    [[], { FORCE_COLOR: '1', NO_COLOR: '1' }, true],
    [['--no-color'], { FORCE_COLOR: '1' }, false],
    [['--color=never'], { FORCE_COLOR: '1' }, false],
  ];
  for (const [args, extra, expected] of cases) assert.equal(red(args, extra), expected, JSON.stringify([args, extra]));
});

test('--debug shows where a failure comes from, and nothing else does', () => {
  const cwd = emptyFolder();
  writeFileSync(join(cwd, 'a.html'), Buffer.alloc(100));
  assert.doesNotMatch(runProgram(['a.html'], cwd).stderr, /^\s+at /m);
  assert.match(runProgram(['a.html', '--debug'], cwd).stderr, /^\s+at /m);
});
