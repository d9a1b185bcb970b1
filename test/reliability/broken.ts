/** A run of the program in which the file system breaks, or something else happens, at a chosen call. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { bin, env } from '../cli/program.js';

const hook = join(import.meta.dirname, 'break-fs.cjs');

/** @param how `BREAK` and `RUN`, as `break-fs.cjs` says */
export function runBroken(
  args: readonly string[],
  cwd: string,
  how: NodeJS.ProcessEnv,
): { status: number | null; stderr: string } {
  const options = { cwd, env: { ...env, ...how, NODE_OPTIONS: `--require ${JSON.stringify(hook)}` } };
  const ran = spawnSync(process.execPath, [bin, ...args], { ...options, timeout: 60_000 });
  return { status: ran.status, stderr: ran.stderr.toString() };
}
