/** The command line: arguments to settings to an exit status. The only place that touches the process. */
import { paintFor, wantsColor } from './cli/color.js';
import { SHORT } from './cli/help.js';
import { HelpAsked, parseConvert } from './cli/parse.js';
import { processIo, stdinHasInput, watchStreams } from './cli/terminal.js';
import { ArticleError, UsageError } from './errors.js';
import { DEFAULTS, type Settings } from './options.js';
import { formatMessage } from './report/message.js';
import type { Io } from './run/io.js';

/** Runs the command line and leaves its exit status with the process. */
export async function main(argv: readonly string[]): Promise<void> {
  watchStreams();
  const io = processIo(await paintFor(false), import.meta.url);
  process.exitCode = await guarded(argv, io);
}

/** Turns errors into messages and exit statuses. */
async function guarded(argv: readonly string[], io: Io): Promise<number> {
  try {
    return await dispatch(argv, io);
  } catch (error) {
    if (error instanceof HelpAsked) return (await io.write(error.text)) ? 0 : 0;
    const { message, hint = '', stack = '' } = error as Error & { hint?: string };
    if (error instanceof UsageError || error instanceof ArticleError) {
      io.print(`${formatMessage({ what: message, hint })}\n`);
      return error instanceof UsageError ? 2 : 1;
    }
    const { code } = error as NodeJS.ErrnoException;
    io.print(`${formatMessage({ what: message, hint: code ? '' : 'please report this' })}\n`);
    if (argv.includes('--debug')) io.print(`${stack}\n`);
    return 1;
  }
}

async function dispatch(argv: readonly string[], io: Io): Promise<number> {
  const [first = '', ...rest] = argv;
  if (first === 'convert') return convertCommand(rest, io);
  return convertCommand(argv, io);
}

async function convertCommand(argv: readonly string[], io: Io): Promise<number> {
  const { names, typed } = parseConvert(argv);
  const settings: Settings = { ...DEFAULTS, ...typed };
  if (names.length === 0 && settings.filesFrom === null) {
    if (!stdinHasInput()) {
      io.print(SHORT);
      return 2;
    }
    names.push('-');
  }
  const color = wantsColor(settings.color, process.env, io.stderrIsTerminal);
  const { runConvert } = await import('./run.js');
  return runConvert(names, settings, color ? { ...io, paint: await paintFor(true) } : io);
}
