/** What `-o`, `-f`, `--in-place` and the kind of input mean together. */
import { extname, resolve } from 'node:path';
import { UsageError } from '../errors.js';
import { FORMATS, type Format, formatNames, isStream } from '../formats/list.js';
import type { Settings } from '../options/table.js';
import { type Channel, channelAt, statAt } from './channel.js';

export type Destination =
  | { kind: 'stdout'; format: Format }
  /** A pipe, a device, or another stream of the process: like stdout. */
  | { kind: 'channel'; path: string; channel: Channel; format: Format }
  /** One file for one input, or the NDJSON stream of several. */
  | { kind: 'file'; path: string; format: Format }
  | { kind: 'folder'; path: string; formats: Format[] }
  | { kind: 'in-place' };

type Wanted = Pick<Settings, 'output' | 'format' | 'inPlace' | 'check' | 'changed' | 'prune'>;

/**
 * Decides where the outputs go.
 * @param several a folder, a pattern, a list or more than one name was given
 * @throws {UsageError} with the words to add
 */
export function destinationOf(settings: Wanted, several: boolean, cwd: string): Destination {
  const destination = decide(settings, several, cwd);
  for (const name of ['changed', 'prune'] as const) {
    if (settings[name] && destination.kind !== 'folder') {
      throw new UsageError(`--${name} needs an output folder, where the manifest is`, 'add -o FOLDER/');
    }
  }
  if (settings.changed && destination.kind === 'folder' && destination.formats.some(isStream)) {
    throw new UsageError('--changed skips articles, and an NDJSON stream needs all', 'leave one of them out');
  }
  return destination;
}

function decide(settings: Wanted, several: boolean, cwd: string): Destination {
  const { output, format: wanted, inPlace, check } = settings;
  if (inPlace && output !== null) throw new UsageError('--in-place and -o exclude each other', 'leave one of them out');
  if (inPlace || (check && output === null)) {
    if (wanted && (wanted.length > 1 || wanted[0] !== 'markdown')) {
      throw new UsageError('inputs are replaced by Markdown only', 'leave -f out, or add -o FOLDER');
    }
    return { kind: 'in-place' };
  }
  if (output === null || output === '-') return stdout(output, wanted, several);
  const path = resolve(cwd, output);
  const channel = channelAt(path);
  if (channel) {
    const { format } = stdout('-', wanted, several);
    const isStdout = 'descriptor' in channel && channel.descriptor === 1;
    return isStdout ? { kind: 'stdout', format } : { kind: 'channel', path, channel, format };
  }
  const present = statAt(path);
  const isFile = present !== null && !present.isDirectory();
  if (/[/\\]$/.test(output) || present?.isDirectory()) return folder(output, path, wanted ?? ['markdown'], isFile);
  return named(output, path, wanted, several, isFile);
}

function stdout(output: '-' | null, wanted: Format[] | null, several: boolean): { kind: 'stdout'; format: Format } {
  const [format = 'markdown', ...more] = wanted ?? [];
  if (more.length > 0) throw new UsageError('stdout takes one format', 'add -o FOLDER/');
  if (several && format === 'json') {
    throw new UsageError('JSON of several inputs is no one document', 'use -f ndjson, or add -o FOLDER/');
  }
  if (several && output === null && !isStream(format)) {
    throw new UsageError('several inputs need a place to go', 'add -o FOLDER, -o - or -f ndjson');
  }
  return { kind: 'stdout', format };
}

/** A path that is no folder yet: a file for one input or stream, a new folder for several outputs. */
function named(output: string, path: string, wanted: Format[] | null, several: boolean, isFile: boolean): Destination {
  const byEnding = formatByEnding(output);
  const formats = wanted ?? (byEnding ? [byEnding] : ['markdown' as const]);
  const [format = 'markdown', ...more] = formats;
  if (more.length === 0 && isStream(format)) return { kind: 'file', path, format };
  if (several || more.length > 0) {
    if (isFile) throw isAFile(output);
    const what = several ? 'several inputs need a folder' : 'several formats need a folder';
    const hint = `write -o ${byEnding ? output.slice(0, -extname(output).length) : output}/`;
    if (byEnding || !several) throw new UsageError(what, hint);
    return { kind: 'folder', path, formats };
  }
  const ending = extname(output);
  if (!wanted && !byEnding && ending !== '') {
    const all = formatNames()
      .map((one) => FORMATS[one].ending)
      .join(', ');
    throw new UsageError(`no format ends in ${ending}`, `name it with one of ${all}, or say the format with -f`);
  }
  return { kind: 'file', path, format };
}

/** The format that the ending of a file's name tells. */
function formatByEnding(name: string): Format | null {
  const ending = extname(name).toLowerCase();
  if (ending === '.markdown') return 'markdown';
  return formatNames().find((format) => FORMATS[format].ending === ending) ?? null;
}

function folder(output: string, path: string, formats: Format[], isFile: boolean): Destination {
  if (isFile) throw isAFile(output);
  return { kind: 'folder', path, formats };
}

function isAFile(output: string): UsageError {
  return new UsageError(`-o ${output} is a file`, 'several inputs or formats need a folder');
}
