/** What a run says on stderr. */

import type { Settings } from '../options/table.js';
import type { Io } from '../output/io.js';
import type { Failure } from '../output/result.js';
import { annotation, escapeControls, formatMessage, type Message, shownFrom } from '../report/message.js';
import type { Progress } from '../report/progress.js';
import type { Warning } from '../types.js';

/** Warnings of one code that are shown; the others are counted. */
const SHOWN = 5;

export class Messages {
  private readonly warned = new Map<string, number>();

  constructor(
    private readonly io: Pick<Io, 'cwd' | 'print' | 'paint'>,
    private readonly settings: Pick<Settings, 'quiet' | 'verbose' | 'debug' | 'messages'>,
    private readonly progress: Progress,
  ) {}

  /** A failure: said whatever is asked. */
  failure(message: Message, failure?: Failure): void {
    this.print(this.isGithub ? annotation('error', message) : this.io.paint.failure(formatMessage(message)));
    if (this.settings.debug && failure?.stack) {
      this.print(failure.stack.split('\n').map(escapeControls).join('\n'));
    }
  }

  /** A warning of an article; beyond a few of one kind they are only counted. */
  warning(path: string, { code, message, line }: Warning): void {
    const count = (this.warned.get(code) ?? 0) + 1;
    this.warned.set(code, count);
    if (this.settings.quiet || (count > SHOWN && !this.settings.verbose)) return;
    if (this.isGithub) this.print(annotation('warning', { path, line, what: message }));
    else this.print(this.io.paint.warning(formatMessage({ path, line, what: `warning: ${message}` })));
  }

  /** What else there is to say. */
  note(message: Message): void {
    if (!this.settings.quiet) this.print(formatMessage(message));
  }

  /** For `-v` only. */
  detail(message: Message): void {
    if (this.settings.verbose) this.note(message);
  }

  /** A line that was asked for, as it is. */
  line(text: string): void {
    this.print(text);
  }

  /** Says how many warnings were not shown. */
  moreWarnings(): void {
    if (this.settings.verbose) return;
    for (const [code, count] of this.warned) {
      if (count > SHOWN) this.note({ what: `${count - SHOWN} more warnings "${code}"`, hint: '-v shows all' });
    }
  }

  /** A path as a person in the working folder writes it. */
  shown(path: string): string {
    return shownFrom(this.io.cwd, path);
  }

  private get isGithub(): boolean {
    return this.settings.messages === 'github';
  }

  private print(line: string): void {
    this.progress.clear();
    this.io.print(`${line}\n`);
  }
}
