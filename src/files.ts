/** `convertFiles`: the library's way over many files. The only part of it that reads any; it writes none. */

import type { Conversion, ConvertOptions } from './api.js';
import { convert } from './convert.js';
import { ArticleError, UsageError } from './errors.js';
import type { Format } from './formats/list.js';

/** How files are found, besides what is done with each. */
export interface FilesOptions<F extends Format = Format> extends Omit<ConvertOptions<F>, 'source'> {
  /** Folder that relative names count from. @default the working folder */
  cwd?: string;
  /** Folder that `source` counts from. @default the common parent of the names */
  base?: string;
  /** Patterns of what is left out; one without a slash matches a name at any depth. */
  exclude?: string[];
  /** Leave out what `.gitignore` names. @default true */
  ignore?: boolean;
  /** Endings of the files taken from folders, lower case with the dot. @default md, markdown, html, htm, xhtml */
  ext?: string[];
  /** A larger file is an error. Bytes. @default 20,000,000 */
  maxSize?: number;
}

/** What became of one file. */
export type FileResult<F extends Format = Format> = {
  /** As it is opened, relative to `cwd` unless it was given absolute. */
  path: string;
  /** Below the base, `/` between its parts. */
  source: string;
} & Outcome<F>;

type Outcome<F extends Format> = { conversion: Conversion<F>; error: null } | { conversion: null; error: ArticleError };

/**
 * Converts files one after the other, sorted by their path below the base. Only the present one is in memory, and none
 * is read before it is asked for. A file that cannot be read or converted is a result with an `error`, and so is a name
 * that leads to nothing (these come first); the iteration goes on.
 *
 * @param names files, folders and patterns; what exists is taken literally. A folder means all articles below it
 * @throws {UsageError} where an option is wrong, which no other file would change
 * @example for await (const { path, conversion, error } of convertFiles(['posts'], { formats: ['text'] })) ...
 */
export async function* convertFiles<F extends Format = 'markdown'>(
  names: readonly string[],
  options: FilesOptions<F> = {},
): AsyncGenerator<FileResult<F>> {
  const given: unknown = names;
  if (!Array.isArray(given) || !given.every(isString)) {
    throw new UsageError(
      'convertFiles takes an array of names',
      typeof given === 'string' ? `write [${JSON.stringify(given)}]` : 'names are strings',
    );
  }
  const { cwd, base, exclude, ignore, ext, maxSize, ...convertOptions } = options;
  // Loaded here, so that who only converts text loads nothing that reads files.
  const [{ resolve }, { discover }, { openInput, partInputs }, { DEFAULTS, DEFAULT_TIMEOUT }] = await Promise.all([
    import('node:path'),
    import('./input/discover.js'),
    import('./input/open.js'),
    import('./options/table.js'),
  ]);
  const folder = resolve(cwd ?? '');
  // On the command line `-` is stdin; a library has none.
  const literal = names.map((name) => (name === '-' ? './-' : name));
  const found = await discover(literal, {
    cwd: folder,
    exclude: exclude ?? DEFAULTS.exclude,
    ignore: ignore ?? DEFAULTS.ignore,
    ext: ext ?? DEFAULTS.ext,
    base: base === undefined ? undefined : resolve(folder, base),
    leaveOut: () => false,
  });
  for (const { path, message, hint } of found.problems) {
    yield { path, source: path, conversion: null, error: new ArticleError('not-found', message, hint) };
  }
  // `source` has its place before the spread: see `run/article.ts`.
  const shared = { source: '', ...convertOptions };
  const limits = { maxSize: maxSize ?? DEFAULTS.maxSize, timeout: DEFAULT_TIMEOUT };
  for (const input of partInputs(found.inputs) ?? found.inputs) {
    const { path, source } = input;
    const outcome = await outcomeOf(async () => {
      const { bytes } = await openInput(input, limits);
      return convert(bytes, { ...shared, source });
    });
    yield { path, source, ...outcome };
  }
}

function isString(value: unknown): value is string {
  return typeof value === 'string';
}

async function outcomeOf<F extends Format>(work: () => Promise<Conversion<F>>): Promise<Outcome<F>> {
  try {
    return { conversion: await work(), error: null };
  } catch (error) {
    if (!(error instanceof ArticleError)) throw error;
    return { conversion: null, error };
  }
}
