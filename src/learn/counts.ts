/** The file of observations: NDJSON, a line an article, read as often as needed and never held whole. */
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { ArticleError } from '../errors.js';
import { reasonOf } from '../input/reason.js';
import type { Observation } from './observation.js';

/** The first line of each such file. */
export const HEADER = JSON.stringify({ what: 'article-clean learn', version: 1 });

/** Observations that can be read again. */
export type Observations = () => AsyncIterable<Observation>;

/** The articles of several files, one file after the other. */
export function observationsIn(files: readonly string[]): Observations {
  return async function* () {
    for (const file of files) yield* readCounts(file);
  };
}

async function* readCounts(file: string): AsyncGenerator<Observation> {
  let number = 0;
  try {
    for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY })) {
      number++;
      if (number === 1) {
        if (line !== HEADER) throw notCounts(file, 'its first line is another one');
      } else if (line !== '') yield JSON.parse(line) as Observation;
    }
  } catch (error) {
    if (error instanceof ArticleError) throw error;
    throw notCounts(file, error instanceof SyntaxError ? `line ${number} is cut` : reasonOf(error));
  }
  if (number === 0) throw notCounts(file, 'it is empty');
}

function notCounts(file: string, why: string): ArticleError {
  return new ArticleError('unreadable', `${file} holds no counts of learn: ${why}`, 'run that part again');
}
