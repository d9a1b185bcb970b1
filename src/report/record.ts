/** `--report`: one line of JSON an article, and how a file that an earlier run wrote is known. */
import type { Result } from '../output/result.js';
import type { Told } from './told.js';

/** What became of an article, in the order in which it is worth knowing. */
export type Status = 'failed' | 'kept' | 'converted' | 'unchanged';

/**
 * The line of one article.
 * @param source path below the base
 * @param shown turns an absolute path into what a person would write
 */
export function reportLine(source: string, result: Result, shown: (path: string) => string): string {
  const { error, outputs, encoding, changes, warnings, kept, removed, triage, log, title, length } = result;
  const line = {
    source,
    status: statusOf(result),
    outputs: outputs.map(({ format, path, state }) => ({ format, path: shown(path), state })),
    encoding,
    title,
    length,
    counts: { changes, warnings: warnings.length, kept, removed },
    triage,
    changes: log ?? [],
    warnings,
    error: error && { code: error.code, message: error.message, hint: error.hint, line: error.line },
  };
  return `${JSON.stringify(line)}\n`;
}

// {"source":"a.html","status":"converted","outputs":[
const FIRST_LINE = /^\{"source":"(?:[^"\\\n]|\\.)*","status":"[a-z]+","outputs":\[/;
/** Bytes in which a source's name ends. */
const HEAD = 65_536;

/** Whether a file is the report of an earlier run, or empty. */
export function isReport(bytes: Buffer): boolean {
  return bytes.length === 0 || FIRST_LINE.test(bytes.toString('utf8', 0, HEAD));
}

/** A page of an earlier run. */
const EARLIER_PAGE = /<title>[^<]*cleaning report/i;
/** Bytes in which the title stands. */
const TITLE = 4096;

/** Whether a file is the page of an earlier run, or empty. */
export function isPage(bytes: Buffer): boolean {
  return bytes.length === 0 || EARLIER_PAGE.test(bytes.toString('utf8', 0, TITLE));
}

function statusOf({ error, outputs }: Result): Status {
  if (error) return 'failed';
  if (outputs.some(({ state }) => state === 'kept')) return 'kept';
  return outputs.length > 0 && outputs.every(({ state }) => state === 'unchanged') ? 'unchanged' : 'converted';
}

/** An article as a line of a report tells it. */
export type ReportLine = Omit<Told, 'index'> & Pick<Result, 'error'>;

/** Reads a line; null where it is none of a report. */
export function readReportLine(line: string): ReportLine | null {
  try {
    const { source, counts, triage, changes, warnings, error, title = null, length = 0 } = JSON.parse(line);
    if (typeof source !== 'string' || typeof counts.kept !== 'number' || !Array.isArray(changes)) return null;
    const { kept, removed } = counts;
    return { source, title, length, kept, removed, triage, warnings, log: changes, error: error ?? null };
  } catch {
    return null;
  }
}
