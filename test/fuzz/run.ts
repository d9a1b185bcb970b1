/**
 * `npm run fuzz -- [count] [first seed] [kinds]`: mutated articles and posts, soups of marks and of words through the whole
 * pipeline, random trees through the writer, in one worker a processor. Each case is its seed, so a finding is run again
 * with `npm run fuzz -- 1 SEED`. Exit status 1 where there is a finding.
 */
import { availableParallelism } from 'node:os';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { check, type Finding } from './check.js';
import { readKinds } from './kinds.js';
import { checkTree } from './trees.js';

/** Milliseconds without a word from a worker after which its case counts as a time-out. */
const SILENCE = 60_000;

/** Node 20 gives the loader of the main thread to no worker: each registers its own. */
const BOOT = `import('${import.meta.resolve('tsx/esm/api')}').then(({ register }) => {
  register();
  return import('${import.meta.url}');
});`;

interface Share {
  first: number;
  step: number;
  end: number;
  /** Only cases of these kinds; all without. */
  only: string[];
}

interface Word {
  seed: number;
  findings: Finding[];
}

async function work({ first, step, end, only }: Share): Promise<void> {
  const kinds = readKinds();
  // The first conversion loads rules and readers, which is no case's time.
  for (const make of kinds.values()) await check(make(first), first, true);
  for (let seed = first; seed < end; seed += step) {
    const findings: Finding[] = [];
    for (const [kind, make] of kinds) {
      if (only.length > 0 && !only.includes(kind)) continue;
      const finding = await check(make(seed), seed, true);
      if (finding) findings.push({ kind, ...finding });
    }
    const finding = only.length === 0 || only.includes('tree') ? checkTree(seed) : null;
    if (finding) findings.push({ kind: 'tree', ...finding });
    parentPort?.postMessage({ seed, findings } satisfies Word);
  }
}

/** Runs one share, in a new worker after each case that never ends. */
function runShare(share: Share, findings: Finding[], done: () => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(BOOT, { eval: true, workerData: share });
    let next = share.first;
    let timer = setTimeout(stuck, SILENCE);
    async function stuck(): Promise<void> {
      await worker.terminate();
      const finding = { kind: 'any', seed: next, name: '', code: 'time-out', message: `no end after ${SILENCE} ms` };
      findings.push(finding);
      process.stdout.write(`${JSON.stringify(finding)}\n`);
      done();
      runShare({ ...share, first: next + share.step }, findings, done).then(resolve, reject);
    }
    worker.on('message', ({ seed, findings: found }: Word) => {
      clearTimeout(timer);
      next = seed + share.step;
      if (next < share.end) timer = setTimeout(stuck, SILENCE);
      findings.push(...found);
      for (const finding of found) process.stdout.write(`${JSON.stringify(finding)}\n`);
      done();
    });
    worker.on('error', reject);
    worker.on('exit', (status) => {
      if (status === 0) resolve();
    });
  });
}

async function main(): Promise<void> {
  const count = Number(process.argv[2] ?? 100_000);
  const first = Number(process.argv[3] ?? 1);
  const only = process.argv[4]?.split(',') ?? [];
  const jobs = Math.min(availableParallelism(), count);
  const findings: Finding[] = [];
  const started = performance.now();
  let cases = 0;
  const done = (): void => {
    if (++cases % 5_000 === 0) process.stdout.write(`${cases} of ${count}\n`);
  };
  const shares = Array.from({ length: jobs }, (_, job) => ({
    first: first + job,
    step: jobs,
    end: first + count,
    only,
  }));
  await Promise.all(shares.map((share) => runShare(share, findings, done)));
  const sums = new Map<string, number>();
  for (const { kind, code } of findings) sums.set(`${kind} ${code}`, (sums.get(`${kind} ${code}`) ?? 0) + 1);
  const counts = [...sums].map(([what, times]) => `${what} ${times}`).join(', ') || 'nothing found';
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  process.stdout.write(`${cases} cases from seed ${first}, ${seconds} s: ${counts}\n`);
  process.exitCode = findings.length > 0 ? 1 : 0;
}

await (isMainThread ? main() : work(workerData as Share));
