/**
 * What `.gitignore` leaves out of a scan, as git reads it: the files in the scanned folder, in those below it, and in
 * those above it up to the repository's root.
 */
import { existsSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import ignore, { type Ignore } from 'ignore';
import { readRegular } from '../regular.js';

export class Ignored {
  /** The patterns of each folder that was asked about; null where it has none. */
  private readonly byFolder = new Map<string, Ignore | null>();
  /** The highest folder whose patterns count. */
  private readonly top: string;
  /** Whether anything was left out. */
  any = false;

  /** @param folder what is scanned, absolute: it is scanned even where the folders above it ignore it */
  constructor(folder: string) {
    const root = repositoryOf(folder);
    this.top = root ?? folder;
    if (root !== null && root !== folder && this.isAnyIgnored(folder)) this.top = folder;
  }

  /** @param path absolute, below the scanned folder */
  leavesOut(path: string, isFolder: boolean): boolean {
    for (let folder = dirname(path); folder.length >= this.top.length; folder = dirname(folder)) {
      const patterns = this.patternsOf(folder);
      if (patterns) {
        const name = path.slice(prefixOf(folder).length).replaceAll(sep, '/');
        const { ignored, unignored } = patterns.test(isFolder ? `${name}/` : name);
        this.any ||= ignored;
        if (ignored || unignored) return ignored;
      }
      if (dirname(folder) === folder) break;
    }
    return false;
  }

  private isAnyIgnored(folder: string): boolean {
    for (let place = folder; place.length > this.top.length; place = dirname(place)) {
      if (this.leavesOut(place, true)) return true;
    }
    return false;
  }

  private patternsOf(folder: string): Ignore | null {
    let patterns = this.byFolder.get(folder);
    if (patterns === undefined) {
      const text = readRegular(join(folder, '.gitignore'))?.toString();
      patterns = text ? ignore({ ignorecase: false }).add(text.replace(/^\ufeff/, '')) : null;
      this.byFolder.set(folder, patterns);
    }
    return patterns;
  }
}

/** The repository that a folder is in. */
function repositoryOf(folder: string): string | null {
  for (let place = folder; ; place = dirname(place)) {
    if (existsSync(join(place, '.git'))) return place;
    if (dirname(place) === place) return null;
  }
}

function prefixOf(folder: string): string {
  return folder.endsWith(sep) ? folder : folder + sep;
}
