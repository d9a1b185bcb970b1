/** A worker of a batch: does the articles that come as messages, in order, and posts the results. */
import { parentPort, workerData } from 'node:worker_threads';
import type { ConvertOptions } from './api.js';
import { convert } from './convert.js';
import { UsageError } from './errors.js';
import { claimer } from './output/journal.js';
import type { Result } from './output/result.js';
import { doArticle } from './run/article.js';
import { panels } from './run/panels.js';
import { lookUps } from './run/path-index.js';
import type { FromWorker, WorkerData } from './run/pool.js';
import { FINISHED, RULE, STOP } from './run/progress.js';
import type { Task } from './run/types.js';

/** Results wait for one another this long, in ms: each message costs both threads as much as a short article. */
const PATIENCE = 50;

const { job, pathIndex, progress } = workerData as WorkerData;
const post = (message: FromWorker) => parentPort?.postMessage(message);

const ruleNumbers = new Map<string, number>();

function tellRule(name: string | null): void {
  let number = name === null ? 0 : ruleNumbers.get(name);
  if (number === undefined && name !== null) {
    number = ruleNumbers.size + 1;
    ruleNumbers.set(name, number);
    post({ rule: name });
  }
  Atomics.store(progress, RULE, number ?? 0);
}

const environment = {
  convert: (input: Uint8Array, options: ConvertOptions) => convert(input, { onRule: tellRule, ...options }),
  panelOf: panels(job),
  claim: claimer(job.journal),
  ...lookUps(pathIndex),
};

async function work(tasks: readonly Task[]): Promise<void> {
  let results: Result[] = [];
  let posted = performance.now();
  for (const task of tasks) {
    if (Atomics.load(progress, STOP) === 1) break;
    try {
      results.push(await doArticle(task, job, environment));
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      post({ usage: { message: error.message, hint: error.hint } });
    }
    // A failure may have left a rule behind.
    tellRule(null);
    Atomics.add(progress, FINISHED, 1);
    const now = performance.now();
    if (now - posted < PATIENCE) continue;
    post({ results });
    results = [];
    posted = now;
  }
  if (results.length > 0) post({ results });
  if (Atomics.load(progress, STOP) === 1) post({ stopped: true });
}

let queue = Promise.resolve();
parentPort?.on('message', (tasks: readonly Task[]) => {
  queue = queue.then(() => work(tasks));
});
post({ ready: true });
