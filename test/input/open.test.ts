/** Inputs are opened by one door; containers are known, and parted where their kind can be. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import type { Input } from '../../src/input/discover/types.js';
import type { InputKind, Parts } from '../../src/input/open/kind.js';
import { containerOf } from '../../src/input/open/known.js';
import { openHead, openInput, partInputs } from '../../src/input/open.js';

const folder = mkdtempSync(join(tmpdir(), 'article-clean-open-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const limits = { maxSize: 1000, timeout: 1 };

function file(name: string, text: string): Input {
  writeFileSync(join(folder, name), text);
  return { path: name, absolute: join(folder, name), source: name };
}

/** Articles behind one another, each below a line `= name`. */
const parts: Parts = {
  *entries({ size, read }) {
    const text = Buffer.from(read(0, size)).toString('latin1');
    for (const { 0: line, 1: name = '', index } of text.matchAll(/^= (.*)\n/gm)) {
      const next = text.indexOf('\n= ', index);
      yield { name, start: index + line.length, end: next < 0 ? size : next + 1 };
    }
  },
  article: ({ read }, { name, start, end }) => Buffer.from(`---\ntitle: ${name}\n---\n${read(start, end)}`),
};

const pile: InputKind = {
  name: 'pile',
  knows: (head) => (head.startsWith('= ') ? 'a pile' : null),
  hint: '',
  parts,
};

const text = '= one\nIt rained.\n= two\nIt rained more.\n';

test('a container stands for its entries, in their order, between other inputs', async () => {
  const inputs = [file('a.md', '= no\n'), file('p.pile', text), file('z.other', 'It rained.\n')];
  const found = partInputs(inputs, [pile]) ?? [];
  assert.deepEqual(
    found.map(({ source }) => source),
    ['a.md', 'p.pile#one', 'p.pile#two', 'z.other'],
  );
  const [, one, two] = found as [Input, Input, Input];
  assert.ok(structuredClone(one), 'it can be posted to a worker');
  const { bytes, stats } = await openInput(two, limits, [pile]);
  assert.equal(Buffer.from(bytes).toString(), '---\ntitle: two\n---\nIt rained more.\n');
  assert.equal(stats?.size, text.length);
  await assert.rejects(openInput(one, { ...limits, maxSize: 5 }, [pile]), { code: 'too-large' });
  rmSync(join(folder, 'p.pile'));
  await assert.rejects(openInput(one, limits, [pile]), { code: 'unreadable' });
});

test('stdin may be one too', async () => {
  const stdin: Input = { path: '-', absolute: join(folder, '-'), source: '-', held: Buffer.from(text) };
  const [one] = partInputs([stdin], [pile]) as [Input];
  assert.equal(one.source, '-#one');
  assert.equal(
    Buffer.from((await openInput(one, limits, [pile])).bytes).toString(),
    '---\ntitle: one\n---\nIt rained.\n',
  );
});

test('what cannot be looked into, or holds nothing, is an input of its own', () => {
  const gone: Input = { path: 'gone.pile', absolute: join(folder, 'gone.pile'), source: 'gone.pile' };
  const refused: Input = { ...gone, path: '-', refused: { code: 'too-large', message: 'x', hint: '' } };
  const thrower = { ...pile, parts: { ...parts, entries: () => assert.fail() } };
  for (const inputs of [[gone], [refused], [file('e.pile', 'text')]]) assert.equal(partInputs(inputs, [pile]), null);
  assert.equal(partInputs([file('b.pile', text)], [thrower]), null);
});

test('what is held or refused is not looked for', async () => {
  const input: Input = { path: '-', absolute: '/no/such', source: '-' };
  const held = Buffer.from('x');
  assert.deepEqual(await openInput({ ...input, held }, limits), { bytes: held, stats: null });
  const refused = { code: 'too-large', message: 'it is larger', hint: 'h' };
  await assert.rejects(openInput({ ...input, refused }, limits), refused);
});

test('the head of a file ends with a line', async () => {
  const long = file('long.md', `---\ntitle: a\n---\n${'word '.repeat(10)}\n`.repeat(2000));
  const head = Buffer.from(await openHead(long, limits)).toString();
  assert.ok(head.length < 65_536 && head.length > 65_000 && head.endsWith('\n'));
});

const containers: Record<string, string> = {
  '<?xml version="1.0"?>\n<!-- made by x -->\n<rss version="2.0"><channel>': 'a feed (RSS)',
  '<feed xmlns="http://www.w3.org/2005/Atom">': 'a feed (Atom)',
  '<rdf:RDF xmlns="http://purl.org/rss/1.0/">': 'a feed (RDF)',
  '<rss version="2.0"\n xmlns:wp="http://wordpress.org/export/1.2/"\n>': 'an export of WordPress (WXR)',
  "<?xml version='1.0'?><feed xmlns='http://www.w3.org/2005/Atom'><id>tag:blogger.com,1999:blog-12.archive</id>":
    'an export of Blogger',
  '<feed><id>tag:blogger.com,1999:blog-12</id><entry><id>tag:blogger.com,1999:blog-12.settings.BLOG_NAME</id>':
    'an export of Blogger',
  '{\n  "version": "https://jsonfeed.org/version/1.1",\n "items": []}': 'a feed (JSON Feed)',
  '{"title": "雨", "version":"https:\\/\\/jsonfeed.org\\/version\\/1"}': 'a feed (JSON Feed)',
  'AUTHOR: Ann\nTITLE: Rain\nDATE: 08/08/2003 12:00:00 AM\n-----\nBODY:\n<p>It rained.</p>\n-----\n':
    'an export of Movable Type',
  'TITLE: 雨の日\nBASENAME: 2019/05/01/120000\nSTATUS: Publish\nALLOW COMMENTS: 1\nCONVERT BREAKS: 0\n-----\nBODY:\n雨。\n':
    'an export of Movable Type',
  'TITLE: x\nCATEGORY: \n-----\nEXTENDED BODY:\n': 'an export of Movable Type',
  'From: <Saved by Blink>\nSubject: Rain\nMIME-Version: 1.0\nContent-Type: multipart/related;\n\tboundary="x"\n\n--x\n':
    'a saved web archive (MHTML)',
  'From: "Saved by Windows Internet Explorer 8"\nSubject: =?gb2312?B?1eM=?=\nDate: Mon, 1 Jan 2010 10:00:00 +0800\nMIME-Version: 1.0\nContent-Type: multipart/related;\n\ttype="text/html"\n\nThis is a multi-part message':
    'a saved web archive (MHTML)',
  'MIME-Version: 1.0\ncontent-type: Multipart/Related; boundary=a\n\n': 'a saved web archive (MHTML)',
};

for (const [begin, what] of Object.entries(containers)) {
  test(`known: ${what}, ${JSON.stringify(begin.slice(0, 40))}`, () => {
    assert.equal(containerOf(`\n${begin}`)?.what, what);
  });
}

const articles = [
  '<p>Write <code>&lt;rss version="2.0"></code> first.</p>',
  '`<rss>` is the root of a feed.',
  '<feedback>It rained.</feedback>',
  '{"title": "Rain", "version": "2"}\n\nIt rained.',
  '{"title": "Rain", "tags": ["a"], "see": {"version": "https://jsonfeed.org/version/1.1"}}\n\nIt rained.',
  'title: Rain\ndate: 2014-05-01\n---\nIt rained.',
  'AUTHOR: Ann\nTITLE: Rain\n-----\nIt rained all day.\n',
  'TITLE: Rain\nIt rained.\n-----\nBODY:\n',
  'From: Ann\nTo: Ben\nSubject: Rain\nMIME-Version: 1.0\nContent-Type: text/plain\n\nIt rained.',
  'MIME-Version: 1.0 stands above each part.\n\nContent-Type: multipart/related is the type of archives.',
  'Content-Type: multipart/related\n\nThis is what such a header says.',
  '',
];

for (const begin of articles) {
  test(`an article: ${JSON.stringify(begin.slice(0, 60))}`, () => assert.equal(containerOf(begin), null));
}
