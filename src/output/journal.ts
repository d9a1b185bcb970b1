/** Lines that are added to a manifest while a run goes on, by any of its threads. */
import { constants, fstatSync, openSync, writeSync } from 'node:fs';
import { dirname, relative, sep } from 'node:path';
import { ArticleError } from '../errors.js';
import { REGULAR_ONLY } from '../input/regular.js';

export class Journal {
  /** Undefined before the first line; null where no line can be added. */
  private handle: number | null | undefined;

  /** @param path of the manifest, absolute */
  constructor(private readonly path: string) {}

  /** Adds whole lines. Where that cannot be, the manifest's own saving meets the same trouble, and says so. */
  add(lines: string): void {
    try {
      this.handle ??= this.open();
      if (this.handle !== null) writeSync(this.handle, lines);
    } catch {
      this.handle = null;
    }
  }

  /** Notes what is about to appear: whatever ends the run now, the next one knows its own. */
  claim(path: string, hash: string): void {
    const name = relative(dirname(this.path), path);
    this.add(`${JSON.stringify({ claim: sep === '/' ? name : name.replaceAll(sep, '/'), hash })}\n`);
  }

  /** Why the manifest cannot be where its name leads to something else. */
  refusal(): ArticleError {
    const what = `${this.path} is no regular file, so what was written here is not recorded`;
    return new ArticleError('not-saved', what, 'remove it and run again');
  }

  private open(): number | null {
    const { O_WRONLY, O_APPEND, O_CREAT } = constants;
    const handle = openSync(this.path, O_WRONLY | O_APPEND | O_CREAT | REGULAR_ONLY, 0o666);
    return fstatSync(handle).isFile() ? handle : null;
  }
}

/**
 * How a thread says what it is about to save.
 * @param path of the manifest; null where there is none
 */
export function claimer(path: string | null): Journal['claim'] {
  const journal = path === null ? null : new Journal(path);
  return (output, hash) => journal?.claim(output, hash);
}
