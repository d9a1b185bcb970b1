/** The command line by commander, from the table of options. */
import { Command, Option as Flag, InvalidArgumentError } from 'commander';
import { UsageError } from '../errors.js';
import { GROUPS, type Option, TABLE } from '../options.js';
import { COMMANDS, EXAMPLES, PURPOSE, STATUSES } from './help.js';

/** What was typed, by the keys of the settings; only what was typed. */
export type Typed = Record<string, unknown>;

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

/**
 * Reads the arguments of `convert`.
 * @param version reads the program's version, where that is asked for
 * @throws {HelpAsked} for `--help` and `--version`
 * @throws {UsageError} where they make no sense
 */
export function parseConvert(argv: readonly string[], version: () => string): Parsed {
  const command = convertCommand();
  let help = '';
  let complaint = '';
  command.exitOverride().configureOutput({
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
    command.parse(argv, { from: 'user' });
  } catch (error) {
    if (help) throw new HelpAsked(help);
    throw complaint ? usageOf(complaint) : error;
  }
  const typed: Typed = {};
  const values = command.opts();
  if (values.version) throw new HelpAsked(`${version()}\n`);
  for (const option of TABLE) {
    const attribute = attributeOf(option);
    const isSetting = option.key !== 'config' && option.key !== 'printConfig';
    if (!isSetting || command.getOptionValueSource(attribute) !== 'cli') continue;
    typed[option.key] = option.key === 'color' ? colorOf(values[attribute]) : values[attribute];
  }
  return { names: command.args, typed, config: values.config ?? true, printConfig: values.printConfig === true };
}

// option '-f, --format <LIST>' argument 'x' is invalid. What is wrong with it
const INVALID = /^option '[^']*(--[a-z-]+)[^']*' argument '.*' is invalid\. (.*)$/s;

/** `error: unknown option '--formt'\n(Did you mean --format?)` as our own kind of message. */
function usageOf(complaint: string): UsageError {
  const [what = '', rest = ''] = complaint
    .replace(/^error: /, '')
    .trim()
    .split('\n');
  const [, flag, why] = INVALID.exec(what) ?? [];
  const hint = rest.replace(/^\((.*)\)$/, '$1').replace(/^D/, 'd');
  return new UsageError(flag ? `${flag}: ${why}` : what, hint || 'article-clean --help shows all options');
}

function colorOf(value: unknown): unknown {
  if (typeof value === 'boolean') return value ? 'always' : 'never';
  return value;
}

/** Name under which commander stores the value. */
function attributeOf({ name }: Option): string {
  return name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

/** The command with all options: also what `--help` shows. */
export function convertCommand(): Command {
  const command = new Command('article-clean')
    .usage('[convert] [inputs...] [options]')
    .description(`${PURPOSE}\n\n${EXAMPLES}`)
    .argument('[inputs...]', 'files, folders, quoted globs, or - for stdin')
    .helpOption('-h, --help', 'show this help')
    .addHelpText('after', `\nOther commands (--help shows more):\n${COMMANDS}\n\n${STATUSES}`);
  for (const group of GROUPS) {
    for (const option of TABLE) if (option.group === group) addFlags(command, option);
  }
  command.addOption(new Flag('-V, --version', 'show the version').helpGroup('Report:'));
  return command;
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
function readValue({ read, repeat }: Option, typed: string, before: unknown): unknown {
  try {
    const value = read ? read(typed) : typed;
    return repeat ? [...(Array.isArray(before) ? before : []), value] : value;
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    throw new InvalidArgumentError(`${error.message}${error.hint ? `\n(${error.hint})` : ''}`);
  }
}
