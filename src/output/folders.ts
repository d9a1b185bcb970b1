/** The folders of the outputs: made before the first article, so that a folder that vanishes later is noticed. */
import { accessSync, constants, mkdirSync, realpathSync, rmdirSync } from 'node:fs';
import { dirname, sep } from 'node:path';
import { reasonOf } from '../input/reason.js';
import { removeTemporaries } from './atomic.js';

export interface Folders {
  /** Folders that cannot take outputs, with the reason. */
  refused: ReadonlyMap<string, string>;
  /** Folders that this run made, parents first. */
  made: readonly string[];
}

/**
 * Makes the folders, and removes what dead runs left unfinished in those that were there.
 * @param root the output folder; nothing is written outside its real path
 * @param folders absolute, `root` itself or below it
 */
export function prepareFolders(root: string, folders: Iterable<string>): Folders {
  const refused = new Map<string, string>();
  const made: string[] = [];
  let realRoot = '';
  for (const folder of new Set([root, ...folders])) {
    try {
      const first = mkdirSync(folder, { recursive: true });
      if (first) for (let one = folder; one.length >= first.length; one = dirname(one)) made.push(one);
      const real = realpathSync(folder);
      if (folder === root) realRoot = real;
      else if (!real.startsWith(realRoot.endsWith(sep) ? realRoot : realRoot + sep)) {
        refused.set(folder, 'a link leads out of the output folder');
        continue;
      }
      accessSync(folder, constants.W_OK | constants.X_OK);
      if (!first) removeTemporaries(folder);
    } catch (error) {
      refused.set(folder, reasonOf(error));
      if (folder === root) break;
    }
  }
  return { refused, made: made.sort((a, b) => a.length - b.length) };
}

/** Removes the folders that this run made and did not need. */
export function removeEmpty({ made }: Folders): void {
  for (const folder of made.toReversed()) {
    try {
      rmdirSync(folder);
    } catch {
      // It holds outputs.
    }
  }
}
