/** `report`: one page that shows what would be done to each article; nothing else is written. */
import { Interrupted, UsageError } from '../errors.js';
import type { Input } from '../input/discover/types.js';
import { readRegular } from '../input/regular.js';
import type { Settings } from '../options/table.js';
import type { Asker } from '../output/door.js';
import type { Io } from '../output/io.js';
import type { Result } from '../output/result.js';
import type { Stream } from '../output/stream.js';
import { shownFrom } from '../report/message.js';
import { count, grouped } from '../report/page/figures.js';
import { Page } from '../report/page.js';
import { Progress } from '../report/progress.js';
import { openProposals } from '../report/proposals.js';
import { isPage } from '../report/record.js';
import { asksForALook } from '../report/worth-a-look.js';
import { sayAway } from './away.js';
import { execute } from './execute.js';
import { findInputs, openInputs } from './inputs.js';
import { jobOf } from './job.js';
import { Messages } from './messages.js';
import { makeFolderOf, type Named, namedPage, streamTo } from './named-stream.js';
import { lookUps, pathIndexOf } from './path-index.js';
import type { Task } from './types.js';

/**
 * Converts the inputs and writes the page.
 * @returns the exit status
 * @throws {UsageError} where no output is named, or no page may ever be at its path
 * @throws {ArticleError} where another file would be replaced, or the folder takes none
 */
export async function runReport(names: readonly string[], settings: Settings, io: Io): Promise<number> {
  const target = pageTarget(settings, io);
  const isOwn = (path: string) => path === target.path && isPage(readRegular(path) ?? Buffer.from('-'));
  const { inputs, problems } = await openInputs(await findInputs(names, settings, io, isOwn), settings, io);
  const progress = new Progress(io, inputs.length, settings.progress && io.stderrIsTerminal && !settings.quiet);
  const messages = new Messages(io, settings, progress);
  for (const { path, message, hint } of problems) messages.failure({ path, what: message, hint });
  sayAway(settings.rules, inputs, messages);
  const pathIndex = pathIndexOf(
    inputs.map(({ absolute }) => absolute),
    inputs.map(({ absolute }) => absolute),
  );
  const stream = pageStream(target, lookUps(pathIndex).isInput, settings, io);
  const page = new Page(settings.limit, io.made(), openProposals(settings.rules));
  const written = new Written(page);
  try {
    for await (const [input, result] of results(inputs, settings, pathIndex, io)) {
      if (result.error) {
        const { message, hint, line } = result.error;
        messages.failure({ path: input.path, line, what: message, hint }, result.error);
      }
      written.take(input, result);
      progress.update(result.index + 1);
    }
    progress.clear();
    if (!(await written.save(stream, target, settings, io))) return 0;
  } catch (error) {
    stream.abort();
    throw error;
  } finally {
    progress.clear();
  }
  return written.failed > 0 || problems.length > 0 ? 1 : 0;
}

async function* results(
  inputs: readonly Input[],
  settings: Settings,
  pathIndex: ReturnType<typeof pathIndexOf>,
  io: Io,
): AsyncGenerator<[Input, Result]> {
  const job = { ...jobOf({ ...settings, page: '-' }, NOWHERE, false, null), write: false, stream: null, relinks: true };
  const taskAt = (index: number): Task => ({ index, input: inputs[index] as Input, outputs: [] });
  const work = {
    job: { ...job, convert: { ...job.convert, formats: [] } },
    pathIndex: () => pathIndex,
    count: inputs.length,
    taskAt,
  };
  const { results: all, stop } = await execute(work, settings, io.worker);
  let signalled = 0;
  const release = io.onSignal(
    stop &&
      ((signal) => {
        signalled = signal;
        void stop();
      }),
  );
  try {
    for await (const result of all) yield [inputs[result.index] as Input, result];
    if (signalled > 0) throw new Interrupted(signalled, 'no page was written');
  } finally {
    release();
  }
}

/** A report writes no article. */
const NOWHERE = { kind: 'stdout', format: 'markdown' } as const;

/** Where the page goes: another place than `-` ends in `.html`, or in nothing. */
export function pageTarget({ output }: Settings, io: Io): Named {
  if (output === null) throw new UsageError('a report needs a place to go', 'add -o report.html, or -o -');
  return namedPage(output, io.cwd);
}

/** The stream of the page. */
export function pageStream(target: Named, isInput: Asker['isInput'], settings: Settings, io: Io): Stream {
  makeFolderOf(target, io.cwd);
  return streamTo(target, { isInput, isOurs: isPage }, settings, io);
}

/** The page as it fills, and its last line. */
export class Written {
  failed = 0;
  private articles = 0;
  private looks = 0;

  constructor(private readonly page: Page) {}

  take({ path, source }: Pick<Input, 'path' | 'source'>, result: Result): void {
    if (result.error) {
      this.failed++;
      this.page.fail(path, result.error.message);
      return;
    }
    this.articles++;
    if (asksForALook(result)) this.looks++;
    this.page.add({ ...result, source }, result.panel);
  }

  /**
   * Writes the page and says so.
   * @returns false where nobody reads it
   */
  async save(stream: Stream, { path }: Named, { quiet }: Settings, io: Io): Promise<boolean> {
    for (const part of this.page.parts()) if (!(await stream.write(part))) return false;
    stream.close();
    if (quiet) return true;
    const place = path ? shownFrom(io.cwd, path) : 'the page';
    const failed = this.failed > 0 ? `, failed ${grouped(this.failed)}` : '';
    io.print(`wrote ${place}: ${count(this.articles, 'article')}${failed}, ${grouped(this.looks)} to look at\n`);
    return true;
  }
}
