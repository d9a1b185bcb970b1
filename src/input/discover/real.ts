/** Real paths of the many files of a list: what leads to a folder is resolved once for all files in it. */
import { lstatSync, type Stats, statSync } from 'node:fs';
import { sep } from 'node:path';
import { realOf } from './walk.js';

export class RealPaths {
  /** Folders as they are named, with `/` at their ends, and as they are. */
  private readonly folders = new Map<string, string>();

  /**
   * What a path leads to, and its real path; null where there is nothing. One look at the system, but for links.
   * @param absolute without `.` and `..`
   */
  at(absolute: string): { stats: Stats; real: string } | null {
    if (absolute.includes('\0')) return null;
    try {
      const own = lstatSync(absolute, { throwIfNoEntry: false });
      if (!own) return null;
      if (own.isSymbolicLink()) return { stats: statSync(absolute), real: realOf(absolute) };
      const end = absolute.lastIndexOf(sep) + 1;
      const folder = absolute.slice(0, end);
      const real = this.folderOf(folder);
      // The same text once, not twice: a list has many names, and they are kept.
      return { stats: own, real: real === folder ? absolute : real + absolute.slice(end) };
    } catch {
      // It is too long for a name, goes through a file, or is a link to nowhere.
      return null;
    }
  }

  private folderOf(folder: string): string {
    let real = this.folders.get(folder);
    if (real === undefined) {
      const path = realOf(folder);
      real = path.endsWith(sep) ? path : path + sep;
      this.folders.set(folder, real);
    }
    return real;
  }
}
