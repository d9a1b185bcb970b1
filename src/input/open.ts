/**
 * The one opener of inputs, for batches, reports, `learn` and the library: a file, an entry of a container, or stdin.
 * What kinds of containers there are stands in `open/list.ts`.
 */
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { extname } from 'node:path';
import { ArticleError } from '../errors.js';
import type { Input } from './discover/types.js';
import type { InputKind, Source } from './open/kind.js';
import { containerOf } from './open/known.js';
import { KINDS } from './open/list.js';
import { readInput, tooLarge, unreadable } from './read.js';

/** How much of an input is read, and how long one is waited for. */
export interface Limits {
  /** Bytes. */
  maxSize: number;
  /** Seconds, for a pipe without a writer. */
  timeout: number;
}

export interface Opened {
  bytes: Uint8Array;
  /** Of the file, as it was opened; null for stdin and pipes. */
  stats: { size: number; mtimeMs: number } | null;
}

/**
 * Reads one article whole.
 * @throws {ArticleError} where it cannot be read, or is larger than the limit
 */
export async function openInput(input: Input, { maxSize, timeout }: Limits, kinds = KINDS): Promise<Opened> {
  const { absolute, entry, held, refused } = input;
  if (refused) throw new ArticleError(refused.code, refused.message, refused.hint);
  if (held) return { bytes: held, stats: null };
  if (!entry) return readInput(absolute, maxSize, timeout);
  if (entry.end - entry.start > maxSize) throw tooLarge(maxSize);
  const parts = kinds.find(({ name }) => name === entry.kind)?.parts;
  if (!parts) throw new Error(`nothing reads entries of the kind ${entry.kind}`);
  try {
    return withSource(absolute, (source, stats) => ({ bytes: parts.article(source, entry), stats }));
  } catch (error) {
    throw unreadable(absolute, error);
  }
}

/** Bytes in which front matter ends; a file that begins otherwise has none. */
const HEAD = 65_536;

/**
 * The first bytes of an article, up to the end of a line.
 * @throws where it cannot be read
 */
export async function openHead(input: Input, limits: Limits): Promise<Uint8Array> {
  if (input.entry || input.held || input.refused) return (await openInput(input, limits)).bytes;
  return withSource(input.absolute, (source) => {
    const bytes = source.read(0, HEAD);
    return bytes.length < HEAD ? bytes : bytes.subarray(0, bytes.lastIndexOf(0x0a) + 1);
  });
}

/** Endings of files that are not looked into before they are converted: they are articles. */
const ARTICLES: ReadonlySet<string> = new Set(['.md', '.markdown', '.html', '.htm', '.xhtml', '.txt']);

/** The inputs, with its entries in the place of each container; null where no container is parted. */
export function partInputs(inputs: readonly Input[], kinds = KINDS): Input[] | null {
  const parting = kinds.filter(({ parts }) => parts !== null);
  if (parting.length === 0) return null;
  let any = false;
  const found: Input[] = [];
  for (const input of inputs) {
    const entries = ARTICLES.has(extname(input.path).toLowerCase()) ? [] : entriesOf(input, parting);
    any ||= entries.length > 0;
    if (entries.length === 0) found.push(input);
    else for (const entry of entries) found.push(entry);
  }
  return any ? found : null;
}

/** The entries of a container; none where it is none, or cannot be read: then it fails by name when its turn comes. */
function entriesOf(input: Input, kinds: readonly InputKind[]): Input[] {
  const { path, absolute, held } = input;
  const part = (source: Source): Input[] => {
    const kind = containerOf(Buffer.from(source.read(0, HEAD)).toString('latin1'), kinds)?.kind;
    const entries: Input[] = [];
    for (const entry of kind?.parts?.entries(source) ?? []) {
      if (!kind?.parts) break;
      const names = { path: `${path}#${entry.name}`, source: `${input.source}#${entry.name}` };
      const one: Input = { ...names, absolute, entry: { ...entry, kind: kind.name } };
      entries.push(held ? { ...one, held: kind.parts.article(source, entry) } : one);
    }
    return entries;
  };
  try {
    if (held) return part({ size: held.length, read: (start, end) => held.subarray(start, end) });
    return input.refused ? [] : withSource(absolute, part);
  } catch {
    return [];
  }
}

/** Opens a regular file for as long as `use` takes. A pipe is neither waited for nor read: that goes only once. */
function withSource<T>(path: string, use: (source: Source, stats: { size: number; mtimeMs: number }) => T): T {
  const file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const stats = fstatSync(file);
    if (!stats.isFile()) throw new ArticleError('unreadable', 'it is no file');
    const read = (start: number, end: number): Uint8Array => {
      const bytes = Buffer.allocUnsafe(Math.max(0, Math.min(end, stats.size) - start));
      return bytes.subarray(0, readSync(file, bytes, 0, bytes.length, start));
    };
    return use({ size: stats.size, read }, stats);
  } finally {
    closeSync(file);
  }
}
