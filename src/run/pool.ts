/** The worker pool: results come in input order, and a worker that hangs, crashes or eats the memory is replaced. */
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { UsageError } from '../errors.js';
import { removeTemporaries } from '../output/atomic.js';
import { emptyResult, type Failure, type Result } from '../output/result.js';
import { failureOf } from './article.js';
import { putOffOptimiser } from './optimiser.js';
import type { PathIndex } from './path-index.js';
import { FINISHED, newProgress, RULE, STOP } from './progress.js';
import type { Job, Task } from './types.js';

export interface WorkerData {
  job: Job;
  pathIndex: PathIndex;
  /** Shared, as `progress.ts` says. */
  progress: Int32Array;
}
export type FromWorker =
  | { ready: true }
  | { results: Result[] }
  /** It has told all that it did, and does no more. */
  | { stopped: true }
  | { usage: { message: string; hint: string } }
  /** This rule runs for the first time in this worker: its number is one more than the last one's. */
  | { rule: string };

/** Most articles that a worker has at once. */
const BATCH = 16;
/** How many articles may be under way or wait for an earlier one, for each worker: this bounds the memory. */
const AHEAD = 4 * BATCH;
/** How long a stopped worker may go on with its present article, in ms. */
const LAST_ARTICLE = 1000;
/** Heap of a worker. */
const MEMORY_MB = 512;

interface Member {
  worker: Worker;
  /** Those whose results have not come, in the order of its work. */
  tasks: Task[];
  progress: Int32Array;
  /** Names of rules; the first is rule 1. */
  rules: string[];
  /** Results that have come. */
  received: number;
  /** What `finished` said last, and when its present article must be done, in ms. */
  seen: number;
  deadline: number;
  /** Called when it has stopped. */
  rest: () => void;
}

export class Pool {
  private readonly members = new Set<Member>();
  private readonly waiting: Task[] = [];
  private readonly done = new Map<number, Result>();
  private next = 0;
  private emitted = 0;
  private stopped = false;
  private stopping: Promise<void> | null = null;
  private failure: unknown = null;
  private wake: () => void = () => {};

  /**
   * @param entry the worker's program
   * @param count articles in all
   * @param taskAt makes the task of an index
   * @param jobs workers at most
   */
  constructor(
    private readonly entry: URL,
    private readonly data: Omit<WorkerData, 'progress'>,
    private readonly count: number,
    private readonly taskAt: (index: number) => Task,
    private readonly jobs: number,
  ) {}

  /**
   * Does all articles. After `stop` come those that were done, with gaps between them.
   * @throws {UsageError} where a worker found an option wrong
   */
  async *results(): AsyncGenerator<Result> {
    putOffOptimiser();
    const clock = setInterval(() => this.endOverdue(), 50);
    const perWorker = Math.ceil(this.count / BATCH);
    for (let i = 0; i < Math.min(this.jobs, perWorker); i++) this.start();
    try {
      while (this.emitted < this.count) {
        const result = this.done.get(this.emitted);
        if (this.failure) throw this.failure;
        if (result) {
          this.done.delete(this.emitted++);
          for (const member of this.members) this.feed(member);
          yield result;
        } else if (this.stopped) {
          await this.stop();
          yield* [...this.done.values()].sort((a, b) => a.index - b.index);
          return;
        } else await new Promise<void>((resolve) => (this.wake = resolve));
      }
    } finally {
      clearInterval(clock);
      await this.stop();
    }
  }

  /**
   * Ends all workers: each may finish its present article and tell what it did, so that all that was saved is known.
   * What one had not finished writing is removed.
   */
  stop(): Promise<void> {
    this.stopped = true;
    this.stopping ??= this.endAll();
    return this.stopping;
  }

  private async endAll(): Promise<void> {
    const busy = [...this.members].filter(({ tasks }) => tasks.length > 0);
    const rests = busy.map((member) => new Promise<void>((resolve) => (member.rest = resolve)));
    for (const { progress } of busy) Atomics.store(progress, STOP, 1);
    const patience = new AbortController();
    const { signal } = patience;
    const late = sleep(LAST_ARTICLE, undefined, { signal }).catch(() => {});
    await Promise.race([Promise.all(rests), late]);
    patience.abort();
    const members = [...this.members];
    this.members.clear();
    await Promise.all(members.map((member) => this.end(member, presentOf(member))));
    this.wake();
  }

  private start(): void {
    const progress = newProgress();
    const worker = new Worker(this.entry, {
      workerData: { ...this.data, progress } satisfies WorkerData,
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
    });
    const deadline = Number.POSITIVE_INFINITY;
    const rest = () => {};
    const member: Member = { worker, tasks: [], progress, rules: [], received: 0, seen: 0, deadline, rest };
    this.members.add(member);
    worker.on('message', (message: FromWorker) => this.receive(member, message));
    worker.on('error', (error: NodeJS.ErrnoException) => {
      const outOfMemory = error.code === 'ERR_WORKER_OUT_OF_MEMORY';
      const what = `it took more memory than a worker has (${MEMORY_MB} MB)`;
      const hint = 'leave it out, or look at what it repeats';
      this.replace(member, outOfMemory ? failure(member, 'memory', what, hint) : failureOf(error));
    });
    this.feed(member);
  }

  private receive(member: Member, message: FromWorker): void {
    if (!this.members.has(member)) return;
    if ('usage' in message) this.failure ??= new UsageError(message.usage.message, message.usage.hint);
    else if ('results' in message) {
      for (const result of message.results) this.done.set(result.index, result);
      member.tasks.splice(0, message.results.length);
      member.received += message.results.length;
    } else if ('stopped' in message) member.rest();
    else if ('rule' in message) member.rules.push(message.rule);
    else this.setDeadline(member);
    this.feed(member);
    this.wake();
  }

  /** Gives a worker that has little left to do the next articles, not too far ahead of the oldest unfinished one. */
  private feed(member: Member): void {
    const size = Math.max(1, Math.min(BATCH, Math.ceil(this.count / (this.jobs * 4))));
    if (this.stopped || member.tasks.length > size / 2) return;
    const end = Math.min(this.count, this.emitted + this.jobs * AHEAD);
    const tasks: Task[] = [];
    while (tasks.length + member.tasks.length < size) {
      const task = this.waiting.shift() ?? (this.next < end ? this.taskAt(this.next++) : undefined);
      if (!task) break;
      tasks.push(task);
    }
    if (tasks.length === 0) return;
    if (member.tasks.length === 0 && member.deadline < Number.POSITIVE_INFINITY) this.setDeadline(member);
    member.tasks.push(...tasks);
    member.worker.postMessage(tasks);
  }

  private setDeadline(member: Member): void {
    member.deadline = Date.now() + this.data.job.timeout * 1000;
  }

  /** Ends the workers whose article takes too long. Their time starts when they are ready. */
  private endOverdue(): void {
    for (const member of this.members) {
      const finished = Atomics.load(member.progress, FINISHED);
      if (finished !== member.seen) {
        member.seen = finished;
        this.setDeadline(member);
      }
      if (member.deadline > Date.now() || member.tasks.length === finished - member.received) continue;
      const what = `it took longer than ${this.data.job.timeout} s`;
      this.replace(member, failure(member, 'timeout', what, 'raise --timeout to convert it'));
    }
  }

  /**
   * The present article of a worker failed with it; the others that it had go to a new one. Those that were finished
   * and not told go too: to do them again gives the same files.
   */
  private async replace(member: Member, failure: Failure): Promise<void> {
    if (!this.members.delete(member)) return;
    member.rest();
    // A worker that never got ready fails with every article.
    if (member.deadline === Number.POSITIVE_INFINITY)
      this.failure ??= new Error(`a worker cannot start: ${failure.message}`);
    const present = Atomics.load(member.progress, FINISHED) - member.received;
    const [failed] = member.tasks.splice(present, 1);
    await this.end(member, failed);
    if (failed) this.done.set(failed.index, emptyResult(failed.index, failure));
    this.waiting.unshift(...member.tasks);
    if (!this.stopped && !this.failure) this.start();
    this.wake();
  }

  /** Ends a worker, and removes what it had not finished writing. */
  private async end({ worker }: Member, present: Task | undefined): Promise<void> {
    const { threadId } = worker;
    await worker.terminate();
    const folders = new Set(present?.outputs.map(({ path }) => dirname(path)));
    for (const folder of folders) {
      removeTemporaries(folder, (pid, thread) => pid === process.pid && thread === threadId);
    }
  }
}

/** The article that a worker is at. */
function presentOf({ tasks, progress, received }: Member): Task | undefined {
  return tasks[Atomics.load(progress, FINISHED) - received];
}

/** A failure with the rule that was running, if one was: it is what to look at, or to leave out. */
function failure({ progress, rules }: Member, code: string, what: string, hint: string): Failure {
  const rule = rules[Atomics.load(progress, RULE) - 1];
  const message = rule ? `${what}, in the rule ${rule}` : what;
  return { code, message, hint: rule ? `${hint}, or use --skip ${rule}` : hint, line: null, stack: '' };
}
