// The README's tables of figures, from what stands in bench/results: the newest value of each measure.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(import.meta.dirname, '../bench/results');
/** Oldest first: their names begin with the day. */
const results = () => readdirSync(folder).sort();
const tableRows = (name) =>
  readFileSync(join(folder, name), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('|'));

/**
 * Measures of `npm run bench`, with the day. Hostile inputs have a page of their own, and a row each; whole runs are told
 * of real posts alone: the generated archive has longer articles and is kinder to this tool.
 */
export function speedTable() {
  const newest = new Map();
  for (const name of results().filter((one) => !/-(?:compare|growth|batch|pages|ablation)\.md$/.test(one))) {
    for (const row of tableRows(name).slice(2)) {
      const [, measure, , value] = row.split('|').map((cell) => cell.trim());
      newest.set(measure, `| ${measure} | ${value} | ${name.slice(0, 10)} |`);
    }
  }
  return ['| measure | value | measured on |', '| --- | --- | --- |', ...newest.values()].join('\n');
}

/** The last run of `bench/compare.mjs`. */
export function comparisonTable() {
  const last = results().findLast((name) => name.endsWith('-compare.md'));
  return tableRows(last).join('\n');
}
