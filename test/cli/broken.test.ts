/** Files that no program wrote on purpose: each converts or fails with one clear line, and harms no neighbour. */
import assert from 'node:assert/strict';
import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { emptyFolder, root, runProgram } from './program.js';

const broken = join(root, 'fixtures', 'broken');
/** The files that cannot be converted, with the reason that a reader is told. */
const FAILING: Record<string, RegExp> = {
  'binary.html': /no text/,
  'export.html': /an export of Movable Type/,
  'feed.html': /feed/,
  'nul-bytes.html': /NUL bytes/,
  'web-archive.html': /a saved web archive/,
};
/** They show nothing, and so do their outputs. */
const EMPTY = new Set(['empty.html', 'blanks.html']);

const cwd = emptyFolder();
cpSync(broken, join(cwd, 'in'), { recursive: true });
writeFileSync(join(cwd, 'in', 'sound.html'), '<p>The marker of a sound article.</p>\n');
const names = readdirSync(join(cwd, 'in'));
const { stdout, stderr, status } = runProgram(['in', '-o', 'out', '-f', 'md,json', '-v'], cwd);
const failures = stderr.split('\n').filter((line) => /^article-clean: in\//.test(line) && !/: warning: /.test(line));

test('the batch ends with exit 1 and counts', () => {
  assert.equal(status, 1, stderr);
  assert.equal(stdout, '');
  const failed = Object.keys(FAILING).length;
  assert.match(stderr, new RegExp(`\nconverted ${names.length - failed}, failed ${failed}; .*\n$`));
  assert.equal(failures.length, failed);
  assert.doesNotMatch(stderr, /^\s+at /m, 'a stack trace');
});

test('front matter ran nothing', () => {
  assert.deepEqual(readdirSync(cwd).sort(), ['in', 'out']);
});

for (const name of names) {
  const reason = FAILING[name];
  const output = join(cwd, 'out', `${name.replace(/\.\w+$/, '')}.md`);
  test(`broken/${name} ${reason ? 'fails with one line' : 'is converted'}`, () => {
    const lines = failures.filter((line) => line.startsWith(`article-clean: in/${name}:`));
    if (reason) {
      assert.equal(lines.length, 1);
      assert.match(lines[0] ?? '', reason);
      assert.equal(existsSync(output), false);
      return;
    }
    assert.deepEqual(lines, []);
    const text = readFileSync(output, 'utf8');
    assert.equal(/marker/.test(text), !EMPTY.has(name), text.slice(0, 200));
    assert.doesNotThrow(() => JSON.parse(readFileSync(output.replace(/md$/, 'json'), 'utf8')));
    assert.equal(Buffer.from(text).toString(), text, 'no valid UTF-8');
  });
}
