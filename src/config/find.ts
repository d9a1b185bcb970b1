/** The config file of a project: the nearest one, looked for up to the repository's root. */
import { existsSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve } from 'node:path';
import { UsageError } from '../errors.js';
import { readInput, whyUnread } from '../input/read.js';
import { escapeControls } from '../report/message.js';

export const CONFIG_NAME = 'article-clean.config.yaml';

/** Bytes. */
const LARGEST = 20_000_000;
/** Seconds to wait for a pipe that somebody named; one that is found unasked is not waited for. */
const PATIENCE = 10;

export interface ConfigFile {
  /** Absolute. */
  path: string;
  /** The path as a person in the working folder writes it, for messages. */
  shown: string;
  text: string;
}

/**
 * Finds and reads the config file.
 * @param wanted `--config FILE`; true: the nearest one; false: none
 * @throws {UsageError} where a named file cannot be read
 */
export async function findConfig(wanted: string | boolean, cwd: string): Promise<ConfigFile | null> {
  if (wanted === false) return null;
  const path = wanted === true ? nearestConfig(cwd) : resolve(cwd, wanted);
  if (path === null) return null;
  const near = relative(cwd, path);
  const shown = escapeControls(near.startsWith('..') || isAbsolute(near) ? path : near);
  try {
    const { bytes } = await readInput(path, LARGEST, wanted === true ? 0 : PATIENCE);
    return { path, shown, text: Buffer.from(bytes).toString() };
  } catch (error) {
    throw new UsageError(`${shown} cannot be read: ${whyUnread(error)}`, 'check --config');
  }
}

/** Without a repository only the working folder counts: a file in a shared parent is nobody's project. */
function nearestConfig(cwd: string): string | null {
  const passed: string[] = [];
  for (let folder = cwd; ; folder = dirname(folder)) {
    passed.push(join(folder, CONFIG_NAME));
    if (existsSync(join(folder, '.git'))) return passed.find((path) => existsSync(path)) ?? null;
    if (dirname(folder) === folder) break;
  }
  const [own = ''] = passed;
  return existsSync(own) ? own : null;
}
