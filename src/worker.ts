/** A worker of a batch: does the articles that come as messages, in order, and posts each result. */
import { parentPort, workerData } from 'node:worker_threads';
import { convert } from './convert.js';
import { UsageError } from './errors.js';
import { doArticle } from './run/article.js';
import { lookUps } from './run/places.js';
import type { FromWorker, ToWorker, WorkerData } from './run/pool.js';

const { job, places } = workerData as WorkerData;
const surroundings = { convert, ...lookUps(places) };
const post = (message: FromWorker) => parentPort?.postMessage(message);

parentPort?.on('message', async (tasks: ToWorker) => {
  for (const task of tasks) {
    try {
      post({ result: await doArticle(task, job, surroundings) });
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      post({ usage: { message: error.message, hint: error.hint } });
    }
  }
});
post({ ready: true });
