/**
 * `npm run bench [name...]`: prints a Markdown table of ratios and writes it, dated, to `bench/results/`. Names are
 * `article`, `growth`, `startup`, `batch`, `pages`, `page-time`, `ablation`, `memory`, `caches`, `real`; without one, all of them. Run `npm run build` first.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { article } from './article.js';
import { batch, memory, type Row } from './batch.js';
import { caches } from './caches.js';
import { growth } from './growth.js';
import { ablation, pages, pageTime } from './pages.js';
import { real } from './real.js';
import { startup } from './startup.js';

const benches: Record<string, () => Row[] | Promise<Row[]>> = {
  article: () => article(2000),
  growth: () => growth(5),
  startup: () => startup(15),
  batch: () => batch(20_000, 3),
  pages,
  'page-time': pageTime,
  ablation,
  memory: () => memory(20_000, 50_000, 3),
  caches,
  real: () => real(3),
};

const names = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(benches);
const unknown = names.filter((name) => !Object.hasOwn(benches, name));
if (unknown.length > 0) throw new Error(`no bench ${unknown.join(', ')}; there are ${Object.keys(benches).join(', ')}`);

const load = loadavg()[0]?.toFixed(1);
const lines = [
  `Node ${process.version}, ${cpus().length} x ${cpus()[0]?.model.trim()}, load ${load} at the start.`,
  '',
  '| measure | goal | value |',
  '| --- | --- | --- |',
];
for (const name of names) {
  for (const { measure, goal, value } of (await benches[name]?.()) ?? []) {
    lines.push(`| ${measure} | ${goal} | ${value} |`);
  }
}
const table = `${lines.join('\n')}\n`;
process.stdout.write(table);

const folder = join(import.meta.dirname, 'results');
const { version } = JSON.parse(readFileSync(join(import.meta.dirname, '..', 'package.json'), 'utf8'));
const date = new Date().toISOString().slice(0, 10);
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, `${date}-${names.join('-')}.md`), `# article-clean ${version}, ${date}\n\n${table}`);
