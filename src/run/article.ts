/** One article of a batch: read, convert, save. The same function runs in process and in a worker. */

import type { Conversion, ConvertOptions } from '../api.js';
import { ArticleError, UsageError } from '../errors.js';
import { openInput } from '../input/open.js';
import { checkOutputSize } from '../input/read.js';
import { reasonOf } from '../input/reason.js';
import { relinker } from '../output/relink.js';
import { emptyResult, type Failure, type Result } from '../output/result.js';
import { hashOf, saveInPlace, saveOutput } from '../output/save.js';
import type { LoggedChange } from '../types.js';
import type { Job, Task } from './types.js';
import type { Environment } from './work.js';

/**
 * Does one article. A failure of this article is in the result.
 * @throws {UsageError} where an option is wrong, which no other article would change
 */
export async function doArticle(task: Task, job: Job, environment: Environment): Promise<Result> {
  const result = emptyResult(task.index);
  try {
    await fill(result, task, job, environment);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    result.error = failureOf(error);
  }
  return result;
}

async function fill(result: Result, task: Task, job: Job, environment: Environment): Promise<void> {
  const { convert, outputOf, isInput, claim } = environment;
  const { absolute, source } = task.input;
  const { bytes, stats } = await openInput(task.input, job);
  // Only a manifest asks for the hash, and the first one loads Node's crypto, 5 ms of a start.
  const hash = job.journal === null ? '' : hashOf(bytes);
  result.input = { size: stats?.size ?? bytes.length, mtime: stats?.mtimeMs ?? 0, hash };

  const place = task.outputs.find((output) => output.format === 'markdown') ?? task.outputs[0];
  // Where nothing is written, links count from where the article stands.
  const links = job.relinks ? relinker(absolute, place?.path ?? absolute, outputOf) : null;
  // What is new stands first: keys behind a spread of many make a new shape of object (`bench/caches.ts` counts them).
  const options: ConvertOptions = links ? { source, relink: links.relink, ...job.convert } : { source, ...job.convert };
  if (job.observes) {
    const { observeArticle } = await import('../learn/article.js');
    result.observed = JSON.stringify(await observeArticle(bytes, options, source));
    return;
  }
  const conversion = await convert(bytes, options);

  result.encoding = conversion.encoding;
  result.changes = conversion.changes;
  result.warnings = conversion.warnings;
  if (links) result.links = [...links.answers];
  if (job.namesOnly) {
    const { title, date, frontMatter } = conversion.record;
    result.named = { title, date, slug: typeof frontMatter?.slug === 'string' ? frontMatter.slug : null };
    return;
  }
  result.triage = conversion.triage;
  result.kept = conversion.kept;
  result.removed = conversion.removed;
  if (job.wantsLog) tellOf(result, conversion);
  if (job.page !== null) result.panel = await (environment.panelOf?.(result, conversion) ?? null);
  if (job.diff) {
    const { diffLines, colorDiff, plainDiff } = await import('../report/diff.js');
    const style = job.diff === 'color' ? await colorDiff() : plainDiff;
    result.diff = diffLines(conversion.source, conversion.bodyKind, logOf(conversion), style);
  }
  const [warning] = result.warnings;
  if (job.strict && warning) {
    throw new ArticleError(warning.code, warning.message, '--strict makes a warning a failure', warning.line);
  }
  for (const [format, text] of Object.entries(conversion.outputs)) checkOutputSize(format, text, job.maxSize);
  for (const { format, path, owned } of task.outputs) {
    const text = conversion.outputs[format] ?? '';
    result.unsaved = path;
    const saved = job.inPlace
      ? saveInPlace(path, text, bytes, result.input.mtime, job.write)
      : saveOutput(path, text, { owned, force: job.force, write: job.write, named: job.named, isInput, claim });
    result.outputs.push({ format, path, ...saved });
  }
  result.unsaved = null;
  if (job.stream) result.streamed = conversion.outputs[job.stream] ?? '';
}

/** What reports ask of an article. */
function tellOf(result: Result, conversion: Conversion): void {
  result.title = conversion.record.title;
  result.length = conversion.source.length;
  result.log = logOf(conversion);
}

/** The log, with the characters that each change took. */
function logOf({ record, weights }: Conversion): LoggedChange[] {
  return record.changes.map((change, index) => {
    const characters = weights[index] ?? 0;
    return characters > 0 ? { ...change, characters } : change;
  });
}

/** Any error as the failure of one article. */
export function failureOf(error: unknown): Failure {
  if (error instanceof ArticleError) {
    const { code, message, hint, line, cause, stack = '' } = error;
    return { code, message, hint, line, stack: cause instanceof Error ? (cause.stack ?? stack) : stack };
  }
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  const message = `an error that should not happen: ${reasonOf(error)}`;
  return { code: 'internal', message, hint: 'please report it with this file', line: null, stack };
}
