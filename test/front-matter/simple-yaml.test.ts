// The fast reader against js-yaml with the same tags: where it answers, the answer is the same.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { findOpening } from '../../src/front-matter/fences.js';
import { readSimpleYaml } from '../../src/front-matter/simple-yaml.js';
import { parseAnyYaml } from '../../src/front-matter/yaml.js';
import { decodeString } from '../../src/input/decode.js';
import { tries } from '../counts.js';

test('a block of pairs, lists and maps of one level', () => {
  const block = [
    ...[
      '# a comment',
      'layout: post',
      'title: "One: two"',
      "slug: 'a # b'",
      'n: 12',
      'v: 3.10',
      'draft: False',
      'none:',
    ],
    ...[
      'categories:',
      '- a',
      '- "b c"',
      'tags:',
      '  - 一',
      '  - 2013',
      '',
      'author:',
      '  name: Ann',
      '  url: http://a.b/c',
    ],
    ...['flow: [a, "b", 1.0, c d]', 'empty: []', 'last: x '],
  ].join('\n');
  const data = {
    layout: 'post',
    title: 'One: two',
    slug: 'a # b',
    n: 12,
    v: '3.10',
    draft: false,
    none: null,
    categories: ['a', 'b c'],
    tags: ['一', 2013],
    author: { name: 'Ann', url: 'http://a.b/c' },
    flow: ['a', 'b', '1.0', 'c d'],
    empty: [],
    last: 'x',
  };
  assert.deepEqual(readSimpleYaml(block), data);
  assert.deepEqual(parseAnyYaml(block), data);
});

test('maps in lists, maps in maps, scalars over several lines', () => {
  const block = [
    "title: 'It''s a long title: it goes on",
    "  here'",
    'excerpt: Plain words that go',
    '  on - in a second line',
    'comments:',
    '- id: 12',
    '  author:',
    '    name: Ann',
    '    tags:',
    '    - a',
    '    - b',
    '  content: "One\\r\\n\\',
    '    \\  two \\"three\\" \\x41\\u4e00',
    '    four"',
    '-   id: 13',
    '    content: five',
    '      six',
    'deep:',
    '  one:',
    '    two: {}',
  ];
  const data = {
    title: "It's a long title: it goes on here",
    excerpt: 'Plain words that go on - in a second line',
    comments: [
      { id: 12, author: { name: 'Ann', tags: ['a', 'b'] }, content: 'One\r\n  two "three" A一 four' },
      { id: 13, content: 'five six' },
    ],
    deep: { one: { two: 3 } },
  };
  const source = block.join('\n').replace('{}', '3');
  assert.deepEqual(readSimpleYaml(source), data);
  assert.deepEqual(parseAnyYaml(source), data);
  assert.equal(readSimpleYaml(block.join('\n')), null);
});

test('what is not surely simple is left to js-yaml', () => {
  for (const block of [
    ...[
      '',
      '# x',
      'a',
      'a:b',
      'a: b: c',
      'a: b:',
      'a: b #c',
      'a: &b c',
      'a: *b',
      'a: !b c',
      'a: |\n  b',
      'a: >\n  b',
      'a: {b: c}',
    ],
    ...['a: "b', 'a: "b" c', 'a: [b', 'a: [b, [c]]', 'a: [b: c]', 'a: [b,]', 'a: ["b, c"]'],
    ...[
      'a: b\n  c: d',
      'a: b\n- c',
      'a:\n  b: c\n d: e',
      'a:\n  - - b',
      'a: "b\\q"',
      'a: "b\\ \n  c"',
      'a: b\n  c #d',
      'a: b\n  # c',
      'a: "b\n\n  c"',
      'a: "b\nc"',
      'a:\n  b: c\n\n  d: e',
      'a:\n  - b: c\n   d: e',
      `a:${Array.from({ length: 12 }, (_, level) => `\n${' '.repeat(level + 1)}b:`).join('')} c`,
    ],
    ...[
      'a: b\na: c',
      '__proto__: b',
      'a:\n  __proto__: b',
      'a:\tb',
      'a: b\u0000',
      '- a',
      '? a',
      '"a": b',
      'a: -1',
      'a: ~',
      'a: @b',
    ],
    ...['a: `b', 'a: %b', 'a:\n\n  b', 'a:\n  # x\n  b: c', '<<: a', 'True: a', 'null: a', 'a: ,', ' a: b'],
  ]) {
    assert.equal(readSimpleYaml(block), null, JSON.stringify(block));
  }
});

test('any block of YAML’s characters', () => {
  const pieces = fc.constantFrom(
    ...[
      'a',
      'b',
      'title',
      'n',
      'true',
      'null',
      'NULL',
      '1',
      '0',
      '01',
      '.5',
      '一',
      ' ',
      '  ',
      '\n',
      '\n  ',
      '\n- ',
      '\n  - ',
      ': ',
      ':',
    ],
    ...[
      '- ',
      '"',
      "'",
      '#',
      ' #',
      '[',
      ']',
      ', ',
      ',',
      '{',
      '}',
      '&',
      '*',
      '!',
      '|',
      '>',
      '%',
      '@',
      '`',
      '?',
      '~',
      '<<',
      '=',
      '\\',
      '/',
    ],
    ...['---', '...', '\u00a0', '\u3000', '\n\n', '\na: ', '\nb:', '\n  c: '],
    ...[
      '\n    ',
      '\n    - ',
      '\n  d:',
      '\n    e: ',
      '\n- f: ',
      '\n  - g: ',
      '\n  - h:',
      "''",
      '""',
      '\\n',
      '\\"',
      '\\\n  ',
      '\\x41',
    ],
  );
  let answered = 0;
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
      const block = `a: ${parts.join('')}`;
      const simple = readSimpleYaml(block);
      if (simple === null) return;
      answered++;
      assert.deepEqual(simple, parseAnyYaml(block), JSON.stringify(block));
    }),
    { numRuns: tries(5000, 200_000) },
  );
  assert.ok(answered > 500, `${answered} blocks were simple`);
});

const corpus = join(import.meta.dirname, '../../../shared/corpus');
const skip = existsSync(corpus) ? false : 'the shared corpus is not there';

test('the posts of the corpus', { skip }, () => {
  let answered = 0;
  let all = 0;
  for (const entry of readdirSync(corpus, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const { text } = decodeString(readFileSync(join(entry.parentPath, entry.name), 'utf8'));
    const opening = findOpening(text);
    if (opening.kind !== 'block' || opening.syntax !== 'yaml') continue;
    const block = text.slice(opening.blockStart, opening.first.start);
    all++;
    const simple = readSimpleYaml(block);
    if (simple === null) continue;
    answered++;
    assert.deepEqual(simple, parseAnyYaml(block), entry.name);
  }
  assert.ok(answered > all / 2, `${answered} of ${all}`);
});
