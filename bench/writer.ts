/**
 * Speed of HTML to Markdown, string in, string out, as a ratio to turndown's time in the same run; mdream's JavaScript
 * engine for scale. Medians; every function is warmed up first. `node --import tsx bench/writer.ts [--json]`
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { htmlToMarkdown } from '@mdream/js';
import TurndownService from 'turndown';
import { toMarkdown } from '../src/write/html-to-markdown.js';
import { articleBody, paragraphs, table } from './writer-inputs.js';

type Convert = (html: string) => unknown;

const turndown = new TurndownService();
const converters: Record<string, Convert> = {
  turndown: (html) => turndown.turndown(html),
  mdream: (html) => htmlToMarkdown(html),
  ours: (html) => toMarkdown(html),
};

/**
 * Milliseconds of one call of each: medians of samples of at least 20 ms, taken in turn, so that what else the machine
 * does meets all of them.
 */
function medians(converts: Convert[], inputs: string[], samples: number): number[] {
  const time = (convert: Convert, html: string, calls: number): number => {
    const start = process.hrtime.bigint();
    for (let call = 0; call < calls; call++) convert(html);
    return Number(process.hrtime.bigint() - start) / 1e6;
  };
  const calls = converts.map((convert, index) => {
    const html = inputs[index] as string;
    for (let warm = 0; warm < Math.min(300, 3_000_000 / html.length); warm++) convert(html);
    let count = 1;
    while (time(convert, inputs[index] as string, count) < 20 && count < 1024) count *= 2;
    return count;
  });
  const times: number[][] = converts.map(() => []);
  for (let sample = 0; sample < samples; sample++) {
    for (const [index, convert] of converts.entries()) {
      const count = calls[index] as number;
      times[index]?.push(time(convert, inputs[index] as string, count) / count);
    }
  }
  return times.map((list) => list.sort((x, y) => x - y)[samples >> 1] as number);
}

const shared = join(import.meta.dirname, '..', '..', 'shared', 'corpus', 'rsshub-page', 'sina-haidian-seed.txt');
const article = existsSync(shared)
  ? readFileSync(shared, 'utf8').replace(/^\s*---\n[\s\S]*?\n---\n/, '')
  : articleBody();
const megabyte = article.repeat(Math.ceil(1_000_000 / article.length));

const inputs: [name: string, html: string, goal: number][] = [
  ['article body', article, 0.22],
  ['1 MB of it', megabyte, 0.22],
  ['table of 2,000 rows', table(2000, 8), 0.24],
  ['5,000 paragraphs', paragraphs(5000), 0.22],
  ['20,000 paragraphs', paragraphs(20_000), 0.22],
];

for (const [name, html, goal] of inputs) {
  const samples = html.length > 200_000 ? 5 : 15;
  const converts = Object.values(converters);
  const [slow, mdream, ours] = medians(
    converts,
    converts.map(() => html),
    samples,
  ) as [number, number, number];
  const ratio = ours / slow;
  console.log(
    `${ratio <= goal ? 'ok  ' : 'MISS'} ${name.padEnd(22)} ${ratio.toFixed(3)} of turndown (goal ${goal}; mdream ${(mdream / slow).toFixed(3)})  ` +
      `${slow.toFixed(2)} / ${mdream.toFixed(2)} / ${ours.toFixed(2)} ms`,
  );
}

/** Growth: time of the large input over the time of the small one. */
function growth(name: string, small: string, large: string, goal: number): void {
  const convert = converters.ours as Convert;
  const [few, many] = medians([convert, convert], [small, large], 5) as [number, number];
  const ratio = many / few;
  console.log(`${ratio <= goal ? 'ok  ' : 'MISS'} ${name.padEnd(22)} ${ratio.toFixed(2)} times (goal ${goal})`);
}

growth('10 MB against 1 MB', megabyte, megabyte.repeat(10), 13);
growth('20,000 against 5,000 p', paragraphs(5000), paragraphs(20_000), 5);
growth('16,000 against 1,600 c', table(200, 8), table(2000, 8), 12);

for (const tag of [
  '<div>',
  '<b>',
  '<ul><li>',
  '<blockquote>',
  '<table><tr><td>',
  '<p><font><i>',
  '<a href=x>',
  '<sub>',
  '<b id=i><p>',
]) {
  const html = `${tag}word `.repeat(100_000);
  const start = performance.now();
  const words = toMarkdown(html).match(/word/g)?.length ?? 0;
  const spent = performance.now() - start;
  const ok = spent < 2000 && words === 100_000;
  console.log(`${ok ? 'ok  ' : 'MISS'} 100,000 nested ${tag.padEnd(16)} ${spent.toFixed(0)} ms, ${words} words`);
}
