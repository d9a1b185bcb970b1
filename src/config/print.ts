/** `--print-config`: every option, its value and where that comes from; itself a config file again. */
import { stringify } from 'yaml';
import { GROUPS, type KeyedOption as Option, type Settings, TABLE } from '../options/table.js';
import { isAllowed } from './allowed.js';

/** Column of the comments; a longer value pushes its comment on. */
const COLUMN = 44;

/**
 * The text of a config that says what these settings say.
 * @param originOf says where the value of a key comes from, on one line
 * @param file the config that was read, as a person would write its path; null where there is none
 */
export function printConfig(settings: Settings, originOf: (key: string) => string, file: string | null): string {
  const line = (option: Option) => {
    const value = valueText(settings, option);
    const meaning = value === 'null' && option.preset ? `: ${option.preset}` : '';
    return commented(`${option.name}: ${value}`, originOf(option.key) + meaning);
  };
  const parts = GROUPS.map((group) => {
    const options = TABLE.filter((option) => option.group === group && isAllowed(option));
    return [`# ${group}`, ...options.map(line)].join('\n');
  });
  const once = TABLE.filter((option) => !isAllowed(option) && option.key in settings);
  return `${[
    `# What each option is and where that comes from. Config: ${file ?? 'none'}. This text is a config itself.`,
    ...parts,
    rulesText(settings, originOf('rules')),
    ['# Options of one run, which no config holds', ...once.map((option) => `# ${line(option)}`)].join('\n'),
  ].join('\n\n')}\n`;
}

function commented(text: string, origin: string): string {
  return `${text.padEnd(COLUMN - 2)}  # ${origin}`;
}

function rulesText({ rules }: Settings, origin: string): string {
  if (rules.length === 0) return commented('rules: []', origin);
  return `${commented('rules:', origin)}\n${stringify(rules, { indent: 2 }).trimEnd().replace(/^/gm, '  ')}`;
}

function valueText(settings: Settings, { key }: Option): string {
  const value: unknown = settings[key as keyof Settings];
  if (settings.shard && value === settings.shard) return `${settings.shard.index}/${settings.shard.count}`;
  if (key === 'maxSize') return sizeText(settings.maxSize);
  return Array.isArray(value) ? `[${value.map(scalarText).join(', ')}]` : scalarText(value);
}

function sizeText(bytes: number): string {
  return bytes % 1e6 === 0 ? `${bytes / 1e6}MB` : String(bytes);
}

const PLAIN = /^[a-z][\w./-]*$/i; // markdown, gb18030, clean/
const WORDS = new Set(['true', 'false', 'null', 'yes', 'no', 'on', 'off', 'y', 'n']);

function scalarText(value: unknown): string {
  if (typeof value === 'string' && (!PLAIN.test(value) || WORDS.has(value.toLowerCase()))) return JSON.stringify(value);
  return String(value);
}
