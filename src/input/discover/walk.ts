/** The articles below a folder, read name by name: a pattern would lose names with a newline. */

import { type Dirent, readdirSync, realpathSync } from 'node:fs';
import { extname, join, sep } from 'node:path';
import { reasonOf } from '../reason.js';
import type { Ignored } from './ignored.js';
import type { Problem } from './types.js';

/** What a scan takes and leaves, and where it reports. */
export interface Scan {
  ext: readonly string[];
  /** Absolute paths; what lies below an excluded folder is excluded too. */
  excluded: ReadonlySet<string>;
  leaveOut: (absolute: string) => boolean;
  /** Null: nothing is ignored. */
  ignored: Ignored | null;
  /** Links that were not followed. */
  links: number;
  problems: Problem[];
}

export interface FoundFile {
  path: string;
  absolute: string;
  /** Links resolved. */
  real: string;
}

/**
 * Walks the folder. Hidden names and `node_modules` are passed over and links are not followed. A folder that cannot be read is
 * reported, and its neighbours are still walked.
 * @param root absolute
 * @param shown the folder as messages show it
 */
export function* walk(root: string, shown: string, scan: Scan): Generator<FoundFile> {
  const folders = [{ absolute: root, shown, real: realpathSync(root) }];
  for (let folder = folders.pop(); folder; folder = folders.pop()) {
    // Plain joins of strings: this runs once a file.
    const absolutePrefix = prefixOf(folder.absolute);
    const realPrefix = prefixOf(folder.real);
    const shownPrefix = prefixOf(join(folder.shown, '.'));
    for (const entry of readFolder(folder.absolute, folder.shown, scan.problems)) {
      const absolute = absolutePrefix + entry.name;
      if (isNeverScanned(entry.name) || scan.excluded.has(absolute)) continue;
      if (entry.isSymbolicLink()) scan.links++;
      const isFolder = entry.isDirectory();
      if (!isFolder && !(entry.isFile() && scan.ext.includes(extname(entry.name).toLowerCase()))) continue;
      if (scan.leaveOut(absolute) || scan.ignored?.leavesOut(absolute, isFolder)) continue;
      // The same text once, not three times: an archive has many names, and they are kept.
      const real = realPrefix === absolutePrefix ? absolute : realPrefix + entry.name;
      const path = shownPrefix === absolutePrefix ? absolute : shownPrefix + entry.name;
      if (isFolder) folders.push({ absolute, real, shown: path });
      else yield { absolute, real, path };
    }
  }
}

/** Hidden names, and the packages of others. */
export function isNeverScanned(name: string): boolean {
  return name.startsWith('.') || name === 'node_modules';
}

/** What stands before a name in the folder. */
function prefixOf(folder: string): string {
  if (folder === '.') return '';
  return folder.endsWith(sep) ? folder : folder + sep;
}

function readFolder(folder: string, shown: string, problems: Problem[]): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    problems.push(unreadable(shown, error));
    return [];
  }
}

/** The line for a folder whose names cannot be read. */
export function unreadable(path: string, error: unknown): Problem {
  return {
    path,
    message: `this folder cannot be read: ${reasonOf(error)}`,
    hint: 'its articles are missing from the output',
  };
}

/** The path without links; as it is where it cannot be resolved: a name that is no UTF-8 has lost its bytes. */
export function realOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}
