import assert from 'node:assert/strict';
import fs, { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { UsageError } from '../../src/errors.js';
import { readList } from '../../src/input/discover/list.js';
import { staticPart } from '../../src/input/discover/pattern.js';
import { type DiscoverOptions, type Discovery, discover } from '../../src/input/discover.js';
import { DEFAULTS } from '../../src/options/table.js';

const top = mkdtempSync(join(tmpdir(), 'article-clean-discover-'));
after(() => rmSync(top, { recursive: true, force: true }));
let count = 0;

/** A working folder with these files. */
function folderOf(...files: string[]): string {
  const folder = join(top, String(count++));
  mkdirSync(folder);
  for (const file of files) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), file);
  }
  return folder;
}

function find(cwd: string, names: string[], rest: Partial<DiscoverOptions> = {}): Promise<Discovery> {
  return discover(names, { cwd, exclude: [], ignore: true, ext: DEFAULTS.ext, leaveOut: () => false, ...rest });
}
const paths = ({ inputs }: Discovery) => inputs.map(({ path }) => path);
const sources = ({ inputs }: Discovery) => inputs.map(({ source }) => source);

const strange = [
  'a[1].html',
  '(p).html',
  'b(1).html',
  '!bang.html',
  'a\\b.html',
  '{x,y}.html',
  '*.html',
  '?.html',
  '**',
  '+(a).html',
  '@(a|b).html',
  'with space.html',
  ' lead.html',
  'quote\'".html',
  '$HOME.html',
  '`id`.html',
  'new\nline.html',
  'tab\t.html',
  '中文.html',
  'e\u0301.html',
  '👩‍👩‍👧.html',
  '-x.html',
  '--help',
  '~.html',
  'noending',
  'a&b;c.html',
];
for (const name of strange) {
  test(`the name ${JSON.stringify(name)} is taken literally`, async () => {
    const cwd = folderOf(name, 'a1.html', 'p.html', 'a.html', 'b1.html', 'x.html', 'y.html', 'b.html');
    const found = await find(cwd, [name]);
    assert.deepEqual(paths(found), [name]);
    assert.deepEqual(found.problems, []);
    assert.equal(found.several, false);
  });
}

test('a folder gives all its articles, strange names too, sorted by code unit', async () => {
  const cwd = folderOf(
    'd/b.html',
    'd/Z.html',
    'd/a/x.MD',
    'd/a/new\nline.htm',
    'd/é.xhtml',
    'd/p.png',
    'd/.hid/x.html',
    'd/.x.html',
    'd/a-b.md',
  );
  const found = await find(cwd, ['d']);
  assert.deepEqual(sources(found), ['Z.html', 'a-b.md', 'a/new\nline.htm', 'a/x.MD', 'b.html', 'é.xhtml']);
  assert.equal(found.several, true);
  assert.equal(found.base, join(cwd, 'd'));
});

test('one pattern does not cost another one its files', async () => {
  const cwd = folderOf('a.html', 'g/b.html');
  const other = folderOf('c.html');
  const found = await find(cwd, ['*.html', `${other}/*.html`, '../*/g/*.html']);
  assert.equal(found.inputs.length, 3);
  assert.equal(found.base, top);
  assert.deepEqual(found.problems, []);
});

test('each file once, whatever the ways to it', async () => {
  const cwd = folderOf('a.html', 'sub/b.html');
  symlinkSync('.', join(cwd, 'loop'));
  symlinkSync('a.html', join(cwd, 'link.html'));
  const found = await find(cwd, ['.', 'a.html', 'sub/../a.html', '*.html', join(cwd, 'a.html'), 'link.html', 'loop']);
  assert.deepEqual(sources(found), ['a.html', 'sub/b.html']);
  assert.deepEqual(found.problems, []);
});

test('links are followed where they are named, not in scans', async () => {
  const cwd = folderOf('real/a.html', 'd/b.html');
  symlinkSync('../real', join(cwd, 'd', 'folder'));
  symlinkSync('../real/a.html', join(cwd, 'd', 'a.html'));
  symlinkSync('nowhere', join(cwd, 'd', 'dangling.html'));
  assert.deepEqual(sources(await find(cwd, ['d'])), ['b.html']);
  assert.deepEqual(sources(await find(cwd, ['d/**/*.html'])), ['b.html']);
  assert.deepEqual(sources(await find(cwd, ['d/folder'])), ['a.html']);
  assert.match((await find(cwd, ['d/dangling.html'])).problems[0]?.message ?? '', /no such file/);
});

test('what matches nothing is one problem each; the rest goes on', async () => {
  const cwd = folderOf('a.html', 'empty/p.png');
  const names = [
    'gone.html',
    'none/*.html',
    'empty',
    '',
    'a.html/x',
    'a.html/**',
    'nul\0',
    '[',
    '{1..9999999}',
    'a.html',
  ];
  const found = await find(cwd, names);
  assert.deepEqual(paths(found), ['a.html']);
  assert.deepEqual(
    found.problems.map(({ path }) => path),
    names.slice(0, -1),
  );
});

const isRoot = process.getuid?.() === 0;
test('an unreadable folder is reported and its neighbours are found', {
  skip: isRoot ? 'root reads every folder' : false,
}, async () => {
  const cwd = folderOf('d/a.html', 'd/closed/b.html', 'd/open/c.html');
  chmodSync(join(cwd, 'd', 'closed'), 0);
  for (const name of ['d', 'd/**/*.html']) {
    const found = await find(cwd, [name]);
    assert.deepEqual(sources(found), ['a.html', 'open/c.html']);
    assert.deepEqual(
      found.problems.map(({ path }) => path),
      ['d/closed'],
    );
  }
  chmodSync(join(cwd, 'd', 'closed'), 0o755);
});

const excludes: [exclude: string[], expected: string[]][] = [
  [['drafts'], ['a.html', 'sub/a.html', 'sub/b.html']],
  [['drafts/'], ['a.html', 'sub/a.html', 'sub/b.html']],
  [['d/sub'], ['a.html', 'drafts/x.html']],
  [['d/sub/**'], ['a.html', 'drafts/x.html']],
  [
    ['a.*', '**/x.html'],
    ['sub/b.html', 'sub/drafts/y.html'],
  ],
  [['sub/*'], ['a.html', 'drafts/x.html', 'sub/a.html', 'sub/b.html', 'sub/drafts/y.html']],
];
for (const [exclude, expected] of excludes) {
  test(`--exclude ${exclude.join(' ')}`, async () => {
    const cwd = folderOf('d/a.html', 'd/drafts/x.html', 'd/sub/a.html', 'd/sub/b.html', 'd/sub/drafts/y.html');
    for (const name of ['d', 'd/**/*.html']) assert.deepEqual(sources(await find(cwd, [name], { exclude })), expected);
  });
}

test('what is left out is left out of scans, not of names', async () => {
  const cwd = folderOf('a.html', 'out/b.html');
  const leaveOut = (path: string) => path === join(cwd, 'out');
  assert.deepEqual(sources(await find(cwd, ['.'], { leaveOut })), ['a.html']);
  assert.deepEqual(sources(await find(cwd, ['**/*.html'], { leaveOut })), ['a.html']);
  assert.deepEqual(sources(await find(cwd, ['out/b.html'], { leaveOut })), ['b.html']);
});

test('the base is the common parent, and adding a file moves no other', async () => {
  const cwd = folderOf('p/2020/a.html', 'p/2021/b.html', 'q/c.html', 'p/d.html');
  const cases: [names: string[], base: string, several: boolean][] = [
    [['p/2020/a.html'], 'p/2020', false],
    [['p/2020/a.html', 'p/2021/b.html'], 'p', true],
    [['p/2020'], 'p/2020', true],
    [['p/**/*.html'], 'p', true],
    [['p/2020/*.html'], 'p/2020', true],
    [['p/2020', 'q'], '', true],
    [['*/c.html'], '', true],
  ];
  for (const [names, base, several] of cases) {
    const found = await find(cwd, names);
    assert.equal(found.base, join(cwd, base).replace(/\/$/, ''), names.join(' '));
    assert.equal(found.several, several, names.join(' '));
  }
  const found = await find(cwd, ['p/2020/a.html', 'q/c.html'], { base: join(cwd, 'p') });
  assert.deepEqual(sources(found), ['2020/a.html']);
  assert.match(found.problems[0]?.message ?? '', /not below --base/);
});

test('the static part of patterns', () => {
  const cases = { 'a/b/*.html': 'a/b', '*.html': '', '/x/**': '/x', '/*': '/', 'a/{b,c}/d': 'a', 'a/b.html': 'a' };
  for (const [pattern, expected] of Object.entries(cases)) assert.equal(staticPart(pattern), expected, pattern);
});

test('lists of names', () => {
  const bytes = (text: string) => Buffer.from(text);
  assert.deepEqual(readList(bytes('a\r\nb c\n\n中\n'), false), ['a', 'b c', '中']);
  assert.deepEqual(readList(bytes('a\nb\0c\0'), true), ['a\nb', 'c']);
  assert.throws(() => readList(bytes('a\0b\0'), false), UsageError);
  assert.throws(() => readList(Buffer.from([0x61, 0xff]), false), UsageError);
});

test('listed names are never patterns; listed folders are scanned', async () => {
  const cwd = folderOf('a1.html', 'd/b.html');
  const found = await find(cwd, [], { listed: ['a[1].html', 'd', '-'] });
  assert.deepEqual(
    sources(found),
    ['d/b.html'].map((path) => path.replace('d/', '')),
  );
  assert.deepEqual(
    found.problems.map(({ path }) => path),
    ['a[1].html', '-'],
  );
});

test('a file is taken once, by whatever names of folders and links a list leads to it', async () => {
  const cwd = folderOf('d/a.html', 'd/b.html', 'e/c.html');
  symlinkSync('d', join(cwd, 'linked'));
  symlinkSync('../d/b.html', join(cwd, 'e', 'other.html'));
  symlinkSync('gone', join(cwd, 'e', 'nowhere.html'));
  const listed = ['linked/a.html', 'd/a.html', join(cwd, 'd/../d/a.html'), 'e/other.html', 'd/b.html', 'e/c.html'];
  const nothing = ['e/nowhere.html', 'd/a.html/x', 'd/no.html', `d/${'n'.repeat(5000)}.html`];
  const found = await find(cwd, [], { listed: [...listed, ...nothing] });
  assert.deepEqual(paths(found), ['e/c.html', 'e/other.html', 'linked/a.html']);
  assert.deepEqual(
    found.problems.map(({ path }) => path),
    nothing,
  );
});

test('a list of many names asks the system once for each, and once for each folder', async (context) => {
  const files = Array.from({ length: 60 }, (_, index) => `d${index % 3}/${index}.html`);
  const cwd = folderOf(...files);
  const looks = ['lstatSync', 'statSync', 'realpathSync'].map((name) => context.mock.method(fs, name as 'statSync'));
  syncBuiltinESMExports();
  await find(cwd, [], { listed: files });
  const count = looks.reduce((sum, { mock }) => sum + mock.callCount(), 0);
  context.mock.restoreAll();
  syncBuiltinESMExports();
  assert.equal(count, 63);
});
