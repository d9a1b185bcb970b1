/** Saves one output: whole or not at all, and never over what is not ours. */
import { lstatSync, readFileSync, type Stats } from 'node:fs';
import { ArticleError } from '../errors.js';
import { AtomicFile, notSaved } from './atomic.js';
import { sha256 } from './hash.js';

/** What became of an output, or would in a dry run. */
export type OutputState = 'new' | 'replaced' | 'unchanged' | 'kept';

export interface SaveOptions {
  /** Hashes of what earlier runs left there, as the manifests know them. */
  owned: readonly string[];
  /** Replaces a file that is not ours. */
  force: boolean;
  /** False in a dry run. */
  write: boolean;
  /** Tells whether a file is one of the inputs. */
  isInput: (stats: Stats) => boolean;
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
 * Saves a text under a name. The folder must exist. A link at the target is replaced, not followed; a file that holds
 * the same bytes is left alone.
 * @throws {ArticleError} `not-saved` or `disk`, with the reason of the system
 */
export function saveOutput(target: string, text: string, options: SaveOptions): Saved {
  const bytes = Buffer.from(text);
  const saved: Saved = { state: 'new', hash: hashOf(bytes), size: bytes.length, mtime: 0 };
  const present = look(target);
  if (present) {
    if (present.bytes?.equals(bytes)) return { ...saved, state: 'unchanged', mtime: present.stats.mtimeMs };
    if (!mayReplace(present, options)) return { ...saved, state: 'kept' };
    saved.state = 'replaced';
  }
  if (options.write) saved.mtime = replaceFile(target, bytes, present?.bytes ? present.stats.mode : null);
  return saved;
}

interface Present {
  stats: Stats;
  /** Null for a link or a device. */
  bytes: Buffer | null;
}

/** What has the name now, links not followed. */
function look(target: string): Present | null {
  try {
    const stats = lstatSync(target, { throwIfNoEntry: false });
    return stats ? { stats, bytes: stats.isFile() ? readFileSync(target) : null } : null;
  } catch (error) {
    throw notSaved(error);
  }
}

function mayReplace({ stats, bytes }: Present, { owned, force, isInput }: SaveOptions): boolean {
  if (stats.isDirectory()) throw new ArticleError('not-saved', 'a folder has the name of its output', 'move it away');
  if (isInput(stats)) {
    throw new ArticleError('not-saved', 'its output would replace an input', 'choose another folder, or --in-place');
  }
  return force || (bytes !== null && owned.length > 0 && owned.includes(hashOf(bytes)));
}

/**
 * Writes a file whole: readers see the old content or the new one.
 * @param mode of the file that is replaced, or null for the system's default
 * @returns when it was written, in ms
 */
export function replaceFile(target: string, bytes: Uint8Array, mode: number | null): number {
  const file = new AtomicFile(target);
  file.write(bytes);
  return file.commit(mode);
}
