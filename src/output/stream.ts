/** What a run writes beside its outputs, piece by piece: NDJSON or any one format, the report, the page. */
import { dirname } from 'node:path';
import { ArticleError, UsageError } from '../errors.js';
import { AtomicFile, removeTemporaries } from './atomic.js';
import { type Answer, type Asker, ask, REFUSALS } from './door.js';
import { newSha256 } from './hash.js';
import { hashOf, type Saved } from './save.js';

export interface Stream {
  /** Adds a piece; false once nobody reads any more. */
  write(text: string): Promise<boolean>;
  /** Ends it whole; null where it is no file. */
  close(): Saved | null;
  /** Drops what was written. */
  abort(): void;
}

export interface FileOptions extends Asker {
  /** The path as messages show it. */
  shown: string;
  /** False in a dry run. */
  write: boolean;
}

/**
 * A stream into a file, which appears when it is closed.
 * @throws {UsageError} where no file may ever be at this path
 * @throws {ArticleError} where the folder takes no file
 */
export function fileStream(target: string, options: FileOptions): Stream {
  checked(ask(target, options, options.shown), options.shown);
  const file = options.write ? new AtomicFile(target, options.shown) : null;
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
      const saved: Saved = { state: 'new', hash: digest.digest('hex').slice(0, 32), size, mtime: 0 };
      let mode: number | null = null;
      try {
        const answer = checked(ask(target, options, options.shown), options.shown);
        if (answer.may !== 'create') {
          const isSame = answer.bytes !== null && hashOf(answer.bytes) === saved.hash;
          saved.state = isSame ? 'unchanged' : answer.may === 'keep' ? 'kept' : 'replaced';
          saved.mtime = answer.stats.mtimeMs;
          mode = answer.stats.mode;
        }
        if (saved.state === 'unchanged' || saved.state === 'kept') file?.abort();
        else if (file) saved.mtime = file.commit(mode);
      } catch (error) {
        file?.abort();
        throw error;
      }
      return saved;
    },
    abort: () => file?.abort(),
  };
}

/**
 * The same for a file that is made anew by each run: one that is not ours stops the run before it has begun.
 * @throws {ArticleError} where another file is there
 */
export function freshStream(target: string, options: FileOptions): Stream {
  if (ask(target, options, options.shown).may === 'keep') {
    const what = `${options.shown} is kept: this tool did not write it, or it was edited since`;
    throw new ArticleError('not-saved', what, 'name another file, or --force replaces it');
  }
  if (options.write) removeTemporaries(dirname(target));
  return fileStream(target, options);
}

function checked(answer: Answer, shown: string): Exclude<Answer, { may: 'nothing' }> {
  if (answer.may !== 'nothing') return answer;
  if (answer.why === 'input') throw new UsageError(`${shown} is an input`, 'name another file');
  if (answer.why === 'folder') throw new UsageError(`${shown} is a folder`, 'name a file in it');
  const [what, hint] = REFUSALS[answer.why];
  throw new UsageError(`${shown} ${what}`, hint);
}

/** stdout as a stream. */
export function stdoutStream(write: (text: string) => Promise<boolean>): Stream {
  return { write, close: () => null, abort: () => {} };
}
