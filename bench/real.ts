/** The whole job over real posts, where `../shared` has them, against the scripts that a person would write instead. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type * as Library from '../src/index.js';
import type { Row } from './batch.js';
import { alternate, type Cost, median, runNode } from './measure.js';
import { peer } from './peers.js';

const root = join(import.meta.dirname, '..');
const bin = join(root, 'bin', 'article-clean.js');
const packed = join(root, '..', 'shared', 'archive', 'posts.tar.xz');

const row = (measure: string, goal: string, value: string): Row => ({ measure, goal, value });

const ratio = (ours: number, theirs: number): string => `${(ours / theirs).toFixed(2)}x`;

/** @param times runs of each program, in turn */
export async function real(times: number): Promise<Row[]> {
  if (!existsSync(packed)) {
    console.error('bench real: there is no ../shared/archive, so nothing was measured');
    return [];
  }
  const folder = mkdtempSync(join(tmpdir(), 'article-clean-bench-'));
  try {
    const from = join(folder, 'in');
    execFileSync('mkdir', [from]);
    execFileSync('tar', ['xf', packed, '-C', from]);
    return [
      ...wholeRuns(from, folder, times),
      ...(await inProcess(from, folder, times)),
      ...oneArticle(from, times * 3),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function wholeRuns(from: string, folder: string, times: number): Row[] {
  let run = 0;
  const fresh = (): string => join(folder, `out-${run++}`);
  const ours = (...extra: string[]) => runNode([bin, 'convert', from, '-q', ...extra]);
  const script = (name: string) => runNode([peer('script.mjs'), name, from, fresh()]);
  const cost = alternate(
    {
      copy: () => runNode([peer('copy.mjs'), from, fresh()]),
      mdream: () => script('mdream'),
      turndown: () => script('turndown'),
      ours: () => ours('-o', fresh()),
      'one job': () => ours('-j', '1', '-o', fresh()),
      'no optimiser': () => runNode(['--no-opt', bin, 'convert', from, '-q', '-j', '1', '-n', '-o', fresh()]),
    },
    times,
  );
  const changed = join(folder, 'changed');
  ours('--changed', '-o', changed);
  const again = alternate(
    { stat: () => runNode([peer('stat.mjs'), from]), changed: () => ours('--changed', '-o', changed) },
    times,
  );
  const of = (name: string): Cost => (cost[name] ?? again[name]) as Cost;
  const seconds = (name: string): string =>
    `${(of(name).wall / 1000).toFixed(1)} s, CPU ${(of(name).cpu / 1000).toFixed(1)} s`;
  return [
    row('real posts: wall against the turndown script', '0.45x', ratio(of('ours').wall, of('turndown').wall)),
    row('real posts: wall against the mdream (Rust) script', '1.2x', ratio(of('ours').wall, of('mdream').wall)),
    row('real posts: wall against a loop that reads and writes', '7x', ratio(of('ours').wall, of('copy').wall)),
    row('real posts: CPU against the turndown script', '0.8x', ratio(of('ours').cpu, of('turndown').cpu)),
    row('real posts: jobs 2 against jobs 1, wall', '0.6x', ratio(of('ours').wall, of('one job').wall)),
    row('real posts: ours', '-', seconds('ours')),
    row('real posts: ours, one job', '-', seconds('one job')),
    row('real posts: the turndown script', '-', seconds('turndown')),
    row('real posts: the mdream (Rust) script', '-', seconds('mdream')),
    row('real posts: a loop that reads and writes', '-', seconds('copy')),
    row('real posts: ours without an optimising compiler, dry run', '-', seconds('no optimiser')),
    row('real posts: peak memory', '300 MB', `${Math.round(of('ours').memory)} MB`),
    row(
      'real posts: --changed with nothing to do against list and stat',
      '1.8x',
      ratio(of('changed').wall, of('stat').wall),
    ),
  ];
}

/** Files in memory, one process: the first pass, which is all that a user's archive sees, and the fourth. */
async function inProcess(from: string, folder: string, times: number): Promise<Row[]> {
  const library = join(root, 'dist', 'index.js');
  const { convert }: typeof Library = await import(library);
  const kinds: Record<string, string[]> = { html: [], markdown: [] };
  for (const name of readdirSync(from, { recursive: true })) {
    const path = join(from, String(name));
    if (!/\.(?:md|markdown|html)$/.test(path)) continue;
    const { bodyKind } = await convert(readFileSync(path), { source: String(name) });
    kinds[bodyKind]?.push(path);
  }
  return Object.entries(kinds).flatMap(([kind, paths]) => {
    const list = join(folder, `${kind}.txt`);
    writeFileSync(list, paths.join('\n'));
    const passes = (what: string): number[] =>
      JSON.parse(execFileSync(process.execPath, [peer('passes.mjs'), what, list, '4'], { encoding: 'utf8' }));
    const ours: number[][] = [];
    const theirs: number[][] = [];
    for (let time = 0; time < times; time++) {
      ours.push(passes(library));
      theirs.push(passes('turndown'));
    }
    const at = (all: number[][], pass: number): number => median(all.map((costs) => costs[pass] as number));
    const name = kind === 'html' ? 'HTML' : 'Markdown';
    return [
      row(
        `${name} posts in process, fourth pass, CPU against turndown + gray-matter`,
        kind === 'html' ? '0.45x' : '1.0x',
        ratio(at(ours, 3), at(theirs, 3)),
      ),
      row(
        `${name} posts in process, first pass, CPU against turndown + gray-matter`,
        '-',
        ratio(at(ours, 0), at(theirs, 0)),
      ),
      row(`${name} posts in process, first pass against fourth`, '1.6x', ratio(at(ours, 0), at(ours, 3))),
      row(
        `${name} posts in process, CPU of the passes`,
        '-',
        [0, 1, 2, 3]
          .map((pass) => `${at(ours, pass)}`)
          .join(', ')
          .concat(' ms'),
      ),
    ];
  });
}

/** One article of a usual size through stdin, whole process. */
function oneArticle(from: string, times: number): Row[] {
  const articles = readdirSync(from, { recursive: true })
    .map((name) => join(from, String(name)))
    .filter((path) => /\.(?:md|html)$/.test(path))
    .map((path) => readFileSync(path, 'utf8'))
    .filter((text) => text.length > 8000 && text.length < 12_000 && text.includes('<p>'));
  const [article] = articles;
  if (article === undefined) throw new Error('no post is of a usual size');
  // The first three runs of a program leave compiled code for those after them.
  for (let time = 0; time < 3; time++) runNode([bin, 'convert', '-'], article);
  const cost = alternate(
    {
      ours: () => runNode([bin, 'convert', '-'], article),
      script: () => runNode([peer('stdin.mjs')], article),
    },
    times,
  );
  const of = (name: string): Cost => cost[name] as Cost;
  return [
    row(
      'one article through stdin against a script with turndown, its plugin and gray-matter',
      '0.9x',
      ratio(of('ours').wall, of('script').wall),
    ),
  ];
}
