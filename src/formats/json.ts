/** The JSON object of an article: a file each, or one line each in a stream. */
import type { FinishedArticle } from '../write/finished.js';
import type { OutputFormat } from './format.js';

const prove = async (file: string, article: FinishedArticle): Promise<void> =>
  (await import('../verify/outputs.js')).proveJson(file, article);

export const json: OutputFormat = {
  write: ({ record }) => `${JSON.stringify(record, null, 2)}\n`,
  prove,
};

export const ndjson: OutputFormat = {
  write: ({ record }) => `${JSON.stringify(record)}\n`,
  prove,
};
