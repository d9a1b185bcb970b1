/** The program as it ships, bundled from the present sources once a test file. */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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

/** Bundles the program, unless the runner has. @returns the folder of the program */
function bundled(): string {
  const { TEST_PROGRAM } = process.env;
  if (TEST_PROGRAM) return TEST_PROGRAM;
  const folder = emptyFolder();
  execFileSync(process.execPath, [join(root, '.ci', 'build.mjs'), join(folder, 'dist')], { stdio: 'inherit' });
  for (const name of ['bin', 'package.json']) cpSync(join(root, name), join(folder, name), { recursive: true });
  return folder;
}

export const bin = join(bundled(), 'bin/article-clean.js');

/** The environment of a run: nothing of the tester's own habits, and a cache for compiled code, as users have one. */
export const env: NodeJS.ProcessEnv = {
  PATH: process.env.PATH,
  HOME: '/nonexistent',
  LANG: 'C.UTF-8',
  XDG_CACHE_HOME: process.env.TEST_PROGRAM ? join(process.env.TEST_PROGRAM, 'cache') : emptyFolder(),
};

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

/** A small article with something to clean. */
export const article = (i: number) =>
  `<h2>Article ${i}</h2>\n<p>It says <b>${i}</b> things.</p>\n<script>x()</script>\n`;

/** A folder `posts` with small articles in three folders. */
export function archive(count: number): string {
  const cwd = emptyFolder();
  for (const part of ['a', 'b', 'c']) mkdirSync(join(cwd, 'posts', part), { recursive: true });
  for (let i = 0; i < count; i++) {
    writeFileSync(join(cwd, 'posts', 'abc'.charAt(i % 3), `${i}.html`), article(i));
  }
  return cwd;
}

/** Paths and contents of all files below a folder, hidden ones too. */
export function tree(folder: string): Record<string, string> {
  if (!existsSync(folder)) return {};
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = entries.map((entry) => join(entry.parentPath, entry.name)).sort();
  return Object.fromEntries(paths.map((path) => [path.slice(folder.length + 1), readFileSync(path, 'utf8')]));
}

/** The outputs, without the manifest, which holds times. */
export function outputs(folder: string): Record<string, string> {
  return Object.fromEntries(Object.entries(tree(folder)).filter(([path]) => !path.startsWith('.article-clean')));
}
