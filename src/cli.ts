/** The command line: arguments to settings to an exit status. The only place that touches the process. */
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { paintFor, wantsColor } from './cli/color.js';
import { COMMAND_HELP, SHORT } from './cli/help.js';
import { HelpAsked, type Parsed, parseArguments } from './cli/parse.js';
import { processIo, stdinHasInput, watchStreams } from './cli/terminal.js';
import { findConfig } from './config/find.js';
import { ArticleError, Interrupted, UsageError, UsageErrors } from './errors.js';
import { nearest } from './nearest.js';
import { DEFAULTS, type Settings } from './options/table.js';
import type { Io } from './output/io.js';
import type { Made } from './report/made.js';
import { formatMessage } from './report/message.js';

/** Runs the command line and leaves its exit status with the process. */
export async function main(argv: readonly string[]): Promise<void> {
  watchStreams();
  const io = processIo(await paintFor(false), import.meta.url, () => madeBy(argv));
  process.exitCode = await guarded(argv, io);
}

/** What a page says about this run. */
function madeBy(argv: readonly string[]): Made {
  const date = `${new Date().toISOString().slice(0, 16).replace('T', ' ')} UTC`;
  return { version: version(), date, folder: process.cwd(), command: `article-clean ${argv.join(' ')}` };
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
    if (error instanceof UsageErrors) {
      for (const { message, hint } of error.all) io.print(`${formatMessage({ what: message, hint })}\n`);
      return 2;
    }
    const { message, hint = '', stack = '' } = error as Error & { hint?: string };
    if (error instanceof UsageError || error instanceof ArticleError) {
      io.print(`${formatMessage({ what: message, hint })}\n`);
      if (error instanceof Interrupted) return 128 + error.signal;
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
  help: async ([name]) => helpOf(name),
  init: async (_, { cwd }) => (await import('./cli/init.js')).writeConfig(cwd),
};

async function dispatch(argv: readonly string[], io: Io): Promise<number> {
  const [first = '', ...rest] = argv;
  if (first === 'convert') return convertCommand(rest, io);
  if (first === 'report') return reportCommand(rest, io);
  if (first === 'learn') return learnCommand(rest, io);
  const command = Object.hasOwn(COMMANDS, first) ? COMMANDS[first] : undefined;
  if (!command) {
    if (!existsSync(resolve(io.cwd, first))) checkCommand(first);
    return convertCommand(argv, io);
  }
  if (rest.includes('--help') || rest.includes('-h')) throw new HelpAsked(helpOf(first));
  const limit = first === 'init' ? 0 : 1;
  const stray = rest.find((word) => word.startsWith('-')) ?? rest[limit];
  if (stray !== undefined)
    throw new UsageError(`${first} takes no "${stray}"`, `article-clean ${first} --help says more`);
  await io.write(await command(rest, io));
  return 0;
}

/** A word that is nearly a command, and no file or pattern, is a slip and not an article. */
function checkCommand(word: string): void {
  if (!/^[a-z]+$/i.test(word)) return;
  if (word.toLowerCase() === 'version')
    throw new UsageError(`there is no command "${word}"`, 'did you mean --version?');
  const guess = nearest(word, ['convert', 'report', 'learn', ...Object.keys(COMMANDS)]);
  if (guess) throw new UsageError(`there is no file and no command "${word}"`, `did you mean "${guess}"?`);
}

/** `help [command]`: the same as `command --help`. */
function helpOf(name = 'convert'): string {
  if (name === 'convert' || name === 'report' || name === 'learn') parseArguments(['--help'], version, name);
  const text = Object.hasOwn(COMMAND_HELP, name) ? COMMAND_HELP[name] : undefined;
  if (text) return `${text}\n`;
  if (name === 'help') return helpOf();
  const guess = nearest(name, ['convert', 'report', 'learn', ...Object.keys(COMMANDS)]);
  throw new UsageError(
    `there is no command "${name}"`,
    guess ? `did you mean "${guess}"?` : 'article-clean --help lists all',
  );
}

async function convertCommand(argv: readonly string[], io: Io): Promise<number> {
  const parsed = parseArguments(argv, version, 'convert');
  const { names } = parsed;
  const settings = await settingsOf(parsed, io);
  if (settings === null) return 0;
  if (names.length === 0 && settings.filesFrom === null) {
    if (!stdinHasInput()) {
      if (argv.length > 0) {
        io.print(
          `${formatMessage({ what: 'there is no input', hint: 'name files or folders, or pipe an article in' })}\n\n`,
        );
      }
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
async function settingsOf({ typed, config, printConfig }: Parsed, io: Io): Promise<Settings | null> {
  const file = await findConfig(config, io.cwd);
  // The readers of rules and configs are loaded only where there are some.
  const rules = typed.rulesFiles
    ? (await import('./config/rules-file.js')).readRulesFiles(typed.rulesFiles, io.cwd)
    : [];
  const read = file ? (await import('./config/read.js')).readConfig(file, rules) : null;
  const settings: Settings = { ...DEFAULTS, ...read?.settings, ...typed };
  settings.rules = [...settings.rules, ...rules];
  if (!printConfig) return settings;
  await io.write((await import('./cli/print-config.js')).describeSettings(settings, typed, read, file, io.cwd));
  return null;
}

/** `report INPUTS -o page.html`, or `report --from 'parts/*.ndjson' -o page.html`. */
async function reportCommand(argv: readonly string[], io: Io): Promise<number> {
  const parsed = parseArguments(argv, version, 'report');
  const { from = [], ...typed } = parsed.typed;
  const settings = await settingsOf({ ...parsed, typed }, io);
  if (settings === null) return 0;
  const { names } = parsed;
  if (from.length > 0) {
    if (names.length > 0 || settings.filesFrom !== null) {
      throw new UsageError('--from reads reports instead of articles', 'leave one of them out');
    }
    return (await import('./run/merge.js')).mergeReports(from, settings, io);
  }
  if (names.length === 0 && settings.filesFrom === null) throw new UsageError('a report of what?', COMMAND_HINT);
  const { runReport } = await import('./run/report.js');
  return runReport(names, settings, io);
}

/** `learn INPUTS -o rules.yaml`, or `learn --from COUNTS -o rules.yaml`. */
async function learnCommand(argv: readonly string[], io: Io): Promise<number> {
  const parsed = parseArguments(argv, version, 'learn');
  const { from = [], ...typed } = parsed.typed;
  const settings = await settingsOf({ ...parsed, typed }, io);
  if (settings === null) return 0;
  const { names } = parsed;
  // A shell that expands the pattern gives the first file to --from, and the others as inputs.
  const counts = from.length > 0 ? [...from, ...names] : [];
  if (names.length === 0 && counts.length === 0 && settings.filesFrom === null)
    throw new UsageError('learn from what?', 'name files or folders: article-clean learn posts -o rules.yaml');
  const { runLearn } = await import('./run/learn.js');
  return runLearn(names, settings, counts, io);
}

const COMMAND_HINT = 'name files or folders: article-clean report posts -o report.html';

/** The version, from the package that this file lies in. */
function version(): string {
  return JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')).version;
}
