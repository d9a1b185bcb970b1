/**
 * One folder of fixtures/cli is one scenario: `args` (command lines, run one after the other in a copy of `files/`),
 * `stdin`, and what must come out: `stdout`, `stderr`, `exit`, and `out/`, the files that are new or changed.
 * A golden that is missing, stray or empty is a failure; UPDATE=1 rewrites them.
 */
import assert from 'node:assert/strict';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { test } from 'node:test';
import { some } from '../counts.js';
import { emptyFolder, root, runProgram } from './program.js';

const fixtures = join(root, 'fixtures', 'cli');
const KNOWN = new Set(['args', 'files', 'stdin', 'stdout', 'stderr', 'exit', 'out']);

/** Splits a command line as a shell would, with '...' around words. */
function words(line: string): string[] {
  return [...line.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? '');
}

/** Files below a folder by relative path. The manifest holds times, and has its own test. */
function tree(folder: string): Map<string, string> {
  const files = new Map<string, string>();
  if (!existsSync(folder)) return files;
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    const path = join(folder, name);
    if (statSync(path).isFile() && !name.includes('.article-clean')) files.set(name, readFileSync(path, 'utf8'));
  }
  return files;
}

for (const name of some(30, readdirSync(fixtures).sort())) {
  test(`cli/${name}`, () => {
    const folder = join(fixtures, name);
    for (const entry of readdirSync(folder)) assert.ok(KNOWN.has(entry), `stray file ${entry}`);
    const cwd = emptyFolder();
    if (existsSync(join(folder, 'files'))) cpSync(join(folder, 'files'), cwd, { recursive: true });
    const before = tree(cwd);
    const stdin = existsSync(join(folder, 'stdin')) ? readFileSync(join(folder, 'stdin')) : undefined;
    const actual = new Map<string, string>();
    const add = (key: string, text: string) => text && actual.set(key, (actual.get(key) ?? '') + text);
    for (const line of readFileSync(join(folder, 'args'), 'utf8').trimEnd().split('\n')) {
      const { stdout, stderr, status } = runProgram(words(line), cwd, stdin);
      add('stdout', stdout);
      add('stderr', stderr.replaceAll(cwd, '$CWD').replace(/; \d+(?:\.\d)? s\b/g, '; N s'));
      add('exit', `${status}\n`);
    }
    for (const [path, text] of tree(cwd)) if (before.get(path) !== text) actual.set(join('out', path), text);

    const goldens = new Map<string, string>();
    for (const key of ['stdout', 'stderr', 'exit']) {
      if (existsSync(join(folder, key))) goldens.set(key, readFileSync(join(folder, key), 'utf8'));
    }
    for (const [path, text] of tree(join(folder, 'out'))) goldens.set(join('out', path), text);
    if (process.env.UPDATE) {
      for (const path of goldens.keys()) rmSync(join(folder, path));
      rmSync(join(folder, 'out'), { recursive: true, force: true });
      for (const [path, text] of actual) {
        mkdirSync(dirname(join(folder, path)), { recursive: true });
        writeFileSync(join(folder, path), text);
      }
      return;
    }
    assert.deepEqual([...actual.keys()].sort(), [...goldens.keys()].sort(), 'outputs and goldens');
    for (const [path, text] of goldens) {
      assert.notEqual(text, '', `the golden ${relative(root, join(folder, path))} is empty`);
      assert.equal(actual.get(path), text, path);
    }
  });
}
