// Forty broken blocks over one body: the body is there to the last byte, one warning says what and where.
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { frontMatterMetadata } from '../../src/front-matter/metadata.js';
import { splitFrontMatter } from '../../src/front-matter/split.js';

const body = '<p>First — 第一段。</p>\n\n---\n\n<p>Last: "最后" …</p>\n';

/** Invalid blocks that are read pair by pair: block, title that is read, line of the warning. */
const repaired: readonly (readonly [block: string, title: string, line: number])[] = [
  ['title: Foo: bar', 'Foo: bar', 2],
  ['title: Foo: bar: baz\ndate: 2013-01-01', 'Foo: bar: baz', 2],
  ['title: @someone', '@someone', 2],
  ['title: `code` first', '`code` first', 2],
  ['title: %percent', '%percent', 2],
  ['layout: post\ntitle: "quoted" rest', '"quoted" rest', 3],
  ['title: "one" "two"', '"one" "two"', 2],
  ["title: 'it's'", "it's", 2],
  ['title: "unclosed\ndate: 2013-01-01', 'unclosed', 3],
  ["title: 'unclosed\ndate: 2013-01-01", 'unclosed', 3],
  [`title: """""""'SP'"""""""`, "'SP'", 2],
  ['title: One\ntitle: Two', 'Two', 3],
  ['title: One\ntags:\n\t- a\n\t- b', 'One', 4],
  ['title: One\n\tdate: 2013', 'One', 3],
  ['title: [unclosed', '[unclosed', 3],
  ['title: {unclosed', '{unclosed', 3],
  ['title: *alias', '*alias', 2],
  ['title: One\nauthor: *nobody', 'One', 3],
  ['title: One\n bad: indent', 'One', 3],
  ['title: One\nstray text', 'One', 4],
  ['title: One\n- stray item', 'One', 3],
  ['title: "bad \\q escape"', 'bad \\q escape', 2],
  ['title: a\u0001b', 'a\u0001b', 2],
  ['title: One\ndescription: note: this: that\ntags: [a, b]', 'One', 3],
  ['title: One\n----', 'One', 4],
  ['title: One\nlink: [text](http://example.org) and: more', 'One', 3],
  ['title: One\n? complex: key\n: [a', 'One', 5],
];

/** Blocks of other kinds that are no front matter: everything is body. */
const bodies: readonly (readonly [text: string, code: string])[] = [
  [`---\ntitle: One\n${body.replaceAll('---', '***')}`, 'unclosed-front-matter'],
  [`+++\ntitle = "One"\n${body}`, 'unclosed-front-matter'],
  [`{"title": "One",\n${body}`, 'unclosed-front-matter'],
  [`;;;\n"title": "One"\n${body}`, 'unclosed-front-matter'],
  [`---\njust prose\n---\n${body}`, 'no-front-matter'],
  [`---\n- a\n- b\n---\n${body}`, 'no-front-matter'],
  [`---\n"text"\n---\n${body}`, 'no-front-matter'],
  [`---\n<p>a: b</p>\n---\n${body}`, 'no-front-matter'],
  [`---\nHe said: go: away\n---\n${body}`, 'no-front-matter'],
  [`---js\n{title: 1}\n---\n${body}`, 'front-matter-language'],
  [`---title: One\n---\n${body}`, 'front-matter-language'],
  [`--- coffee\ntitle: 1\n---\n${body}`, 'front-matter-language'],
];

suite('broken front matter', () => {
  for (const [block, title, line] of repaired) {
    test(`repaired: ${JSON.stringify(block)}`, () => {
      const split = splitFrontMatter(`---\n${block}\n---\n${body}`);
      assert.equal(split.body, body);
      assert.equal(split.frontMatter?.raw, `---\n${block}\n---\n`);
      assert.equal(frontMatterMetadata(split.frontMatter.data).title, title);
      assert.equal(split.warnings.length, 1);
      assert.equal(split.warnings[0]?.code, 'invalid-front-matter');
      assert.match(
        split.warnings[0].message,
        /line \d+, column \d+: .+; it is kept as it is, and was read pair by pair$/,
      );
      assert.equal(split.warnings[0].line, line);
    });
  }

  for (const [text, code] of bodies) {
    test(`body: ${JSON.stringify(text.slice(0, 30))}`, () => {
      const split = splitFrontMatter(text);
      assert.equal(split.frontMatter, null);
      assert.equal(split.body, text);
      assert.deepEqual(
        split.warnings.map((warning) => [warning.code, warning.line]),
        [[code, 1]],
      );
    });
  }

  test('broken TOML and JSON are read pair by pair too', () => {
    const toml = splitFrontMatter(`+++\ntitle = "One"\ndate = \ntags = ["a"]\n+++\n${body}`);
    assert.deepEqual([toml.frontMatter?.data.title, toml.frontMatter?.data.tags, toml.body], ['One', ['a'], body]);
    assert.match(toml.warnings[0]?.message ?? '', /not valid TOML \(line 3, column \d+/);
    const json = splitFrontMatter(`{"title": "One", "tags": ["a",],}\n${body}`);
    assert.deepEqual([json.frontMatter?.data.title, json.frontMatter?.data.tags, json.body], ['One', ['a'], body]);
    assert.match(json.warnings[0]?.message ?? '', /not valid JSON \(line 1, column \d+/);
  });

  test('the pairs beside a broken one are whole', () => {
    const split = splitFrontMatter(
      `---\ntitle: a: b\ntags:\n- one\n- two: three\nauthor:\n  name: @jane\n  url: http://example.org\nweight: 010\n---\n${body}`,
    );
    assert.deepEqual(split.frontMatter?.data, {
      title: 'a: b',
      tags: ['one', { two: 'three' }],
      author: { name: '@jane', url: 'http://example.org' },
      weight: '010',
    });
  });
});
