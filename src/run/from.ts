/** The files that `--from` names: paths and quoted patterns. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { UsageError } from '../errors.js';

/**
 * The files, absolute, each once, in order.
 * @throws {UsageError} where a name is no file and matches none
 */
export async function filesOf(names: readonly string[], cwd: string): Promise<string[]> {
  const files = new Set<string>();
  for (const name of names) {
    const path = resolve(cwd, name);
    if (existsSync(path)) {
      files.add(path);
      continue;
    }
    const { default: fastGlob } = await import('fast-glob');
    const found = await fastGlob(name, { cwd, absolute: true });
    if (found.length === 0) throw new UsageError(`--from ${name} matches no file`, 'check the name');
    for (const one of found.sort()) files.add(one);
  }
  return [...files].sort();
}
