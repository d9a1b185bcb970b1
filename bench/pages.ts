/**
 * How well the article of a page is found, on the public benchmarks in `../shared/pages`, each by its own metric; and
 * what each kind of evidence is worth, by leaving it out. Readability and Defuddle are measured in the same run where
 * `PEERS` names a folder with `npm install @mozilla/readability linkedom defuddle`.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseHtml } from '../src/body/html.js';
import { type Node, TEXT } from '../src/body/tree.js';
import { convert } from '../src/convert.js';
import { findPage } from '../src/find/index.js';
import { passes } from '../src/find/passes.js';
import type { Row } from './batch.js';

const shared = join(import.meta.dirname, '../../shared/pages');

/** F1 that each set should reach. */
const goals: Readonly<Record<string, string>> = {
  scrapinghub: '0.962',
  trafilatura: '0.930',
  'wcxb-dev': '0.860',
  'daniel-zh': '0.930',
  'daniel-other': '0.900',
};

/** Evidence besides that of the passes. */
const evidence = ['marks', 'descent', 'doubt', 'cards', 'boxes', 'lead', 'guard', 'pieces', 'list', 'hidden', 'byline'];

interface Score {
  P: number;
  R: number;
  F1: number;
}
interface Metric {
  page: (label: Label, text: string) => Partial<Score>;
  total: (pages: Partial<Score>[]) => Score;
}
interface Label {
  url?: string;
}
interface PageOf {
  html: string;
  label: Label;
}
type Extract = (page: PageOf) => string | Promise<string>;

class Benchmark {
  private constructor(
    private readonly sets: ReadonlyMap<string, readonly PageOf[]>,
    private readonly metrics: Readonly<Record<string, Metric>>,
  ) {}

  /** Null where the pages are not here. */
  static async open(): Promise<Benchmark | null> {
    if (!existsSync(shared)) return null;
    const { metrics } = await import(join(shared, 'score.mjs'));
    const { decode } = await import(join(shared, 'text.mjs'));
    const folder = mkdtempSync(join(tmpdir(), 'article-clean-pages-'));
    execFileSync('tar', ['-xJf', join(shared, 'pages.tar.xz'), '-C', folder]);
    const sets = new Map<string, PageOf[]>();
    for (const set of Object.keys(goals)) {
      const labels: Record<string, Label> = JSON.parse(readFileSync(join(folder, set, 'labels.json'), 'utf8'));
      const read = (file: string) => decode(readFileSync(join(folder, set, 'html', file))) as string;
      sets.set(
        set,
        Object.entries(labels).map(([file, label]) => ({ html: read(file), label })),
      );
    }
    rmSync(folder, { recursive: true });
    return new Benchmark(sets, metrics);
  }

  /** Pages by their length, of all sets in turn. */
  pagesOf(least: number, most: number): PageOf[] {
    const fit = [...this.sets.values()].map((pages) =>
      pages.filter(({ html }) => html.length >= least && html.length <= most),
    );
    const longest = Math.max(...fit.map(({ length }) => length));
    return Array.from({ length: longest }, (_, at) => fit.flatMap((pages) => pages[at] ?? [])).flat();
  }

  /** Precision, recall, F1 and lost pages of each set. */
  async measure(extract: Extract): Promise<Map<string, Score & { lost: number; pages: number }>> {
    const results = new Map<string, Score & { lost: number; pages: number }>();
    for (const [set, pages] of this.sets) {
      const metric = this.metrics[set] as Metric;
      const scores: Partial<Score>[] = [];
      for (const page of pages) scores.push(metric.page(page.label, await extract(page)));
      const lost = scores.filter(({ R }) => (R ?? 1) < 0.5).length;
      results.set(set, { ...metric.total(scores), lost, pages: pages.length });
    }
    return results;
  }
}

const short = (value: number): string => value.toFixed(3);

const joined = (nodes: readonly Node[]): string => nodes.map(({ data }) => data).join('');

/** The text of a page with some of the evidence left out, without the rules that run behind the finder. */
function found(without: string): Extract {
  return ({ html }) => {
    const { page } = findPage(parseHtml(html).root, { runs: (name) => name !== without, without: new Set([without]) });
    const isShown = ({ type, parent }: Node) => type === TEXT && parent !== null && page.partOf(parent).cut === null;
    const lines = page.paragraphs.filter(({ isGone }) => !isGone).flatMap((paragraph) => paragraph.lines);
    return lines.map(({ nodes }) => joined(nodes.filter(isShown))).join('\n');
  };
}

const blockTag =
  /<\/?(?:p|div|section|article|h[1-6]|ul|ol|li|dl|dt|dd|table|tr|td|th|pre|blockquote|figure|figcaption|br|hr)\b/g;

/** Other programs, where they are installed. */
async function peers(): Promise<[string, Extract][]> {
  const folder = process.env.PEERS;
  if (!folder) return [];
  const load = createRequire(join(folder, 'x.js'));
  const { parseHTML } = load('linkedom');
  const { Readability } = load('@mozilla/readability');
  // Its entry for Node can only be imported, and that is not found from another folder by its name.
  const { Defuddle } = await import(join(folder, 'node_modules/defuddle/dist/node.js'));
  // The text of their HTML, with a line end where a block begins or ends: without it words of two blocks are one.
  const textOf = (html: string): string =>
    parseHTML(`<html><body>${html.replace(blockTag, '\n$&')}</body></html>`).document.body.textContent;
  return [
    ['Readability', ({ html }) => textOf(new Readability(parseHTML(html).document).parse()?.content ?? '')],
    [
      'Defuddle',
      async ({ html, label }) => textOf((await Defuddle(parseHTML(html).document, label.url ?? '')).content ?? ''),
    ],
  ];
}

async function programs(): Promise<[string, Extract][]> {
  const own: Extract = async ({ html }) => (await convert(html, { formats: ['json'] })).record.text;
  return [['article-clean', own], ...(await peers())];
}

export async function pages(): Promise<Row[]> {
  const benchmark = await Benchmark.open();
  if (!benchmark) return [{ measure: 'pages', goal: '', value: 'skipped: ../shared/pages is not here' }];
  const rows: Row[] = [];
  for (const [name, extract] of await programs()) {
    for (const [set, { P, R, F1, lost, pages: count }] of await benchmark.measure(extract)) {
      const value = `${short(F1)} (${short(P)} / ${short(R)}), ${lost} of ${count} pages lost`;
      rows.push({ measure: `${set}, ${name}: F1 (precision / recall)`, goal: goals[set] ?? '', value });
    }
  }
  return rows;
}

/** Pages whose time is taken: as long as many pages of news are. */
const TIMED = { least: 120_000, most: 240_000, pages: 60, rounds: 3 };

/** Milliseconds a page, parse included, the best of some rounds, and how that is beside the first program. */
export async function pageTime(): Promise<Row[]> {
  const benchmark = await Benchmark.open();
  if (!benchmark) return [{ measure: 'page-time', goal: '', value: 'skipped: ../shared/pages is not here' }];
  const timed = benchmark.pagesOf(TIMED.least, TIMED.most).slice(0, TIMED.pages);
  const size = timed.reduce((sum, { html }) => sum + html.length, 0) / timed.length / 1000;
  const rows: Row[] = [];
  let own = 0;
  for (const [name, extract] of await programs()) {
    let best = Number.POSITIVE_INFINITY;
    for (let round = 0; round < TIMED.rounds; round++) {
      const start = performance.now();
      for (const page of timed) await extract(page);
      best = Math.min(best, (performance.now() - start) / timed.length);
    }
    own ||= best;
    const value = `${best.toFixed(1)} ms, article-clean takes ${(own / best).toFixed(2)} of it`;
    rows.push({ measure: `${name}: a page of ${size.toFixed(0)} KB, ${timed.length} pages`, goal: '', value });
  }
  return rows;
}

/** F1 of the finder alone, with each kind of evidence left out. */
export async function ablation(): Promise<Row[]> {
  const benchmark = await Benchmark.open();
  if (!benchmark) return [{ measure: 'ablation', goal: '', value: 'skipped: ../shared/pages is not here' }];
  const rows: Row[] = [];
  for (const without of ['nothing', ...passes.map(({ name }) => name), ...evidence]) {
    const scores = await benchmark.measure(found(without));
    const value = [...scores].map(([, { F1, lost }]) => `${short(F1)} (${lost})`).join(' | ');
    rows.push({ measure: `without ${without}`, goal: '', value });
  }
  return rows;
}
