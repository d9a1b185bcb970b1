/** Arguments that are patterns, and `--exclude`. Loaded with fast-glob only where one is used. */
import { readdir } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import type { FoundFile, Scan } from './walk.js';
import { isNeverScanned, realOf, unreadable } from './walk.js';

const MAGIC = /[*?[\]{}()!+@\\]/;

/** The leading folders of a pattern that hold no pattern sign: `posts/2021` of `posts/2021/*.html`. */
export function staticPart(pattern: string): string {
  const parts = pattern.split('/');
  const first = parts.findIndex((part) => MAGIC.test(part));
  const fixed = parts.slice(0, first === -1 ? parts.length - 1 : first).join('/');
  return fixed === '' && pattern.startsWith('/') ? '/' : fixed;
}

/**
 * The files that a pattern matches. One call a pattern: beside a relative one, fast-glob loses an absolute one.
 * @throws nothing for a pattern that makes no sense: it matches nothing
 */
export async function matchPattern(pattern: string, cwd: string, scan: Scan): Promise<FoundFile[]> {
  const files = await glob(pattern, cwd, { onlyFiles: true, dot: false }, scan);
  const found: FoundFile[] = [];
  for (const path of files) {
    const absolute = resolve(cwd, path);
    if (isLeftOut(absolute, cwd, resolve(cwd, staticPart(pattern)), scan)) continue;
    found.push({ path, absolute, real: realOf(absolute) });
  }
  return found;
}

/**
 * Whether the file or a folder above it is excluded or left out.
 * @param named the part of the pattern that the user wrote out: what it names is scanned
 */
function isLeftOut(absolute: string, cwd: string, named: string, scan: Scan): boolean {
  const top = absolute.startsWith(cwd + sep) ? cwd : sep;
  let place = top;
  for (const part of relative(top, absolute).split(sep)) {
    place = join(place, part);
    if (scan.excluded.has(place) || scan.leaveOut(place)) return true;
    if (place.length <= named.length || !place.startsWith(named)) continue;
    if (isNeverScanned(part) || scan.ignored?.leavesOut(place, place !== absolute)) return true;
  }
  return false;
}

/**
 * What `--exclude` names below a folder, as absolute paths of files and folders. A pattern with a slash counts from
 * the working folder; one without, or with a leading `**\/`, matches at any depth of the folder.
 */
export async function excludedPaths(patterns: readonly string[], folder: string, cwd: string): Promise<Set<string>> {
  const excluded = new Set<string>();
  for (const typed of patterns) {
    const pattern = typed.replace(/\/+$/, '');
    const anywhere = !pattern.includes('/') || pattern.startsWith('**/');
    const from = anywhere ? folder : cwd;
    const wanted = pattern.includes('/') ? pattern : `**/${pattern}`;
    for (const path of await glob(wanted, from, { onlyFiles: false, dot: true })) excluded.add(resolve(from, path));
  }
  return excluded;
}

async function glob(
  pattern: string,
  cwd: string,
  options: { onlyFiles: boolean; dot: boolean },
  scan?: Scan,
): Promise<string[]> {
  const { default: fastGlob } = await import('fast-glob');
  try {
    // fast-glob gives up the whole scan at the first folder that it cannot read; this reader reports it and goes on.
    const tolerant = ((path: string, rest: { withFileTypes: true }, done: (error: null, entries: unknown[]) => void) =>
      readdir(path, rest, (error, entries) => {
        if (error && error.code !== 'ENOENT' && error.code !== 'ENOTDIR') {
          scan?.problems.push(unreadable(relative(cwd, path) || path, error));
        }
        done(null, error ? [] : entries);
      })) as unknown as typeof readdir;
    return await fastGlob(pattern, { cwd, ...options, followSymbolicLinks: false, fs: { readdir: tolerant } });
  } catch {
    return [];
  }
}
