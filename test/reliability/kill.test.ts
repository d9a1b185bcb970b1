/**
 * kill -9 at random moments of a run over a generated archive: every output that shows is whole, and the next run
 * brings the rest. `KILLS=50` kills more often than the gate does.
 */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { random, writeArchive } from '../../bench/archive.js';
import { bin, emptyFolder, env, outputs, runProgram, tree } from '../cli/program.js';
import { onlyInCheck, tries } from '../counts.js';
import { runBroken } from './broken.js';

const count = 160;
const kills = Number(process.env.KILLS ?? tries(3, 10));

test(`killed at ${kills} random moments`, { skip: onlyInCheck }, async () => {
  const cwd = emptyFolder();
  const out = join(cwd, 'out');
  const args = ['posts', '-o', 'out', '-j', '2'];
  writeArchive(join(cwd, 'posts'), count, 7);
  const started = performance.now();
  assert.equal(runProgram(['posts', '-o', 'whole'], cwd).status, 0);
  const duration = performance.now() - started;
  const whole = outputs(join(cwd, 'whole'));
  assert.equal(Object.keys(whole).length, count);
  const next = random(kills);
  let midway = 0;
  for (let kill = 0; kill < kills; kill++) {
    rmSync(out, { recursive: true, force: true });
    // Every other death comes at an output: where the machine is fast or slow, moments by the clock may all miss.
    const RUN = 'kill -9 $PPID';
    if (kill % 2 === 0) runBroken(args, cwd, { BREAK: `renameSync:${1 + Math.floor(next() * 50)}:run`, RUN });
    else await killedAfter(duration * (0.1 + 0.9 * next()), args, cwd);
    const shown = Object.entries(outputs(out)).filter(([path]) => !path.endsWith('.tmp'));
    for (const [path, text] of shown) assert.equal(text, whole[path], path);
    if (shown.length > 0 && shown.length < count) midway++;
    const { status, stderr } = runProgram(['posts', '-o', 'out'], cwd);
    assert.equal(status, 0, stderr);
    assert.deepEqual(outputs(out), whole);
    assert.ok(!Object.keys(tree(out)).some((path) => path.endsWith('.tmp')));
  }
  assert.ok(midway > 0, 'no run was killed midway');
});

async function killedAfter(delay: number, args: readonly string[], cwd: string): Promise<void> {
  const child = spawn(process.execPath, [bin, ...args], { cwd, env, stdio: 'ignore' });
  const ended = once(child, 'close');
  await sleep(delay);
  child.kill('SIGKILL');
  await ended;
}
