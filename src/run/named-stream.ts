/** The stream behind a name that the user wrote for a page, a report or rules: a file, a pipe or device, or stdout. */
import { dirname, extname, resolve } from 'node:path';
import { ArticleError, UsageError } from '../errors.js';
import { DEFAULT_TIMEOUT, type Settings } from '../options/table.js';
import { type Channel, channelAt, channelStream } from '../output/channel.js';
import type { Asker } from '../output/door.js';
import { prepareFolders } from '../output/folders.js';
import type { Io } from '../output/io.js';
import { freshStream, type Stream, stdoutStream } from '../output/stream.js';
import { shownFrom } from '../report/message.js';

/** What a name leads to. */
export interface Named {
  /** Absolute; null for stdout as `-`. */
  path: string | null;
  /** Null for a file. */
  channel: Channel | null;
  /** stdout, by whatever name. */
  isStdout: boolean;
}

export function named(name: string, cwd: string): Named {
  const path = name === '-' ? null : resolve(cwd, name);
  const channel = path === null ? { descriptor: 1 } : channelAt(path);
  return { path, channel, isStdout: channel !== null && 'descriptor' in channel && channel.descriptor === 1 };
}

/** `.md`, not the `.2` of `report-1.2` */
const ENDING = /^\.[a-z]\w*$/i;

/**
 * The same for a page, which is HTML.
 * @throws {UsageError} where the name says that it is something else: nothing would open it as what it is
 */
export function namedPage(name: string, cwd: string): Named {
  const target = named(name, cwd);
  const ending = extname(name);
  if (target.channel || !ENDING.test(ending) || /^\.html?$/i.test(ending)) return target;
  const hint = `name it ${name.slice(0, -ending.length)}.html`;
  throw new UsageError(`${name}: the page is HTML, not ${ending}`, hint);
}

/**
 * Opens it.
 * @param isOurs whether a file that is there already was made by this tool
 * @throws {ArticleError} where a file would be replaced that was not
 */
export function streamTo(
  { path, channel, isStdout }: Named,
  { isInput, isOurs }: Pick<Asker, 'isInput' | 'isOurs'>,
  { force, timeout }: Pick<Settings, 'force' | 'timeout'>,
  io: Io,
): Stream {
  if (path === null || isStdout) return stdoutStream(io.write);
  const shown = shownFrom(io.cwd, path);
  if (channel) return channelStream(channel, shown, timeout ?? DEFAULT_TIMEOUT);
  return freshStream(path, { isInput, isOurs, force, named: true, shown, write: true });
}

/**
 * Makes the folder that it stands in, as for all that `-o` names.
 * @returns whether there was none
 * @throws {ArticleError} where there can be none
 */
export function makeFolderOf({ path, channel }: Named, cwd: string): boolean {
  if (path === null || channel) return false;
  const folder = dirname(path);
  const { refused, made } = prepareFolders(folder, []);
  const reason = refused.get(folder);
  if (!reason) return made.length > 0;
  throw new ArticleError('not-saved', `${shownFrom(cwd, path)} cannot be written: ${reason}`, 'choose another folder');
}
