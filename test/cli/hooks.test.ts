/** What other programs start: each entry of `.pre-commit-hooks.yaml` runs as it stands there. */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { load } from 'js-yaml';
import { emptyFolder, root, runProgram } from './program.js';

interface Hook {
  id: string;
  entry: string;
  files: string;
}

const hooks = load(readFileSync(join(root, '.pre-commit-hooks.yaml'), 'utf8')) as Hook[];
const noisy = '# Tea\n\nText.\n\n<!-- ad slot -->\n\nMore.\n';

function run(id: string, cwd: string): number | null {
  const hook = hooks.find((one) => one.id === id) as Hook;
  assert.ok(new RegExp(hook.files).test('posts/a.md') && !new RegExp(hook.files).test('a.html'));
  return runProgram([...hook.entry.split(' ').slice(1), 'a.md'], cwd).status;
}

test('the hooks: one finds what would change, the other changes it, then both are content', () => {
  const cwd = emptyFolder();
  const path = join(cwd, 'a.md');
  writeFileSync(path, noisy);
  assert.equal(run('article-clean-check', cwd), 1);
  assert.equal(readFileSync(path, 'utf8'), noisy);
  assert.equal(run('article-clean', cwd), 0);
  assert.ok(!readFileSync(path, 'utf8').includes('ad slot'));
  assert.equal(run('article-clean-check', cwd), 0);
});

test('stdin has the path that it is given, and a warning becomes an annotation', () => {
  const cwd = emptyFolder();
  const { stdout } = runProgram(['-', '-f', 'json', '--stdin-filepath', 'posts/tea.md'], cwd, Buffer.from('# Tea\n'));
  assert.equal(JSON.parse(stdout).source, 'posts/tea.md');
  writeFileSync(join(cwd, 'bad.html'), 'a\0b');
  const { stderr, status } = runProgram(['bad.html', '--messages', 'github'], cwd);
  assert.equal(status, 0);
  assert.match(stderr, /^::warning file=bad\.html,line=1::U\+0000/m);
  assert.match(runProgram(['none.html', '--messages', 'github'], cwd).stderr, /^::error file=none\.html::/m);
});
