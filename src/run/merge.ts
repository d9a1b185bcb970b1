/** `report --from`: one page of the reports that the parts of a run wrote. */
import { createReadStream, statSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { UsageError } from '../errors.js';
import { reasonOf } from '../input/reason.js';
import type { Settings } from '../options/table.js';
import type { Io } from '../output/io.js';
import { emptyResult, type Result } from '../output/result.js';
import { formatMessage, shownFrom } from '../report/message.js';
import { count } from '../report/page/figures.js';
import { Page } from '../report/page.js';
import { openProposals } from '../report/proposals.js';
import { readReportLine } from '../report/record.js';
import type { Told } from '../report/told.js';
import { filesOf } from './from.js';
import { lookUps, pathIndexOf } from './path-index.js';
import { pageStream, pageTarget, Written } from './report.js';

/** An article of one of the reports. */
type Read = Omit<Told, 'index'> & Pick<Result, 'error'>;

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
        // What failed has no more than its name to be known by: no failure is passed over.
        const key = newest && read.error === null ? keyOf(read) : null;
        if (key !== null && newest?.get(key) !== number) {
          others++;
          continue;
        }
        // A report that tells of it twice is told once, too.
        if (key !== null) newest?.delete(key);
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

/** For each article the number of the newest report that tells of it. */
async function newestOf(files: readonly string[], io: Io): Promise<Map<string, number>> {
  const times = files.map((file) => statSync(file).mtimeMs);
  const newest = new Map<string, number>();
  for (const [number, file] of files.entries()) {
    for await (const read of articlesIn(file, io)) {
      const key = keyOf(read);
      const before = newest.get(key);
      if (before === undefined || (times[number] as number) > (times[before] as number)) newest.set(key, number);
    }
  }
  return newest;
}

/** Articles of two archives may have one name, as `index.html`; seldom one title and length besides. */
function keyOf({ source, title, length }: Read): string {
  return `${source}\n${length}\n${title ?? ''}`;
}

async function* articlesIn(file: string, io: Io): AsyncGenerator<Read> {
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
