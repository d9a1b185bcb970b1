/** The file system fails at every call in turn: what shows is whole, what is missing comes with the next run. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { archive, bin, emptyFolder, env, outputs, runProgram, tree } from '../cli/program.js';
import { onlyInCheck, some } from '../counts.js';
import { runBroken } from './broken.js';

/** Nothing but whole outputs shows now, and after the next run all of them, without a rest of the broken run. */
function assertRecovers(cwd: string, args: string[], whole: Record<string, string>): void {
  const out = join(cwd, 'out');
  for (const [path, text] of Object.entries(outputs(out))) assert.equal(text, whole[path], path);
  const next = runProgram(args, cwd);
  assert.equal(next.status, 0, next.stderr);
  assert.deepEqual(outputs(out), whole);
  assert.deepEqual(
    Object.keys(tree(out)).filter((path) => path.endsWith('.tmp')),
    [],
  );
}

const calls: [call: string, code: string][] = [
  ['openSync', 'EIO'],
  ['writeSync', 'ENOSPC'],
  ['fstatSync', 'EIO'],
  ['closeSync', 'EIO'],
  ['renameSync', 'EACCES'],
];
for (const [call, code] of some(1, calls)) {
  test(`each ${call} in turn fails with ${code}`, () => {
    const args = ['posts', '-o', 'out', '--no-config'];
    const whole = archive(2);
    runProgram(args, whole);
    const wanted = outputs(join(whole, 'out'));
    let failed = 0;
    // The calls of two outputs, of their notes in the journal, and of the manifest are fewer.
    for (let turn = 1; turn <= 12; turn++) {
      const cwd = archive(2);
      const { status, stderr } = runBroken(args, cwd, { BREAK: `${call}:${turn}:${code}` });
      if (status === 0) {
        // A note that fails costs nothing, or there was no such call any more.
        assert.deepEqual(outputs(join(cwd, 'out')), wanted);
        continue;
      }
      failed++;
      assert.equal(status, 1, stderr);
      assert.doesNotMatch(stderr, /^\s+at /m);
      const failures = stderr.split('\n').filter((line) => line.startsWith('article-clean: '));
      assert.equal(failures.length, 1, stderr);
      const temporary = Object.keys(tree(join(cwd, 'out'))).filter((path) => path.endsWith('.tmp'));
      assert.deepEqual(temporary, [], `after ${call} number ${turn}`);
      assertRecovers(cwd, args, wanted);
    }
    // Two outputs and the manifest.
    assert.ok(failed >= 3, `${call} failed only ${failed} times`);
  });
}

test('a write that takes half of the bytes is gone on with', () => {
  const args = ['posts', '-o', 'out', '--no-config'];
  const cwd = archive(3);
  runProgram([...args.slice(0, 2), 'whole'], cwd);
  const ran = runBroken(args, cwd, { BREAK: 'writeSync:2:short' });
  assert.equal(ran.status, 0, ran.stderr);
  assert.deepEqual(outputs(join(cwd, 'out')), outputs(join(cwd, 'whole')));
});

test('in workers too, a failing call costs one article', { skip: onlyInCheck }, () => {
  const args = ['posts', '-o', 'out', '-j', '2', '--no-config'];
  const cwd = archive(30);
  runProgram(['posts', '-o', 'whole', '--no-config'], cwd);
  const { status, stderr } = runBroken(args, cwd, { BREAK: 'renameSync:2:EACCES' });
  assert.equal(status, 1);
  assert.match(stderr, /its output [^ ]+ cannot be written: permission denied/);
  assertRecovers(cwd, args, outputs(join(cwd, 'whole')));
});

for (const [what, command, reason] of [
  ['is replaced by a folder', 'rm posts/c/2.html; mkdir posts/c/2.html', /^article-clean: posts\/c\/2\.html: .*folder/],
  ['is deleted', 'rm posts/c/2.html', /^article-clean: posts\/c\/2\.html: /],
] as const) {
  test(`an input that ${what} in mid-run fails alone`, () => {
    const cwd = archive(3);
    const { status, stderr } = runBroken(['posts', '-o', 'out'], cwd, { BREAK: 'renameSync:1:run', RUN: command });
    assert.equal(status, 1);
    assert.match(stderr, reason);
    assert.match(stderr, /\nconverted 2, failed 1;/);
    assert.deepEqual(Object.keys(outputs(join(cwd, 'out'))), ['a/0.md', 'b/1.md']);
  });
}

test('a full disk: one line, exit 1, no part of a file; with room again the rest comes', (context) => {
  const cwd = emptyFolder();
  mkdirSync(join(cwd, 'posts'));
  mkdirSync(join(cwd, 'out'));
  for (let i = 0; i < 8; i++) writeFileSync(join(cwd, 'posts', `${i}.html`), `<p>${`word ${i} `.repeat(2500)}</p>`);
  // A disk of its own for this process and its children, gone with them.
  const script = `mount -t tmpfs -o size=64k none out || exit 99
    "${process.execPath}" "${bin}" posts -o out --no-config; echo "status $?"; find out -type f -size -16k; ls -A out`;
  const ran = spawnSync('unshare', ['--mount', 'sh', '-c', script], { cwd, env, timeout: 60_000 });
  if (ran.error || ran.status === 99) return context.skip('no disk can be mounted here');
  const stdout = ran.stdout.toString();
  assert.match(stdout, /^status 1\n/);
  const shown = stdout.split('\n').filter((line) => /^\d\.md$/.test(line));
  assert.ok(shown.length > 0 && shown.length < 8, stdout);
  assert.doesNotMatch(stdout, /^out\/\d\.md|\.tmp$/m);
  const lines = ran.stderr.toString().trimEnd().split('\n');
  assert.match(
    lines[0] ?? '',
    /^article-clean: posts\/\d\.html: its output [^ ]+ cannot be written: the disk is full; the run/,
  );
  assert.ok(lines.length <= 3, lines.join('\n'));
});
