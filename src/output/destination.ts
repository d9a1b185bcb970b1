/** What `-o`, `-f`, `--in-place` and the kind of input mean together. */
import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { UsageError } from '../errors.js';
import type { Settings } from '../options/settings.js';
import type { Format } from '../types.js';

export type Destination =
  | { kind: 'stdout'; format: Format }
  /** One file for one input, or the NDJSON stream of several. */
  | { kind: 'file'; path: string; format: Format }
  | { kind: 'folder'; path: string; formats: Format[] }
  | { kind: 'in-place' };

type Wanted = Pick<Settings, 'output' | 'format' | 'inPlace' | 'check' | 'changed'>;

/**
 * Decides where the outputs go.
 * @param several a folder, a pattern, a list or more than one name was given
 * @throws {UsageError} with the words to add
 */
export function destinationOf(settings: Wanted, several: boolean, cwd: string): Destination {
  const destination = decide(settings, several, cwd);
  if (settings.changed && destination.kind !== 'folder') {
    throw new UsageError('--changed needs an output folder, where the manifest is', 'add -o FOLDER/');
  }
  if (settings.changed && formats(destination).includes('ndjson')) {
    throw new UsageError('--changed skips articles, and an NDJSON stream needs all', 'leave one of them out');
  }
  return destination;
}

function formats(destination: Destination): Format[] {
  return destination.kind === 'folder' ? destination.formats : [];
}

function decide({ output, format: formats, inPlace, check }: Wanted, several: boolean, cwd: string): Destination {
  const [format = 'markdown'] = formats;
  if (inPlace && output !== null) throw new UsageError('--in-place and -o exclude each other', 'leave one of them out');
  if (inPlace || (check && output === null)) {
    if (formats.length > 1 || format !== 'markdown') {
      throw new UsageError('inputs are replaced by Markdown only', 'leave -f out, or add -o FOLDER');
    }
    return { kind: 'in-place' };
  }
  if (output === null || output === '-') {
    if (formats.length > 1) throw new UsageError('stdout takes one format', 'add -o FOLDER/');
    if (several && format === 'json') {
      throw new UsageError('JSON of several inputs is no one document', 'use -f ndjson, or add -o FOLDER/');
    }
    if (several && output === null && format !== 'ndjson') {
      throw new UsageError('several inputs need a place to go', 'add -o FOLDER, -o - or -f ndjson');
    }
    return { kind: 'stdout', format };
  }
  const path = resolve(cwd, output);
  const present = statSync(path, { throwIfNoEntry: false });
  if (/[/\\]$/.test(output) || present?.isDirectory())
    return folder(output, path, formats, present !== undefined && !present.isDirectory());
  const isStream = formats.length === 1 && format === 'ndjson';
  if (isStream || (!several && formats.length === 1)) return { kind: 'file', path, format };
  if (!several) throw new UsageError('several formats need a folder', `write -o ${output}/`);
  return folder(output, path, formats, present !== undefined);
}

function folder(output: string, path: string, formats: Format[], isFile: boolean): Destination {
  if (isFile) throw new UsageError(`-o ${output} is a file`, 'several inputs or formats need a folder');
  return { kind: 'folder', path, formats };
}
