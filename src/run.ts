/** The batch: prepare, convert, and say what became of each article. One file never ends it. */
import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Input } from './input/discover/types.js';
import type { Settings } from './options/table.js';
import { removeEmpty } from './output/folders.js';
import type { Io } from './output/io.js';
import type { Result } from './output/result.js';
import type { Stream } from './output/stream.js';
import type { Page } from './report/page.js';
import { Progress } from './report/progress.js';
import { type EarlyEnd, Summary } from './report/summary.js';
import { failureOf } from './run/article.js';
import { sayAway } from './run/away.js';
import { execute, fingerprint } from './run/execute.js';
import { Messages } from './run/messages.js';
import { sweep } from './run/orphans.js';
import { Outcome } from './run/outcome.js';
import { type Batch, prepare } from './run/prepare.js';
import { schedule, taskOf } from './run/schedule.js';
import { openSinks, type Sinks, streamName } from './run/sinks.js';

/**
 * Converts the inputs.
 * @param names arguments of the command line
 * @returns the exit status
 * @throws {UsageError} where the command or the configuration is wrong; nothing is written then
 * @throws {ArticleError} where the output folder takes no files
 */
export async function runConvert(names: readonly string[], settings: Settings, io: Io): Promise<number> {
  const begin = io.now();
  const batch = await prepare(names, settings, io);
  const { inputs, manifest, problems, job } = batch;
  const { index, count } = settings.shard ?? { index: 1, count: 1 };
  const from = Math.floor(((index - 1) * inputs.length) / count);
  const to = Math.floor((index * inputs.length) / count);

  const progress = new Progress(io, to - from, settings.progress && io.stderrIsTerminal && !settings.quiet);
  const messages = new Messages(io, settings, progress);
  for (const { path, message, hint } of problems) messages.failure({ path, what: message, hint });
  if (inputs.length === 0) {
    if (!settings.quiet) messages.line(new Summary().line((io.now() - begin) / 1000, false));
    return problems.length > 0 ? 1 : 0;
  }
  sayAway(settings.rules, inputs, messages);
  const sinks = openSinks(batch, settings, io, from, to);
  const settingsHash = manifest ? fingerprint(job, io.worker) : '';
  const page = sinks.page ? await newPage(settings, io) : null;
  const outcome = new Outcome(batch, settings, io, messages, sinks, page, settingsHash);
  const end = await convertAll(batch, settings, io, outcome, progress, { from, to, sinks, settingsHash });
  if (end.why === 'nobody reads') return 0;

  await finish(batch, settings, sinks, outcome, messages, end.why === 'done');
  if (page && sinks.page) {
    const isIdle = outcome.summary.passed === to - from && isThere(settings.page ?? '', io);
    if (isIdle) sinks.page.abort();
    else await savePage(page, sinks.page);
    if (isIdle) messages.note({ what: `${settings.page} stays as it is`, hint: 'nothing was converted' });
  }
  if (end.why === 'done') await sweep(batch, settings, io, messages, outcome.summary);
  messages.moreWarnings();
  await outcome.explain();
  const { summary, attention } = outcome;
  const dry = settings.dryRun || settings.check;
  const unusual = attention.line(settings);
  if (!settings.quiet && unusual) messages.line(unusual);
  const early = end.why === 'done' ? null : earlyEnd(end, to - from, manifest !== null);
  if (!settings.quiet || early) messages.line(summary.line((io.now() - begin) / 1000, dry, early));
  const spared = dry || early ? null : summary.hint((io.now() - begin) / 1000, manifest !== null);
  if (spared) messages.note({ what: 'nothing changed', hint: spared });
  if (end.why === 'signal') return 128 + end.signal;
  return summary.failed > 0 || problems.length > 0 || (settings.check && summary.anyChange) ? 1 : 0;
}

/** An empty page; nothing of it is loaded where none was asked for. */
async function newPage({ limit, rules }: Settings, io: Io): Promise<Page> {
  const [{ Page }, { openProposals }] = await Promise.all([
    import('./report/page.js'),
    import('./report/proposals.js'),
  ]);
  return new Page(limit, io.made(), openProposals(rules));
}

/** How a run ended. */
type End = { why: 'done' | 'stopped' | 'nobody reads' } | { why: 'signal'; signal: number };

/** What the last line says of a run that was not gone through with. */
function earlyEnd({ why }: End, total: number, goesOn: boolean): EarlyEnd {
  const hint = goesOn ? 'run again with --changed to go on' : 'run again to convert all';
  return { word: why === 'signal' ? 'interrupted' : 'stopped', total, hint };
}

async function convertAll(
  batch: Batch,
  settings: Settings,
  io: Io,
  outcome: Outcome,
  progress: Progress,
  { from, to, sinks, settingsHash }: { from: number; to: number; sinks: Sinks; settingsHash: string },
): Promise<End> {
  const { known, todo } = schedule(batch, settings, sinks, settingsHash, from, to);
  const taskAt = (number: number) => taskOf(batch, todo[number] as number, number);
  const inputAt = (index: number) => batch.inputs[index] as Input;
  const work = { job: batch.job, pathIndex: batch.pathIndex, count: todo.length, taskAt };
  const { results, stop } = await execute(work, settings, io.worker);
  let end: End = { why: 'done' };
  const release = io.onSignal(
    stop &&
      ((signal) => {
        end = { why: 'signal', signal };
        void stop();
      }),
  );
  /** What was done ahead of its turn when the run stopped. */
  const late: Result[] = [];
  try {
    for (let index = from, number = 0; index < to; index++) {
      const before = known.get(index);
      if (before === 'pass') outcome.pass(inputAt(index));
      else {
        const result = before ?? (await results.next()).value;
        if (!result) break;
        if (!before && result.index !== number++) {
          late.push(result);
          break;
        }
        if (!(await outcome.take(inputAt(index), result))) return { why: 'nobody reads' };
        if (result.error?.code === 'disk' || (settings.failFast && outcome.summary.failed > 0)) {
          if (index + 1 < to || result.error?.code === 'disk') end = { why: 'stopped' };
          break;
        }
      }
      progress.update(index + 1 - from);
    }
    if (stop && end.why !== 'done') {
      await stop();
      for await (const result of results) late.push(result);
    }
    for (const result of late) await outcome.takeLate(inputAt(todo[result.index] as number), result);
    return end;
  } catch (error) {
    sinks.stream?.abort();
    sinks.report?.abort();
    sinks.page?.abort();
    throw error;
  } finally {
    release();
    await results.return(undefined);
    progress.clear();
  }
}

/** Lets stream, report and manifest appear. A stream that was cut short does not. */
async function finish(
  { job, manifest }: Batch,
  settings: Settings,
  { stream, streamPath, report, folders }: Sinks,
  outcome: Outcome,
  messages: Messages,
  whole: boolean,
): Promise<void> {
  try {
    report?.close();
    if (!whole) stream?.abort();
    const saved = whole ? stream?.close() : null;
    if (saved && streamPath) {
      await outcome.takeStream(streamPath, saved);
      if (saved.state !== 'kept') manifest?.recordStream(streamName(settings), saved);
    }
    if (job.write) manifest?.save(whole && outcome.summary.failed === 0);
  } catch (error) {
    const { message, hint } = failureOf(error);
    messages.failure({ path: messages.shown(streamPath ?? settings.output ?? ''), what: message, hint });
    outcome.summary.failed++;
  }
  if (folders) removeEmpty(folders);
}

/** Whether an earlier page is there: one of nothing would say less. */
function isThere(page: string, { cwd }: Io): boolean {
  return statSync(resolve(cwd, page), { throwIfNoEntry: false })?.isFile() === true;
}

/** Lets the page appear; of a run that was cut short it shows what was done. */
async function savePage(page: Page, stream: Stream): Promise<void> {
  for (const part of page.parts()) if (!(await stream.write(part))) return;
  stream.close();
}
