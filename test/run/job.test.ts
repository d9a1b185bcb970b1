/** The joint between settings and conversion: what the command line and the config ask for reaches `convert`. */
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { DEFAULTS, type Settings } from '../../src/options/table.js';
import { convertOptions, jobOf } from '../../src/run/job.js';
import { runProgram } from '../cli/program.js';

const folder = mkdtempSync(join(tmpdir(), 'article-clean-job-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const asked: Partial<Settings> = {
  encoding: 'gb18030',
  baseUrl: 'https://example.org/',
  target: 'hugo',
  body: 'html',
  frontMatter: 'none',
  only: ['script'],
  skip: ['hidden'],
  keep: ['.a'],
  drop: ['.b'],
  rules: [{ name: 'mine', text: '^buy' }],
  images: 'alt',
  links: 'text',
  whole: true,
  article: '.story',
  comments: 'keep',
  verify: true,
};

test('every option that convert knows is handed on', () => {
  const options = convertOptions({ ...DEFAULTS, ...asked }, ['json']);
  assert.deepEqual(options, { formats: ['json'], ...asked });
});

test('so is what the batch itself needs', () => {
  const destination = { kind: 'folder', path: folder, formats: ['markdown'] } as const;
  const job = (settings: Partial<Settings>) =>
    jobOf({ ...DEFAULTS, ...settings }, { ...destination, formats: ['markdown'] }, false, '/out/.article-clean.ndjson');
  assert.equal(job({ force: true }).force, true);
  assert.equal(job({ strict: true }).strict, true);
  assert.equal(job({ maxSize: 5 }).maxSize, 5);
  assert.equal(job({ timeout: 7 }).timeout, 7);
  assert.equal(job({ baseUrl: 'https://example.org/' }).relinks, false);
  assert.equal(job({}).journal, '/out/.article-clean.ndjson');
  for (const dry of [{ dryRun: true }, { check: true }]) {
    assert.equal(job(dry).write, false);
    assert.equal(job(dry).journal, null);
  }
  assert.equal(job({ report: 'r' }).wantsLog, true);
  assert.equal(job({ diff: true }).diff, 'plain');
});

const html = '<p>See <a href="/x">this</a>: <img src="a.png" alt="A boat"></p>';
const cases: [args: string[], expected: string][] = [
  [[], 'See [this](/x): ![A boat](a.png)\n'],
  [['--images', 'alt'], 'See [this](/x): A boat\n'],
  [['--images', 'none'], 'See [this](/x):\n'],
  [['--links', 'text'], 'See this: ![A boat](a.png)\n'],
  [['--drop', 'img', '--links', 'text'], 'See this:\n'],
  [['-f', 'text'], 'See this: A boat\n'],
];
for (const [args, expected] of cases) {
  test(`from the command line to the file: ${args.join(' ')}`, () => {
    writeFileSync(join(folder, 'a.html'), html);
    assert.equal(runProgram(['a.html', ...args, '--no-config'], folder).stdout, expected);
    assert.equal(
      runProgram(
        [
          'a.html',
          ...args,
          '--no-config',
          '-o',
          'out.dat',
          '--force',
          '-q',
          ...(args.includes('-f') ? [] : ['-f', 'md']),
        ],
        folder,
      ).status,
      0,
    );
    assert.equal(readFileSync(join(folder, 'out.dat'), 'utf8'), expected);
    writeFileSync(
      join(folder, 'c.yaml'),
      args.map((word, at) => (at % 2 ? `${word}\n` : word === '-f' ? 'format: ' : `${word.slice(2)}: `)).join(''),
    );
    assert.equal(runProgram(['a.html', '--config', 'c.yaml'], folder).stdout, expected);
  });
}
