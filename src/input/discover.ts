/** From arguments to the sorted list of input files. What cannot be found or read is reported; the rest goes on. */
import { lstatSync, readdirSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { nearest } from '../nearest.js';
import { excludedPaths, matchPattern, staticPart } from './discover/pattern.js';
import { RealPaths } from './discover/real.js';
import type { Input, Problem } from './discover/types.js';
import { type Scan, walk } from './discover/walk.js';

export interface Discovery {
  inputs: Input[];
  /** Absolute. */
  base: string;
  /** A folder, a pattern or a list counts as several, whatever it matches. */
  several: boolean;
  problems: Problem[];
}

export interface DiscoverOptions {
  /** Absolute working folder. */
  cwd: string;
  /** Names out of `--files-from`: taken literally, never as patterns. */
  listed?: readonly string[] | undefined;
  exclude: readonly string[];
  /** Whether `.gitignore` counts. */
  ignore: boolean;
  /** Lower case, with the dot. */
  ext: readonly string[];
  /** Absolute; overrides the common parent. */
  base?: string | undefined;
  /** Tells the files and folders that a scan leaves out: the output folder, and what an earlier run wrote. */
  leaveOut: (absolute: string) => boolean;
}

type FoundFile = Omit<Input, 'source'>;

/**
 * Finds the inputs: each argument literally first, a folder as the articles below it, only then as a pattern.
 * De-duplicated by real path, sorted by code unit.
 */
export async function discover(names: readonly string[], options: DiscoverOptions): Promise<Discovery> {
  const { cwd, exclude } = options;
  const problems: Problem[] = [];
  const files = new Map<string, FoundFile>();
  const parents = new Set<string>();
  const reals = new RealPaths();
  const excluded = new Map<string, Promise<Set<string>>>();
  const scanOf = async (folder: string): Promise<Scan> => {
    const known = excluded.get(folder) ?? excludedPaths(exclude, folder, cwd);
    excluded.set(folder, known);
    const ignored = options.ignore ? new (await import('./discover/ignored.js')).Ignored(folder) : null;
    return { ext: options.ext, excluded: await known, leaveOut: options.leaveOut, ignored, links: 0, problems };
  };
  const listed = options.listed ?? [];
  let several = options.listed !== undefined || names.length > 1;
  for (let index = 0; index < names.length + listed.length; index++) {
    const isListed = index >= names.length;
    const name = (isListed ? listed[index - names.length] : names[index]) as string;
    if (name === '-' && !isListed) {
      files.set('-', { path: '-', absolute: join(cwd, '-') });
      continue;
    }
    const resolved = resolve(cwd, name);
    const absolute = resolved === name ? name : resolved;
    const found = name === '' ? null : reals.at(absolute);
    if (found?.stats.isDirectory()) {
      several = true;
      parents.add(absolute);
      const problemsBefore = problems.length;
      let isEmpty = true;
      const scan = await scanOf(absolute);
      for (const file of walk(absolute, name, scan)) {
        isEmpty = false;
        if (!files.has(file.real)) files.set(file.real, file);
      }
      if (isEmpty && problems.length === problemsBefore) {
        problems.push({ path: name, message: 'no article in this folder', hint: whyEmpty(scan) });
      }
    } else if (found) {
      parents.add(dirname(absolute));
      if (!files.has(found.real)) files.set(found.real, { path: name, absolute });
    } else if (isListed || isDangling(absolute, name) || name === '') {
      problems.push({ path: name, message: 'there is no such file', hint: 'check the name' });
    } else {
      const folder = resolve(cwd, staticPart(name));
      const matched = await matchPattern(name, cwd, await scanOf(folder));
      if (matched.length === 0) {
        problems.push({
          path: name,
          message: 'there is no such file, and as a pattern it matches nothing',
          hint: hintFor(name, cwd),
        });
        continue;
      }
      several = true;
      parents.add(folder);
      for (const file of matched) if (!files.has(file.real)) files.set(file.real, file);
    }
  }
  const base = options.base ?? commonParent(parents) ?? cwd;
  const prefix = base.endsWith(sep) ? base : base + sep;
  const inputs: Input[] = [];
  for (const { path, absolute } of files.values()) {
    const isBelow = absolute.startsWith(prefix);
    const source = path === '-' ? '-' : isBelow ? absolute.slice(prefix.length) : relative(base, absolute);
    if (source === '..' || source.startsWith(`..${sep}`) || isAbsolute(source)) {
      problems.push({ path, message: 'it is not below --base', hint: 'give a folder that holds all inputs' });
    } else inputs.push({ path, absolute, source: sep === '/' ? source : source.replaceAll(sep, '/') });
  }
  inputs.sort((a, b) => (a.source < b.source ? -1 : a.source > b.source ? 1 : 0));
  return { inputs, base, several, problems };
}

/** A link that leads nowhere is a name, not a pattern. */
function isDangling(absolute: string, name: string): boolean {
  try {
    return !name.includes('\0') && lstatSync(absolute).isSymbolicLink();
  } catch {
    return false;
  }
}

/** The deepest folder that holds all of them. */
function commonParent(folders: Iterable<string>): string | null {
  let common: string | null = null;
  for (const folder of folders) {
    if (common === null) common = folder;
    while (folder !== common && !folder.startsWith(common.endsWith(sep) ? common : common + sep)) {
      common = dirname(common as string);
    }
  }
  return common;
}

/** What a folder without articles holds instead. */
function whyEmpty({ ext, links, ignored }: Scan): string {
  const linked = `it holds ${links === 1 ? 'a link' : `${links} links`}, which a scan does not follow: name what it means`;
  if (links > 0) return linked;
  if (ignored?.any) return 'what it holds is left out by .gitignore: --no-ignore scans it too';
  return `it holds no file that ends in ${ext.join(' ')}`;
}

/** What may be meant by a name that leads to nothing. */
function hintFor(name: string, cwd: string): string {
  if (isAddress(name)) return 'save the page first, or: curl -s URL | article-clean -';
  const absolute = resolve(cwd, name);
  const guess = nearest(basename(absolute), namesIn(dirname(absolute)));
  return guess === null ? 'check the name' : `did you mean "${join(dirname(name), guess)}"?`;
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** The web is not read: articles come from files. */
function isAddress(name: string): boolean {
  return /^https?:\/\//i.test(name);
}
