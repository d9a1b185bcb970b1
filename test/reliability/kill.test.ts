/**
 * kill -9 at random moments of a run over a generated archive: every output that shows is whole, and the next run
 * brings the rest. `KILLS=50` kills more often than the gate does.
 */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { random, writeArchive } from '../../bench/archive.js';
import { bin, emptyFolder, env, outputs, runProgram, tree } from '../cli/program.js';
import { tries } from '../counts.js';

const kills = Number(process.env.KILLS ?? tries(3, 10));

test(`killed at ${kills} random moments`, async () => {
  const cwd = emptyFolder();
  const out = join(cwd, 'out');
  writeArchive(join(cwd, 'posts'), 80, 7);
  const started = performance.now();
  assert.equal(runProgram(['posts', '-o', 'whole'], cwd).status, 0);
  const duration = performance.now() - started;
  const whole = outputs(join(cwd, 'whole'));
  assert.equal(Object.keys(whole).length, 80);
  const next = random(kills);
  let midway = 0;
  for (let kill = 0; kill < kills; kill++) {
    rmSync(out, { recursive: true, force: true });
    const child = spawn(process.execPath, [bin, 'posts', '-o', 'out', '-j', '2'], { cwd, env, stdio: 'ignore' });
    const closed = new Promise((resolve) => child.on('close', resolve));
    await new Promise((resolve) => setTimeout(resolve, duration * (0.1 + 0.9 * next())));
    child.kill('SIGKILL');
    await closed;
    const shown = Object.entries(outputs(out)).filter(([path]) => !path.endsWith('.tmp'));
    for (const [path, text] of shown) assert.equal(text, whole[path], path);
    if (shown.length > 0 && shown.length < 80) midway++;
    const { status, stderr } = runProgram(['posts', '-o', 'out'], cwd);
    assert.equal(status, 0, stderr);
    assert.deepEqual(outputs(out), whole);
    assert.ok(!Object.keys(tree(out)).some((path) => path.endsWith('.tmp')));
  }
  assert.ok(midway > 0, 'no run was killed midway');
});
