/** The main job over real files, where they are. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { onlyInCheck } from '../counts.js';
import { emptyFolder, root, runProgram } from './program.js';

const corpus = join(root, '..', 'shared', 'corpus');
const skip = existsSync(corpus) ? false : 'no corpus beside the repository';

/** Files below the corpus with this ending. */
function named(ending: string): string[] {
  return readdirSync(corpus, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith(ending));
}

/** Whether a reader would see anything: a theme's layout holds only front matter, markup and template tags. */
function showsText(source: string): boolean {
  const text = readFileSync(join(corpus, source), 'utf8').replace(/^---\n.*?\n---\n/s, '');
  return text.replace(/\{\{.*?\}\}|\{%.*?%\}|<[^>]*>/gs, '').trim() !== '';
}

test('the corpus converts in every format, and a second look finds nothing to do', {
  skip: skip || onlyInCheck,
}, () => {
  const cwd = emptyFolder();
  const inputs = [corpus, ...named('.txt').map((name) => join(corpus, name))];
  const args = ['convert', ...inputs, '-f', 'md,txt,json', '-o', 'out'];
  const first = runProgram([...args, '--report', 'report'], cwd);
  assert.equal(first.status, 0, first.stderr);
  assert.match(
    first.stderr,
    /\nconverted 169, failed 0; removed [\d.]+% of the text, from \d+ articles; \d+ warnings; [\d.]+ s\n$/,
  );
  const records = readFileSync(join(cwd, 'report'), 'utf8').trimEnd().split('\n');
  const sources = new Map(
    records
      .map((line) => JSON.parse(line))
      .map(({ source, outputs: [one] }) => [one.path.slice('out/'.length, -'.md'.length), source]),
  );
  const outputs = readdirSync(join(cwd, 'out'), { recursive: true, encoding: 'utf8' });
  for (const ending of ['.md', '.txt', '.json']) {
    const files = outputs.filter((name) => name.endsWith(ending));
    assert.equal(files.length, 169, ending);
    for (const name of files) {
      const text = readFileSync(join(cwd, 'out', name), 'utf8');
      const source = sources.get(name.slice(0, -ending.length)) ?? '';
      const { characters = text.trim().length } = ending === '.json' ? JSON.parse(text) : {};
      assert.ok(characters > 0 || !showsText(source), `${name} is empty`);
    }
  }
  const changed = runProgram([...args, '--changed'], cwd);
  assert.equal(changed.status, 0);
  assert.match(changed.stderr, /169 unchanged since the last run; .*nothing written: all outputs are unchanged\n$/);
  const check = runProgram([...args, '--check', '-q'], cwd);
  assert.deepEqual(check, { stdout: '', stderr: '', status: 0 });
});

test('each feed fails with one clear line', { skip }, () => {
  const feeds = named('.xml').map((name) => join(corpus, name));
  assert.equal(feeds.length, 18);
  const { stderr, status } = runProgram([...feeds, '-o', 'out'], emptyFolder());
  assert.equal(status, 1);
  const lines = stderr.trimEnd().split('\n');
  assert.equal(lines.length, 19);
  for (const line of lines.slice(0, 18)) assert.match(line, /^article-clean: .*\.xml:.* feed/);
  assert.match(lines[18] ?? '', /^converted 0, failed 18;/);
});
