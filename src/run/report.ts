/** `report`: one page that shows what was done to each article. */

import { dirname, resolve } from 'node:path';
import { convert } from '../convert.js';
import { ArticleError, UsageError } from '../errors.js';
import { decode } from '../input/decode.js';
import type { Input } from '../input/discover/types.js';
import { readInput } from '../input/read.js';
import { readRegular } from '../input/regular.js';
import { DEFAULT_TIMEOUT, type Settings } from '../options/table.js';
import { channelAt, channelStream } from '../output/channel.js';
import { prepareFolders } from '../output/folders.js';
import type { Io } from '../output/io.js';
import { freshStream, type Stream, stdoutStream } from '../output/stream.js';
import { formatMessage, shownFrom } from '../report/message.js';
import { type PageArticle, type PageFailure, writeReport } from '../report/page.js';
import { Progress } from '../report/progress.js';
import { findInputs } from './inputs.js';
import { convertOptions } from './job.js';
import { lookUps, placesOf } from './places.js';

/** A page of an earlier run may be replaced, and an empty file. */
const EARLIER_PAGE = /<title>[^<]*cleaning report/i;
/** Bytes in which the title stands. */
const HEAD = 4096;

/**
 * Converts the inputs and writes the page; nothing else is written.
 * @param limit articles shown side by side
 * @param made what made the page: the program, its version and what was typed
 * @returns the exit status
 * @throws {UsageError} where no output is named, or no page may ever be at its path
 * @throws {ArticleError} where another file would be replaced, or the folder takes none
 */
export async function runReport(
  names: readonly string[],
  settings: Settings,
  limit: number,
  made: string,
  io: Io,
): Promise<number> {
  const begin = io.now();
  if (settings.output === null) throw new UsageError('a report needs a place to go', 'add -o report.html, or -o -');
  const target = settings.output === '-' ? null : resolve(io.cwd, settings.output);
  const found = await findInputs(names, settings, io, (path) => path === target && isPage(readRegular(path)));
  for (const { path, message, hint } of found.problems) io.print(`${formatMessage({ path, what: message, hint })}\n`);
  const { inputs } = found;
  const progress = new Progress(io, inputs.length, settings.progress && io.stderrIsTerminal && !settings.quiet);
  let failed = 0;
  async function* articles(): AsyncGenerator<PageArticle | PageFailure> {
    for (const [index, input] of inputs.entries()) {
      const article = await articleOf(input, settings, io, progress);
      if ('message' in article) failed++;
      progress.update(index + 1);
      yield article;
    }
  }
  const page = pageStream(target, inputs, settings, io);
  try {
    for await (const part of writeReport(articles(), { limit, made, body: settings.body })) {
      if (!(await page.write(part))) return 0;
    }
    page.close();
  } catch (error) {
    page.abort();
    throw error;
  } finally {
    progress.clear();
  }
  if (!settings.quiet) {
    const place = target ? `; the page is ${shownFrom(io.cwd, target)}` : '';
    const seconds = ((io.now() - begin) / 1000).toFixed(1);
    io.print(`reported ${inputs.length - failed}, failed ${failed}, ${seconds} s${place}\n`);
  }
  return failed > 0 || found.problems.length > 0 ? 1 : 0;
}

/** Where the page goes; the folder for it is made, as for all that `-o` names. */
function pageStream(target: string | null, inputs: readonly Input[], { force, timeout }: Settings, io: Io): Stream {
  const channel = target === null ? null : channelAt(target);
  if (target === null || (channel && 'descriptor' in channel && channel.descriptor === 1)) {
    return stdoutStream(io.write);
  }
  const shown = shownFrom(io.cwd, target);
  if (channel) return channelStream(channel, shown, timeout ?? DEFAULT_TIMEOUT);
  const folder = dirname(target);
  const reason = prepareFolders(folder, []).refused.get(folder);
  if (reason) throw new ArticleError('not-saved', `${shown} cannot be written: ${reason}`, 'choose another folder');
  const { isInput } = lookUps(
    placesOf(
      inputs.map(({ absolute }) => absolute),
      [],
    ),
  );
  return freshStream(target, { isInput, isOurs: isPage, force, named: true, shown, write: true });
}

function isPage(bytes: Buffer | null): boolean {
  return bytes !== null && (bytes.length === 0 || EARLIER_PAGE.test(bytes.toString('utf8', 0, HEAD)));
}

async function articleOf(
  input: Input,
  settings: Settings,
  io: Io,
  progress: Progress,
): Promise<PageArticle | PageFailure> {
  try {
    const bytes =
      input.path === '-'
        ? await io.readStdin(settings.maxSize)
        : (await readInput(input.absolute, settings.maxSize, settings.timeout ?? DEFAULT_TIMEOUT)).bytes;
    const options = { ...convertOptions(settings, []), source: input.source };
    const [{ record }, { text }] = await Promise.all([convert(bytes, options), decode(bytes, options.encoding)]);
    return { record, source: text };
  } catch (error) {
    if (!(error instanceof ArticleError)) throw error;
    progress.clear();
    io.print(`${formatMessage({ path: input.path, line: error.line, what: error.message, hint: error.hint })}\n`);
    return { path: input.path, message: error.message };
  }
}
