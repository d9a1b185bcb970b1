/** `report --from`: one page of the reports that the parts of a run wrote. */
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { UsageError } from '../errors.js';
import { reasonOf } from '../input/reason.js';
import type { Settings } from '../options/table.js';
import type { Io } from '../output/io.js';
import { emptyResult, type Result } from '../output/result.js';
import { shownFrom } from '../report/message.js';
import { Page } from '../report/page.js';
import { openProposals } from '../report/proposals.js';
import { readReportLine } from '../report/record.js';
import { filesOf } from './from.js';
import { lookUps, pathIndexOf } from './path-index.js';
import { pageStream, pageTarget, Written } from './report.js';

/**
 * Writes the page; articles stand in the order of the files and their lines.
 * @returns the exit status
 * @throws {UsageError} where a file is no report
 */
export async function mergeReports(patterns: readonly string[], settings: Settings, io: Io): Promise<number> {
  const target = pageTarget(settings, io);
  const files = await filesOf(patterns, io.cwd);
  const stream = pageStream(target, lookUps(pathIndexOf(files, [])).isInput, settings, io);
  const written = new Written(new Page(0, io.made(), openProposals(settings.rules)));
  try {
    let index = 0;
    for (const file of files) {
      for await (const [source, result] of lines(file, shownFrom(io.cwd, file), index)) {
        written.take({ path: source, source }, result);
        index++;
      }
    }
    return (await written.save(stream, target, settings, io)) && written.failed > 0 ? 1 : 0;
  } catch (error) {
    stream.abort();
    throw error;
  }
}

async function* lines(path: string, shown: string, from: number): AsyncGenerator<[string, Result]> {
  let number = 0;
  try {
    for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Number.POSITIVE_INFINITY })) {
      number++;
      const read = readReportLine(line);
      if (!read)
        throw new UsageError(`${shown}:${number}: this is no line of a report`, 'name files that --report wrote');
      const { source, ...rest } = read;
      yield [source, { ...emptyResult(from + number - 1), ...rest }];
    }
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`${shown} cannot be read: ${reasonOf(error)}`, 'check the name');
  }
}
