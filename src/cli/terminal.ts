/** The process behind `Io`: streams, signals, clock. */
import { fstatSync } from 'node:fs';
import { extname } from 'node:path';
import { ArticleError } from '../errors.js';
import { tooLarge } from '../input/read.js';
import { reasonOf } from '../input/reason.js';
import type { Io, Paint } from '../output/io.js';
import type { Made } from '../report/made.js';

/**
 * This process.
 * @param made what a page says about this run
 * @param program URL of the command line's own file: the worker lies beside it
 */
export function processIo(paint: Paint, program: string, made: () => Made): Io {
  return {
    cwd: process.cwd(),
    stdinIsTerminal: process.stdin.isTTY === true,
    stderrIsTerminal: process.stderr.isTTY === true,
    readStdin,
    write: writeStdout,
    print: (text) => void process.stderr.write(text),
    page: async (text) => (await import('./pager.js')).showInPager(text),
    onSignal,
    now: () => performance.now(),
    paint,
    made,
    worker: new URL(`./worker${extname(program)}`, program),
  };
}

/** Bytes, not text: a chunk may end within a character. */
async function readStdin(limit: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of process.stdin) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > limit) {
      process.stdin.destroy();
      throw tooLarge(limit);
    }
  }
  return Buffer.concat(chunks, size);
}

let stdoutError: NodeJS.ErrnoException | null = null;

/**
 * Writes and waits until the stream takes more.
 * @returns false once the reader is gone
 * @throws {ArticleError} where stdout takes no data for another reason
 */
async function writeStdout(text: string): Promise<boolean> {
  if (text === '') return true;
  await new Promise<void>((resolve) => {
    process.stdout.write(text, (error) => {
      stdoutError ??= error ?? null;
      resolve();
    });
  });
  if (!stdoutError) return true;
  if (stdoutError.code === 'EPIPE') return false;
  throw new ArticleError('not-saved', `stdout takes no data: ${reasonOf(stdoutError)}`, 'what came before it is lost');
}

/** Keeps a closed pipe and a full device from ending the process with a stack trace. */
export function watchStreams(): void {
  process.stdout.on('error', (error) => {
    stdoutError ??= error;
  });
  // Nobody reads the messages: there is nobody to tell.
  process.stderr.on('error', () => {});
}

const SIGNALS = { SIGINT: 2, SIGTERM: 15 } as const;

function onSignal(callback: ((signal: number) => void) | null): () => void {
  if (!callback) return () => {};
  let first = true;
  const listener = (name: keyof typeof SIGNALS) => {
    if (!first) process.exit(128 + SIGNALS[name]);
    first = false;
    callback(SIGNALS[name]);
  };
  for (const name of Object.keys(SIGNALS)) process.on(name, listener);
  return () => {
    for (const name of Object.keys(SIGNALS)) process.off(name, listener);
  };
}

/** Whether something is connected to stdin that can be read to an end: a pipe or a file, not a terminal. */
export function stdinHasInput(): boolean {
  if (process.stdin.isTTY) return false;
  try {
    const stats = fstatSync(0);
    return stats.isFIFO() || stats.isFile() || stats.isSocket();
  } catch {
    return false;
  }
}
