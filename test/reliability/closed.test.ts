/** A run opens no connection and starts no program: both are taken away, and nothing misses them. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { bin, emptyFolder, env, root } from '../cli/program.js';

const hook = join(import.meta.dirname, 'close-world.cjs');

test('the sample archive converts and is proved without network and child processes', () => {
  const cwd = emptyFolder();
  const log = join(cwd, 'log');
  const args = ['convert', join(root, 'fixtures', 'archive'), '-o', 'out', '-f', 'md,txt,json', '--verify'];
  const options = { cwd, env: { ...env, LOG: log, NODE_OPTIONS: `--require ${JSON.stringify(hook)}` } };
  const ran = spawnSync(process.execPath, [bin, ...args], options);
  assert.equal(ran.status, 0, ran.stderr.toString());
  // One line for each thread that took the hook, and no other.
  assert.deepEqual([...new Set(readFileSync(log, 'utf8').trimEnd().split('\n'))], ['closed']);
});
