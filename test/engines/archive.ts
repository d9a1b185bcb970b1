/** What the engines' tests share: an archive, the commands of the page about them, and the middle of a part. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { bin, emptyFolder, env, outputs, root } from '../cli/program.js';
import { onlyInCheck } from '../counts.js';

/** Copies of the sample archive. */
const COPIES = 20;
export const PARTS = 3;
/** Milliseconds until a test says that something does not come. */
const PATIENCE = 150_000;

/** Daemons lie where only an administrator's PATH leads. */
const PATH = `${process.env.PATH}:/usr/sbin:/sbin`;

/** Where a program is; empty where it is not installed. */
export function which(name: string): string {
  return spawnSync('sh', ['-c', `command -v ${name}`], { env: { PATH }, encoding: 'utf8' }).stdout.trim();
}

/** Why an engine's test cannot run here; false where it can. */
export function missing(...programs: string[]): string | false {
  const none = programs.filter((name) => which(name) === '');
  return none.length > 0 ? `not installed: ${none.join(', ')}` : onlyInCheck;
}

export interface Site {
  folder: string;
  /** Folder with a program `article-clean`, for a PATH. */
  programs: string;
  /** What one run writes. */
  whole: Record<string, string>;
  articles: number;
}

/** A folder with `archive`, `reports`, and `one`, the outputs of one run. */
export function site(): Site {
  const folder = emptyFolder();
  for (const name of ['programs', 'reports', 'counts']) mkdirSync(join(folder, name));
  const programs = join(folder, 'programs');
  writeFileSync(join(programs, 'article-clean'), `#!/bin/sh\nexec "${process.execPath}" "${bin}" "$@"\n`);
  chmodSync(join(programs, 'article-clean'), 0o755);
  for (let copy = 0; copy < COPIES; copy++) {
    cpSync(join(root, 'fixtures/archive'), join(folder, `archive/${copy}`), { recursive: true });
  }
  const args = ['convert', join(folder, 'archive'), '-o', join(folder, 'one'), '-q'];
  const one = spawnSync(process.execPath, [bin, ...args], { env, encoding: 'utf8' });
  assert.equal(one.status, 0, one.stderr);
  const whole = withoutManifests(join(folder, 'one'));
  const articles = Object.keys(whole).length;
  assert.ok(articles >= 12 * COPIES);
  return { folder, programs, whole, articles };
}

/** The outputs in a folder. Each part has a manifest of its own. */
export function withoutManifests(folder: string): Record<string, string> {
  const all = Object.entries(outputs(folder));
  return Object.fromEntries(all.filter(([path]) => !/^\.article-clean\.[^/]*ndjson$/.test(path)));
}

/**
 * A block of docs/large-archives.md, with the folders and the number of parts of a test.
 * @param mark a word that only this block holds
 */
export function fromThePage(mark: string, folder: string): string {
  const page = readFileSync(join(root, 'docs/large-archives.md'), 'utf8');
  const blocks = [...page.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].map(([, code = '']) => code);
  const found = blocks.filter((code) => code.includes(mark));
  assert.equal(found.length, 1, `${found.length} blocks with ${mark}`);
  return (found[0] as string)
    .replaceAll('/archive', join(folder, 'archive'))
    .replaceAll('/clean', join(folder, 'clean'))
    .replaceAll('/reports', join(folder, 'reports'))
    .replaceAll('/counts', join(folder, 'counts'))
    .replace(/\/(8|16|64)\b(?=[" ])/g, `/${PARTS}`)
    .replace(/\$\(seq \d+\)/, `$(seq ${PARTS})`)
    .replace('::: 1 2 3 4 5 6 7 8', '::: 1 2 3')
    .replace('--array=1-64', `--array=1-${PARTS}`)
    .replace('--cpus-per-task=4', '--cpus-per-task=1');
}

/**
 * Has the next run of a part end by force after some of its outputs, as on a machine that dies: what the engines start
 * as `article-clean` looks for a file, once.
 */
export function dieInTheMiddle(part: number, { folder, programs }: Site): void {
  const dies = join(folder, 'dies');
  writeFileSync(dies, '');
  const hook = join(root, 'test/reliability/break-fs.cjs');
  writeFileSync(
    join(programs, 'article-clean'),
    `#!/bin/sh
case " $* " in *" --shard ${part}/${PARTS} "*)
  if rm "${dies}" 2>/dev/null; then
    export NODE_OPTIONS='--require "${hook}"' BREAK=renameSync:20:run RUN='kill -9 $PPID'
  fi ;;
esac
exec "${process.execPath}" "${bin}" "$@"
`,
  );
}

/** A port of this machine that is free now. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}

/** Waits until something is so, and looks every few milliseconds. */
export async function until(what: string, isSo: () => boolean, every = 5): Promise<void> {
  const end = Date.now() + PATIENCE;
  while (!isSo()) {
    assert.ok(Date.now() < end, `waited ${PATIENCE / 1000} s for ${what}`);
    await sleep(every);
  }
}

/** Every article stands in the parts' reports once, and none failed. */
export function checkReports({ folder, articles }: Site): void {
  const lines = readdirSync(join(folder, 'reports')).flatMap((name) =>
    readFileSync(join(folder, 'reports', name), 'utf8')
      .trim()
      .split('\n'),
  );
  const records = lines.map((line) => JSON.parse(line));
  assert.equal(new Set(records.map(({ source }) => source)).size, articles);
  assert.equal(records.length, articles);
  assert.deepEqual(
    records.filter(({ error }) => error !== null),
    [],
  );
}
