/** Time of twice the input over the time of the input, for bodies made to find work that is not linear. */
import { performance } from 'node:perf_hooks';
import { convert } from '../src/index.js';
import type { Row } from './batch.js';
import { median } from './measure.js';

const repeat = (part: string) => (length: number) => part.repeat(Math.ceil(length / part.length));

/** Each makes a body of about `length` characters. */
const generators: Record<string, (length: number) => string> = {
  'nested div': repeat('<div>'),
  'nested inline': repeat('<b>a<i>'),
  'nested lists': repeat('<ul><li>a'),
  'nested quotes': repeat('<blockquote>'),
  'nested tables': repeat('<table><tr><td>'),
  'unclosed p': repeat('<p>a'),
  'stray end tags': repeat('</p></div>'),
  'open brackets': repeat('<'),
  'open comments': repeat('<!--'),
  ampersands: repeat('&'),
  'blank runs': repeat(' \u3000'),
  'line breaks': repeat('a<br>'),
  asterisks: (length) => `<p>${'*a'.repeat(length / 2)}</p>`,
  'square brackets': (length) => `<p>${'['.repeat(length)}</p>`,
  backticks: (length) => `<p>${'`a'.repeat(length / 2)}</p>`,
  'table rows': (length) => `<table>${'<tr><td>a<td>b'.repeat(length / 14)}</table>`,
  'credit lines': repeat('<p>编辑：李四</p>'),
  'QR blocks': repeat('<p>扫码关注</p><img src=qr.png>'),
  'one long word': repeat('a'),
};

/** A time below this, in ms, says more about the garbage collector than about growth: then a longer body is taken. */
const SHORTEST = 50;
const LONGEST = 16_000_000;

async function time(body: string): Promise<number> {
  const start = performance.now();
  await convert(body, { body: 'html' });
  return performance.now() - start;
}

async function medianTime(body: string, times: number): Promise<number> {
  const spent: number[] = [];
  for (let run = 0; run < times; run++) spent.push(await time(body));
  return median(spent);
}

/** @param times runs of each size */
export async function growth(times: number): Promise<Row[]> {
  const rows: Row[] = [];
  for (const [name, make] of Object.entries(generators)) {
    const megabyte = await medianTime(make(1_000_000), times);
    let length = 500_000;
    while (length < LONGEST && (await medianTime(make(length), times)) < SHORTEST) length *= 2;
    const [half, whole] = [make(length), make(2 * length)];
    const one: number[] = [];
    const two: number[] = [];
    for (let run = 0; run < times; run++) {
      one.push(await time(half));
      two.push(await time(whole));
    }
    const value = `${(median(two) / median(one)).toFixed(2)}x`;
    rows.push({ measure: `${name}: ${length / 500_000} MB against ${length / 1_000_000} MB`, goal: '2.6x', value });
    rows.push({ measure: `${name}: 1 MB`, goal: '3 s', value: `${(megabyte / 1000).toFixed(2)} s` });
  }
  return rows;
}
