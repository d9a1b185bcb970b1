/** Does the articles of a batch: in process where start-up counts, in workers where there is something to share. */
import { readFileSync, statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import type { Settings } from '../options/table.js';
import type { Result } from '../output/result.js';
import { hashOf } from '../output/save.js';
import type { RuleDefinition } from '../types.js';
import type { Job } from './types.js';
import type { Work } from './work.js';

/** From here on a batch is worth workers: articles, and bytes in all. */
const MANY = 20;
const MUCH = 1_000_000;

export interface Execution {
  /** In the order of the tasks. */
  results: AsyncGenerator<Result>;
  /** Ends the work at once. Null in process: there the system's own way to end is right. */
  stop: (() => Promise<void>) | null;
}

/**
 * Starts the work.
 * @param worker the worker's program
 */
export async function execute(work: Work, settings: Settings, worker: URL): Promise<Execution> {
  // A run that finds nothing to do loads nothing that does it.
  if (work.count === 0) return { results: nothing(), stop: null };
  if (!isWorthWorkers(work, settings)) {
    const { inProcess } = await import('./in-process.js');
    return { results: inProcess(work), stop: null };
  }
  const { Pool } = await import('./pool.js');
  const { job, pathIndex, count, taskAt } = work;
  const pool = new Pool(
    worker,
    { job, pathIndex: pathIndex() },
    count,
    taskAt,
    settings.jobs ?? availableParallelism(),
  );
  return { results: pool.results(), stop: () => pool.stop() };
}

async function* nothing(): AsyncGenerator<never> {}

/** A time limit that somebody set, and a user's pattern, which may never end, want a worker: it can be ended. */
function isWorthWorkers({ count, taskAt }: Work, { timeout, rules }: Settings): boolean {
  if (count >= MANY || timeout !== null || rules.some(hasPattern)) return true;
  let size = 0;
  for (let index = 0; index < count; index++) {
    const { held, absolute } = taskAt(index).input;
    size += held?.length ?? statSync(absolute, { throwIfNoEntry: false })?.size ?? 0;
  }
  return size > MUCH;
}

function hasPattern({ text, line, image, link }: RuleDefinition): boolean {
  return [text, line, image, link].some((pattern) => pattern !== undefined);
}

/**
 * Stands for everything that an output depends on besides its input. The worker's bundle names its parts by their
 * content, so its own text stands for all code that converts.
 */
export function fingerprint(job: Job, worker: URL): string {
  return hashOf(JSON.stringify([job.convert, hashOf(readFileSync(worker))]));
}
