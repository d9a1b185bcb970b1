/**
 * The times of one hostile generator, in a process of its own: what the generators before left on the heap would be
 * collected on this one's account. Prints a JSON object on stdout. Arguments: the generator's name, runs of each size.
 */
import { performance } from 'node:perf_hooks';
import { convert } from '../src/index.js';
import { generators } from './hostile.js';
import { median } from './measure.js';

export interface Times {
  /** Of a megabyte, ms. */
  megabyte: number;
  /** Characters of the shorter body. */
  length: number;
  /** Of the shorter body, ms. */
  one: number;
  /** Of a body twice as long, ms. */
  two: number;
}

/**
 * A time below this, in ms, says more about the garbage collector than about growth: then a longer body is taken. At
 * 50 ms the collector's steps still showed: the same generator gave 2.1x and 8.3x.
 */
const SHORTEST = 200;
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

const [name = '', times = '1'] = process.argv.slice(2);
const make = generators[name];
if (!make) throw new Error(`no generator ${name}`);
const runs = Number(times);
const megabyte = await medianTime(make(1_000_000), runs);
let length = 500_000;
while (length < LONGEST && (await medianTime(make(length), runs)) < SHORTEST) length *= 2;
const [half, whole] = [make(length), make(2 * length)];
const one: number[] = [];
const two: number[] = [];
for (let run = 0; run < runs; run++) {
  one.push(await time(half));
  two.push(await time(whole));
}
const found: Times = { megabyte, length, one: median(one), two: median(two) };
process.stdout.write(JSON.stringify(found));
