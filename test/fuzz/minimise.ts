/** `npx tsx test/fuzz/minimise.ts SEED...`: cuts each finding down to the shortest article that still fails in the same way. */
import { makeCase, readSources } from './cases.js';
import { check } from './check.js';
import { makeSoup } from './soup.js';
import { makeWords } from './words.js';

/** Removes ever shorter pieces as long as what is left still fails (delta debugging, as in Zeller's `ddmin`). */
async function shorten(text: string, fails: (text: string) => Promise<boolean>): Promise<string> {
  let best = Array.from(text);
  for (let size = Math.ceil(best.length / 2); size >= 1; ) {
    let cut = false;
    for (let at = 0; at < best.length; ) {
      const without = [...best.slice(0, at), ...best.slice(at + size)];
      if (await fails(without.join(''))) {
        best = without;
        cut = true;
      } else at += size;
    }
    if (!cut || size > 1) size = cut && size === 1 ? 1 : Math.floor(size / 2);
  }
  return best.join('');
}

const sources = readSources();
for (const seed of process.argv.slice(2).map(Number)) {
  let found = makeCase(sources, seed);
  let first = await check(found, seed, true);
  for (const make of [makeSoup, makeWords]) {
    if (first) break;
    found = make(seed);
    first = await check(found, seed, true);
  }
  if (!first) {
    process.stdout.write(`${seed}: nothing found\n`);
    continue;
  }
  const source = `a${/\.[a-z]+$/.exec(found.name)?.[0] ?? ''}`;
  const { code } = first;
  const find = (text: string) => check({ ...found, name: source, bytes: Buffer.from(text) }, seed, true);
  const shortest = await shorten(found.bytes.toString(), async (text) => (await find(text))?.code === code);
  const last = await find(shortest);
  process.stdout.write(`${seed} ${source} ${JSON.stringify(shortest)}\n  ${last ? last.message : first.message}\n`);
}
