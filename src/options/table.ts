/** Every option, once. The command line, its help, the config check, the README's table and completion come from here. */
import { formatNames } from '../formats/list.js';
import type { Settings } from './settings.js';
import {
  choice,
  type Reader,
  readCount,
  readDuration,
  readEndings,
  readFormats,
  readShard,
  readSize,
  readText,
  readUrl,
} from './values.js';
import { WORDS } from './words.js';

export type Group = 'Input' | 'Output' | 'Cleaning' | 'Report' | 'Running';

export interface Option {
  /** Long name without its dashes; also the key in a config file. */
  name: string;
  key: keyof Settings | 'config' | 'printConfig' | 'limit';
  short?: string;
  group: Group;
  /** Name of the value in help; absent for a switch. `[X]` may be left out. */
  value?: string;
  read?: Reader;
  /** Words that the value can be: for help and completion. */
  words?: readonly string[];
  /** May be given again; the values add up. */
  repeat?: boolean;
  /** Also (`also`) or only (`only`) as `--no-NAME`. */
  no?: 'also' | 'only';
  /** What completion offers for the value. */
  path?: boolean;
  /** Speaks of one run, so a config file may not set it. */
  once?: boolean;
  /** Default as help shows it. */
  preset?: string;
  /** One or two clauses, no full stop. */
  help: string;
}

const word = (name: keyof Settings & string, words: readonly string[]) => ({
  name,
  key: name,
  words,
  read: choice(words),
});

// biome-ignore format: one option is one or two lines, so that the table reads as one.
export const TABLE: readonly Option[] = [
  { name: 'files-from', key: 'filesFrom', group: 'Input', value: 'FILE', read: readText, path: true, once: true,
    help: 'read input names from FILE (- is stdin), one a line' },
  { name: 'null', key: 'null', short: '0', group: 'Input', once: true,
    help: 'names in --files-from end with NUL, as find -print0 writes them' },
  { name: 'exclude', key: 'exclude', group: 'Input', value: 'GLOB', read: readText, repeat: true,
    help: 'leave out what GLOB matches; without a slash it matches a name at any depth' },
  { name: 'ignore', key: 'ignore', group: 'Input', no: 'only',
    help: 'scan what .gitignore leaves out, too' },
  { name: 'ext', key: 'ext', group: 'Input', value: 'LIST', read: readEndings, preset: '.md,.markdown,.html,.htm,.xhtml',
    help: 'endings of the files taken from folders' },
  { name: 'encoding', key: 'encoding', group: 'Input', value: 'LABEL', read: readText,
    help: 'encoding of the inputs (gb18030, shift_jis), instead of detecting it' },
  { ...word('body', WORDS.body), group: 'Input', value: 'KIND', preset: 'auto',
    help: 'what the bodies are: auto, html, markdown or text' },
  { name: 'base-url', key: 'baseUrl', group: 'Input', value: 'URL', read: readUrl,
    help: 'resolve relative links and images against URL' },

  { name: 'format', key: 'format', short: 'f', group: 'Output', value: 'LIST', read: readFormats, preset: 'markdown', words: formatNames(),
    help: 'markdown (md), text (txt), json, ndjson; several with commas; else the ending of -o tells' },
  { name: 'output', key: 'output', short: 'o', group: 'Output', value: 'PATH', read: readText, path: true,
    help: 'a file, a folder (ends in / or is one), or - for stdout' },
  { name: 'base', key: 'base', group: 'Output', value: 'FOLDER', read: readText, path: true,
    help: 'the output folder mirrors the tree below FOLDER (default: the common parent of the inputs)' },
  { name: 'name', key: 'name', group: 'Output', value: 'TEMPLATE', read: readText, preset: '{dir}/{name}{ext}',
    help: 'path below the output folder; also {title} {slug} {date} {year} {month}' },
  { name: 'force', key: 'force', group: 'Output', once: true,
    help: 'replace files that this tool did not write or that were edited since' },
  { name: 'prune', key: 'prune', group: 'Output', once: true,
    help: 'remove outputs of earlier runs whose input is gone' },
  { name: 'in-place', key: 'inPlace', group: 'Output', once: true,
    help: 'replace each .md or .markdown input with its cleaned Markdown' },
  { name: 'front-matter', key: 'frontMatter', group: 'Output', value: 'MODE', preset: 'keep', words: WORDS.frontMatter, read: choice(WORDS.frontMatter),
    help: 'keep it as written, normalize it to YAML, or leave it out (none)' },
  { ...word('target', WORDS.target), group: 'Output', value: 'SITE',
    help: 'keep template tags live for a site generator: hexo, jekyll or hugo' },
  { name: 'dry-run', key: 'dryRun', short: 'n', group: 'Output', once: true,
    help: 'say what would be written, write nothing' },
  { name: 'check', key: 'check', group: 'Output', once: true,
    help: 'write nothing, exit 1 where anything would change' },

  { name: 'only', key: 'only', group: 'Cleaning', value: 'RULE', read: readText, repeat: true,
    help: 'run this rule only' },
  { name: 'skip', key: 'skip', group: 'Cleaning', value: 'RULE', read: readText, repeat: true,
    help: 'do not run this rule' },
  { name: 'keep', key: 'keep', group: 'Cleaning', value: 'SELECTOR', read: readText, repeat: true,
    help: 'no rule touches what this CSS selector matches' },
  { name: 'drop', key: 'drop', group: 'Cleaning', value: 'SELECTOR', read: readText, repeat: true,
    help: 'remove what this CSS selector matches' },
  { ...word('images', WORDS.images), group: 'Cleaning', value: 'MODE', preset: 'keep',
    help: 'keep images, write their alt text (alt), or drop them (none)' },
  { ...word('links', WORDS.links), group: 'Cleaning', value: 'MODE', preset: 'keep',
    help: 'keep links, or write their text only (text)' },
  { name: 'whole', key: 'whole', group: 'Cleaning', help: 'convert full pages whole, not only their main part' },
  { name: 'config', key: 'config', group: 'Cleaning', value: 'FILE', read: readText, path: true, no: 'also', once: true,
    help: 'read options from FILE instead of the nearest article-clean.config.yaml' },
  { name: 'print-config', key: 'printConfig', group: 'Cleaning', once: true,
    help: 'print every option, its value and where that comes from; convert nothing' },

  { name: 'explain', key: 'explain', group: 'Report',
    help: 'say on stderr what was changed, where, and by which rule' },
  { name: 'diff', key: 'diff', group: 'Report',
    help: 'say on stderr which words went and came, beside what stayed, with the rule' },
  { name: 'pager', key: 'pager', group: 'Report',
    help: 'on a terminal, read --explain and --diff in $PAGER' },
  { name: 'report', key: 'report', group: 'Report', value: 'FILE', read: readText, path: true,
    help: 'write one line of JSON an article to FILE' },
  { name: 'verify', key: 'verify', group: 'Report', help: 're-read every output and prove that nothing was lost' },
  { name: 'quiet', key: 'quiet', short: 'q', group: 'Report', help: 'failures only' },
  { name: 'verbose', key: 'verbose', short: 'v', group: 'Report', help: 'every warning, and every file written' },
  { name: 'color', key: 'color', group: 'Report', value: '[WHEN]', no: 'also', preset: 'auto', words: ['auto', 'always', 'never'], read: choice(['auto', 'always', 'never']),
    help: 'colour messages: auto, always or never' },
  { name: 'progress', key: 'progress', group: 'Report', no: 'only', help: 'no progress line' },
  { name: 'debug', key: 'debug', group: 'Report', help: 'a stack trace with each failure' },

  { name: 'jobs', key: 'jobs', short: 'j', group: 'Running', value: 'N', read: readCount, preset: 'the number of processors',
    help: 'workers at the same time; the outputs are the same for any N' },
  { name: 'changed', key: 'changed', group: 'Running',
    help: 'skip articles whose input, options and rules are as in the last run' },
  { name: 'shard', key: 'shard', group: 'Running', value: 'I/N', read: readShard, once: true,
    help: 'convert the I-th of N parts of the inputs' },
  { name: 'max-size', key: 'maxSize', group: 'Running', value: 'SIZE', read: readSize, preset: '20MB',
    help: 'an input over it fails' },
  { name: 'timeout', key: 'timeout', group: 'Running', value: 'SECONDS', read: readDuration, preset: '20',
    help: 'an article that takes longer fails' },
  { name: 'strict', key: 'strict', group: 'Running', help: 'an article with a warning fails' },
  { name: 'fail-fast', key: 'failFast', group: 'Running', help: 'stop at the first failure' },
];
