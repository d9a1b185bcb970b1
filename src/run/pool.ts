/** The worker pool: results come in input order, and a worker that hangs, crashes or eats the memory is replaced. */
import { dirname } from 'node:path';
import { Worker } from 'node:worker_threads';
import { UsageError } from '../errors.js';
import { removeTemporaries } from '../output/atomic.js';
import { failureOf } from './article.js';
import type { Places } from './places.js';
import { emptyResult, type Failure, type Job, type Result, type Task } from './types.js';

export interface WorkerData {
  job: Job;
  places: Places;
}
export type ToWorker = Task[];
export type FromWorker = { ready: true } | { result: Result } | { usage: { message: string; hint: string } };

/** Most articles that go to a worker at once. */
const BATCH = 16;
/** How many articles may be under way or wait for an earlier one, for each worker: this bounds the memory. */
const AHEAD = 4 * BATCH;
/** Heap of a worker. */
const MEMORY_MB = 512;

interface Member {
  worker: Worker;
  tasks: Task[];
  /** When its present article must be done, in ms; Infinity while it has none or is starting. */
  deadline: number;
  ready: boolean;
}

export class Pool {
  private readonly members = new Set<Member>();
  private readonly waiting: Task[] = [];
  private readonly done = new Map<number, Result>();
  private next = 0;
  private emitted = 0;
  private stopped = false;
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
    private readonly data: WorkerData,
    private readonly count: number,
    private readonly taskAt: (index: number) => Task,
    private readonly jobs: number,
  ) {}

  /**
   * Does all articles.
   * @throws {UsageError} where a worker found an option wrong
   */
  async *results(): AsyncGenerator<Result> {
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
        } else if (this.stopped) return;
        else await new Promise<void>((resolve) => (this.wake = resolve));
      }
    } finally {
      clearInterval(clock);
      await this.stop();
    }
  }

  /** Ends all workers at once and removes what they had not finished writing. */
  async stop(): Promise<void> {
    this.stopped = true;
    const members = [...this.members];
    this.members.clear();
    await Promise.all(members.map((member) => this.end(member)));
    this.wake();
  }

  private start(): void {
    const worker = new Worker(this.entry, {
      workerData: this.data,
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
    });
    const member: Member = { worker, tasks: [], deadline: Number.POSITIVE_INFINITY, ready: false };
    this.members.add(member);
    worker.on('message', (message: FromWorker) => this.receive(member, message));
    worker.on('error', (error: NodeJS.ErrnoException) => {
      const outOfMemory = error.code === 'ERR_WORKER_OUT_OF_MEMORY';
      const message = `it took more memory than a worker has (${MEMORY_MB} MB)`;
      const hint = 'leave it out, or look at what it repeats';
      this.replace(member, outOfMemory ? { code: 'memory', message, hint, line: null, stack: '' } : failureOf(error));
    });
    this.feed(member);
  }

  private receive(member: Member, message: FromWorker): void {
    if (!this.members.has(member)) return;
    if ('usage' in message) this.failure ??= new UsageError(message.usage.message, message.usage.hint);
    else if ('result' in message) {
      member.tasks.shift();
      this.done.set(message.result.index, message.result);
    } else member.ready = true;
    this.setDeadline(member);
    this.feed(member);
    this.wake();
  }

  /** Gives a worker that has nothing to do the next articles, not too far ahead of the oldest unfinished one. */
  private feed(member: Member): void {
    if (this.stopped || member.tasks.length > 0) return;
    const size = Math.max(1, Math.min(BATCH, Math.ceil(this.count / (this.jobs * 4))));
    const end = Math.min(this.count, this.emitted + this.jobs * AHEAD);
    while (member.tasks.length < size) {
      const task = this.waiting.shift() ?? (this.next < end ? this.taskAt(this.next++) : undefined);
      if (!task) break;
      member.tasks.push(task);
    }
    if (member.tasks.length === 0) return;
    member.worker.postMessage(member.tasks);
    this.setDeadline(member);
  }

  private setDeadline(member: Member): void {
    const running = member.ready && member.tasks.length > 0;
    member.deadline = running ? Date.now() + this.data.job.timeout * 1000 : Number.POSITIVE_INFINITY;
  }

  private endOverdue(): void {
    const now = Date.now();
    for (const member of this.members) {
      if (member.deadline > now) continue;
      const { timeout } = this.data.job;
      const message = `it took longer than ${timeout} s`;
      this.replace(member, { code: 'timeout', message, hint: 'raise --timeout to convert it', line: null, stack: '' });
    }
  }

  /** The present article of a worker failed with it; the others that it had go to a new one. */
  private async replace(member: Member, failure: Failure): Promise<void> {
    if (!this.members.delete(member)) return;
    const [failed, ...rest] = member.tasks;
    await this.end(member);
    if (failed) this.done.set(failed.index, emptyResult(failed.index, failure));
    else this.failure ??= new Error(failure.message);
    this.waiting.unshift(...rest);
    if (!this.stopped) this.start();
    this.wake();
  }

  private async end({ worker, tasks }: Member): Promise<void> {
    const { threadId } = worker;
    await worker.terminate();
    const [task] = tasks;
    for (const { path } of task?.outputs ?? []) {
      removeTemporaries(dirname(path), (pid, thread) => pid === process.pid && thread === threadId);
    }
  }
}
