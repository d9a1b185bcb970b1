/** The one door: what may be done at a path, whatever stands there and whoever asks. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, linkSync, mkdirSync, mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { channelAt } from '../../src/output/channel.js';
import { type Answer, type Asker, ask } from '../../src/output/door.js';
import { claimIn, entryIn, sourceIn } from '../../src/output/entry.js';
import { Manifest } from '../../src/output/manifest.js';

const folder = mkdtempSync(join(tmpdir(), 'article-clean-door-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const at = (name: string) => join(folder, name);

writeFileSync(at('input.html'), 'input');
linkSync(at('input.html'), at('hard-link'));
writeFileSync(at('ours'), 'ours');
writeFileSync(at('foreign'), 'foreign');
mkdirSync(at('folder'));
symlinkSync('foreign', at('link'));
symlinkSync('gone', at('dangling'));
symlinkSync('input.html', at('link-to-input'));
execFileSync('mkfifo', [at('pipe')]);
symlinkSync('pipe', at('link-to-pipe'));
symlinkSync('/proc/self/fd/7', at('link-to-stream'));
symlinkSync('b', at('a'));
symlinkSync('a', at('b'));

const { dev, ino } = statSync(at('input.html'));
const asker: Asker = {
  isInput: (stats) => stats.dev === dev && stats.ino === ino,
  isOurs: (bytes) => bytes.toString() === 'ours',
  force: false,
  named: false,
};
const answered = (answer: Answer) => (answer.may === 'nothing' ? answer.why : answer.may);

// What stands there; the answers to a planned path, to one with --force, to a named one, to a named one with --force.
const cases: [name: string, ...answers: string[]][] = [
  ['nothing', 'create', 'create', 'create', 'create'],
  ['ours', 'replace', 'replace', 'replace', 'replace'],
  ['foreign', 'keep', 'replace', 'keep', 'replace'],
  ['input.html', 'input', 'input', 'input', 'input'],
  ['hard-link', 'input', 'input', 'input', 'input'],
  ['folder', 'folder', 'folder', 'folder', 'folder'],
  ['link', 'keep', 'replace', 'link', 'link'],
  ['dangling', 'keep', 'replace', 'link', 'link'],
  ['link-to-input', 'keep', 'replace', 'link', 'link'],
  ['pipe', 'device', 'device', 'device', 'device'],
  ['a', 'keep', 'replace', 'link', 'link'],
];
for (const [name, ...answers] of cases) {
  test(`at ${name}`, () => {
    const given: string[] = [];
    for (const named of [false, true]) {
      for (const force of [false, true]) given.push(answered(ask(at(name), { ...asker, named, force })));
    }
    assert.deepEqual(given, answers);
  });
}

test('an input stays one where its bytes are what an earlier run wrote', () => {
  assert.deepEqual(ask(at('input.html'), { ...asker, isOurs: () => true }), { may: 'nothing', why: 'input' });
});

test('what bytes go through, links followed, and what is a file or nothing', () => {
  assert.deepEqual(channelAt(at('pipe')), { path: at('pipe') });
  assert.deepEqual(channelAt(at('link-to-pipe')), { path: at('link-to-pipe') });
  assert.deepEqual(channelAt(at('link-to-stream')), { descriptor: 7 });
  assert.deepEqual(channelAt('/dev/stdout'), { descriptor: 1 });
  assert.deepEqual(channelAt('/dev/fd/63'), { descriptor: 63 });
  if (existsSync('/dev/null')) assert.deepEqual(channelAt('/dev/null'), { path: '/dev/null' });
  for (const name of ['ours', 'folder', 'link', 'dangling', 'nothing', 'a']) assert.equal(channelAt(at(name)), null);
});

const entry = {
  source: 'a.html',
  size: 1,
  mtime: 2,
  input: 'i',
  settings: 's',
  base: '../posts',
  outputs: [{ path: 'a.md', hash: 'h', size: 3, mtime: 4 }],
  links: [
    ['b.html', 'b.md'],
    ['c.html', null],
  ],
};

test('a line of a manifest is believed whole or not at all', () => {
  const line = JSON.stringify(entry);
  assert.deepEqual(entryIn(line), entry);
  assert.equal(sourceIn(line), 'a.html');
  const wrong: object[] = [
    { source: 5 },
    { size: '1' },
    { mtime: null },
    { input: [] },
    { settings: {} },
    { base: 5 },
    { outputs: {} },
    { outputs: [null] },
    { outputs: [{ ...entry.outputs[0], path: 5 }] },
    { outputs: [{ ...entry.outputs[0], hash: null }] },
    { outputs: [{ ...entry.outputs[0], size: '3' }] },
    { links: [5] },
    { links: [null] },
    { links: [['a', 5]] },
    { links: [[]] },
  ];
  for (const part of wrong) assert.equal(entryIn(JSON.stringify({ ...entry, ...part })), null, JSON.stringify(part));
  for (const text of ['', 'null', '[]', '5', '"x"', '{', line.slice(0, -9)]) assert.equal(entryIn(text), null, text);
  assert.equal(sourceIn('{"source":5,"size":1,"outputs":[]}'), null);
  assert.equal(sourceIn('{"source":"a\\"b","size":1,"links":[]}'), 'a"b');
  assert.deepEqual(claimIn('{"claim":"a.md","hash":"h"}'), { path: 'a.md', hash: 'h' });
  for (const text of ['{"claim":5,"hash":"h"}', '{"claim":"a.md"}', '{"claim":', line])
    assert.equal(claimIn(text), null);
});

test('a manifest whose name is a link or a pipe is neither read nor written', () => {
  for (const kind of ['link', 'pipe']) {
    const own = at(`manifest-${kind}`);
    mkdirSync(own);
    const path = join(own, '.article-clean.ndjson');
    writeFileSync(join(own, 'victim'), `${JSON.stringify(entry)}\n`);
    if (kind === 'link') symlinkSync('victim', path);
    else execFileSync('mkfifo', [path]);
    const manifest = new Manifest(own, null);
    assert.deepEqual([...manifest.sources()], []);
    manifest.record({ ...entry, links: [] });
    assert.throws(() => manifest.save(true), /is no regular file/);
    assert.ok(!statSync(path).isFile() || kind === 'link');
    assert.equal(statSync(join(own, 'victim')).size, JSON.stringify(entry).length + 1);
  }
});

test('what was claimed and never told is known, until its article is told', () => {
  const own = at('claims');
  mkdirSync(own);
  const line = (path: string) => `${JSON.stringify({ claim: path, hash: `hash of ${path}` })}\n`;
  writeFileSync(join(own, '.article-clean.ndjson'), line('a.md') + line('b.md'));
  const manifest = new Manifest(own, null);
  assert.deepEqual(manifest.ownedAt('b.md'), ['hash of b.md']);
  manifest.record({ ...entry, links: [] });
  manifest.save(true);
  const next = new Manifest(own, null);
  assert.deepEqual(next.ownedBy(join(own, 'a.md')), ['h']);
  assert.deepEqual(next.ownedBy(join(own, 'b.md')), ['hash of b.md']);
});
