/** Takes the results in input order: streams, reports, counts, and says what went wrong. */
import { relative } from 'node:path';
import type { Input } from '../input/discover/types.js';
import type { Settings } from '../options/table.js';
import { OUTPUT } from '../output/atomic.js';
import type { Io } from '../output/io.js';
import type { Failure, Output, Result } from '../output/result.js';
import type { Saved } from '../output/save.js';
import { Attention } from '../report/attention.js';
import { Explanation } from '../report/explain.js';
import { escapeControls } from '../report/message.js';
import type { Page } from '../report/page.js';
import { reportLine } from '../report/record.js';
import { Summary } from '../report/summary.js';
import type { Messages } from './messages.js';
import type { Batch } from './prepare.js';
import type { Sinks } from './sinks.js';

export class Outcome {
  readonly summary = new Summary();
  readonly attention = new Attention();
  private readonly explanation: Explanation | null;
  /** What waits for the pager; null where there is none. */
  private readonly paged: string[] | null;
  private differed = false;
  private streamed = 0;
  /** The folder that sources count from, as the manifest writes it. */
  private readonly base: string;

  constructor(
    private readonly batch: Batch,
    private readonly settings: Settings,
    private readonly io: Io,
    private readonly messages: Messages,
    private readonly sinks: Pick<Sinks, 'stream' | 'report'>,
    private readonly page: Page | null,
    /** Fingerprint for the manifest. */
    private readonly fingerprint: string,
  ) {
    this.base = batch.manifest ? relative(batch.manifest.folder, batch.base) || '.' : '';
    const all = settings.verbose || batch.inputs.length === 1;
    this.explanation = settings.explain ? new Explanation(all, settings.verbose, settings.group) : null;
    this.paged = settings.pager && io.stderrIsTerminal ? [] : null;
  }

  /**
   * Takes one article's result.
   * @returns false where nobody reads the stream any more
   */
  async take(input: Input, result: Result): Promise<boolean> {
    const { path } = input;
    this.summary.add(result);
    if (result.error) this.sayFailure(path, result, result.error);
    else {
      for (const warning of result.warnings) this.messages.warning(path, warning);
      this.attention.add(path, result);
    }
    for (const output of result.outputs) await this.say(output);
    if (this.settings.dryRun && this.batch.destination.kind === 'stdout' && !result.error) {
      await this.io.write(`would write ${path} to stdout\n`);
    }
    if (result.log) this.explanation?.add(path, result.log, result.length);
    if (result.diff) this.sayDiff(path, result.diff);
    await this.record(input, result);
    this.remember(input, result);
    return result.streamed === null || this.streamText(result.streamed);
  }

  /** Takes one that was done ahead of its turn when the run stopped: it is counted and recorded, and streamed nowhere. */
  async takeLate(input: Input, result: Result): Promise<void> {
    this.summary.add(result);
    // What stopped the run is said once.
    if (result.error && result.error.code !== 'disk') this.sayFailure(input.path, result, result.error);
    for (const output of result.outputs) await this.say(output);
    await this.record(input, result);
    this.remember(input, result);
  }

  /** Puts an article into the report and the page. */
  private async record(input: Input, result: Result): Promise<void> {
    await this.sinks.report?.write(reportLine(input.source, result, (target) => this.messages.shown(target)));
    if (result.error) this.page?.fail(input.path, result.error.message);
    else this.page?.add({ ...result, source: input.source }, result.panel);
  }

  private sayFailure(path: string, { unsaved }: Result, error: Failure): void {
    const { message, hint, line } = error;
    const what = unsaved === null ? message : message.replace(OUTPUT, `${OUTPUT} ${this.messages.shown(unsaved)}`);
    this.messages.failure({ path, line, what, hint }, error);
  }

  /** Articles that are no line each have a blank line between them. */
  private async streamText(text: string): Promise<boolean> {
    const { stream } = this.batch.job;
    const gap = this.streamed++ > 0 && (stream === 'markdown' || stream === 'text') ? '\n' : '';
    return (await this.sinks.stream?.write(gap + text)) !== false;
  }

  /** Passes over an article that is as the manifest says. */
  pass(input: Input): void {
    this.summary.passed++;
    this.page?.pass();
    this.messages.detail({ path: input.path, what: 'unchanged since the last run' });
  }

  /** Counts the stream like an output. */
  async takeStream(path: string, { state }: Saved): Promise<void> {
    this.summary.outputs[state]++;
    if (state === 'kept') this.summary.failed++;
    await this.say({ path, state });
  }

  /** Says what `--explain` has gathered, and opens the pager where one was asked for. */
  async explain(): Promise<void> {
    if (this.settings.diff && !this.differed) this.tell('no word differs');
    for (const line of this.explanation?.lines() ?? []) this.tell(line);
    if (this.paged && this.paged.length > 0) await this.io.page(`${this.paged.join('\n')}\n`);
  }

  /** The words of one article that went and came. An article where none did is passed over, as `diff` does. */
  private sayDiff(path: string, lines: readonly string[]): void {
    if (lines.length === 0) return;
    this.differed = true;
    this.tell(`${path === '-' ? 'stdin' : escapeControls(path)}:`);
    for (const line of lines) this.tell(line);
  }

  private tell(line: string): void {
    if (this.paged) this.paged.push(line);
    else this.messages.line(line);
  }

  /** Says what became of an output, where that is worth a line. */
  private async say({ path, state }: Pick<Output, 'path' | 'state'>): Promise<void> {
    const { check, dryRun } = this.settings;
    const shown = this.messages.shown(path);
    if (state === 'kept') {
      const what = check
        ? 'it would change, and was not written by this tool or was edited since'
        : 'kept: this tool did not write it, or it was edited since';
      this.messages.failure({ path: shown, what, hint: '--force replaces it' });
    } else if (state === 'unchanged') this.messages.detail({ path: shown, what: 'unchanged' });
    else if (dryRun) await this.io.write(`would ${state === 'new' ? 'write' : 'replace'} ${shown}\n`);
    else if (check) {
      this.messages.failure({
        path: shown,
        what: state === 'new' ? 'it is missing' : 'it would change',
        hint: this.batch.job.inPlace ? '--in-place writes it' : 'convert it again',
      });
    } else this.messages.detail({ path: shown, what: state === 'new' ? 'written' : 'replaced' });
  }

  private remember({ source }: Input, { error, outputs, input, links }: Result): void {
    const { manifest, job } = this.batch;
    if (!manifest || !job.write) return;
    if (error || !input || outputs.some(({ state }) => state === 'kept')) {
      for (const { path, hash, state } of outputs) {
        if (state === 'new' || state === 'replaced') manifest.keep(manifest.nameOf(path), hash);
      }
      return;
    }
    manifest.record({
      source,
      size: input.size,
      mtime: input.mtime,
      input: input.hash,
      settings: this.fingerprint,
      base: this.base,
      outputs: outputs.map(({ path, hash, size, mtime }) => ({ path: manifest.nameOf(path), hash, size, mtime })),
      links,
    });
  }
}
