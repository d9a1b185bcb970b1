/** Shards under GNU parallel, for real: the same outputs as one run, reports that merge. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';

const root = join(import.meta.dirname, '../..');
const hasParallel = spawnSync('parallel', ['--version']).status === 0;
const isBuilt = readdirSync(root).includes('dist');

function outputs(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const texts = files
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !path.includes('.article-clean.'))
    .map((path) => [path.slice(folder.length), readFileSync(path, 'utf8')] as const);
  return Object.fromEntries(texts.sort(([a], [b]) => (a < b ? -1 : 1)));
}

test('three shards under GNU parallel write what one run writes', {
  skip: !hasParallel ? 'GNU parallel is not installed' : !isBuilt ? 'not built' : false,
}, () => {
  const folder = mkdtempSync(join(tmpdir(), 'article-clean-parallel-'));
  try {
    const convert = [join(root, 'bin/article-clean.js'), 'convert', join(root, 'fixtures/archive'), '-q'];
    const single = spawnSync(process.execPath, [...convert, '-o', join(folder, 'one')], { encoding: 'utf8' });
    assert.equal(single.status, 0, single.stderr);
    const shard = ['--shard', '{}/3', '--report', join(folder, '{}.ndjson'), '-o', join(folder, 'three')];
    const run = spawnSync('parallel', ['-j', '2', process.execPath, ...convert, ...shard, ':::', '1', '2', '3'], {
      encoding: 'utf8',
    });
    assert.equal(run.status, 0, run.stderr);
    const one = outputs(join(folder, 'one'));
    assert.equal(Object.keys(one).length, 12);
    assert.deepEqual(outputs(join(folder, 'three')), one);
    const lines = ['1', '2', '3'].flatMap((part) =>
      readFileSync(join(folder, `${part}.ndjson`), 'utf8')
        .trim()
        .split('\n'),
    );
    assert.equal(lines.filter((line) => JSON.parse(line).status === 'converted').length, 12);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
