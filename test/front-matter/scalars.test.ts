// Scalars keep their text: to JSON, and through `normalize` to YAML and back.
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { mergeMetadata } from '../../src/front-matter/metadata.js';
import { normalizeFrontMatter } from '../../src/front-matter/normalize.js';
import { splitFrontMatter } from '../../src/front-matter/split.js';

const values: readonly (readonly [source: string, value: unknown])[] = [
  ['2013', 2013],
  ['0', 0],
  ['-1', -1],
  ['3.14', 3.14],
  ['0123', '0123'],
  ['3.10', '3.10'],
  ['1_000', '1_000'],
  ['1e3', '1e3'],
  ['0x1F', '0x1F'],
  ['0o17', '0o17'],
  ['-0', '-0'],
  ['+1', '+1'],
  ['1.', '1.'],
  ['.5', '.5'],
  ['.inf', '.inf'],
  ['.nan', '.nan'],
  ['12345678901234567890', '12345678901234567890'],
  ['0.1234567890123456789', '0.1234567890123456789'],
  ['"2013"', '2013'],
  ["'true'", 'true'],
  ['2013-04-05', '2013-04-05'],
  ['2013-04-05 10:20:30 +0800', '2013-04-05 10:20:30 +0800'],
  ['2013-04-05T10:20:30.123456789+08:00', '2013-04-05T10:20:30.123456789+08:00'],
  ['12:30:45', '12:30:45'],
  ['yes', 'yes'],
  ['No', 'No'],
  ['on', 'on'],
  ['y', 'y'],
  ['true', true],
  ['false', false],
  ['null', null],
  ['~', null],
  ['', null],
  ['!!str 12', '12'],
];

const none = { authors: [], editors: [], publisher: null, url: null };

suite('YAML scalars', () => {
  for (const [source, value] of values) {
    test(JSON.stringify(source), () => {
      const data = splitFrontMatter(`---\nother: ${source}\n---\n`).frontMatter?.data ?? {};
      assert.deepEqual(JSON.parse(JSON.stringify(data)), { other: value });
      const block = normalizeFrontMatter(
        mergeMetadata({ frontMatter: {}, page: { metadata: {}, from: {} }, credits: none }).metadata,
        data,
      );
      assert.deepEqual(splitFrontMatter(block).frontMatter?.data, { other: value });
    });
  }
});

test('TOML keeps the text of its numbers and dates', () => {
  const toml = [
    'a = 2013',
    'b = 3.10 # 1.0',
    'c = 1_000',
    'd = 0x1F',
    'e = 1e3',
    'f = 12345678901234567890',
    'g = 2013-04-05 10:20:30.123456+08:00',
    'h = 2013-04-05',
    'i = "3.10"',
    "j = ['1', 2, 3.0, [ 07:32:00 ]]",
    'k = {x = 1.50, 2 = "a#b", "c" = inf}',
    'l = true',
    'm = """\n n = 1.0\n"""',
    '[2013.extra]',
    '1.0 = 1.0',
    '',
  ].join('\n');
  assert.deepEqual(JSON.parse(JSON.stringify(splitFrontMatter(`+++\n${toml}+++\n`).frontMatter?.data)), {
    a: 2013,
    b: '3.10',
    c: '1_000',
    d: '0x1F',
    e: '1e3',
    f: '12345678901234567890',
    g: '2013-04-05 10:20:30.123456+08:00',
    h: '2013-04-05',
    i: '3.10',
    j: ['1', 2, '3.0', ['07:32:00']],
    k: { 2: 'a#b', x: '1.50', c: 'inf' },
    l: true,
    m: ' n = 1.0\n',
    2013: { extra: { 1: { 0: '1.0' } } },
  });
});

test('JSON keeps the text of its numbers', () => {
  const json = '{"a": 2013, "b": 3.10, "c": [1e3, -0, "x: 1.0"], "12": 12345678901234567890, "d": {"e": 1.5}}';
  assert.deepEqual(splitFrontMatter(`${json}\nbody`).frontMatter?.data, {
    a: 2013,
    b: '3.10',
    c: ['1e3', '-0', 'x: 1.0'],
    12: '12345678901234567890',
    d: { e: 1.5 },
  });
});

test('bytes written as escapes are read as the UTF-8 that they are, other escapes stay', () => {
  const block = '---\ntitle: "\\xE5\\x9C\\xA8R"\ntags: ["\\xE7\\xBB\\x9F", "caf\\xE9", "a\\u00e5"]\n---\n';
  assert.deepEqual(splitFrontMatter(block).frontMatter?.data, { title: '在R', tags: ['统', 'café', 'aå'] });
});
