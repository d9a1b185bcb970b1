/** `report --from`: the parts of a run make the page of the whole run, and what two of them tell of counts once. */
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { archive, emptyFolder, runProgram } from './program.js';

const run = (cwd: string, line: string) => runProgram(line.split(' '), cwd);

interface Data {
  articles: number;
  failed: number;
  kept: number;
  removed: number;
  changes: number;
  rows: unknown[][];
}

function dataOf(cwd: string, name: string): Data {
  const page = readFileSync(join(cwd, name), 'utf8');
  return JSON.parse(/<script type="application\/json" id="data">(.*?)<\/script>/s.exec(page)?.[1] ?? '');
}

/** Thirty small posts, three with something that goes. */
function posts(): string {
  const cwd = archive(30);
  for (const name of ['a/0.html', 'b/1.html', 'c/2.html']) {
    const path = join(cwd, 'posts', name);
    writeFileSync(
      path,
      `${readFileSync(path, 'utf8')}<div class="share-bar"><a href="https://s.example/">Tweet</a></div>`,
    );
  }
  return cwd;
}

test('the page of three parts has the figures, the groups and the rows of the page of one run', () => {
  const cwd = posts();
  const one = run(cwd, 'posts -o one --report one.ndjson');
  assert.equal(one.status, 0, one.stderr);
  for (const part of [1, 2, 3]) {
    const { status, stderr } = run(cwd, `posts -o out --shard ${part}/3 --report parts/${part}.ndjson`);
    assert.equal(status, 0);
    assert.equal(stderr.includes('made the folder of parts/1.ndjson'), part === 1);
  }
  assert.equal(run(cwd, 'report --from one.ndjson -o one.html').status, 0);
  const merged = run(cwd, 'report --from parts/*.ndjson -o page.html');
  assert.equal(merged.status, 0, merged.stderr);
  assert.match(merged.stderr, /^wrote page\.html: 30 articles, \d+ to look at\n$/);
  assert.deepEqual(dataOf(cwd, 'page.html'), dataOf(cwd, 'one.html'));
  assert.equal(dataOf(cwd, 'page.html').articles, 30);
  const groups = (name: string) =>
    /<section id="groups"[\s\S]*?<\/section>/.exec(readFileSync(join(cwd, name), 'utf8'))?.[0];
  assert.equal(groups('page.html'), groups('one.html'));
  assert.match(groups('page.html') ?? '', /share-bar[\s\S]*3 times/);
});

test('an article of several reports counts once, as the newest tells it', () => {
  const cwd = posts();
  assert.equal(run(cwd, 'posts -o out --report r/whole.ndjson').status, 0);
  assert.equal(run(cwd, 'posts -o out --skip share-bar --shard 1/2 --report r/again.ndjson').status, 0);
  utimesSync(join(cwd, 'r/whole.ndjson'), 1000, 1000);
  const merged = run(cwd, 'report --from r/*.ndjson -o page.html');
  assert.match(merged.stderr, /15 articles of the reports stand in another one, too; the newest report of each counts/);
  const newer = dataOf(cwd, 'page.html');
  assert.equal(newer.articles, 30);
  utimesSync(join(cwd, 'r/again.ndjson'), 500, 500);
  assert.equal(run(cwd, 'report --from r/*.ndjson -o page.html').status, 0);
  const older = dataOf(cwd, 'page.html');
  assert.equal(older.articles, 30);
  assert.ok(older.removed > newer.removed, `${older.removed} ${newer.removed}`);
  run(cwd, 'report --from r/whole.ndjson -o whole.html');
  assert.equal(older.removed, dataOf(cwd, 'whole.html').removed);
});

test('what failed counts as the newest report tells it, like any other', () => {
  const cwd = posts();
  const bad = join(cwd, 'posts/a/3.html');
  const good = readFileSync(bad);
  writeFileSync(bad, Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a));
  assert.equal(run(cwd, 'posts -o out --report r/1.ndjson').status, 1);
  writeFileSync(bad, good);
  utimesSync(join(cwd, 'r/1.ndjson'), 1000, 1000);
  const merged = (line: string) => {
    assert.equal(run(cwd, line).status, 0);
    const { stderr } = run(cwd, 'report --from r/*.ndjson -o page.html');
    return /wrote page.html: (.*), \d+ to look at/.exec(stderr)?.[1];
  };
  assert.equal(merged('posts -o out --base posts --shard 1/3 --report r/2.ndjson'), '30 articles');
  rmSync(join(cwd, 'r/2.ndjson'));
  assert.equal(merged('posts/a/3.html -o out --base posts --report r/3.ndjson'), '30 articles');
  // And one that fails now did not succeed, whatever stood in the part before.
  utimesSync(join(cwd, 'r/3.ndjson'), 500, 500);
  assert.equal(run(cwd, 'report --from r/*.ndjson -o page.html').status, 1);
  assert.equal(dataOf(cwd, 'page.html').articles, 29);
  assert.equal(dataOf(cwd, 'page.html').failed, 1);
});

test('two archives may have articles of one name', () => {
  const cwd = emptyFolder();
  for (const blog of ['one', 'two']) {
    mkdirSync(join(cwd, blog));
    writeFileSync(join(cwd, blog, 'index.html'), `<h1>Blog ${blog}</h1><p>Text.</p>`);
    writeFileSync(join(cwd, blog, 'bad.html'), Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a));
    run(cwd, `${blog} -o out-${blog} --report ${blog}.ndjson`);
  }
  const { status, stderr } = run(cwd, 'report --from *.ndjson -o page.html');
  assert.equal(status, 1);
  assert.match(stderr, /wrote page\.html: 2 articles, failed 2/);
});

const slips: [line: string, message: RegExp][] = [
  ['report --from none*.ndjson -o page.html', /--from none\*\.ndjson matches no file/],
  ['report --from posts/a/0.html -o page.html', /posts\/a\/0\.html:1: this is no line of a report/],
  ['report --from cut.ndjson -o page.html', /cut\.ndjson:1: this is no line of a report/],
  ['report --from r.ndjson', /a report needs a place to go/],
  ['report posts --from r.ndjson -o page.html', /--from reads reports instead of articles/],
];
test('slips are one line, and no page is written', () => {
  const cwd = posts();
  writeFileSync(join(cwd, 'cut.ndjson'), '{"source":"a.html","sta');
  run(cwd, 'posts -o out --report r.ndjson');
  for (const [line, message] of slips) {
    const { status, stderr } = run(cwd, line);
    assert.match(stderr, message);
    assert.equal(status, 2, line);
    assert.ok(!stderr.includes('    at '));
    assert.throws(() => readFileSync(join(cwd, 'page.html')));
  }
});
