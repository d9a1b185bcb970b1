/** Completion scripts: each shell that is installed reads its own without a complaint, and bash's is run. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { completionFor } from '../../src/cli/completion.js';
import { LEARN_TABLE } from '../../src/cli/learn-options.js';
import { REPORT_TABLE } from '../../src/cli/report-options.js';
import { TABLE } from '../../src/options/table.js';

const folder = mkdtempSync(join(tmpdir(), 'article-clean-completion-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const cwd = join(import.meta.dirname, '..', '..');

for (const [shell, check] of [
  ['bash', ['-n']],
  ['zsh', ['-n']],
  ['fish', ['--no-execute']],
] as const) {
  const isThere = spawnSync(shell, ['--version']).status === 0;
  test(`${shell} reads its completion`, { skip: isThere ? false : `${shell} is not installed here` }, () => {
    const file = join(folder, shell);
    writeFileSync(file, completionFor(shell));
    const { status, stderr } = spawnSync(shell, [...check, file]);
    assert.equal(stderr.toString(), '');
    assert.equal(status, 0);
  });
  test(`${shell} completes every option`, () => {
    const script = completionFor(shell);
    for (const { name, no } of [...TABLE, ...REPORT_TABLE, ...LEARN_TABLE]) {
      const flag = no === 'only' ? `no-${name}` : name;
      assert.match(script, new RegExp(shell === 'fish' ? `-l ${flag} ` : `--${flag}\\b`), name);
    }
  });
}

function complete(...words: string[]): string[] {
  const script = `${completionFor('bash')}
    COMP_WORDS=(article-clean ${words.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=${words.length}
    _article_clean; printf '%s\\n' "\${COMPREPLY[@]}"`;
  return spawnSync('bash', ['-c', script], { cwd }).stdout.toString().split('\n').filter(Boolean);
}

const completions: [words: string[], expected: string[]][] = [
  [['--fo'], ['--format', '--force']],
  [
    ['--images', ''],
    ['keep', 'alt', 'none'],
  ],
  [['comp'], ['completion']],
  [['completion', 'f'], ['fish']],
  [['rules', 'qr'], ['qr-code']],
  [['posts', '--skip', 'share'], ['share-bar']],
  [
    ['report', 'x', '--li'],
    ['--links', '--limit'],
  ],
  [
    ['convert', 'x', '--pa'],
    ['--page', '--pager'],
  ],
  [['report', 'x', '--pa'], []],
  [['report', 'x', '--form'], []],
  [['--base-url', ''], []],
  [['-o', 'tsco'], ['tsconfig.json']],
  [['tsco'], ['tsconfig.json']],
  [['init', ''], []],
];
for (const [words, expected] of completions) {
  test(`bash completes ${words.join(' ')}`, () => assert.deepEqual(complete(...words), expected));
}
