/** Files and folders that refuse: names, permissions, limits of the system. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, readlinkSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { archive, bin, emptyFolder, env, outputs, runProgram } from './program.js';

const node = process.execPath;

test('an output that the system cuts is no output', () => {
  const cwd = emptyFolder();
  writeFileSync(join(cwd, 'long.html'), `<p>${'long '.repeat(3000)}</p>`);
  writeFileSync(join(cwd, 'short.html'), '<p>short</p>');
  const script = `ulimit -f 8; trap '' XFSZ; "${node}" "${bin}" . -o out`;
  const ran = spawnSync('bash', ['-c', script], { cwd, env });
  assert.equal(ran.status, 1);
  assert.match(
    ran.stderr.toString(),
    /^article-clean: long\.html: its output [^ ]+ cannot be written: the file would be too large/,
  );
  assert.deepEqual(Object.keys(outputs(join(cwd, 'out'))), ['short.md']);
});

test('a name that is no UTF-8 fails alone', () => {
  const cwd = archive(3);
  writeFileSync(Buffer.concat([Buffer.from(`${cwd}/posts/a/`), Buffer.from([0xb9, 0xfa]), Buffer.from('.html')]), 'x');
  for (const [input = '', out = ''] of [
    ['posts', 'one'],
    ['posts/**/*.html', 'two'],
  ]) {
    const { status, stderr } = runProgram([input, '-o', out], cwd);
    assert.equal(status, 1);
    assert.match(stderr, /^article-clean: posts\/a\/\ufffd+\.html: it cannot be read: .*\nconverted 3, failed 1;/);
  }
});

test('in place: a link stays a link, and a mode stays', () => {
  const cwd = emptyFolder();
  writeFileSync(join(cwd, 'real.md'), '<p>Text</p>\n', { mode: 0o640 });
  symlinkSync('real.md', join(cwd, 'link.md'));
  assert.equal(runProgram(['link.md', '--in-place'], cwd).status, 0);
  assert.equal(readlinkSync(join(cwd, 'link.md')), 'real.md');
  assert.equal(readFileSync(join(cwd, 'real.md'), 'utf8'), 'Text\n');
  assert.equal(statSync(join(cwd, 'real.md')).mode & 0o777, 0o640);
});

/** Runs the program as somebody whom permissions bind: root is bound by none. */
function runBound(args: string[], cwd: string): { stderr: string; status: number | null } {
  for (const folder of [cwd, join(bin, '..', '..')]) chmodSync(folder, 0o755);
  const nobody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
  const ran = spawnSync(node, [bin, ...args], { cwd, env, ...nobody });
  return { stderr: ran.stderr.toString(), status: ran.status };
}

test('unreadable folders and files are reported, and their neighbours converted', () => {
  const cwd = archive(9);
  mkdirSync(join(cwd, 'out'));
  chmodSync(join(cwd, 'out'), 0o777);
  chmodSync(join(cwd, 'posts', 'b'), 0);
  chmodSync(join(cwd, 'posts', 'c', '2.html'), 0);
  const { stderr, status } = runBound(['posts', '-o', 'out'], cwd);
  chmodSync(join(cwd, 'posts', 'b'), 0o755);
  assert.equal(status, 1);
  const [folder, file, summary] = stderr.split('\n');
  assert.match(
    folder ?? '',
    /^article-clean: posts\/b: this folder cannot be read: permission denied; its articles are missing/,
  );
  assert.match(file ?? '', /^article-clean: posts\/c\/2\.html: it cannot be read: permission denied/);
  assert.match(summary ?? '', /^converted 5, failed 1;/);
});

test('an output folder that takes no files is one line, not one an article', () => {
  const cwd = archive(30);
  mkdirSync(join(cwd, 'out'));
  chmodSync(join(cwd, 'out'), 0o555);
  const { stderr, status } = runBound(['posts', '-o', 'out'], cwd);
  assert.equal(status, 1);
  assert.match(stderr, /^article-clean: [^\n]*out takes no files: permission denied; choose another folder with -o\n$/);
});
