/** SIGINT in commands that write one file at their end: one line, exit 130, nothing half made, nothing left behind. */
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import { archive, emptyFolder, runProgram, tree } from '../cli/program.js';
import { runBroken } from './broken.js';

const commands: [when: string, line: string, call: string, message: RegExp][] = [
  ['while learn reads articles', 'learn posts -o rules.yaml -j 1', 'openSync:10:run', /\d+ of 40 read, nothing was/],
  ['while learn compares them', 'learn posts -o rules.yaml -j 1', 'createReadStream:1:run', /nothing was written/],
  // The first reading only counts them.
  [
    'while learn compares parts',
    'learn --from 1.ndjson -o rules.yaml',
    'createReadStream:2:run',
    /nothing was written/,
  ],
  ['while a report is made', 'report posts -o page.html -j 1', 'openSync:10:run', /no page was written/],
];
for (const [when, line, call, message] of commands) {
  test(`interrupted ${when}`, () => {
    const cwd = archive(40);
    assert.equal(runProgram('learn posts -o 1.ndjson'.split(' '), cwd).status, 0);
    const before = Object.keys(tree(cwd));
    const TMPDIR = emptyFolder();
    const { status, stderr } = runBroken(line.split(' '), cwd, { BREAK: call, RUN: 'kill -INT $PPID', TMPDIR });
    assert.match(stderr, message);
    assert.match(stderr, /^article-clean: interrupted: [^\n]*; run it again\n$/);
    assert.equal(status, 130);
    assert.deepEqual(Object.keys(tree(cwd)), before);
    assert.deepEqual(readdirSync(TMPDIR), []);
  });
}
