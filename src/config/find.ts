/** The config file of a project: the nearest one, looked for up to the repository's root. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve } from 'node:path';
import { UsageError } from '../errors.js';
import { reasonOf } from '../input/reason.js';
import { escapeControls } from '../report/message.js';

export const CONFIG_NAME = 'article-clean.config.yaml';

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
export function findConfig(wanted: string | boolean, cwd: string): ConfigFile | null {
  if (wanted === false) return null;
  const path = wanted === true ? nearestConfig(cwd) : resolve(cwd, wanted);
  if (path === null) return null;
  const near = relative(cwd, path);
  const shown = escapeControls(near.startsWith('..') || isAbsolute(near) ? path : near);
  try {
    return { path, shown, text: readFileSync(path, 'utf8') };
  } catch (error) {
    throw new UsageError(`${shown} cannot be read: ${reasonOf(error)}`, 'check --config');
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
