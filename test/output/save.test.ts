import assert from 'node:assert/strict';
import fs, {
  chmodSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { ArticleError } from '../../src/errors.js';
import { removeTemporaries, temporaryName } from '../../src/output/atomic.js';
import { prepareFolders, removeEmpty } from '../../src/output/folders.js';
import { Manifest, manifestName } from '../../src/output/manifest.js';
import { hashOf, type SaveOptions, saveOutput } from '../../src/output/save.js';
import { type FileOptions, fileStream, freshStream } from '../../src/output/stream.js';

const folder = mkdtempSync(join(tmpdir(), 'article-clean-save-'));
after(() => rmSync(folder, { recursive: true, force: true }));
let count = 0;
function place(): string {
  const own = join(folder, String(count++));
  mkdirSync(own);
  return own;
}
const plain: SaveOptions = {
  owned: [],
  force: false,
  write: true,
  named: false,
  isInput: () => false,
  claim: () => {},
};

test('a new file is written, and nothing else is left', () => {
  const own = place();
  const saved = saveOutput(join(own, 'a.md'), '中文\n', plain);
  assert.deepEqual({ ...saved, mtime: 0 }, { state: 'new', hash: hashOf('中文\n'), size: 7, mtime: 0 });
  assert.equal(saved.mtime, statSync(join(own, 'a.md')).mtimeMs);
  assert.deepEqual(readdirSync(own), ['a.md']);
});

test('an unchanged file is not touched', () => {
  const target = join(place(), 'a.md');
  writeFileSync(target, 'same');
  utimesSync(target, 1, 1);
  assert.equal(saveOutput(target, 'same', { ...plain, force: true }).state, 'unchanged');
  assert.equal(statSync(target).mtimeMs, 1000);
});

test('a file that is not ours is kept; ours is replaced, and keeps its mode', () => {
  const target = join(place(), 'a.md');
  writeFileSync(target, 'by hand');
  assert.equal(saveOutput(target, 'new', plain).state, 'kept');
  assert.equal(readFileSync(target, 'utf8'), 'by hand');
  assert.equal(saveOutput(target, 'new', { ...plain, owned: [hashOf('before')] }).state, 'kept');
  chmodSync(target, 0o640);
  assert.equal(saveOutput(target, 'new', { ...plain, owned: [hashOf('x'), hashOf('by hand')] }).state, 'replaced');
  assert.equal(readFileSync(target, 'utf8'), 'new');
  assert.equal(statSync(target).mode & 0o777, 0o640);
  assert.equal(saveOutput(target, 'forced', { ...plain, force: true }).state, 'replaced');
});

test('a dry run says the same and writes nothing', () => {
  const target = join(place(), 'a.md');
  assert.equal(saveOutput(target, 'x', { ...plain, write: false }).state, 'new');
  assert.equal(existsSync(target), false);
});

test('a link at the target is replaced, not followed', () => {
  const own = place();
  writeFileSync(join(own, 'precious'), 'precious');
  symlinkSync('precious', join(own, 'a.md'));
  assert.equal(saveOutput(join(own, 'a.md'), 'x', plain).state, 'kept');
  assert.equal(saveOutput(join(own, 'a.md'), 'x', { ...plain, force: true }).state, 'replaced');
  assert.equal(readFileSync(join(own, 'precious'), 'utf8'), 'precious');
  assert.ok(lstatSync(join(own, 'a.md')).isFile());
});

test('an input is never replaced, not even under another name or by force', () => {
  const own = place();
  writeFileSync(join(own, 'input.md'), 'input');
  linkSync(join(own, 'input.md'), join(own, 'a.md'));
  const { dev, ino } = statSync(join(own, 'input.md'));
  const isInput = (stats: { dev: number; ino: number }) => stats.dev === dev && stats.ino === ino;
  assert.throws(() => saveOutput(join(own, 'a.md'), 'x', { ...plain, force: true, isInput }), /replace an input/);
  assert.equal(readFileSync(join(own, 'input.md'), 'utf8'), 'input');
});

test('a folder at the target, and no folder around it', () => {
  const own = place();
  mkdirSync(join(own, 'a.md'));
  assert.throws(() => saveOutput(join(own, 'a.md'), 'x', { ...plain, force: true }), ArticleError);
  assert.throws(() => saveOutput(join(own, 'gone', 'a.md'), 'x', plain), /its folder is gone/);
});

for (const call of ['openSync', 'writeSync', 'fchmodSync', 'fstatSync', 'closeSync', 'renameSync'] as const) {
  for (const code of ['ENOSPC', 'EIO']) {
    test(`${call} fails with ${code}: the old file stays whole, no part of the new one`, () => {
      const target = join(place(), 'a.md');
      writeFileSync(target, 'old');
      const real = fs[call];
      const failing = (...rest: unknown[]) => {
        // Only the temporary file is opened for writing; what is closed badly is closed nevertheless.
        const isOther = call === 'openSync' && rest[1] !== 'wx';
        const given = isOther || call === 'closeSync' ? (real as (...all: unknown[]) => unknown)(...rest) : null;
        if (isOther) return given;
        throw Object.assign(new Error(code), { code });
      };
      Object.assign(fs, { [call]: failing });
      let caught: unknown;
      try {
        syncBuiltinESMExports();
        saveOutput(target, 'new', { ...plain, force: true });
      } catch (error) {
        caught = error;
      } finally {
        Object.assign(fs, { [call]: real });
        syncBuiltinESMExports();
      }
      assert.ok(caught instanceof ArticleError, String(caught));
      assert.equal(caught.code, code === 'ENOSPC' ? 'disk' : 'not-saved');
      assert.equal(readFileSync(target, 'utf8'), 'old');
      assert.deepEqual(readdirSync(join(target, '..')), ['a.md']);
    });
  }
}

test('temporary files of dead runs go, those of living ones stay', () => {
  const own = place();
  const dead = temporaryName(999999999, 0, 1);
  const alive = temporaryName(process.pid, 0, 1);
  for (const name of [dead, alive, 'x.tmp']) writeFileSync(join(own, name), '');
  prepareFolders(own, []);
  assert.deepEqual(readdirSync(own).sort(), [alive, 'x.tmp']);
  removeTemporaries(own, (pid, thread) => pid === process.pid && thread === 0);
  assert.deepEqual(readdirSync(own), ['x.tmp']);
});

test('what another machine is writing into the same folder stays, until it is a day old', () => {
  const own = place();
  const [fresh, old] = ['.article-clean-00000000-999999999-0-1.tmp', '.article-clean-00000000-999999999-0-2.tmp'];
  for (const name of [fresh, old]) writeFileSync(join(own, name), '');
  const yesterday = Date.now() / 1000 - 90_000;
  utimesSync(join(own, old), yesterday, yesterday);
  prepareFolders(own, []);
  assert.deepEqual(readdirSync(own), [fresh]);
});

test('a report takes away what an ended run left beside it', () => {
  const target = join(place(), 'report.ndjson');
  writeFileSync(join(target, '..', temporaryName(999999999, 0, 1)), '');
  freshStream(target, stream(false)).close();
  assert.deepEqual(readdirSync(join(target, '..')), ['report.ndjson']);
});

test('folders: a link that leads out is refused, what was made for nothing goes', () => {
  const own = place();
  const outside = place();
  mkdirSync(join(own, 'out'));
  symlinkSync(outside, join(own, 'out', 'link'));
  writeFileSync(join(own, 'out', 'file'), '');
  const paths = ['a/b/c', 'd', 'link', 'link/e', 'file'].map((path) => join(own, 'out', path));
  const folders = prepareFolders(join(own, 'out'), paths);
  assert.deepEqual([...folders.refused.keys()].sort(), [paths[4], paths[2], paths[3]].sort());
  assert.match(folders.refused.get(paths[2] as string) ?? '', /leads out/);
  writeFileSync(join(own, 'out', 'd', 'x.md'), '');
  removeEmpty(folders);
  assert.deepEqual(readdirSync(join(own, 'out')).sort(), ['d', 'file', 'link']);
});

test('the manifest remembers, shard by shard, and passes over damaged lines', () => {
  const own = place();
  const entry = (source: string, hash: string) => ({
    source,
    size: 1,
    mtime: 2,
    input: 'i',
    settings: 's',
    outputs: [{ path: `${source}.md`, hash, size: 3, mtime: 4 }],
    links: [] as [string, string | null][],
  });
  const one = new Manifest(own, { index: 1, count: 2 });
  one.record(entry('b', 'hash-of-shard'));
  one.save(true);
  const whole = new Manifest(own, null);
  assert.deepEqual(whole.ownedAt('b.md'), ['hash-of-shard']);
  whole.record(entry('b', 'hash-of-whole'));
  whole.record(entry('a', 'x'));
  whole.save(true);
  const path = join(own, manifestName(null));
  const { mtimeMs } = statSync(path);
  const again = new Manifest(own, null);
  assert.deepEqual(again.ownedAt('b.md').toSorted(), ['hash-of-shard', 'hash-of-whole']);
  assert.deepEqual(again.ownedBy(join(own, 'a.md')), ['x']);
  assert.deepEqual(again.ownedBy(join(own, 'c.md')), []);
  again.record(entry('a', 'x'));
  again.save(true);
  assert.equal(statSync(path).mtimeMs, mtimeMs, 'written though nothing changed');
  writeFileSync(path, `${readFileSync(path, 'utf8').slice(0, -20)}\n[]\n{"source":3}\n`);
  const damaged = new Manifest(own, null);
  assert.deepEqual([...damaged.sources()], ['b', 'a']);
  assert.deepEqual(damaged.entryOf('a'), entry('a', 'x'));
  assert.deepEqual(damaged.ownedAt('b.md'), ['hash-of-shard']);
  assert.equal(damaged.entryOf('c'), null);
});

test('a part reads what the other parts wrote only where an output stands that it does not know', (context) => {
  const folder = place();
  const parts = [1, 2, 3].map((index) => ({ index, count: 3 }));
  for (const shard of parts) {
    const source = `s${shard.index}`;
    const path = join(folder, `${source}.md`);
    writeFileSync(path, source);
    const { size, mtimeMs } = statSync(path);
    const manifest = new Manifest(folder, shard);
    const outputs = [{ path: `${source}.md`, hash: `hash of ${source}`, size, mtime: mtimeMs }];
    manifest.record({ source, size: 1, mtime: 2, input: 'i', settings: 's', outputs, links: [] });
    manifest.save(true);
  }
  const { mock } = context.mock.method(fs, 'openSync');
  syncBuiltinESMExports();
  const second = new Manifest(folder, { index: 2, count: 3 });
  assert.deepEqual(second.ownedAt('s2.md'), ['hash of s2']);
  assert.deepEqual(second.ownedAt('new.md'), []);
  assert.deepEqual([...second.sources()], ['s2']);
  assert.ok(second.entryOf('s2'));
  assert.equal(mock.callCount(), 1);
  assert.deepEqual(second.ownedAt('s3.md'), ['hash of s3']);
  assert.ok(second.entryOf('s1'));
  assert.equal(mock.callCount(), 3);
  context.mock.restoreAll();
  syncBuiltinESMExports();
  // Its own output, but written anew by another part.
  writeFileSync(join(folder, 's2.md'), 'by the first');
  const first = new Manifest(folder, { index: 1, count: 3 });
  const outputs = [{ path: 's2.md', hash: 'newer', size: 12, mtime: statSync(join(folder, 's2.md')).mtimeMs }];
  first.record({ source: 's2', size: 1, mtime: 2, input: 'i', settings: 's', outputs, links: [] });
  first.save(true);
  assert.deepEqual(new Manifest(folder, { index: 2, count: 3 }).ownedAt('s2.md'), ['hash of s2', 'newer']);
  // Of other wholes all is read: no part of theirs may ever run again.
  assert.deepEqual([...new Manifest(folder, { index: 1, count: 9 }).sources()].sort(), ['s1', 's2', 's3']);
});

const stream = (force: boolean): FileOptions => {
  return { isInput: () => false, isOurs: () => false, force, named: true, shown: 'all.ndjson', write: true };
};

test('a stream appears whole when it is closed', async () => {
  const target = join(place(), 'all.ndjson');
  const first = fileStream(target, stream(false));
  await first.write('1\n');
  assert.equal(existsSync(target), false);
  await first.write('2\n');
  assert.equal(first.close()?.state, 'new');
  assert.equal(readFileSync(target, 'utf8'), '1\n2\n');
  for (const [text, force, state] of [
    ['1\n2\n', false, 'unchanged'],
    ['3\n', false, 'kept'],
    ['3\n', true, 'replaced'],
  ] as const) {
    const next = fileStream(target, stream(force));
    await next.write(text);
    assert.equal(next.close()?.state, state);
  }
  fileStream(target, stream(true)).abort();
  assert.equal(readFileSync(target, 'utf8'), '3\n');
  assert.deepEqual(readdirSync(join(target, '..')), ['all.ndjson']);
});
