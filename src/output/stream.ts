/** The one stream of a run: NDJSON, or any one format on stdout. */

import { lstatSync, readFileSync } from 'node:fs';
import { AtomicFile } from './atomic.js';
import { newSha256 } from './hash.js';
import { hashOf, type Saved } from './save.js';

export interface Stream {
  /** Adds an article; false once nobody reads any more. */
  write(text: string): Promise<boolean>;
  /** Ends it whole; null where it is no file. */
  close(): Saved | null;
  /** Drops what was written. */
  abort(): void;
}

/**
 * A stream into a file, which appears when it is closed.
 * @param owned hashes of what earlier runs left there
 * @param write false in a dry run
 */
export function fileStream(target: string, owned: readonly string[], force: boolean, write: boolean): Stream {
  const file = write ? new AtomicFile(target) : null;
  const digest = newSha256();
  let size = 0;
  return {
    async write(text) {
      const bytes = Buffer.from(text);
      digest.update(bytes);
      size += bytes.length;
      file?.write(bytes);
      return true;
    },
    close() {
      const hash = digest.digest('hex').slice(0, 32);
      const present = lstatSync(target, { throwIfNoEntry: false });
      const before = present?.isFile() ? hashOf(readFileSync(target)) : null;
      const saved: Saved = { state: present ? 'replaced' : 'new', hash, size, mtime: present?.mtimeMs ?? 0 };
      if (before === hash) saved.state = 'unchanged';
      else if (present && !force && !(before && owned.includes(before))) saved.state = 'kept';
      if (saved.state === 'unchanged' || saved.state === 'kept') file?.abort();
      else if (file) saved.mtime = file.commit(present?.isFile() ? present.mode : null);
      return saved;
    },
    abort: () => file?.abort(),
  };
}

/** stdout as a stream. */
export function stdoutStream(write: (text: string) => Promise<boolean>): Stream {
  return { write, close: () => null, abort: () => {} };
}
