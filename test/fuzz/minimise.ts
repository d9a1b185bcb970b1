/** `npx tsx test/fuzz/minimise.ts SEED...`: cuts each finding down to the shortest article that still fails in the same way. */
import { check } from './check.js';
import { readKinds } from './kinds.js';

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

const kinds = readKinds();
for (const seed of process.argv.slice(2).map(Number)) {
  let isFound = false;
  for (const [kind, make] of kinds) {
    const found = make(seed);
    const first = await check(found, seed, true);
    if (!first) continue;
    isFound = true;
    const source = `a${/\.[a-z]+$/.exec(found.name)?.[0] ?? ''}`;
    const { code } = first;
    const find = (text: string) => check({ ...found, name: source, bytes: Buffer.from(text) }, seed, true);
    const shortest = await shorten(found.bytes.toString(), async (text) => (await find(text))?.code === code);
    const last = await find(shortest);
    const { message } = last ?? first;
    process.stdout.write(`${seed} ${kind} ${source} ${code} ${JSON.stringify(shortest)}\n  ${message}\n`);
  }
  if (!isFound) process.stdout.write(`${seed}: nothing found\n`);
}
