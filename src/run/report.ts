/** `report`: one page that shows what was done to each article. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { convert } from '../convert.js';
import { ArticleError, UsageError } from '../errors.js';
import { decode } from '../input/decode.js';
import type { Input } from '../input/discover.js';
import { readInput } from '../input/read.js';
import { DEFAULT_TIMEOUT, type Settings } from '../options/settings.js';
import { AtomicFile } from '../output/atomic.js';
import { formatMessage } from '../report/message.js';
import { type PageArticle, type PageFailure, writeReport } from '../report/page.js';
import { findInputs } from './inputs.js';
import type { Io } from './io.js';
import { convertOptions } from './job.js';

/** A page of an earlier run may be replaced. */
const EARLIER_PAGE = /<title>[^<]*cleaning report/i;

/**
 * Converts the inputs and writes the page; nothing else is written.
 * @param limit articles shown side by side
 * @returns the exit status
 * @throws {UsageError} where no output is named, or another file would be replaced
 */
export async function runReport(names: readonly string[], settings: Settings, limit: number, io: Io): Promise<number> {
  if (settings.output === null) throw new UsageError('a report needs a place to go', 'add -o report.html, or -o -');
  const target = settings.output === '-' ? null : resolve(io.cwd, settings.output);
  if (target) checkTarget(target, settings);
  const found = await findInputs(names, settings, io, (path) => path === target);
  for (const { path, message, hint } of found.problems) io.print(`${formatMessage({ path, what: message, hint })}\n`);
  let failed = 0;
  async function* articles(): AsyncGenerator<PageArticle | PageFailure> {
    for (const input of found.inputs) {
      const article = await articleOf(input, settings, io);
      if ('message' in article) failed++;
      yield article;
    }
  }
  const file = target ? new AtomicFile(target) : null;
  for await (const part of writeReport(articles(), { limit, body: settings.body })) {
    if (file) file.write(Buffer.from(part));
    else if (!(await io.write(part))) return 0;
  }
  file?.commit(null);
  if (!settings.quiet) io.print(`reported ${found.inputs.length}, failed ${failed}\n`);
  return failed > 0 || found.problems.length > 0 ? 1 : 0;
}

function checkTarget(target: string, { force, output }: Settings): void {
  if (force || !existsSync(target)) return;
  if (statSync(target).isDirectory()) throw new UsageError(`${output} is a folder`, 'name a file, such as report.html');
  if (EARLIER_PAGE.test(readFileSync(target, 'utf8').slice(0, 4096))) return;
  throw new UsageError(`${output} exists and is no report`, 'name another file, or add --force');
}

async function articleOf(input: Input, settings: Settings, io: Io): Promise<PageArticle | PageFailure> {
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
    io.print(`${formatMessage({ path: input.path, line: error.line, what: error.message, hint: error.hint })}\n`);
    return { path: input.path, message: error.message };
  }
}
