// The rows of "1. Front matter" in the reliability study: what gray-matter does to an archive, and what is done here.
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { splitFrontMatter } from '../../src/front-matter/split.js';
import { decodeString } from '../../src/input/decode.js';

interface Row {
  row: string;
  input: string;
  /** Data, or null where everything is body. */
  data: Record<string, unknown> | null;
  /** Body; everything where it is left out. */
  body?: string;
  warning?: string;
}

const body = '<p>The article.</p>\n';
const rows: Row[] = [
  { row: 'a plain block', input: `---\ntitle: One\n---\n${body}`, data: { title: 'One' }, body },
  {
    row: 'no closing fence: everything was front matter, and the body empty',
    input: `---\ntitle: One\n${body}`,
    data: null,
    warning: 'unclosed-front-matter',
  },
  {
    row: 'no closing fence over HTML: the data was a string, and the body lost',
    input: '---\n<p>hello</p>',
    data: null,
    warning: 'unclosed-front-matter',
  },
  {
    row: 'a body that begins with a rule and has another one',
    input: `---\nhello\n---\n${body}`,
    data: null,
    warning: 'no-front-matter',
  },
  { row: 'a body that begins with a rule and a blank line', input: `---\n\nHello, prose.\n`, data: null },
  {
    row: 'prose between two rules that is valid YAML',
    input: `---\nHe said: nothing\n---\n${body}`,
    data: null,
    warning: 'no-front-matter',
  },
  {
    row: '--- at column 1 in a quoted scalar ended the block',
    input: `---\ntitle: "one\n---\ntwo"\nlayout: post\n---\n${body}`,
    data: { title: 'one --- two', layout: 'post' },
    body,
  },
  {
    row: '--- in a block scalar',
    input: `---\ntext: |\n  a\n  ---\n  b\n---\n${body}`,
    data: { text: 'a\n---\nb\n' },
    body,
  },
  {
    row: '---- closed the block and left a dash in the body',
    input: `---\ntitle: One\n----\n---\n${body}`,
    data: { title: 'One' },
    body,
    warning: 'invalid-front-matter',
  },
  {
    row: '"--- " closed it and left a blank in the body',
    input: `---\ntitle: One\n--- \n${body}`,
    data: { title: 'One' },
    body,
  },
  {
    row: 'an indented --- is no fence',
    input: `---\ntitle: One\n ---\n${body}`,
    data: null,
    warning: 'unclosed-front-matter',
  },
  { row: '... as closer threw', input: `---\ntitle: One\n...\n${body}`, data: { title: 'One' }, body },
  {
    row: '"---title: x" was taken for a language',
    input: `---title: One\ndate: 2013-01-01\n---\n${body}`,
    data: null,
    warning: 'front-matter-language',
  },
  { row: 'a blank line before the fence', input: `\n \n---\ntitle: One\n---\n${body}`, data: { title: 'One' }, body },
  { row: '+++ with TOML', input: `+++\ntitle = "One"\n+++\n${body}`, data: { title: 'One' }, body },
  {
    row: '+++ inside a TOML string',
    input: `+++\ntitle = """one\n+++\ntwo"""\n+++\n${body}`,
    data: { title: 'one\n+++\ntwo' },
    body,
  },
  {
    row: ';;; with the members of a JSON object',
    input: `;;;\n"title": "One"\n;;;\n${body}`,
    data: { title: 'One' },
    body,
  },
  {
    row: 'a bare JSON object',
    input: `{\n  "title": "One", \n  "n": [1, 2]\n}\n${body}`,
    data: { title: 'One', n: [1, 2] },
    body,
  },
  {
    row: 'no opening fence, as Hexo wrote until 2016',
    input: `title: Old\ndate: 2014-05-01 10:00:00\ntags:\n- rain\n- repair\n---\n${body}`,
    data: { title: 'Old', date: '2014-05-01 10:00:00', tags: ['rain', 'repair'] },
    body,
  },
  {
    row: 'no opening fence, a colon in the title, blank lines',
    input: `\ntitle: Part One: The Boats\nauthor: Jon\n\n---\n${body}`,
    data: { title: 'Part One: The Boats', author: 'Jon' },
    body,
    warning: 'invalid-front-matter',
  },
  {
    row: 'names and values that are no front matter, over a rule',
    input: `Note: a\nRiver: b\n---\n${body}`,
    data: null,
  },
  { row: 'prose that begins with a name', input: `title: is a key.\n\nWe write it first.\n\n---\n${body}`, data: null },
  { row: 'one pair, a blank line and a rule', input: `title: One\n\n---\n\n${body}`, data: null },
  { row: 'lines of a text', input: `title: One  \ndate: today\n\n---\n\n${body}`, data: null },
  { row: 'a title and no rule', input: `title: One\n\n${body}`, data: null },
  { row: 'a longer rule', input: `title: One\n-----\n${body}`, data: null },
  { row: 'JSON between fences', input: `---json\n{"title": "One"}\n---\n${body}`, data: { title: 'One' }, body },
  { row: 'TOML between dashes', input: `---toml\ntitle = "One"\n---\n${body}`, data: { title: 'One' }, body },
  { row: 'a byte order mark', input: `\ufeff---\ntitle: One\n---\n${body}`, data: { title: 'One' }, body },
  { row: 'CRLF', input: `---\r\ntitle: One\r\n---\r\n<p>The article.</p>\r\n`, data: { title: 'One' }, body },
  { row: 'CR alone threw', input: `---\rtitle: One\r---\r<p>The article.</p>\r`, data: { title: 'One' }, body },
  {
    row: 'an unquoted colon threw',
    input: `---\ntitle: Foo: bar\n---\n${body}`,
    data: { title: 'Foo: bar' },
    body,
    warning: 'invalid-front-matter',
  },
  {
    row: 'an unquoted @ threw',
    input: `---\ntitle: @foo\n---\n${body}`,
    data: { title: '@foo' },
    body,
    warning: 'invalid-front-matter',
  },
  {
    row: 'a duplicate key threw: the last one counts',
    input: `---\ntitle: One\ntitle: Two\n---\n${body}`,
    data: { title: 'Two' },
    body,
    warning: 'invalid-front-matter',
  },
  {
    row: 'quotes in a title threw',
    input: `---\ntitle: "a" b\n---\n${body}`,
    data: { title: '"a" b' },
    body,
    warning: 'invalid-front-matter',
  },
  {
    row: 'quotes around words in the same quotes threw',
    input: `---\ntitle: 'L'eau du puits'\nauthor: "Jean "le Petit" Dupont"\n---\n${body}`,
    data: { title: "L'eau du puits", author: 'Jean "le Petit" Dupont' },
    body,
    warning: 'invalid-front-matter',
  },
  {
    row: 'a control character threw',
    input: `---\ntitle: a\u0008b\n---\n${body}`,
    data: { title: 'a\u0008b' },
    body,
    warning: 'invalid-front-matter',
  },
  {
    row: 'dates became UTC, or another day',
    input: `---\na: 2013-04-05 10:20:30 +08:00\nb: 2013-04-05\nc: 2013-02-31\n---\n${body}`,
    data: { a: '2013-04-05 10:20:30 +08:00', b: '2013-04-05', c: '2013-02-31' },
    body,
  },
  {
    row: 'ids, versions and times became other numbers',
    input: `---\na: 0123\nb: 12:30:45\nc: 1_000\nd: 12345678901234567890\ne: 3.10\n---\n${body}`,
    data: { a: '0123', b: '12:30:45', c: '1_000', d: '12345678901234567890', e: '3.10' },
    body,
  },
  { row: 'a block that is a string', input: `---\n"title"\n---\n${body}`, data: null, warning: 'no-front-matter' },
  { row: 'a block that is a number', input: `---\n12\n---\n${body}`, data: null, warning: 'no-front-matter' },
  { row: 'a block that is a list', input: `---\n- one\n- two\n---\n${body}`, data: null, warning: 'no-front-matter' },
  { row: '!!js/function is a word', input: `---\ntitle: !!js/function "a"\n---\n${body}`, data: { title: 'a' }, body },
  {
    row: '!!binary is the text it stands for',
    input: `---\ndate: !!binary MjAxMw==\n---\n${body}`,
    data: { date: '2013' },
    body,
  },
  {
    row: '__proto__ is dropped',
    input: `---\n__proto__: {polluted: 1}\ntitle: One\n---\n${body}`,
    data: { title: 'One' },
    body,
    warning: 'dropped-key',
  },
  { row: 'an empty block', input: `---\n---\n${body}`, data: {}, body },
  { row: 'comments alone', input: `---\n# nothing\n---\n${body}`, data: {}, body },
  { row: 'Liquid at the start is no JSON', input: `{% include "JB/setup" %}\n${body}`, data: null },
  {
    row: 'a rule further down is body',
    input: `---\ntitle: One\n---\na\n\n---\nb\n---\n`,
    data: { title: 'One' },
    body: 'a\n\n---\nb\n---\n',
  },
  { row: 'no body at all', input: '---\ntitle: One\n---', data: { title: 'One' }, body: '' },
];

suite('front matter: the rows of the study', () => {
  for (const { row, input, data, body: rest, warning } of rows) {
    test(row, () => {
      const { text } = decodeString(input);
      const split = splitFrontMatter(text);
      assert.deepEqual(split.frontMatter && { ...split.frontMatter.data }, data);
      assert.equal(split.body, rest ?? text);
      assert.equal(text.slice(split.bodyOffset), split.body);
      assert.deepEqual(
        split.warnings.map(({ code }) => code),
        warning ? [warning] : [],
      );
    });
  }

  test('what precedes the body is the raw block', () => {
    for (const { input } of rows) {
      const { text } = decodeString(input);
      const { frontMatter, bodyOffset } = splitFrontMatter(text);
      if (!frontMatter) continue;
      assert.equal(`${text.slice(0, bodyOffset).trim()}\n`, `${frontMatter.raw.trim()}\n`);
      assert.match(frontMatter.raw, /^\S[\s\S]*[^\n]\n$/);
    }
  });

  test('the second call on the same text says the same, and shares nothing', () => {
    const first = splitFrontMatter('---\ntags: [a]\n---\nx');
    const tags: unknown = first.frontMatter?.data.tags;
    assert.ok(Array.isArray(tags));
    tags.push('b');
    assert.deepEqual(splitFrontMatter('---\ntags: [a]\n---\nx').frontMatter?.data, { tags: ['a'] });
    const bad = () => splitFrontMatter('---\ntitle: a: b\n---\nx');
    assert.deepEqual(bad(), bad());
  });

  test('the raw block that `keep` writes splits again to the same data', () => {
    for (const { input } of rows) {
      const first = splitFrontMatter(decodeString(input).text);
      if (!first.frontMatter) continue;
      const again = splitFrontMatter(`${first.frontMatter.raw}${first.body}`);
      assert.deepEqual(again.frontMatter, first.frontMatter);
      assert.equal(again.body, first.body);
    }
  });
});
