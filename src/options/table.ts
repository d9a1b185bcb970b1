/**
 * Every option, once: the command line, its help, the settings and their defaults, the config file with its schema, the
 * README's table and completion come from here and from `article.ts`.
 */
import type { RuleDefinition } from '../types.js';
import { ARTICLE_OPTIONS } from './article.js';
import { text, wordOf } from './kind.js';
import { flag, type Group, type Option, optional, preset, repeated, type ValueOf } from './row.js';
import { articles, condition, duration, endings, formats, shard, size, workers } from './values.js';

/** Options of a run. */
// biome-ignore format: one option is one or two lines, so that the table reads as one.
const RUN_OPTIONS = {
  /** Files of rules, beside those of the config. */
  rulesFiles: repeated(text, { name: 'rules', group: 'Cleaning', value: 'FILE', path: true, once: true, report: true,
    help: 'also run the rules in FILE, such as learn writes it' }),

  filesFrom: optional(text, { name: 'files-from', group: 'Input', value: 'FILE', path: true, once: true, report: true,
    help: 'read input names from FILE (- is stdin), one a line' }),
  null: flag({ name: 'null', short: '0', group: 'Input', once: true, report: true,
    help: 'names in --files-from end with NUL, as find -print0 writes them' }),
  stdinFilepath: optional(text, { name: 'stdin-filepath', group: 'Input', value: 'PATH', once: true,
    help: 'the path that the article from stdin has: its ending and its place count' }),
  exclude: repeated(text, { name: 'exclude', group: 'Input', value: 'GLOB', report: true, example: 'drafts',
    help: 'leave out what GLOB matches; without a slash it matches a name at any depth' }),
  where: optional(condition, { name: 'where', group: 'Input', value: 'EXPR', report: true, example: 'draft != true and date >= 2019',
    help: 'only articles whose front matter passes: draft != true, tags has rain; and, or, not' }),
  /** Whether scans leave out what `.gitignore` names. */
  ignore: flag({ name: 'ignore', group: 'Input', no: 'only', report: true, help: 'scan what .gitignore leaves out, too' }, true),
  ext: preset(endings, ['.md', '.markdown', '.html', '.htm', '.xhtml'], { name: 'ext', group: 'Input', value: 'LIST', preset: '.md,.markdown,.html,.htm,.xhtml', report: true,
    help: 'endings of the files taken from folders' }),

  /** Null: the ending of the output file tells, else Markdown. */
  format: optional(formats, { name: 'format', short: 'f', group: 'Output', value: 'LIST', preset: 'markdown',
    help: 'markdown (md), text (txt), json, ndjson; several with commas; else the ending of -o tells' }),
  output: optional(text, { name: 'output', short: 'o', group: 'Output', value: 'PATH', path: true, report: true, example: 'clean/',
    help: 'a file, a folder (ends in / or is one), or - for stdout' }),
  base: optional(text, { name: 'base', group: 'Output', value: 'FOLDER', path: true, example: '.',
    help: 'the output folder mirrors the tree below FOLDER (default: the common parent of the inputs)' }),
  name: preset(text, '{dir}/{name}{ext}', { name: 'name', group: 'Output', value: 'TEMPLATE', preset: '{dir}/{name}{ext}',
    help: 'path below the output folder; also {title} {slug} {date} {year} {month}' }),
  force: flag({ name: 'force', group: 'Output', once: true, report: true,
    help: 'replace files that this tool did not write or that were edited since' }),
  prune: flag({ name: 'prune', group: 'Output', once: true,
    help: 'remove outputs of earlier runs whose input is gone' }),
  inPlace: flag({ name: 'in-place', group: 'Output', once: true,
    help: 'replace each .md or .markdown input with its cleaned Markdown' }),
  dryRun: flag({ name: 'dry-run', short: 'n', group: 'Output', once: true,
    help: 'say what would be written, write nothing' }),
  check: flag({ name: 'check', group: 'Output', once: true,
    help: 'write nothing, exit 1 where anything would change' }),

  explain: flag({ name: 'explain', group: 'Report',
    help: 'say on stderr what was changed, where, and by which rule' }),
  group: flag({ name: 'group', group: 'Report',
    help: 'with --explain: the same removal in many articles is one row, then what was removed only once' }),
  page: optional(text, { name: 'page', group: 'Report', value: 'FILE', path: true, example: 'report.html',
    help: 'write a page of this very run to FILE: what was removed, grouped, and article by article' }),
  limit: preset(articles, 200, { name: 'limit', group: 'Report', value: 'N', preset: '200', report: true,
    help: 'articles that the page shows side by side, the most telling ones; its table holds all' }),
  diff: flag({ name: 'diff', group: 'Report',
    help: 'say on stderr which words went and came, beside what stayed, with the rule' }),
  pager: flag({ name: 'pager', group: 'Report',
    help: 'on a terminal, read --explain and --diff in $PAGER' }),
  report: optional(text, { name: 'report', group: 'Report', value: 'FILE', path: true, example: 'report.ndjson',
    help: 'write one line of JSON an article to FILE' }),
  messages: preset(wordOf('text', 'github'), 'text', { name: 'messages', group: 'Report', value: 'FORM', preset: 'text', report: true,
    help: 'failures and warnings as text, or as annotations of GitHub Actions (github)' }),
  quiet: flag({ name: 'quiet', short: 'q', group: 'Report', report: true, help: 'failures only' }),
  verbose: flag({ name: 'verbose', short: 'v', group: 'Report', help: 'every warning, and every file written' }),
  color: preset(wordOf('auto', 'always', 'never'), 'auto', { name: 'color', group: 'Report', value: '[WHEN]', no: 'also', preset: 'auto', report: true,
    help: 'colour messages: auto, always or never' }),
  progress: flag({ name: 'progress', group: 'Report', no: 'only', report: true, help: 'no progress line' }, true),
  debug: flag({ name: 'debug', group: 'Report', report: true, help: 'a stack trace with each failure' }),

  /** Workers at the same time, from 1; null: the machine's parallelism. */
  jobs: optional(workers, { name: 'jobs', short: 'j', group: 'Running', value: 'N', preset: 'the number of processors', example: '4', report: true,
    help: 'workers at the same time; the outputs are the same for any N' }),
  changed: flag({ name: 'changed', group: 'Running',
    help: 'skip articles whose input, options and rules are as in the last run' }),
  shard: optional(shard, { name: 'shard', group: 'Running', value: 'I/N', once: true,
    help: 'convert the I-th of N parts of the inputs' }),
  /** Bytes. */
  maxSize: preset(size, 20_000_000, { name: 'max-size', group: 'Running', value: 'SIZE', preset: '20MB', report: true,
    help: 'an input over it fails' }),
  /** Seconds; null: the default, which only batches keep. */
  timeout: optional(duration, { name: 'timeout', group: 'Running', value: 'SECONDS', preset: '20', report: true,
    help: 'an article that takes longer fails' }),
  strict: flag({ name: 'strict', group: 'Running', help: 'an article with a warning fails' }),
  failFast: flag({ name: 'fail-fast', group: 'Running', help: 'stop at the first failure' }),
} as const satisfies Readonly<Record<string, Option>>;

/** Options that say where settings come from, and are none themselves. */
// biome-ignore format: as above.
const CONFIG_OPTIONS = {
  config: optional(text, { name: 'config', group: 'Cleaning', value: 'FILE', path: true, no: 'also', once: true, report: true,
    help: 'read options from FILE instead of the nearest article-clean.config.yaml' }),
  printConfig: flag({ name: 'print-config', group: 'Cleaning', once: true, report: true,
    help: 'print every option, its value and where that comes from; convert nothing' }),
} as const satisfies Readonly<Record<string, Option>>;

const SETTINGS = { ...RUN_OPTIONS, ...ARTICLE_OPTIONS };

type Rows = typeof SETTINGS;

/** What the command line and the config file together ask for, every default filled in. */
export type Settings = { -readonly [K in keyof Rows]: ValueOf<Rows[K]> } & {
  /** Of the config file. */
  rules: RuleDefinition[];
};

/** A row with the key of its value in the settings. */
export type KeyedOption = Option & { key: keyof Rows | keyof typeof CONFIG_OPTIONS };

export const GROUPS: readonly Group[] = ['Input', 'Output', 'Cleaning', 'Report', 'Running'];

/** All options, in the order of help. */
export const TABLE: readonly KeyedOption[] = GROUPS.flatMap((group) =>
  Object.entries({ ...SETTINGS, ...CONFIG_OPTIONS })
    .filter(([, row]) => row.group === group)
    .map(([key, row]) => ({ ...row, key: key as KeyedOption['key'] })),
);

export const DEFAULTS: Readonly<Settings> = {
  ...(Object.fromEntries(Object.entries(SETTINGS).map(([key, row]) => [key, row.default])) as Omit<Settings, 'rules'>),
  rules: [],
};

/** Seconds that one article may take where `--timeout` says nothing. */
export const DEFAULT_TIMEOUT = 20;
