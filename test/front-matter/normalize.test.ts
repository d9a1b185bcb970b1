import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { load as load5 } from 'js-yaml';
import { parse as parseYaml2 } from 'yaml';
import { frontMatterMetadata, mergeMetadata } from '../../src/front-matter/metadata.js';
import { normalizeFrontMatter } from '../../src/front-matter/normalize.js';
import { splitFrontMatter } from '../../src/front-matter/split.js';
import type { Metadata } from '../../src/types.js';

const require = createRequire(import.meta.url);
// gray-matter brings js-yaml 3, a reader of YAML 1.1, as Jekyll and Hexo have it.
const load3: (text: string) => unknown = createRequire(require.resolve('gray-matter'))('js-yaml').safeLoad;

const none = { authors: [], editors: [], publisher: null, url: null };
const merge = (frontMatter: Partial<Metadata>) =>
  mergeMetadata({ frontMatter, page: { metadata: {}, from: {} }, credits: none }).metadata;
const empty = merge({});

function normalizeText(text: string): string {
  const data = splitFrontMatter(text).frontMatter?.data ?? null;
  return normalizeFrontMatter(merge(frontMatterMetadata(data)), data);
}

function insideOf(block: string): string {
  assert.ok(block.startsWith('---\n') && block.endsWith('\n---\n'));
  return block.slice(4, -4);
}

const hostile = [
  ...['', ' ', ' a', 'a ', '\n', 'a\nb', 'a\n\nb\n', '\t', 'a\tb', '\\', '\\n', '"', "'", `"'`, '""', "''", '`', '```'],
  ...[
    '---',
    '--- a',
    '...',
    '-',
    '- a',
    '-a',
    '?',
    '? a',
    ':',
    ': a',
    'a:',
    'a: b',
    'a :b',
    '#',
    'a #b',
    'a#b',
    '#a',
    '&a',
  ],
  ...[
    '*a',
    '!a',
    '!!str a',
    '|',
    '>',
    '|-\n a',
    '%',
    '%YAML 1.1',
    '@a',
    ',',
    '[',
    ']',
    '[a]',
    '{',
    '}',
    '{a: b}',
    '<<',
    '=',
  ],
  ...[
    'null',
    'Null',
    '~',
    'true',
    'TRUE',
    'false',
    'yes',
    'Yes',
    'no',
    'NO',
    'on',
    'off',
    'y',
    'n',
    'Y',
    'N',
    'nan',
    '.nan',
  ],
  ...[
    '.inf',
    '-.INF',
    '0',
    '1',
    '-1',
    '+1',
    '0123',
    '0o17',
    '0x1F',
    '0b11',
    '1_000',
    '1e3',
    '1E+3',
    '3.10',
    '1.',
    '.5',
    '1:30',
  ],
  ...[
    '12:30:45',
    '190:20:30',
    '2013',
    '2013-04-05',
    '2013-04-05 10:20:30',
    '2013-04-05T10:20:30Z',
    '12345678901234567890',
  ],
  ...[
    'a\u0000b',
    '\u0001',
    '\u0007',
    '\u001b[31m',
    '\u007f',
    '\u0080',
    '\u0085',
    'a\u0085b',
    '\u00a0',
    'a\u00a0',
    '\u00ad',
  ],
  ...[
    '\u200b',
    '\u200e',
    'a\u200eb',
    '\u2028',
    'a\u2028b',
    '\u2029',
    '\u202e',
    '\ufeff',
    'a\ufeffb',
    '\ufffd',
    '\ufffe',
  ],
  ...[
    '\uffff',
    '\ue000',
    '\u{1f600}',
    'a\u{1f600}b',
    '\u{10ffff}',
    '\u3000',
    '\u3000a',
    'a\u3000',
    '中文',
    '中文：标题',
    '“引号”',
  ],
  ...[
    '（一）',
    '—',
    '…',
    '...…',
    '你好 #世界',
    '你好: 世界',
    'é',
    'e\u0301',
    '\u0301',
    'ü-b',
    'a - b',
    'a -b',
    'a, b',
    'a/b',
    'a.b',
  ],
  ...[
    'C++',
    'C#',
    'F# for fun',
    'a+b',
    "it's",
    "it's: so",
    'say "a"',
    '100%',
    '50% off',
    'a & b',
    'AT&T',
    '&amp;',
    '&lt;b&gt;',
  ],
  ...[
    '<b>',
    '<!-- a -->',
    '{{ a }}',
    '{% a %}',
    '$a',
    '$(a)',
    'http://example.org/a?b=c#d',
    'a@b.c',
    'a|b',
    'a>b',
    'a;b',
    'a=b',
  ],
  ...[
    '\r',
    'a\r\nb',
    '\b\f\v',
    'a\\\nb',
    'x'.repeat(600),
    '中'.repeat(600),
    `${'word '.repeat(300)}`,
    '- - -',
    '* * *',
    '___',
  ],
  ...[
    '_a',
    '__proto__',
    'constructor',
    'toString',
    'key',
    'Infinity',
    'inf',
    'undefined',
    'NaN',
    '-0',
    '0.0',
    '1,000',
    '١٢٣',
    'Ⅻ',
  ],
  ...[
    '。',
    '，a',
    'a，',
    '！',
    '?a',
    '？a',
    '(a)',
    ')',
    'a)',
    "'a",
    "a'",
    '/a',
    '+a',
    '.a',
    'a.',
    'a:b',
    'a::b',
    '🇨🇳',
    'I\u0307',
  ],
];

suite('what is written reads back the same', () => {
  test(`${hostile.length} hostile texts, as value, list item and key, in js-yaml 3, js-yaml 5 and yaml 2`, () => {
    assert.ok(hostile.length >= 200);
    for (const text of hostile) {
      const data = { [`k${text}`]: text, list: [text, [text]], map: { a: text } };
      const yaml = insideOf(normalizeFrontMatter(empty, data));
      assert.deepEqual(load3(yaml), data, `js-yaml 3: ${yaml}`);
      assert.deepEqual(load5(yaml), data, `js-yaml 5: ${yaml}`);
      assert.deepEqual(parseYaml2(yaml), data, `yaml 2: ${yaml}`);
      assert.deepEqual(parseYaml2(yaml, { version: '1.1' }), data, `yaml 1.1: ${yaml}`);
      assert.deepEqual(splitFrontMatter(`---\n${yaml}---\n`).frontMatter?.data, data, `ours: ${yaml}`);
    }
  });

  test('any text', () => {
    const texts = fc.string({ unit: 'binary', maxLength: 40 });
    fc.assert(
      fc.property(texts, fc.array(texts, { maxLength: 3 }), (text, list) => {
        const data = { text, list };
        const yaml = insideOf(normalizeFrontMatter(empty, data));
        assert.deepEqual(load3(yaml), data);
        assert.deepEqual(parseYaml2(yaml), data);
        assert.deepEqual(splitFrontMatter(`---\n${yaml}---\n`).frontMatter?.data, data);
      }),
      { numRuns: 300 },
    );
  });

  test('long keys, numbers, empty lists and maps', () => {
    const data = {
      [`k${'中'.repeat(1500)}`]: { a: 1 },
      a: 1.5,
      b: [],
      c: {},
      d: [[], {}, [{ e: null }]],
      f: -3,
      g: true,
    };
    const yaml = insideOf(normalizeFrontMatter(empty, data));
    for (const read of [load3, load5, parseYaml2]) assert.deepEqual(read(yaml), data);
  });
});

suite('normalize', () => {
  const posts = {
    hexo: "---\ntitle: 'A &amp; B'\ncategories: \n - 金融\n - [a, b]\nheadimg: 'https://picsum.photos/400/300?random=81'\nauthor: 新浪\ncomments: false\ndate: Sun, 09 Jan 2022 23:48:30 GMT\n---\n",
    jekyll:
      "---\nlayout: post\ntitle: It&#39;s &amp;lt;b&amp;gt; <em>here</em>\nauthor:\n  login: a\n  display_name: Ann B.\ndate: 2009-01-09 20:17:29.000000000 -05:00\ntags: one two\nmeta:\n  _edit_last: '1'\n---\n",
    hugo: '{\n"title": "One",\n"category": ["A"],\n"url": "/a.html",\n"date": "Sun, 04 Jul 2010 14:59:50 +0000"\n}\n',
    zola: '+++\ntitle = "One: two"\nauthors = ["Ann"]\nversion = 3.10\n[taxonomies]\ntags = ["a", "b"]\n[extra]\nlang = "en"\n+++\n',
    broken: '---\ntitle: Foo: bar\ndate: Invalid Date\n---\n',
    hatena: '---\nTitle: 題\nCategory:\n- 日記\nDate: 2013-04-05T10:20:30+09:00\nURL: https://example.org/a\n---\n',
    nothing: '---\nlayout: page\n---\n',
  };

  for (const [name, text] of Object.entries(posts)) {
    test(`${name}: a second run changes no byte and no metadata`, () => {
      const once = normalizeText(text);
      assert.equal(normalizeText(once), once);
      const metadata = (block: string) => frontMatterMetadata(splitFrontMatter(block).frontMatter?.data ?? null);
      assert.deepEqual(metadata(once), metadata(text));
    });
  }

  test('known keys first in one order, what was not understood below', () => {
    assert.equal(
      normalizeText(posts.hexo),
      [
        '---',
        'title: "A & B"',
        'date: "2022-01-09T23:48:30Z"',
        'authors:',
        '  - 新浪',
        'categories:',
        '  - 金融',
        '  - a',
        '  - b',
        'headimg: "https://picsum.photos/400/300?random=81"',
        'comments: false',
        '---',
        '',
      ].join('\n'),
    );
  });

  test('a title that would be decoded once more is written encoded', () => {
    const block = normalizeText(posts.jekyll);
    assert.match(block, /title: "It's &amp;lt;b&amp;gt; here"/);
    assert.equal(frontMatterMetadata(splitFrontMatter(block).frontMatter?.data ?? null).title, "It's &lt;b&gt; here");
  });

  test('any title and any list come back', () => {
    const texts = fc.string({ unit: fc.constantFrom(...'ab&;<>#3l t"`,/中—\n'), minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(texts, fc.array(texts, { maxLength: 3 }), (title, tags) => {
        const first = frontMatterMetadata({ title, tags });
        const block = normalizeFrontMatter(merge(first), null);
        assert.deepEqual(frontMatterMetadata(splitFrontMatter(block).frontMatter?.data ?? null), first);
      }),
      { numRuns: 500 },
    );
  });
});
