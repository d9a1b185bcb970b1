/** `--print-config`: where each setting comes from, in the words of the command line. */
import { isAbsolute, relative } from 'node:path';
import type { ConfigFile } from '../config/find.js';
import { printConfig } from '../config/print.js';
import type { Config } from '../config/read.js';
import { type Settings, TABLE } from '../options/table.js';
import type { Typed } from './parse.js';

/**
 * The text that `--print-config` prints.
 * @param typed what the command line sets
 * @param config what the config file sets
 * @param cwd folder that paths are shown from: the text is a config of this folder
 */
export function describeSettings(
  settings: Settings,
  typed: Typed,
  config: Config | null,
  file: ConfigFile | null,
  cwd: string,
): string {
  const path = file?.shown ?? null;
  const originOf = (key: string): string => {
    if (Object.hasOwn(typed, key)) return flagOf(key, typed[key as keyof Typed]);
    const line = config?.lines.get(key);
    return line === undefined ? 'default' : `${path}:${line}`;
  };
  const paths = TABLE.filter((option) => option.path && option.key in settings).map(({ key }) => [
    key,
    settings[key as keyof Settings],
  ]);
  const near = paths.map(([key, value]) => [key, typeof value === 'string' ? fromHere(value, cwd) : value]);
  const shown: Settings = { ...settings, ...Object.fromEntries(near) };
  return printConfig(shown, originOf, path);
}

/** A path as one writes it in the folder `cwd`; the slash at a folder's end stays. */
function fromHere(path: string, cwd: string): string {
  if (!isAbsolute(path)) return path;
  const near = relative(cwd, path) || '.';
  return isAbsolute(near) || near.startsWith('..') ? path : near + (path.endsWith('/') ? '/' : '');
}

function flagOf(key: string, value: unknown): string {
  const option = TABLE.find((one) => one.key === key);
  return `--${value === false || (option?.no && value === 'never') ? 'no-' : ''}${option?.name}`;
}
