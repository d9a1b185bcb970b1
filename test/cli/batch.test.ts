/** A batch in workers: the same bytes for any number of them, limits, signals, and death at any moment. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { onlyInCheck, some } from '../counts.js';
import { runBroken } from '../reliability/broken.js';
import { archive, outputs, runProgram, tree } from './program.js';

const BATCH = ['posts', '-o', 'out', '-j', '2', '--no-config'];

test('any number of jobs gives the same bytes in the same order', () => {
  const cwd = archive(70);
  const wanted = ['posts', '-f', 'md,json,ndjson', '--explain', '--no-config'];
  const runs = ['1', '3'].map((jobs) => {
    const ran = runProgram([...wanted, '-j', jobs, '-o', `out${jobs}`, '--report', `report${jobs}`], cwd);
    const report = readFileSync(join(cwd, `report${jobs}`), 'utf8').replaceAll(`out${jobs}`, 'out');
    return {
      files: outputs(join(cwd, `out${jobs}`)),
      report,
      stderr: ran.stderr.replace(/\d+\.\d s/, ''),
      status: ran.status,
    };
  });
  assert.equal(Object.keys(runs[0]?.files ?? {}).length, 141);
  assert.deepEqual(runs[0], runs[1]);
  const one = runProgram(['posts', '-f', 'ndjson', '-j', '1'], cwd).stdout;
  assert.equal(one, runs[0]?.files['articles.ndjson']);
});

test('shards together are the whole', () => {
  const cwd = archive(50);
  runProgram(['posts', '-f', 'md,ndjson', '-o', 'whole'], cwd);
  for (const part of ['1/3', '2/3', '3/3']) {
    const { status } = runProgram(['posts', '-f', 'md,ndjson', '-o', 'parts', '--shard', part], cwd);
    assert.equal(status, 0);
  }
  const { 'articles.ndjson': stream, ...whole } = outputs(join(cwd, 'whole'));
  const parts = outputs(join(cwd, 'parts'));
  let joined = '';
  for (const part of [1, 2, 3]) {
    joined += parts[`articles.${part}-of-3.ndjson`];
    delete parts[`articles.${part}-of-3.ndjson`];
  }
  assert.deepEqual(parts, whole);
  assert.equal(joined, stream);
});

test('parts of an archive that has grown since replace what another part wrote, and remove what is gone', () => {
  const cwd = archive(12);
  const run = (part: string, ...more: string[]) => runProgram(['posts', '-o', 'out', '--shard', part, ...more], cwd);
  for (const part of ['1/2', '2/2']) assert.equal(run(part).status, 0);
  for (const name of ['0', '00', '01', '02', '03'])
    writeFileSync(join(cwd, `posts/a/${name}.html`), '<h2>x</h2>\n<p>It says.</p>');
  rmSync(join(cwd, 'posts/c/2.html'));
  const removed = ['1/2', '2/2'].map((part) => {
    const { status, stderr } = run(part, '--drop', 'h2', '--prune');
    assert.equal(status, 0, stderr);
    return /(\d+) removed/.exec(stderr)?.[1];
  });
  assert.deepEqual(removed, [undefined, '1']);
  const made = outputs(join(cwd, 'out'));
  assert.equal(Object.keys(made).length, 15);
  for (const [path, text] of Object.entries(made)) assert.match(text, /^It says/, path);
});

test('an article over the time limit fails alone, and leaves no part behind', { skip: onlyInCheck }, () => {
  const cwd = archive(30);
  writeFileSync(
    join(cwd, 'posts', 'b', 'slow.html'),
    '<p>a <b>b</b> <a href="c.html">c</a> &amp; d</p>\n'.repeat(200_000),
  );
  const { status, stderr } = runProgram(['posts', '-o', 'out', '--timeout', '2', '-j', '2'], cwd);
  assert.equal(status, 1);
  assert.match(
    stderr,
    /^article-clean: posts\/b\/slow\.html: it took longer than 2 s(?:, in the rule [a-z-]+)?; raise --timeout to convert it(?:, or use --skip [a-z-]+)?\nconverted 30, failed 1;/,
  );
  const files = tree(join(cwd, 'out'));
  assert.equal(Object.keys(files).length, 31);
  assert.ok(!Object.keys(files).some((path) => path.endsWith('.tmp')));
});

test('an output that has grown to many times its input is refused, and alone', { skip: onlyInCheck }, () => {
  const cwd = archive(2);
  // Each of these items is indented by 80 blanks.
  writeFileSync(join(cwd, 'posts', 'b', 'deep.html'), '<ul><li>'.repeat(40) + '<li>x'.repeat(30_000));
  const ran = (limit: string) => runProgram(['posts', '-o', 'out', '--max-size', limit], cwd);
  const { status, stderr } = ran('200000');
  assert.equal(status, 1);
  assert.match(
    stderr,
    /^article-clean: posts\/b\/deep\.html: its markdown is larger than 2 MB, 10 times what an input may be; raise --max-size to write it\nconverted 2, failed 1;/,
  );
  assert.equal(ran('300000').status, 0);
});

test('an article on which a rule of the user never ends fails with the name of that rule', {
  skip: onlyInCheck,
}, () => {
  const cwd = archive(2);
  const config = "timeout: 2\nrules:\n  - name: endless\n    text: '^(a+)+$'\n";
  writeFileSync(join(cwd, 'article-clean.config.yaml'), config);
  writeFileSync(join(cwd, 'posts', 'b', 'trap.html'), `<p>${'a'.repeat(60)}b</p>`);
  const { status, stderr } = runProgram(['posts', '-o', 'out'], cwd);
  assert.equal(status, 1);
  assert.match(
    stderr,
    /^article-clean: posts\/b\/trap\.html: it took longer than 2 s, in the rule endless; raise --timeout to convert it, or use --skip endless\nconverted 2, failed 1;/,
  );
});

for (const [signal, status] of some(1, [
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)) {
  test(`${signal} in a batch: summary, exit ${status}, whole files only`, () => {
    const cwd = archive(120);
    // Each worker comes there; the signal is sent once.
    const RUN = `mkdir sent && kill -${signal.slice('SIG'.length)} $PPID || true`;
    const { status: code, stderr } = runBroken(BATCH, cwd, { BREAK: 'renameSync:5:run', RUN });
    assert.equal(code, status, stderr);
    assert.match(
      stderr,
      /^interrupted after \d+ of 120: converted \d+, failed 0; .*; run again with --changed to go on$/m,
    );
    const files = tree(join(cwd, 'out'));
    const made = Object.entries(files).filter(([path]) => !path.startsWith('.article-clean'));
    assert.ok(made.length >= 4 && made.length < 120, `${made.length}`);
    for (const [path, text] of made) assert.match(text, /^## Article \d+\n\nIt says \*\*\d+\*\* things\.\n$/, path);
  });
}

test('killed again and again, only whole outputs show; the next run completes them', { skip: onlyInCheck }, () => {
  const cwd = archive(60);
  runProgram(['posts', '-o', 'whole'], cwd);
  const whole = outputs(join(cwd, 'whole'));
  for (const call of ['openSync:3', 'writeSync:7', 'renameSync:2', 'renameSync:12', 'closeSync:15']) {
    const { status } = runBroken(BATCH, cwd, { BREAK: `${call}:run`, RUN: 'kill -9 $PPID' });
    assert.equal(status, null, call);
    for (const [path, text] of Object.entries(outputs(join(cwd, 'out')))) {
      if (!path.endsWith('.tmp')) assert.equal(text, whole[path], path);
    }
  }
  assert.equal(runProgram(['posts', '-o', 'out'], cwd).status, 0);
  assert.deepEqual(outputs(join(cwd, 'out')), whole);
});

test('an output folder that goes in mid-run stops the run with one line', () => {
  const cwd = archive(120);
  const how = { BREAK: 'renameSync:3:run', RUN: 'mv out out-moved 2>/dev/null || true' };
  const { status, stderr } = runBroken(BATCH, cwd, how);
  assert.equal(status, 1);
  assert.ok(stderr.split('\n').length <= 4, stderr);
  assert.match(stderr, /its output [^ ]+ cannot be written: its folder is gone; the run stops here/);
});

test('a run that was killed knows its outputs again', { skip: onlyInCheck }, () => {
  const cwd = archive(60);
  runBroken(BATCH, cwd, { BREAK: 'renameSync:6:run', RUN: 'kill -9 $PPID' });
  const made = Object.keys(outputs(join(cwd, 'out'))).filter((path) => path.endsWith('.md'));
  assert.ok(made.length >= 5 && made.length < 60, String(made.length));
  // All that shows is known, so other options may replace it.
  const { status, stderr } = runProgram(['posts', '-o', 'out', '-f', 'md', '--only', 'script', '--drop', 'h2'], cwd);
  assert.equal(status, 0, stderr);
  for (const text of Object.values(outputs(join(cwd, 'out')))) assert.match(text, /^It says/);
});

test('a part leaves folders that it made and did not need: another part may be about to write there', () => {
  const picture = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
  const made = (...args: string[]): boolean => {
    const cwd = archive(3);
    for (const name of ['a/0', 'b/1', 'c/2']) writeFileSync(join(cwd, 'posts', `${name}.html`), picture);
    assert.equal(runProgram(['posts', '-o', 'out', ...args], cwd).status, 1);
    return existsSync(join(cwd, 'out/a'));
  };
  assert.equal(made('--shard', '1/1'), true);
  assert.equal(made(), false);
});
