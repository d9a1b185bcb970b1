/** `report --from`: one page of the reports that the parts of a run wrote. */
import { createReadStream, statSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { UsageError } from '../errors.js';
import { reasonOf } from '../input/reason.js';
import type { Settings } from '../options/table.js';
import type { Io } from '../output/io.js';
import { emptyResult } from '../output/result.js';
import { formatMessage, shownFrom } from '../report/message.js';
import { count } from '../report/page/figures.js';
import { Page } from '../report/page.js';
import { openProposals } from '../report/proposals.js';
import { type ReportLine, readReportLine } from '../report/record.js';
import { filesOf } from './from.js';
import { Newest } from './newest.js';
import { lookUps, pathIndexOf } from './path-index.js';
import { pageStream, pageTarget, Written } from './report.js';

/**
 * Writes the page; articles stand in the order of the files and their lines, and one that stands in several reports is
 * shown as the newest of them tells it.
 * @returns the exit status
 * @throws {UsageError} where a file is no report
 */
export async function mergeReports(patterns: readonly string[], settings: Settings, io: Io): Promise<number> {
  const target = pageTarget(settings, io);
  const files = await filesOf(patterns, io.cwd);
  const stream = pageStream(target, lookUps(pathIndexOf(files, [])).isInput, settings, io);
  const written = new Written(new Page(0, io.made(), openProposals(settings.rules)));
  try {
    const newest = files.length > 1 ? await newestOf(files, io) : null;
    let index = 0;
    let others = 0;
    for (const [number, file] of files.entries()) {
      for await (const read of articlesIn(file, io)) {
        if (newest && !newest.take(read, number)) {
          others++;
          continue;
        }
        const { source } = read;
        written.take({ path: source, source }, { ...emptyResult(index++), ...read });
      }
    }
    if (others > 0 && !settings.quiet) {
      const what = `${count(others, 'article')} of the reports stand in another one, too`;
      io.print(`${formatMessage({ what, hint: 'the newest report of each counts' })}\n`);
    }
    return (await written.save(stream, target, settings, io)) && written.failed > 0 ? 1 : 0;
  } catch (error) {
    stream.abort();
    throw error;
  }
}

/** Reads the reports once, for which of them is the newest to tell of an article. */
async function newestOf(files: readonly string[], io: Io): Promise<Newest> {
  const newest = new Newest(files.map((file) => statSync(file).mtimeMs));
  for (const [number, file] of files.entries()) {
    for await (const read of articlesIn(file, io)) newest.add(read, number);
  }
  return newest;
}

async function* articlesIn(file: string, io: Io): AsyncGenerator<ReportLine> {
  const shown = shownFrom(io.cwd, file);
  let number = 0;
  try {
    for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY })) {
      number++;
      const read = readReportLine(line);
      if (!read)
        throw new UsageError(`${shown}:${number}: this is no line of a report`, 'name files that --report wrote');
      yield read;
    }
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`${shown} cannot be read: ${reasonOf(error)}`, 'check the name');
  }
}
