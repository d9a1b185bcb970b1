/** The program as it ships, bundled from the present sources once a test file. */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';

export const root = join(import.meta.dirname, '..', '..');

const folders: string[] = [];
after(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** An empty folder that goes after the tests of the file. */
export function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'article-clean-test-'));
  folders.push(folder);
  return folder;
}

/** Bundles the program. @returns the path of its bin file */
function bundle(): string {
  const folder = emptyFolder();
  execFileSync(process.execPath, [join(root, '.ci', 'build.mjs'), join(folder, 'dist')], { stdio: 'inherit' });
  for (const name of ['bin', 'package.json']) cpSync(join(root, name), join(folder, name), { recursive: true });
  mkdirSync(join(folder, 'empty'));
  return join(folder, 'bin', 'article-clean.js');
}

export const bin = bundle();

/** The environment of a run: nothing of the tester's own habits. */
export const env: NodeJS.ProcessEnv = { PATH: process.env.PATH, HOME: '/nonexistent', LANG: 'C.UTF-8' };

export interface Ran {
  stdout: string;
  stderr: string;
  status: number | null;
}

/** Runs the program to its end. stdin is a pipe with `input`, or not there. */
export function runProgram(args: readonly string[], cwd: string, input?: string | Uint8Array): Ran {
  const stdin = input === undefined ? 'ignore' : 'pipe';
  const ran = spawnSync(process.execPath, [bin, ...args], {
    cwd,
    env,
    stdio: [stdin, 'pipe', 'pipe'],
    ...(input !== undefined && { input }),
    maxBuffer: 1 << 28,
    timeout: 60_000,
  });
  return { stdout: ran.stdout.toString(), stderr: ran.stderr.toString(), status: ran.status };
}
