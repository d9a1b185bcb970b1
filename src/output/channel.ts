/**
 * Names that stand for no file: pipes, devices, and the open streams of the process as `/dev` and `/proc` show them.
 * Bytes go through them; nothing takes their place.
 */
import { closeSync, constants, fstatSync, openSync, readlinkSync, type Stats, statSync, writeSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ArticleError } from '../errors.js';
import { notSaved } from './atomic.js';
import type { Stream } from './stream.js';

/** A stream of this process by its number, or a pipe or device by its path. */
export type Channel = { descriptor: number } | { path: string };

const DESCRIPTOR = /^\/(?:dev|proc\/(?:self|\d+))\/fd\/(\d+)$/; // /dev/fd/63, /proc/self/fd/1
const NAMED: Readonly<Record<string, number>> = { '/dev/stdin': 0, '/dev/stdout': 1, '/dev/stderr': 2 };
/** As many links as systems follow. */
const MOST_LINKS = 40;

/** What a path stands for, links followed; null where it is a file, a folder or nothing. */
export function channelAt(path: string): Channel | null {
  let place = path;
  for (let links = 0; links < MOST_LINKS; links++) {
    const descriptor = NAMED[place] ?? DESCRIPTOR.exec(place)?.[1];
    if (descriptor !== undefined) return { descriptor: Number(descriptor) };
    const target = linkAt(place);
    if (target === null) break;
    place = resolve(dirname(place), target);
  }
  const stats = statAt(path);
  return stats?.isFIFO() || stats?.isCharacterDevice() ? { path } : null;
}

/** What a path leads to, links followed; null where that is nothing, or nothing can be there. */
export function statAt(path: string): Stats | null {
  try {
    return statSync(path);
  } catch {
    return null;
  }
}

function linkAt(path: string): string | null {
  try {
    return readlinkSync(path);
  } catch {
    return null;
  }
}

/**
 * A stream through a pipe, a device, or an open stream of this process.
 * @param shown the path as messages show it
 * @param seconds how long to wait for somebody to read from a pipe
 */
export function channelStream(channel: Channel, shown: string, seconds: number): Stream {
  let handle: number | null = null;
  return {
    async write(text) {
      const bytes = Buffer.from(text);
      try {
        handle ??= 'descriptor' in channel ? channel.descriptor : await openPipe(channel.path, shown, seconds);
        for (let done = 0; done < bytes.length; ) done += await writeSome(handle, bytes.subarray(done));
        return true;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'EPIPE') return false;
        throw error instanceof ArticleError ? error : notSaved(error, shown);
      }
    },
    close() {
      if (handle !== null && 'path' in channel) closeSync(handle);
      return null;
    },
    abort() {
      this.close();
    },
  };
}

/** A pipe that nobody reads yet cannot be opened, but for waiting for ever. */
async function openPipe(path: string, shown: string, seconds: number): Promise<number> {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    try {
      const handle = openSync(path, constants.O_WRONLY | (constants.O_NONBLOCK ?? 0));
      const { mode } = fstatSync(handle);
      if ((mode & constants.S_IFMT) !== constants.S_IFREG) return handle;
      closeSync(handle);
      throw new ArticleError('not-saved', `${shown} is a file now`, 'run again');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENXIO') throw error;
    }
    if (Date.now() > end) throw new ArticleError('timeout', `nobody reads from the pipe ${shown} for ${seconds} s`);
    await sleep(10);
  }
}

/** @returns how many bytes were taken; 0 while a pipe is full */
async function writeSome(handle: number, bytes: Uint8Array): Promise<number> {
  try {
    return writeSync(handle, bytes);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
    await sleep(5);
    return 0;
  }
}
