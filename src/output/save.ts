/** Saves one output: whole or not at all, and never over what is not ours. */
import { ArticleError } from '../errors.js';
import { AtomicFile, OUTPUT } from './atomic.js';
import { type Asker, ask, REFUSALS } from './door.js';
import { sha256 } from './hash.js';

/** What became of an output, or would in a dry run. */
export type OutputState = 'new' | 'replaced' | 'unchanged' | 'kept';

export interface SaveOptions extends Pick<Asker, 'force' | 'isInput' | 'named'> {
  /** Hashes of what earlier runs left there, as the manifests know them. */
  owned: readonly string[];
  /** False in a dry run. */
  write: boolean;
  /** Told of the path and the hash of what is about to appear, so that a run that dies here is known to have made it. */
  claim: (path: string, hash: string) => void;
}

export interface Saved {
  state: OutputState;
  /** Of the new content. */
  hash: string;
  /** Bytes of the new content. */
  size: number;
  /** When the file was written last, in ms; 0 where it is not there. */
  mtime: number;
}

/** A short name for a content: 128 bits of its SHA-256, in hex. */
export function hashOf(bytes: string | Uint8Array): string {
  return sha256(bytes).slice(0, 32);
}

/**
 * Saves a text under a name. The folder must exist. A file that holds the same bytes is left alone.
 * @throws {ArticleError} `not-saved` or `disk`, with the reason of the system
 */
export function saveOutput(target: string, text: string, options: SaveOptions): Saved {
  const { owned, force, named, isInput, write, claim } = options;
  const bytes = Buffer.from(text);
  const saved: Saved = { state: 'new', hash: hashOf(bytes), size: bytes.length, mtime: 0 };
  const isOurs = (present: Buffer) => owned.length > 0 && owned.includes(hashOf(present));
  const answer = ask(target, { isInput, isOurs, force, named });
  if (answer.may === 'nothing') {
    const [what, hint] = REFUSALS[answer.why];
    const isCleanable = answer.why === 'input' && /\.(?:md|markdown)$/i.test(target);
    throw new ArticleError('not-saved', `${OUTPUT} ${what}`, isCleanable ? `${hint}, or --in-place` : hint);
  }
  let mode: number | null = null;
  if (answer.may !== 'create') {
    if (answer.bytes?.equals(bytes)) return { ...saved, state: 'unchanged', mtime: answer.stats.mtimeMs };
    if (answer.may === 'keep') return { ...saved, state: 'kept' };
    saved.state = 'replaced';
    if (answer.bytes) mode = answer.stats.mode;
  }
  if (write) saved.mtime = replaceFile(target, bytes, mode, () => claim(target, saved.hash));
  return saved;
}

/**
 * Replaces an input by its own cleaned text, unless somebody else wrote to it since it was read.
 * @param before the input's bytes
 * @param mtime of the input
 */
export function saveInPlace(path: string, text: string, before: Uint8Array, mtime: number, write: boolean): Saved {
  const bytes = Buffer.from(text);
  const saved = { hash: hashOf(bytes), size: bytes.length, mtime };
  if (bytes.equals(before)) return { ...saved, state: 'unchanged' };
  if (!write) return { ...saved, state: 'replaced' };
  const isOurs = (present: Buffer) => present.equals(before);
  const answer = ask(path, { isInput: () => false, isOurs, force: false, named: true });
  if (answer.may === 'nothing') throw new ArticleError('not-saved', 'it is no file, and stays as it is', 'use -o');
  if (answer.may !== 'replace') {
    throw new ArticleError('not-saved', 'it changed while it was converted', 'run again');
  }
  return { ...saved, state: 'replaced', mtime: replaceFile(path, bytes, answer.stats.mode, () => {}) };
}

/**
 * Writes a file whole: readers see the old content or the new one.
 * @param mode of the file that is replaced, or null for the system's default
 * @param before is called when all but the name is done
 * @returns when it was written, in ms
 */
function replaceFile(target: string, bytes: Uint8Array, mode: number | null, before: () => void): number {
  const file = new AtomicFile(target);
  file.write(bytes);
  return file.commit(mode, before);
}
