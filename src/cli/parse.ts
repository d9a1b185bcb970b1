/** The command line by commander, from the table of options. */
import { existsSync } from 'node:fs';
import { Command, Option as Flag, InvalidArgumentError } from 'commander';
import { UsageError } from '../errors.js';
import { nearest } from '../nearest.js';
import type { Option } from '../options/row.js';
import { GROUPS, type Settings, TABLE } from '../options/table.js';
import { COMMANDS, EXAMPLES, LEARN_PURPOSE, PURPOSE, REPORT_PURPOSE, STATUSES } from './help.js';
import { LEARN_TABLE, type LearnOption } from './learn-options.js';
import { REPORT_TABLE, type ReportOption } from './report-options.js';

/** What was typed, by the keys of the settings; only what was typed. */
export type Typed = Partial<Settings> & { from?: string[] };

export interface Parsed {
  names: string[];
  typed: Typed;
  /** `--config FILE`, false for `--no-config`, true where neither was given. */
  config: string | boolean;
  /** `--print-config`: nothing is converted. */
  printConfig: boolean;
}

/** Somebody asked for help or the version: the text goes to stdout, and nothing else happens. */
export class HelpAsked extends Error {
  constructor(readonly text: string) {
    super('help');
  }
}

/** The commands that take options of the table. */
export type CommandName = 'convert' | 'report' | 'learn';

/**
 * Reads the arguments of a command.
 * @param version reads the program's version, where that is asked for
 * @throws {HelpAsked} for `--help` and `--version`
 * @throws {UsageError} where they make no sense
 */
export function parseArguments(argv: readonly string[], version: () => string, name: CommandName): Parsed {
  const table = tableOf(name);
  const command = commandOf(name);
  let help = '';
  let complaint = '';
  command
    .showSuggestionAfterError(false)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => {
        help += text;
      },
      writeErr: () => {},
      outputError: (text) => {
        complaint = text;
      },
      getOutHelpWidth: () => 80,
      getOutHasColors: () => false,
    });
  try {
    command.parse(argv.map(withValue), { from: 'user' });
  } catch (error) {
    if (help) throw new HelpAsked(help);
    throw complaint ? usageOf(complaint, table, name) : error;
  }
  const typed: Record<string, unknown> = {};
  const values = command.opts();
  if (values.version) throw new HelpAsked(`${version()}\n`);
  for (const option of table) {
    const attribute = attributeOf(option);
    const isSetting = option.key !== 'config' && option.key !== 'printConfig';
    if (!isSetting || command.getOptionValueSource(attribute) !== 'cli') continue;
    typed[option.key] = option.key === 'color' ? colorOf(values[attribute]) : values[attribute];
  }
  return {
    names: command.args,
    typed: typed as Typed,
    config: values.config ?? true,
    printConfig: values.printConfig === true,
  };
}

// option '-f, --format <LIST>' argument 'x' is invalid. What is wrong with it
const INVALID = /^option '[^']*(--[a-z-]+)[^']*' argument '.*' is invalid\. (.*)$/s;

/** `--color posts`: a value that may be left out is only taken where it is one of its words. */
function withValue(word: string, at: number, argv: readonly string[]): string {
  if (!word.startsWith('--') || argv.slice(0, at).includes('--')) return word;
  const option = TABLE.find(({ name, value }) => value?.startsWith('[') && word === `--${name}`);
  return option && !option.kind?.words?.includes(argv[at + 1] ?? '') ? `${word}=always` : word;
}

// option '-o, --output <PATH>' argument missing
const MISSING = /^option '[^']*(--[a-z-]+) ?<?([^'>]*)>?' argument missing/;
// unknown option '--formt'
const UNKNOWN = /^unknown option '(-[^']*)'/;

/** `error: unknown option '--formt'` as our own kind of message. */
function usageOf(complaint: string, table: readonly Option[], name: CommandName): UsageError {
  const all = `article-clean${name === 'convert' ? '' : ` ${name}`} --help shows all options`;
  const [what = '', rest = ''] = complaint
    .replace(/^error: /, '')
    .trim()
    .split('\n');
  const [, flag, why] = INVALID.exec(what) ?? [];
  if (flag) return new UsageError(`${flag}: ${why}`, rest.replace(/^\((.*)\)$/, '$1') || all);
  const [, bare, value] = MISSING.exec(what) ?? [];
  if (bare) return new UsageError(`${bare}: its ${value} is missing`, `write ${bare} ${value}`);
  const [, unknown = ''] = UNKNOWN.exec(what) ?? [];
  if (!unknown) return new UsageError(what, all);
  if (name !== 'convert' && TABLE.some((option) => `--${option.name}` === unknown || `-${option.short}` === unknown)) {
    return new UsageError(`${unknown} is an option of convert, ${name} knows none such`, all);
  }
  if (existsSync(unknown)) return new UsageError(`there is no option ${unknown}`, `write ./${unknown} for the file`);
  const flags = table.flatMap((option) => [`--${option.name}`, ...(option.no ? [`--no-${option.name}`] : [])]);
  const guess = unknown.startsWith('--')
    ? (flags.find((flag) => flag.startsWith(unknown)) ?? nearest(unknown, [...flags, '--help', '--version']))
    : null;
  return new UsageError(`there is no option ${unknown}`, guess ? `did you mean ${guess}?` : all);
}

function colorOf(value: unknown): unknown {
  if (typeof value === 'boolean') return value ? 'always' : 'never';
  return value;
}

/** Name under which commander stores the value. */
function attributeOf({ name }: Option): string {
  return name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

function tableOf(name: CommandName): readonly (ReportOption | LearnOption)[] {
  return name === 'report' ? REPORT_TABLE : name === 'learn' ? LEARN_TABLE : TABLE;
}

function commandOf(name: CommandName): Command {
  return name === 'report' ? reportCommand() : name === 'learn' ? learnCommand() : convertCommand();
}

function convertCommand(): Command {
  return withOptions(new Command('article-clean'), TABLE)
    .usage('[convert] [inputs...] [options]')
    .description(`${PURPOSE}\n\n${EXAMPLES}`)
    .addHelpText('after', `\nOther commands (--help shows more):\n${COMMANDS}\n\n${STATUSES}`);
}

function reportCommand(): Command {
  return withOptions(new Command('article-clean report'), REPORT_TABLE)
    .usage('inputs... -o PAGE [options]')
    .description(REPORT_PURPOSE)
    .addHelpText('after', `\n${STATUSES}`);
}

function learnCommand(): Command {
  return withOptions(new Command('article-clean learn'), LEARN_TABLE)
    .usage('inputs... -o RULES [options]')
    .description(LEARN_PURPOSE)
    .addHelpText('after', `\n${STATUSES}`);
}

function withOptions(command: Command, table: readonly Option[]): Command {
  command.argument('[inputs...]', 'files, folders, quoted globs, or - for stdin');
  for (const group of GROUPS) for (const option of table) if (option.group === group) addFlags(command, option);
  command.addOption(new Flag('-V, --version', 'show the version').helpGroup('Help:'));
  return command.addHelpOption(new Flag('-h, --help', 'show this help').helpGroup('Help:'));
}

function addFlags(command: Command, option: Option): void {
  const { name, short, value, help, preset, no, group, repeat } = option;
  const notes = [repeat ? 'repeatable' : '', preset ? `default: ${preset}` : ''].filter(Boolean).join('; ');
  const text = notes ? `${help} (${notes})` : help;
  if (no !== 'only') {
    const shape = value?.startsWith('[') ? ` ${value}` : value ? ` <${value}>` : '';
    const flag = new Flag(`${short ? `-${short}, ` : ''}--${name}${shape}`, text).helpGroup(`${group}:`);
    if (value) flag.argParser((typed: string, before: unknown) => readValue(option, typed, before));
    command.addOption(flag);
  }
  if (no) {
    const flag = new Flag(`--no-${name}`, no === 'only' ? text : `the opposite of --${name}`).helpGroup(`${group}:`);
    command.addOption(no === 'also' ? flag.hideHelp() : flag);
  }
}

/** The value of one option; those of a repeated one are gathered. */
function readValue({ kind, repeat }: Option, typed: string, before: unknown): unknown {
  try {
    const value = kind ? kind.read(typed) : typed;
    return repeat ? [...(Array.isArray(before) ? before : []), value] : value;
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    throw new InvalidArgumentError(`${error.message}${error.hint ? `\n(${error.hint})` : ''}`);
  }
}
