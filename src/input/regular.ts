/** Reads a file that the tool keeps for itself, or that a folder offers unasked: a regular one, or none. */
import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';

/** A link is not followed, and a pipe is not waited for. */
export const REGULAR_ONLY = (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/** The bytes; null where there is no regular file that can be read. */
export function readRegular(path: string): Buffer | null {
  let handle: number | null = null;
  try {
    handle = openSync(path, constants.O_RDONLY | REGULAR_ONLY);
    return fstatSync(handle).isFile() ? readFileSync(handle) : null;
  } catch {
    return null;
  } finally {
    if (handle !== null) closeSync(handle);
  }
}
