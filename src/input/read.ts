/** Reads one input whole, and never more than the limit. */
import { closeSync, constants, fstatSync, openSync, read, readSync, type Stats } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { ArticleError } from '../errors.js';
import { reasonOf } from './reason.js';

export interface ReadInput {
  bytes: Uint8Array;
  /** Of the file as it was opened; null for a pipe. */
  stats: Stats | null;
}

/**
 * Opens, looks and reads through one handle, so that nothing can take the file's place in between.
 * @param path as the system opens it
 * @param limit bytes
 * @param seconds how long to wait for a pipe without a writer
 * @throws {ArticleError} `unreadable`, `too-large` or `timeout`
 */
export async function readInput(path: string, limit: number, seconds: number): Promise<ReadInput> {
  let handle: number | null = null;
  try {
    // Opening a named pipe that has no writer would block for ever.
    handle = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    const stats = fstatSync(handle);
    if (stats.isDirectory()) throw new ArticleError('unreadable', 'it is a folder now', 'run again');
    if (!stats.isFile()) {
      // A pipe that the shell made (`<(command)`) has had its writer; a named one may still wait for it.
      const waits = stats.isFIFO() && !/^\/(dev|proc)\//.test(path);
      return { bytes: await readPipe(handle, limit, seconds, waits), stats: null };
    }
    if (stats.size > limit) throw tooLarge(limit);
    return { bytes: readFile(handle, stats.size, limit), stats };
  } catch (error) {
    throw unreadable(path, error);
  } finally {
    if (handle !== null) closeSync(handle);
  }
}

/** Any error of reading as the failure of that article. */
export function unreadable(path: string, error: unknown): ArticleError {
  if (error instanceof ArticleError) return error;
  // Where a name is no UTF-8, its bytes were lost on the way here.
  const isLost = path.includes('\ufffd') && (error as NodeJS.ErrnoException).code === 'ENOENT';
  const reason = isLost ? 'its name is no UTF-8' : reasonOf(error);
  const hint = isLost ? 'rename it' : 'its article is missing';
  return new ArticleError('unreadable', `it cannot be read: ${reason}`, hint, null, { cause: error });
}

/** Why `readInput` failed, for messages with words of their own around it. */
export function whyUnread(error: unknown): string {
  const { message, cause } = error as ArticleError;
  return cause ? reasonOf(cause) : message;
}

/** Reads to the end, however the file grows meanwhile, but not past the limit. */
function readFile(handle: number, size: number, limit: number): Uint8Array {
  let buffer = Buffer.allocUnsafe(size + 1);
  let filled = 0;
  for (;;) {
    if (filled === buffer.length) buffer = Buffer.concat([buffer], Math.min(limit + 1, buffer.length * 2));
    const count = readSync(handle, buffer, filled, buffer.length - filled, null);
    filled += count;
    if (filled > limit) throw tooLarge(limit);
    if (count === 0) return buffer.subarray(0, filled);
  }
}

/** @param waits no data before a writer has come is not the end */
async function readPipe(handle: number, limit: number, seconds: number, waits: boolean): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const end = Date.now() + seconds * 1000;
  const readChunk = promisify(read);
  for (;;) {
    let chunk: Uint8Array | null = null;
    try {
      const { bytesRead, buffer } = await readChunk(handle, Buffer.allocUnsafe(65_536), 0, 65_536, null);
      chunk = buffer.subarray(0, bytesRead);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
    }
    if (chunk && chunk.length > 0) {
      chunks.push(chunk);
      size += chunk.length;
      if (size > limit) throw tooLarge(limit);
      continue;
    }
    if (chunk && (size > 0 || !waits)) return Buffer.concat(chunks, size);
    if (Date.now() > end) throw new ArticleError('timeout', `nobody wrote to this pipe for ${seconds} s`);
    await sleep(10);
  }
}

/** The failure of an input over `--max-size`. */
export function tooLarge(limit: number): ArticleError {
  return new ArticleError('too-large', `it is larger than ${sizeOf(limit)}`, 'raise --max-size to convert it');
}

/**
 * How often an output may be as large as the largest input. JSON holds the article three times over, and deep lists
 * indent each line; what grows beyond that is made to grow.
 */
const GROWTH = 10;
/** An output up to this many bytes is never too large: a record has words of its own. */
const ALWAYS = 1_000_000;

/**
 * The limit of an output, which follows `--max-size`.
 * @throws {ArticleError} `output-too-large`
 */
export function checkOutputSize(format: string, text: string, maxSize: number): void {
  const limit = Math.max(maxSize * GROWTH, ALWAYS);
  // A UTF-16 unit is three bytes of UTF-8 at most: short texts need no look.
  if (text.length * 3 <= limit || Buffer.byteLength(text) <= limit) return;
  const what = `its ${format} is larger than ${sizeOf(limit)}, ${GROWTH} times what an input may be`;
  throw new ArticleError('output-too-large', what, 'raise --max-size to write it');
}

function sizeOf(bytes: number): string {
  return bytes < 1e6 ? `${bytes} bytes` : `${bytes / 1e6} MB`;
}
