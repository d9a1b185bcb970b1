/**
 * The evaluation: converts the labelled files, prints a table and each miss, and fails below the floors.
 * `npm run eval`; `UPDATE=1 npm run eval` raises the floors to what was reached, never lowers them.
 * Parts of file names as arguments score only those files, without floors.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { convert } from '../../src/convert.js';
import { addScore, type Label, measures, type Score, score } from './score.js';

const root = join(import.meta.dirname, '..', '..');
const shared = join(root, '..', 'shared');
const floorsFile = join(import.meta.dirname, 'floors.json');
type Floors = Record<(typeof measures)[number], number>;

/** Each corpus and its labels. */
const corpora = [
  { folder: 'corpus', labels: 'labels.json' },
  { folder: 'corpus-2', labels: 'labels-2.json' },
];

/** File below `shared` to its label. */
function readLabels(): [string, Label][] {
  return corpora.flatMap(({ folder, labels }) => {
    const file = join(shared, 'eval', labels);
    if (!existsSync(file)) return [];
    const read = JSON.parse(readFileSync(file, 'utf8')) as Record<string, Label>;
    return Object.entries(read).map(([path, label]): [string, Label] => [`${folder}/${path}`, label]);
  });
}

async function evaluate(path: string, label: Label): Promise<Score> {
  const bytes = readFileSync(join(shared, path));
  const { record } = await convert(bytes, { formats: ['json'], source: path });
  const { markdown, text, title, date } = record;
  return score(label, { markdown, text, title, date });
}

function report(kind: string, sum: Score): void {
  console.log(`\n${kind}`);
  for (const measure of measures) {
    const [right, all] = [sum.right[measure], sum.all[measure]];
    if (all > 0) console.log(`  ${measure.padEnd(8)} ${right} of ${all}  ${((100 * right) / all).toFixed(1)} %`);
  }
}

async function main(wanted: string[]): Promise<boolean> {
  const sums = new Map<string, Score>();
  for (const [path, label] of readLabels()) {
    if (wanted.length > 0 && !wanted.some((part) => path.includes(part))) continue;
    let one: Score;
    try {
      one = await evaluate(path, label);
    } catch (error) {
      console.log(`${path}: ${(error as Error).message}`);
      one = score(label, { markdown: '', text: '', title: null, date: null });
    }
    for (const { measure, wanted: snippet, got } of one.misses) {
      console.log(
        `${label.kind} ${path}: ${measure}: ${JSON.stringify(snippet)}${got && ` is ${JSON.stringify(got)}`}`,
      );
    }
    const sum = sums.get(label.kind);
    if (sum) addScore(sum, one);
    else sums.set(label.kind, one);
  }
  for (const [kind, sum] of sums) report(kind, sum);
  const posts = sums.get('post');
  return wanted.length > 0 || !posts || holdsFloors(posts);
}

function holdsFloors(posts: Score): boolean {
  const floors = JSON.parse(readFileSync(floorsFile, 'utf8')) as Floors;
  let holds = true;
  for (const measure of measures) {
    if (posts.right[measure] < floors[measure]) {
      console.log(`posts: ${measure} fell to ${posts.right[measure]}, the floor is ${floors[measure]}`);
      holds = false;
    }
    if (process.env.UPDATE) floors[measure] = Math.max(floors[measure], posts.right[measure]);
  }
  if (process.env.UPDATE) writeFileSync(floorsFile, `${JSON.stringify(floors, null, 2)}\n`);
  return holds;
}

if (readLabels().length > 0) {
  process.exitCode = (await main(process.argv.slice(2))) ? 0 : 1;
} else console.log('eval skipped: the labels (../shared/eval) are not here');
