/**
 * What the proof of law 1 costs at run time: snapshot and audit as a share of the whole conversion, over a generated
 * archive. `npx tsx bench/audit.ts [articles]`.
 */

import { parseBody } from '../src/body/parse.js';
import { audit, snapshot } from '../src/clean/audit.js';
import { cleanBody } from '../src/clean/stage.js';
import { convert } from '../src/convert.js';
import { splitFrontMatter } from '../src/front-matter/split.js';
import { decode } from '../src/input/decode.js';
import { selectRules } from '../src/rule-set/select.js';
import { post } from './archive.js';
import { median } from './measure.js';

const count = Number(process.argv[2] ?? 600);
const ROUNDS = 5;
const articles = Array.from({ length: count }, (_, index) => {
  const { name, text } = post(index);
  return { name, bytes: Buffer.from(text) };
});

async function wholeRound(): Promise<number> {
  const started = performance.now();
  for (const { name, bytes } of articles) await convert(bytes, { source: name });
  return performance.now() - started;
}

async function proofRound(): Promise<number> {
  let spent = 0;
  for (const { name, bytes } of articles) {
    const decoded = await decode(bytes);
    const split = splitFrontMatter(decoded.text);
    const body = await parseBody(split, { source: name });
    const started = performance.now();
    snapshot(body.root);
    spent += performance.now() - started;
    const { root, edits, before } = cleanBody(body, decoded.text, split, selectRules({}), { source: name });
    const again = performance.now();
    const problem = audit(root, edits.changes, before);
    spent += performance.now() - again;
    if (problem) throw new Error(`${name}: ${problem}`);
  }
  return spent;
}

const whole: number[] = [];
const proof: number[] = [];
for (let round = 0; round <= ROUNDS; round++) {
  const times = [await wholeRound(), await proofRound()] as const;
  if (round === 0) continue;
  whole.push(times[0]);
  proof.push(times[1]);
}
const share = ((100 * median(proof)) / median(whole)).toFixed(1);
process.stdout.write(
  `${count} articles: whole ${median(whole).toFixed(0)} ms, proof ${median(proof).toFixed(0)} ms, ${share} %\n`,
);
