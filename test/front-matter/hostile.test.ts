// Front matter that would run code, or cost more than it is worth.
import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import { splitFrontMatter } from '../../src/front-matter/split.js';

const fences = [
  'js',
  'JS',
  'javascript',
  'Javascript',
  ' js',
  '\tjs',
  'coffee',
  'coffeescript',
  'cson',
  'constructor',
  'toString',
  'node',
];

test('no fence runs code', (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'article-clean-fence-'));
  t.after(() => rmSync(folder, { recursive: true }));
  for (const [index, name] of fences.entries()) {
    const file = join(folder, String(index));
    const code = `{title: require('fs').writeFileSync(${JSON.stringify(file)}, 'run')}`;
    const text = `---${name}\n${code}\n---\n<p>kept</p>\n`;
    const split = splitFrontMatter(text);
    assert.equal(existsSync(file), false, name);
    assert.equal(split.frontMatter, null);
    assert.equal(split.body, text);
    assert.deepEqual(
      split.warnings.map(({ code }) => code),
      ['front-matter-language'],
    );
  }
});

const levels = 'abcdefghi'.split('');
const bomb = levels.map((name, index) => {
  const inner = index === 0 ? '"lol"' : `*${levels[index - 1]}`;
  return `${name}: &${name} [${Array.from({ length: 9 }, () => inner).join(', ')}]`;
});
const merges = Array.from(
  { length: 2000 },
  (_, index) => `k${index}: &k${index} {<<: [${index ? `*k${index - 1}, *k${index - 1}` : '{a: 1}'}], b${index}: 1}`,
);
const hostile: Record<string, string> = {
  'an alias bomb': bomb.join('\n'),
  'a chain of merge keys': merges.join('\n'),
  'deep flow sequences': `title: x\na: ${'['.repeat(100_000)}`,
  'deep flow mappings': `title: x\na: ${'{a: '.repeat(50_000)}`,
  'deep block sequences': `title: x\na:\n  ${'- '.repeat(50_000)}x`,
  '20,000 keys': Array.from({ length: 20_000 }, (_, index) => `key${index}: value`).join('\n'),
  '20,000 keys in an invalid block': `title: a: b\n${Array.from({ length: 20_000 }, (_, index) => `key${index}: value`).join('\n')}`,
  '100,000 blank lines': `title: x\n${'\n'.repeat(100_000)}`,
  'runs of blank lines': `title: x\n${`${'\n'.repeat(200)}a: b\n`.repeat(1000)}`,
  'a megabyte of colons': `title: x\n${'a: '.repeat(300_000)}`,
  'a megabyte of quotes': `title: ${'"'.repeat(1_000_000)}`,
  'a megabyte of open strings': `title: "${'\\"'.repeat(400_000)}`,
};

suite('hostile blocks keep the article and cost little', () => {
  for (const [name, block] of Object.entries(hostile)) {
    test(name, () => {
      const before = process.memoryUsage().heapUsed;
      const split = splitFrontMatter(`---\n${block}\n---\n<p>marker</p>\n`);
      const json = JSON.stringify(split.frontMatter?.data ?? null);
      assert.ok(process.memoryUsage().heapUsed - before < 200e6);
      assert.ok(json.length < 12e6, `${json.length} characters of data`);
      assert.ok(split.body.includes('<p>marker</p>'));
    });
  }

  test('deep JSON and TOML', () => {
    for (const text of [
      `{"a": ${'['.repeat(100_000)}${']'.repeat(100_000)}}\nmarker`,
      `+++\na = ${'['.repeat(100_000)}${']'.repeat(100_000)}\n+++\nmarker`,
      `+++\ntitle = "x"\nn = [${'1_0,'.repeat(200_000)}]\n+++\nmarker`,
    ]) {
      const split = splitFrontMatter(text);
      assert.ok(split.body.endsWith('marker'));
      assert.ok(split.warnings.length <= 1);
    }
  });
});

test('no prototype is touched', () => {
  for (const text of [
    '---\n__proto__: {polluted: 1}\nconstructor: {prototype: {polluted: 1}}\n---\n',
    '---\na: &a {__proto__: {polluted: 1}}\nb: {<<: *a}\n---\n',
    '---\ntitle: a: b\n__proto__:\n  polluted: 1\n---\n',
    '+++\n[__proto__]\npolluted = 1\n+++\n',
    '{"__proto__": {"polluted": 1}, "title": "x"}\n',
  ]) {
    const { frontMatter } = splitFrontMatter(text);
    assert.equal(({} as Record<string, unknown>).polluted, undefined);
    assert.equal(JSON.stringify(frontMatter?.data ?? {}).includes('__proto__'), false, text);
    assert.equal(frontMatter?.data.polluted, undefined);
  }
});
