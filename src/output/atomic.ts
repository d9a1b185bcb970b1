/** A file that appears whole or not at all: written under a temporary name in the same folder, then renamed. */
import {
  closeSync,
  fchmodSync,
  fstatSync,
  openSync,
  readdirSync,
  readlinkSync,
  renameSync,
  statSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { ArticleError } from '../errors.js';
import { reasonOf } from '../input/reason.js';
import { sha256 } from './hash.js';

let counter = 0;

/** Words for an article's file in messages. */
export const OUTPUT = 'its output';

export class AtomicFile {
  private readonly temporary: string;
  private handle: number | null = null;

  /**
   * @param subject words for the file in messages
   * @throws {ArticleError} `not-saved` or `disk` where the folder takes no file
   */
  constructor(
    readonly target: string,
    private readonly subject = OUTPUT,
  ) {
    const { threadId } = process.getBuiltinModule('node:worker_threads');
    this.temporary = join(dirname(target), temporaryName(process.pid, threadId, counter++));
    this.attempt(() => {
      this.handle = openSync(this.temporary, 'wx');
    });
  }

  /** Adds bytes. A failure leaves nothing behind. */
  write(bytes: Uint8Array): void {
    this.attempt(() => {
      for (let done = 0; done < bytes.length; ) done += writeSync(this.handle as number, bytes, done);
    });
  }

  /**
   * Lets the file appear.
   * @param mode permission bits of the file that it replaces; null: the system's default
   * @param before is called when all but the name is done
   * @returns when it was written last, in ms
   */
  commit(mode: number | null, before = () => {}): number {
    let mtime = 0;
    this.attempt(() => {
      if (mode !== null) fchmodSync(this.handle as number, mode & 0o7777);
      mtime = fstatSync(this.handle as number).mtimeMs;
      this.close();
      before();
      renameSync(this.temporary, this.target);
    });
    return mtime;
  }

  /** Drops what was written. */
  abort(): void {
    try {
      this.close();
    } catch {
      // The file goes anyway.
    }
    removeQuietly(this.temporary);
  }

  private close(): void {
    if (this.handle === null) return;
    const handle = this.handle;
    this.handle = null;
    closeSync(handle);
  }

  private attempt(step: () => void): void {
    try {
      step();
    } catch (error) {
      this.abort();
      throw notSaved(error, this.subject);
    }
  }
}

/** Reasons that meet every other output too. The folders were there when the run began: one that is not is gone. */
const STOPS = new Set(['ENOSPC', 'EDQUOT', 'EROFS', 'ENOENT']);

/** The failure of an article whose output the system refused. `disk`: no other output would fare better. */
export function notSaved(error: unknown, subject = OUTPUT): ArticleError {
  const { code = '' } = error as NodeJS.ErrnoException;
  const isOutput = subject === OUTPUT;
  const reason = code === 'ENOENT' ? (isOutput ? 'its folder is gone' : 'there is no such folder') : reasonOf(error);
  const stops = isOutput && STOPS.has(code);
  const hint = stops
    ? 'the run stops here'
    : code === 'ENOENT'
      ? 'make the folder first'
      : 'free the way and run again';
  return new ArticleError(stops ? 'disk' : 'not-saved', `${subject} cannot be written: ${reason}`, hint, null, {
    cause: error,
  });
}

const TEMPORARY = /^\.article-clean-([0-9a-f]{8})-(\d+)-(\d+)-\d+\.tmp$/; // .article-clean-0b1c2d3e-4711-0-3.tmp

/** The name of an unfinished file. Parts of one archive may run on several machines and in one folder. */
export function temporaryName(pid: number, thread: number, number: number): string {
  return `.article-clean-${machine()}-${pid}-${thread}-${number}.tmp`;
}

let known: string | null = null;

/** Stands for the machine, or the container, that counts its processes by itself. */
function machine(): string {
  known ??= sha256(`${hostname()} ${processNamespace()}`).slice(0, 8);
  return known;
}

/** Linux's name for what the numbers of processes count in. */
function processNamespace(): string {
  try {
    return readlinkSync('/proc/self/ns/pid');
  } catch {
    return '';
  }
}

/** Milliseconds after which another machine's unfinished file is nobody's. */
const FORGOTTEN = 86_400_000;

/**
 * Removes temporary files that nobody will finish.
 * @param isDead tells by process and thread whether a writer on this machine is gone
 */
export function removeTemporaries(folder: string, isDead: (pid: number, thread: number) => boolean = isGone): void {
  let names: string[];
  try {
    names = readdirSync(folder);
  } catch {
    return;
  }
  for (const name of names) {
    const [, where, pid, thread] = TEMPORARY.exec(name) ?? [];
    if (!where) continue;
    const path = join(folder, name);
    if (where === machine() ? isDead(Number(pid), Number(thread)) : isForgotten(path)) removeQuietly(path);
  }
}

function isForgotten(path: string): boolean {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats !== undefined && Date.now() - stats.mtimeMs > FORGOTTEN;
}

function isGone(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'EPERM';
  }
}

function removeQuietly(path: string): void {
  try {
    unlinkSync(path);
  } catch {
    // It was never made, or is gone already.
  }
}
