/**
 * The one door to every file that the tool writes: outputs, streams, reports, pages, the manifest, `--in-place`.
 * It says what may be done at a path, with the same answers for all: an input never; a folder, a link, a pipe or a
 * device is never taken for a file; a file that is not ours stays without `--force`.
 */
import { lstatSync, readFileSync, type Stats } from 'node:fs';
import { notSaved } from './atomic.js';

/** Who asks. */
export interface Asker {
  /** Tells whether a file is one of the inputs. */
  isInput: (stats: Stats) => boolean;
  /** Knows the tool's own earlier file by its bytes. */
  isOurs: (bytes: Buffer) => boolean;
  /** Replaces a file that is not ours. */
  force: boolean;
  /** The user wrote this very path; false: it was planned below an output folder. */
  named: boolean;
}

export type Answer =
  | { may: 'create' }
  /** `bytes` and `stats` of the file that is there; no bytes for a link that `--force` takes away. */
  | { may: 'replace' | 'keep'; bytes: Buffer | null; stats: Stats }
  | { may: 'nothing'; why: 'folder' | 'input' | 'link' | 'device' };

/** What a refusal says after the words for the file, such as `its output`. */
export const REFUSALS: Readonly<Record<(Answer & { may: 'nothing' })['why'], [what: string, hint: string]>> = {
  folder: ['has the name of a folder', 'move the folder away, or choose another name'],
  input: ['would replace an input', 'choose another folder'],
  link: ['has the name of a link, which is never followed or replaced', 'remove the link, or name what it leads to'],
  device: ['has the name of a pipe or a device', 'remove it, or choose another folder'],
};

/**
 * Asks what may be done at a path. Links are not followed.
 * @param subject words for the file in messages
 * @throws {ArticleError} where the system does not even let look
 */
export function ask(path: string, { isInput, isOurs, force, named }: Asker, subject?: string): Answer {
  try {
    const stats = lstatSync(path, { throwIfNoEntry: false });
    if (!stats) return { may: 'create' };
    if (stats.isDirectory()) return { may: 'nothing', why: 'folder' };
    if (stats.isSymbolicLink()) {
      // In a folder of outputs the name is ours to force; what the link leads to stays as it is.
      return named ? { may: 'nothing', why: 'link' } : { may: force ? 'replace' : 'keep', bytes: null, stats };
    }
    if (!stats.isFile()) return { may: 'nothing', why: 'device' };
    if (isInput(stats)) return { may: 'nothing', why: 'input' };
    const bytes = readFileSync(path);
    return { may: force || isOurs(bytes) ? 'replace' : 'keep', bytes, stats };
  } catch (error) {
    throw notSaved(error, subject);
  }
}
