/** `--pager` and colours on a real terminal, which `script` makes. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { bin, emptyFolder, env } from './program.js';

const isThere = spawnSync('script', ['--version']).status === 0;
const skip = isThere ? false : 'script (util-linux) is not installed here';

/** What the terminal shows of one run. */
function onTerminal(args: string, more: NodeJS.ProcessEnv): string {
  const cwd = emptyFolder();
  writeFileSync(join(cwd, 'a.html'), '<p>The ferry leaves at noon.</p><p>Editor: Anna Berg</p>');
  const command = `'${process.execPath}' '${bin}' ${args}`;
  const ran = spawnSync('script', ['-qec', command, '/dev/null'], { cwd, env: { ...env, TERM: 'xterm', ...more } });
  assert.equal(ran.status, 0, ran.stdout.toString());
  return ran.stdout.toString().replaceAll('\r\n', '\n');
}

test('the pager gets what --diff says, with its colours, before the summary', { skip }, () => {
  const shown = onTerminal('a.html -o a.md --diff --pager', { PAGER: "sed 's/^/paged: /'" });
  assert.match(shown, /^paged: a\.html:\n/);
  assert.match(shown, /^paged: - \u001b\[31m\u001b\[9mEditor: Anna Berg/m);
  assert.match(shown, /\nconverted 1, failed 0; [^\n]*\n$/);
});

test('nothing is paged that was not asked for', { skip }, () => {
  assert.doesNotMatch(onTerminal('a.html -o a.md --diff', { PAGER: "sed 's/^/paged: /'" }), /paged/);
  assert.doesNotMatch(onTerminal('a.html -o a.md --pager', { PAGER: "sed 's/^/paged: /'" }), /paged/);
});

test('without a pager that runs the text comes as it is; one that is closed early ends quietly', { skip }, () => {
  for (const pager of ['', 'no-such-pager-here']) {
    assert.match(onTerminal('a.html -o a.md --diff --pager', { PAGER: pager }), /Editor: Anna Berg/);
  }
  assert.match(onTerminal('a.html -o a.md --diff --pager', { PAGER: 'true' }), /^converted 1, failed 0/);
});
