/** The JSON object of an article: a file each, or one line each in a stream. */
import type { FinishedArticle } from '../write/finished.js';
import type { OutputFormat } from './format.js';

/** Bytes in which a source's name ends. */
const HEAD = 65_536;

const prove = async (file: string, article: FinishedArticle): Promise<void> =>
  (await import('../verify/outputs.js')).proveJson(file, article);

// {"schemaVersion":1,"source":"a.html",
const RECORD = /^\{"schemaVersion":\d+,"source":"((?:[^"\\]|\\.)*)",/;

/**
 * The source of the first article of an NDJSON stream.
 * @returns null where a line is no record of ours, or there is none
 */
export function firstSource(stream: Buffer): string | null {
  let first: string | null = null;
  for (let start = 0; start < stream.length; ) {
    const found = stream.indexOf(0x0a, start);
    const end = found < 0 ? stream.length : found;
    const source = RECORD.exec(stream.toString('utf8', start, Math.min(end, start + HEAD)))?.[1];
    if (source === undefined) return null;
    first ??= JSON.parse(`"${source}"`) as string;
    start = end + 1;
  }
  return first;
}

export const json: OutputFormat = {
  write: ({ record }) => `${JSON.stringify(record, null, 2)}\n`,
  prove,
};

export const ndjson: OutputFormat = {
  write: ({ record }) => `${JSON.stringify(record)}\n`,
  prove,
};
