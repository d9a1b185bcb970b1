/** `init`: writes a config file that changes nothing, once. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CONFIG_NAME } from '../config/find.js';
import { configTemplate } from '../config/init.js';
import { UsageError } from '../errors.js';
import { reasonOf } from '../input/reason.js';

/**
 * Writes the file into a folder.
 * @returns what to say
 * @throws {UsageError} where there is one already
 */
export function writeConfig(folder: string): string {
  try {
    writeFileSync(join(folder, CONFIG_NAME), configTemplate(), { flag: 'wx' });
  } catch (error) {
    const exists = (error as NodeJS.ErrnoException).code === 'EEXIST';
    if (exists) throw new UsageError(`${CONFIG_NAME} exists already`, 'edit it, or remove it first');
    throw new UsageError(`${CONFIG_NAME} cannot be written: ${reasonOf(error)}`, '', { cause: error });
  }
  return `wrote ${CONFIG_NAME}\n`;
}
