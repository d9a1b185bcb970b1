/** Does articles one after the other in this process: a few are done before a worker has started. */

import { convert } from '../convert.js';
import { claimer } from '../output/journal.js';
import type { Result } from '../output/result.js';
import { doArticle } from './article.js';
import { panels } from './panels.js';
import { lookUps } from './path-index.js';
import type { Work } from './work.js';

/** In the order of the tasks. */
export async function* inProcess({ job, pathIndex, count, taskAt }: Work): AsyncGenerator<Result> {
  const environment = { convert, panelOf: panels(job), claim: claimer(job.journal), ...lookUps(pathIndex()) };
  for (let index = 0; index < count; index++) yield await doArticle(taskAt(index), job, environment);
}
