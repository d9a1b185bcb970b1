/** From names to articles: what lists name, what comes through stdin, what containers hold, what options leave out. */
import { resolve } from 'node:path';
import { ArticleError, UsageError } from '../errors.js';
import { readList } from '../input/discover/list.js';
import type { Input } from '../input/discover/types.js';
import { type Discovery, discover } from '../input/discover.js';
import { type Limits, partInputs } from '../input/open.js';
import { readInput, whyUnread } from '../input/read.js';
import { DEFAULT_TIMEOUT, type Settings } from '../options/table.js';
import type { Io } from '../output/io.js';

/** Bytes that a list may have. */
const LARGEST_LIST = 1e9;

/** The names of `--files-from`, or undefined where it was not given. */
async function listOf(
  { filesFrom, null: nul, maxSize, timeout }: Settings,
  names: readonly string[],
  io: Io,
): Promise<string[] | undefined> {
  if (filesFrom === null) {
    if (nul) throw new UsageError('-0 speaks of a list of names', 'add --files-from FILE');
    return undefined;
  }
  if (filesFrom !== '-') {
    try {
      const { bytes } = await readInput(resolve(io.cwd, filesFrom), LARGEST_LIST, timeout ?? DEFAULT_TIMEOUT);
      return readList(bytes, nul);
    } catch (error) {
      if (error instanceof UsageError) throw error;
      throw new UsageError(`--files-from ${filesFrom} cannot be read: ${whyUnread(error)}`, 'check the name');
    }
  }
  if (names.includes('-')) throw new UsageError('stdin is either the list or an article', 'leave one of the - out');
  return readList(await io.readStdin(Math.max(maxSize, LARGEST_LIST)), nul);
}

/** Finds the files that arguments and settings name. `leaveOut` tells what a scan passes by. */
export async function findInputs(
  names: readonly string[],
  settings: Settings,
  io: Io,
  leaveOut: (absolute: string) => boolean,
): Promise<Discovery> {
  const found = await discover(names, {
    cwd: io.cwd,
    listed: await listOf(settings, names, io),
    exclude: settings.exclude,
    ignore: settings.ignore,
    ext: settings.ext,
    base: settings.base === null ? undefined : resolve(io.cwd, settings.base),
    leaveOut,
  });
  const { stdinFilepath } = settings;
  if (stdinFilepath === null) return found;
  return { ...found, inputs: found.inputs.map((input) => named(input, stdinFilepath)) };
}

/**
 * The articles in what was found: stdin read, containers parted, and of all of them those that `--where` wants.
 * @param waits false where stdin is not wanted
 */
export async function openInputs(found: Discovery, settings: Settings, io: Io, waits = true): Promise<Discovery> {
  const { where, encoding } = settings;
  const stdin = waits ? found.inputs.findIndex(({ path }) => path === '-') : -1;
  const inputs = [...found.inputs];
  if (stdin >= 0) inputs[stdin] = { ...(inputs[stdin] as Input), ...(await held(settings, io)) };
  const parted = partInputs(inputs);
  const several = found.several || parted !== null;
  const all = parted ?? inputs;
  const limits = limitsOf(settings);
  const wanted = where === null ? all : await (await import('./where.js')).selected(all, where, encoding, limits);
  return { ...found, several, inputs: wanted };
}

/** What is read of one input at most. */
export function limitsOf({ maxSize, timeout }: Pick<Settings, 'maxSize' | 'timeout'>): Limits {
  return { maxSize, timeout: timeout ?? DEFAULT_TIMEOUT };
}

/** stdin under the path that an editor has its text from. */
function named(input: Input, source: string): Input {
  return input.path === '-' ? { ...input, source } : input;
}

/** stdin, or why it cannot be taken whole. */
async function held({ maxSize }: Settings, io: Io): Promise<Pick<Input, 'held' | 'refused'>> {
  try {
    return { held: await io.readStdin(maxSize) };
  } catch (error) {
    if (!(error instanceof ArticleError)) throw error;
    const { code, message, hint } = error;
    return { refused: { code, message, hint } };
  }
}

/** The inputs that `--in-place` can replace; the others are one problem. */
export function onlyMarkdown(inputs: readonly Input[], problems: Discovery['problems']): Input[] {
  const others = inputs.filter(({ path }) => !/\.(md|markdown)$/i.test(path));
  const [first] = others;
  if (first) {
    const more = others.length > 1 ? ` (nor ${others.length === 2 ? 'is 1' : `are ${others.length - 1}`} more)` : '';
    problems.push({
      path: first.path,
      message: `it is no .md file${more}: only those are replaced in place`,
      hint: 'use -o FOLDER',
    });
  }
  return inputs.filter((input) => !others.includes(input));
}
