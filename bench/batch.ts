/** The whole job over a generated archive, against the scripts that a person would write instead. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeArchive } from './archive.js';
import { alternate, type Cost, median, runNode } from './measure.js';
import { peer } from './peers.js';

const root = join(import.meta.dirname, '..');
const bin = join(root, 'bin', 'article-clean.js');

export interface Row {
  measure: string;
  goal: string;
  value: string;
}

const ratio = (ours: number, theirs: number): string => `${(ours / theirs).toFixed(2)}x`;

/** @param count posts in the archive @param times runs of each program */
export function batch(count: number, times: number): Row[] {
  const folder = mkdtempSync(join(tmpdir(), 'article-clean-bench-'));
  const from = join(folder, 'in');
  const out = (name: string): string => join(folder, name);
  // Nothing is removed between runs: for some seconds ext4 looks long for a free inode where many have been freed.
  let run = 0;
  const fresh = (name: string): string => out(`${name}-${run++}`);
  try {
    writeArchive(from, count);
    const ours = (...extra: string[]) => ['convert', from, '-q', ...extra];
    const runs: Record<string, () => Cost> = {
      copy: () => runNode([peer('copy.mjs'), from, fresh('copy')]),
      ours: () => runNode([bin, ...ours('-o', fresh('ours'))]),
      'one job': () => runNode([bin, ...ours('-j', '1', '-o', fresh('one'))]),
      turndown: () => runNode([peer('script.mjs'), 'turndown', from, fresh('turndown')]),
      mdream: () => runNode([peer('script.mjs'), 'mdream', from, fresh('mdream')]),
    };
    const cost = alternate(runs, times);
    runNode([bin, ...ours('--changed', '-o', out('changed'))]);
    const rerun = alternate(
      {
        stat: () => runNode([peer('stat.mjs'), from]),
        changed: () => runNode([bin, ...ours('--changed', '-o', out('changed'))]),
      },
      times,
    );
    const of = (name: string): Cost => cost[name] as Cost;
    const mdream = 'mdream (Rust)';
    return [
      {
        measure: `${count} posts, wall, against fast-glob + gray-matter + ${mdream}`,
        goal: '0.5x',
        value: ratio(of('ours').wall, of('mdream').wall),
      },
      { measure: 'the same against turndown', goal: '0.25x', value: ratio(of('ours').wall, of('turndown').wall) },
      {
        measure: 'the same against a loop that reads and writes',
        goal: '4x',
        value: ratio(of('ours').wall, of('copy').wall),
      },
      { measure: `CPU against the ${mdream} script`, goal: '1.0x', value: ratio(of('ours').cpu, of('mdream').cpu) },
      { measure: 'jobs 2 against jobs 1, wall', goal: '0.6x', value: ratio(of('ours').wall, of('one job').wall) },
      {
        measure: 'unchanged run with --changed against list and stat',
        goal: '2x',
        value: ratio((rerun.changed as Cost).wall, (rerun.stat as Cost).wall),
      },
      { measure: 'peak memory', goal: '500 MB', value: `${Math.round(of('ours').memory)} MB` },
      { measure: 'wall of ours', goal: '-', value: `${(of('ours').wall / 1000).toFixed(1)} s` },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Peak memory of two archives: it must not grow with the number of files. @param times runs of each */
export function memory(few: number, many: number, times: number): Row[] {
  const peak = (count: number): number => {
    const folder = mkdtempSync(join(tmpdir(), 'article-clean-bench-'));
    try {
      writeArchive(join(folder, 'in'), count);
      const peaks: number[] = [];
      for (let run = 0; run < times; run++) {
        peaks.push(runNode([bin, 'convert', join(folder, 'in'), '-q', '-o', join(folder, `out-${run}`)]).memory);
      }
      return median(peaks);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  };
  const [small, large] = [peak(few), peak(many)];
  return [
    { measure: `peak memory, ${few} posts`, goal: '500 MB', value: `${Math.round(small)} MB` },
    { measure: `${many} posts over that`, goal: '50 MB', value: `${Math.round(large - small)} MB` },
  ];
}
