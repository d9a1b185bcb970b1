/** One article in process, by the library as it is published: decode to Markdown, against turndown on its body alone. */
import { performance } from 'node:perf_hooks';
import TurndownService from 'turndown';
import type * as Library from '../src/index.js';
import type { Row } from './batch.js';
import { median } from './measure.js';
import { articleBody } from './writer-inputs.js';

const head = "---\ntitle: '改革试点'\ncategories:\n - 新闻\nauthor: 记者\ndate: Sun, 09 Jan 2022 23:48:30 GMT\n---\n\n";

/** @param times runs of each, in turn, after as many to warm up */
export async function article(times: number): Promise<Row[]> {
  // The name is no literal, so that the compiler does not look for it before a build.
  const built = new URL('../dist/index.js', import.meta.url).href;
  const { convert }: typeof Library = await import(built);
  const body = articleBody();
  const bytes = Buffer.from(head + body);
  const turndown = new TurndownService();
  const theirs: number[] = [];
  const ours: number[] = [];
  for (let run = 0; run < 2 * times; run++) {
    const start = performance.now();
    turndown.turndown(body);
    const middle = performance.now();
    await convert(bytes, { source: 'a.md' });
    if (run < times) continue;
    theirs.push(middle - start);
    ours.push(performance.now() - middle);
  }
  const value = `${(median(ours) / median(theirs)).toFixed(2)}x`;
  return [
    {
      measure: `an article of ${Math.round(bytes.length / 1024)} KB in process, against turndown`,
      goal: '0.45x',
      value,
    },
  ];
}
