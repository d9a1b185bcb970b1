/** `init`: writes a config file that changes nothing, once. */
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CONFIG_NAME } from '../config/find.js';
import { configTemplate } from '../config/init.js';
import { UsageError } from '../errors.js';
import { reasonOf } from '../input/reason.js';

/** Where a project that depends on this package has its schema. */
const SCHEMA = './node_modules/article-clean/docs/config.schema.json';

/**
 * Writes the file into a folder.
 * @returns what to say
 * @throws {UsageError} where there is one already
 */
export function writeConfig(folder: string): string {
  try {
    const schema = existsSync(join(folder, SCHEMA)) ? SCHEMA : null;
    writeFileSync(join(folder, CONFIG_NAME), configTemplate(schema), { flag: 'wx' });
  } catch (error) {
    const exists = (error as NodeJS.ErrnoException).code === 'EEXIST';
    if (exists) throw new UsageError(`${CONFIG_NAME} exists already`, 'edit it, or remove it first');
    throw new UsageError(`${CONFIG_NAME} cannot be written: ${reasonOf(error)}`, '', { cause: error });
  }
  return `wrote ${CONFIG_NAME}\n`;
}
