/** `learn`: looks at every article, and writes what many of them repeat as rules that are off. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Interrupted, UsageError } from '../errors.js';
import type { Input } from '../input/discover/types.js';
import { HEADER, type Observations, observationsIn } from '../learn/counts.js';
import { learn, READINGS } from '../learn/index.js';
import type { Proposal } from '../learn/propose.js';
import { isUntouched, rulesFile } from '../learn/write.js';
import type { Settings } from '../options/table.js';
import type { Asker } from '../output/door.js';
import type { Io } from '../output/io.js';
import type { Stream } from '../output/stream.js';
import { formatMessage, shownFrom } from '../report/message.js';
import { grouped } from '../report/page/figures.js';
import { Progress } from '../report/progress.js';
import { execute } from './execute.js';
import { filesOf } from './from.js';
import { findInputs, openInputs } from './inputs.js';
import { jobOf } from './job.js';
import { makeFolderOf, type Named, named, streamTo } from './named-stream.js';
import { lookUps, pathIndexOf } from './path-index.js';
import type { Task } from './types.js';

/** What the command found out, for the last line. */
interface Outcome {
  articles: number;
  failed: number;
  proposals: readonly Proposal[] | null;
}

/**
 * Runs the command.
 * @param from files of counts (`--from`): nothing else is read then
 * @returns the exit status
 * @throws {UsageError} where options do not go together
 * @throws {ArticleError} where the output cannot be written, or counts cannot be read
 */
export async function runLearn(
  names: readonly string[],
  settings: Settings,
  from: readonly string[],
  io: Io,
): Promise<number> {
  const begin = io.now();
  const { output } = settings;
  if (output === null) throw new UsageError('the rules need a place to go', 'add -o rules.yaml, or -o -');
  const writesCounts = settings.shard !== null || output.endsWith('.ndjson');
  if (from.length > 0 && writesCounts) throw new UsageError('--from puts the parts together', 'write -o rules.yaml');
  const target = named(output, io.cwd);
  const outcome = from.length > 0 ? await fromCounts(from, target, settings, io) : null;
  const { articles, failed, proposals } = outcome ?? (await fromArticles(names, settings, target, writesCounts, io));
  if (!settings.quiet) {
    const seconds = ((io.now() - begin) / 1000).toFixed(1);
    const shown = target.path === null ? '' : shownFrom(io.cwd, target.path);
    const next = proposals && proposals.length > 0 ? `; --rules ${shown} --page report.html shows them` : '';
    const place = target.path === null ? '' : `; wrote ${shown}${next}`;
    const found = proposals === null ? '' : `; ${gradesOf(proposals)}`;
    io.print(`learned from ${grouped(articles)}, failed ${grouped(failed)}${found}, ${seconds} s${place}\n`);
  }
  return failed > 0 ? 1 : 0;
}

/** `2 sure, 5 likely, 40 to look at`. */
function gradesOf(proposals: readonly Proposal[]): string {
  const count = (grade: string) => proposals.filter((one) => one.grade === grade).length;
  return `${count('sure')} sure, ${count('likely')} likely, ${count('look')} to look at`;
}

async function fromCounts(from: readonly string[], target: Named, settings: Settings, io: Io) {
  const files = await filesOf(from, io.cwd);
  const observations = observationsIn(files);
  let articles = 0;
  for await (const _ of observations()) articles++;
  const stream = open(target, files, isRules, settings, io);
  try {
    const proposals = await compare(observations, articles, settings, io);
    await stream.write(rulesFile(proposals, articles));
    stream.close();
    return { articles, failed: 0, proposals };
  } catch (error) {
    stream.abort();
    throw error;
  }
}

async function fromArticles(
  names: readonly string[],
  settings: Settings,
  target: Named,
  writesCounts: boolean,
  io: Io,
): Promise<Outcome> {
  const found = await openInputs(await findInputs(names, settings, io, (path) => path === target.path), settings, io);
  for (const { path, message, hint } of found.problems) io.print(`${formatMessage({ path, what: message, hint })}\n`);
  const { index, count } = settings.shard ?? { index: 1, count: 1 };
  const inputs = found.inputs.slice(
    Math.floor(((index - 1) * found.inputs.length) / count),
    Math.floor((index * found.inputs.length) / count),
  );
  const paths = found.inputs.map(({ absolute }) => absolute);
  const stream = open(target, paths, writesCounts ? isCounts : isRules, settings, io);
  if (writesCounts) {
    const { articles, failed } = await observe(inputs, settings, stream, io);
    stream.close();
    return { articles, failed: failed + found.problems.length, proposals: null };
  }
  const folder = mkdtempSync(join(tmpdir(), 'article-clean-learn-'));
  try {
    const file = join(folder, 'counts.ndjson');
    const counts = open(named(file, io.cwd), [], isCounts, settings, io);
    const { articles, failed } = await observe(inputs, settings, counts, io);
    counts.close();
    const proposals = await compare(observationsIn([file]), articles, settings, io);
    await stream.write(rulesFile(proposals, articles));
    stream.close();
    return { articles, failed: failed + found.problems.length, proposals };
  } catch (error) {
    stream.abort();
    throw error;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Compares the articles, and says how far that is. */
async function compare(observations: Observations, articles: number, settings: Settings, io: Io): Promise<Proposal[]> {
  const isShown = settings.progress && io.stderrIsTerminal && !settings.quiet;
  const progress = new Progress(io, articles * READINGS, isShown, 'comparisons');
  let signal = 0;
  const release = io.onSignal((number) => {
    signal = number;
  });
  let done = 0;
  const watched: Observations = async function* () {
    for await (const observation of observations()) {
      // The texts wait in a temporary file, which goes on the way out.
      if (signal > 0) throw new Interrupted(signal, 'nothing was written');
      yield observation;
      progress.update(++done);
    }
  };
  try {
    return await learn(watched, articles);
  } finally {
    release();
    progress.clear();
  }
}

/** Looks at each article and writes its line. */
async function observe(inputs: readonly Input[], settings: Settings, counts: Stream, io: Io) {
  const taskAt = (index: number): Task => ({ index, input: inputs[index] as Input, outputs: [] });
  const destination = { kind: 'stdout', format: 'markdown' } as const;
  const job = { ...jobOf({ ...settings, dryRun: true }, destination, false, null), observes: true };
  const work = { job, pathIndex: () => pathIndexOf([], []), count: inputs.length, taskAt };
  const progress = new Progress(io, inputs.length, settings.progress && io.stderrIsTerminal && !settings.quiet);
  const { results, stop } = await execute(work, settings, io.worker);
  let signal = 0;
  const release = io.onSignal(
    stop &&
      ((number) => {
        signal = number;
        void stop();
      }),
  );
  let articles = 0;
  let failed = 0;
  try {
    await counts.write(`${HEADER}\n`);
    for await (const { index, observed, error } of results) {
      if (observed !== null) {
        articles++;
        await counts.write(`${observed}\n`);
      } else {
        failed++;
        progress.clear();
        const { message = 'it gave nothing', hint = '', line = null } = error ?? {};
        io.print(`${formatMessage({ path: inputs[index]?.path ?? '', line, what: message, hint })}\n`);
      }
      progress.update(articles + failed);
    }
  } catch (error) {
    counts.abort();
    throw error;
  } finally {
    release();
    progress.clear();
  }
  if (signal > 0) {
    counts.abort();
    throw new Interrupted(signal, `${articles} of ${inputs.length} read, nothing was written`);
  }
  return { articles, failed };
}

/** Opens what is written; no article of `inputs` is ever taken for it. */
function open(target: Named, inputs: readonly string[], isOurs: Asker['isOurs'], settings: Settings, io: Io): Stream {
  makeFolderOf(target, io.cwd);
  const { isInput } = lookUps(pathIndexOf([...inputs], []));
  return streamTo(target, { isInput, isOurs }, settings, io);
}

function isRules(bytes: Buffer): boolean {
  return bytes.length === 0 || isUntouched(bytes.toString());
}

function isCounts(bytes: Buffer): boolean {
  return bytes.length === 0 || bytes.subarray(0, HEADER.length).toString() === HEADER;
}
