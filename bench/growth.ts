/** Time of twice the input over the time of the input, for bodies made to find work that is not linear. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { Row } from './batch.js';
import type { Times } from './growth-one.js';
import { generators } from './hostile.js';

/** @throws where the generator's process fails */
function timesOf(name: string, times: number): Times {
  const program = join(import.meta.dirname, 'growth-one.ts');
  // The loader of TypeScript is among this process's own options.
  const { status, stdout, stderr } = spawnSync(process.execPath, [...process.execArgv, program, name, String(times)]);
  if (status !== 0) throw new Error(`${name}: ${String(stderr).slice(-600)}`);
  return JSON.parse(String(stdout)) as Times;
}

/** @param times runs of each size */
export function growth(times: number): Row[] {
  return Object.keys(generators).flatMap((name) => {
    const { megabyte, length, one, two } = timesOf(name, times);
    const sizes = `${length / 500_000} MB against ${length / 1_000_000} MB`;
    return [
      { measure: `${name}: ${sizes}`, goal: '2.6x', value: `${(two / one).toFixed(2)}x` },
      { measure: `${name}: 1 MB`, goal: '3 s', value: `${(megabyte / 1000).toFixed(2)} s` },
    ];
  });
}
