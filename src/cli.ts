/** The command line: arguments to settings to an exit status. The only place that touches the process. */
import { readFileSync } from 'node:fs';
import { paintFor, wantsColor } from './cli/color.js';
import { COMMAND_HELP, SHORT } from './cli/help.js';
import { HelpAsked, type Parsed, parseConvert } from './cli/parse.js';
import { processIo, stdinHasInput, watchStreams } from './cli/terminal.js';
import { findConfig } from './config/find.js';
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
    if (error instanceof HelpAsked) {
      await io.write(error.text);
      return 0;
    }
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

/** Commands besides `convert`; a file of such a name is `./rules`. */
const COMMANDS: Readonly<Record<string, (argv: readonly string[], io: Io) => Promise<string>>> = {
  rules: async ([name]) => (await import('./cli/rules.js')).describeRules(name),
  completion: async ([shell]) => (await import('./cli/completion.js')).completionFor(shell),
  init: async (_, { cwd }) => (await import('./cli/init.js')).writeConfig(cwd),
};

async function dispatch(argv: readonly string[], io: Io): Promise<number> {
  const [first = '', ...rest] = argv;
  if (first === 'convert') return convertCommand(rest, io);
  if (first === 'report') return reportCommand(rest, io);
  const command = Object.hasOwn(COMMANDS, first) ? COMMANDS[first] : undefined;
  if (!command) return convertCommand(argv, io);
  if (rest.includes('--help') || rest.includes('-h')) throw new HelpAsked(`${COMMAND_HELP[first]}\n`);
  const limit = first === 'init' ? 0 : 1;
  const stray = rest.find((word) => word.startsWith('-')) ?? rest[limit];
  if (stray !== undefined) throw new UsageError(`${first} takes no "${stray}"`, `article-clean ${first} --help`);
  await io.write(await command(rest, io));
  return 0;
}

async function convertCommand(argv: readonly string[], io: Io): Promise<number> {
  const parsed = parseConvert(argv, version);
  const { names } = parsed;
  const settings = await settle(parsed, io);
  if (settings === null) return 0;
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

/** Defaults, config and flags together; null where they were only to be shown. */
async function settle({ typed, config, printConfig }: Parsed, io: Io): Promise<Settings | null> {
  const file = findConfig(config, io.cwd);
  // The reader of configs is loaded only where there is one.
  const read = file ? (await import('./config/read.js')).readConfig(file) : null;
  const settings: Settings = { ...DEFAULTS, ...read?.settings, ...typed };
  if (!printConfig) return settings;
  await io.write((await import('./cli/print-config.js')).describeSettings(settings, typed, read, file, io.cwd));
  return null;
}

/** `report INPUTS -o page.html [--limit N]`, and the options of `convert`. */
async function reportCommand(argv: readonly string[], io: Io): Promise<number> {
  if (argv.includes('--help') || argv.includes('-h')) throw new HelpAsked(`${COMMAND_HELP.report}\n`);
  const rest = [...argv];
  let limit = 200;
  const at = rest.findIndex((word) => word === '--limit' || word.startsWith('--limit='));
  if (at >= 0) {
    const [flag = ''] = rest.splice(at, 1);
    const value = flag.includes('=') ? flag.slice('--limit='.length) : rest.splice(at, 1)[0];
    limit = /^\d{1,5}$/.test(value ?? '') ? Number(value) : -1;
    if (limit < 0) throw new UsageError(`--limit: "${value ?? ''}" is no number of articles`, 'write one such as 200');
  }
  const parsed = parseConvert(rest, version);
  const settings = await settle(parsed, io);
  if (settings === null) return 0;
  const { names } = parsed;
  if (names.length === 0 && settings.filesFrom === null) throw new UsageError('a report of what?', COMMAND_HINT);
  const { runReport } = await import('./run/report.js');
  return runReport(names, settings, limit, io);
}

const COMMAND_HINT = 'name files or folders: article-clean report posts -o report.html';

/** The version, from the package that this file lies in. */
function version(): string {
  return JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')).version;
}
