/** `--page` and `report`: the same bytes for any number of workers, but for the line that says what made them. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { onlyInCheck } from '../counts.js';
import { archive, runProgram } from './program.js';

/** Ninety posts, of which some lost much, and many as much as others: more than are shown side by side. */
function posts(): string {
  const cwd = archive(90);
  for (let i = 0; i < 90; i += 2) {
    const path = join(cwd, 'posts', 'abc'.charAt(i % 3), `${i}.html`);
    const noise = `<div class="share-bar">${'<a href="https://s.example/">Tweet this</a> '.repeat(1 + (i % 8))}</div>`;
    writeFileSync(path, `${readFileSync(path, 'utf8')}${noise}<p>Posted on March ${i}, 2014</p>`);
  }
  return cwd;
}

test('a page of --changed says what it leaves out, and one of nothing does not take the place of another', () => {
  const cwd = posts();
  const line = 'posts -o a --page a.html --changed'.split(' ');
  assert.equal(runProgram(line, cwd).status, 0);
  const whole = readFileSync(join(cwd, 'a.html'), 'utf8');
  assert.doesNotMatch(whole, /as the last run left/);
  const idle = runProgram(line, cwd);
  assert.equal(idle.status, 0);
  assert.match(idle.stderr, /a\.html stays as it is; nothing was converted/);
  assert.equal(readFileSync(join(cwd, 'a.html'), 'utf8'), whole);
  writeFileSync(join(cwd, 'posts/a/0.html'), '<p>Other words.</p>');
  assert.equal(runProgram(line, cwd).status, 0);
  assert.match(readFileSync(join(cwd, 'a.html'), 'utf8'), /89 more articles are as the last run left them/);
  assert.equal(runProgram('posts -o a --page b.html --changed'.split(' '), cwd).status, 0);
  assert.match(readFileSync(join(cwd, 'b.html'), 'utf8'), /90 more articles/, 'one that is asked for is there');
});

test('a page has no name of another format', () => {
  const cwd = archive(3);
  const refused = (line: string, name: string, hint: string) => {
    const { status, stderr } = runProgram(line.split(' '), cwd);
    assert.equal(status, 2, stderr);
    assert.equal(
      stderr,
      `article-clean: ${name}: the page is HTML, not ${/\.\w+$/.exec(name)?.[0]}; name it ${hint}\n`,
    );
    assert.deepEqual(readdirSync(cwd), ['posts'], 'nothing was written');
  };
  refused('posts -o out --page out/report.md', 'out/report.md', 'out/report.html');
  refused('report posts -o report.json', 'report.json', 'report.html');
  refused('report posts -o a.b.PDF', 'a.b.PDF', 'a.b.html');
  for (const name of ['page.HTM', 'page', 'page-1.2', 'page.html'])
    assert.equal(runProgram(['report', 'posts', '-o', name], cwd).status, 0, name);
});

test('rules for folders in which no article lies are said, once', () => {
  const cwd = archive(3);
  const rule = (name: string, folder: string) => `  - name: ${name}\n    text: ^Tweet\n    in: ${folder}\n`;
  writeFileSync(join(cwd, 'article-clean.config.yaml'), `rules:\n${rule('one', 'posts')}${rule('two', 'a')}`);
  const said = /no article lies in posts, where 1 rule would run; --base names the folder that paths count from/;
  for (const line of ['posts -o o', 'report posts -o r.html'])
    assert.match(runProgram(line.split(' '), cwd).stderr, said);
  assert.doesNotMatch(runProgram('posts -o o --base .'.split(' '), cwd).stderr, /no article lies/);
});

test('a page does not know how many workers made it', { skip: onlyInCheck }, () => {
  const cwd = posts();
  const pageOf = (line: string, name: string): string => {
    const { status, stderr } = runProgram(`${line} --limit 10`.split(' '), cwd);
    assert.equal(status, 0, stderr);
    return readFileSync(join(cwd, name), 'utf8').replace(/<dl class="made">.*?<\/dl>/s, '');
  };
  const one = pageOf('posts -o a --page a.html --report a.ndjson -j 1', 'a.html');
  assert.equal([...one.matchAll(/<article class="panel"/g)].length, 10);
  for (const jobs of [2, 5]) {
    const other = pageOf(`posts -o a --page b.html --report b.ndjson -j ${jobs} --force`, 'b.html');
    assert.ok(other === one, `${jobs} workers`);
  }
  const report = pageOf('report posts -o c.html -j 1', 'c.html');
  assert.ok(pageOf('report posts -o d.html -j 3', 'd.html') === report);
});
