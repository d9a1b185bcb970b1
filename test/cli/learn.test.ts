/** `learn` as a program: one run and parts give one file, nothing runs that is off, and nobody's edits are lost. */
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { onlyInCheck } from '../counts.js';
import { emptyFolder, runProgram } from './program.js';

const NAMES = ['Ada Moreau', 'Bo Lindqvist', 'Carla Weiss', 'Dmitri Orlov', 'Eun-ji Park', 'Farah Haddad', 'Gil Amaro'];
const WORDS =
  'water stood high over rope anchor lantern morning captain letter bridge orchard kettle gull market tide stone window'.split(
    ' ',
  );
const SIGNED = 'keeps the tide table for the Pier Paper';

/** Forty posts of two kinds, each signed by somebody. */
function archive(): string {
  const folder = emptyFolder();
  mkdirSync(join(folder, 'posts'));
  for (let number = 0; number < 40; number++) {
    const own = Array.from(
      { length: 12 },
      (_, index) => WORDS[(number * 7 + index * (1 + (number % 5))) % WORDS.length],
    );
    const signed = `${NAMES[number % NAMES.length]} ${SIGNED}.`;
    const html = number % 2 === 0;
    const name = `post-${String(number).padStart(2, '0')}.${html ? 'html' : 'md'}`;
    const body = html
      ? `<p>${own.join(' ')}, and the boats lay still.</p>\n<p>${signed}</p>\n`
      : `${own.join(' ')}, and the boats lay still.\n\n${signed}\n`;
    writeFileSync(
      join(folder, 'posts', name),
      `---\ntitle: N${number}\ndate: 2014-05-${10 + (number % 20)}\n---\n${body}`,
    );
  }
  return folder;
}

const run = (cwd: string, line: string) => runProgram(line.split(' '), cwd);

test('learn proposes, and only what is switched on runs', () => {
  const cwd = archive();
  const read = (path: string) => readFileSync(join(cwd, path), 'utf8');
  const learned = run(cwd, 'learn posts -o rules.yaml');
  assert.equal(learned.status, 0, learned.stderr);
  assert.match(
    learned.stderr,
    /learned from 40, failed 0; \d+ sure, \d+ likely, \d+ to look at, [\d.]+ s; wrote rules\.yaml/,
  );
  const rules = read('rules.yaml');
  assert.match(rules, /enabled: false\n {2}why: 40 articles repeat it\.\n {2}line: .*keeps the tide table/);
  assert.match(rules, /grade: sure[\s\S]*articles: 40[\s\S]*first: 2014-05-10\n {4}last: 2014-05-29/);

  assert.equal(run(cwd, 'posts -o off --rules rules.yaml').status, 0);
  assert.ok(read('off/post-00.md').includes(SIGNED));
  const paged = [
    'posts -o off --rules rules.yaml --page run.html --report r.ndjson',
    'report posts -o report.html --rules rules.yaml',
    'report --from r.ndjson -o parts.html --rules rules.yaml',
  ];
  for (const line of paged) assert.equal(run(cwd, line).status, 0, line);
  for (const page of ['run.html', 'report.html', 'parts.html'])
    assert.match(read(page), /id="proposals"[\s\S]*?keeps the tide table/, page);

  writeFileSync(join(cwd, 'rules.yaml'), rules.replaceAll('enabled: false', 'enabled: true'));
  assert.equal(run(cwd, 'posts -o on --rules rules.yaml --verify').status, 0);
  writeFileSync(join(cwd, 'article-clean.config.yaml'), 'rules: !include rules.yaml\n');
  assert.equal(run(cwd, 'posts -o included').status, 0);
  for (const name of ['post-00.md', 'post-01.md']) {
    assert.ok(!read(`on/${name}`).includes(SIGNED), name);
    assert.ok(read(`on/${name}`).includes('the boats lay still.'), name);
    assert.equal(read(`included/${name}`), read(`on/${name}`));
  }

  // What the rules take is not proposed again, and a file with decisions in it is not written over.
  const again = run(cwd, 'learn posts -o rules.yaml');
  assert.equal(again.status, 1);
  assert.match(again.stderr, /rules\.yaml is kept/);
  assert.equal(run(cwd, 'learn posts -o more.yaml').status, 0);
  assert.ok(!read('more.yaml').includes(SIGNED));
});

test('parts, workers and one run give the same file', { skip: onlyInCheck }, () => {
  const cwd = archive();
  for (const line of [
    'learn posts -o one.yaml -j 1',
    'learn posts -o two.yaml -j 2',
    'learn posts -o counts/1.ndjson --shard 1/3',
    'learn posts -o counts/2.ndjson --shard 2/3',
    'learn posts -o counts/3.ndjson --shard 3/3',
    'learn --from counts/*.ndjson -o three.yaml',
  ]) {
    const { status, stderr } = run(cwd, line);
    assert.equal(status, 0, stderr);
  }
  const one = readFileSync(join(cwd, 'one.yaml'), 'utf8');
  assert.ok(one.includes(SIGNED));
  assert.equal(readFileSync(join(cwd, 'two.yaml'), 'utf8'), one);
  assert.equal(readFileSync(join(cwd, 'three.yaml'), 'utf8'), one);
});

const slips: [line: string, message: RegExp][] = [
  ['learn', /learn from what\?/],
  ['learn posts', /the rules need a place to go; add -o rules\.yaml/],
  ['learn --from posts/none -o r.yaml', /--from posts\/none matches no file/],
  ['learn --from posts/post-00.html -o r.yaml', /holds no counts of learn/],
  ['learn posts --from posts -o r.ndjson', /--from puts the parts together/],
  ['posts -o out --rules none.yaml', /none\.yaml cannot be read/],
  ['posts -o out --rules wrong.yaml', /wrong\.yaml:2: a rule has no "lin"; did you mean "line"\?/],
];
for (const [line, message] of slips) {
  test(`a slip: ${line}`, () => {
    const cwd = archive();
    writeFileSync(join(cwd, 'wrong.yaml'), '- name: a\n  lin: b\n');
    const { status, stderr } = run(cwd, line);
    assert.match(stderr, message);
    assert.notEqual(status, 0);
    assert.ok(!stderr.includes('    at '));
  });
}
