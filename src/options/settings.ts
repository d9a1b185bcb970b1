/** What the command line and the config file together ask for, every default filled in. */

import type { Format } from '../formats/list.js';
import type { BodyKind, FrontMatterMode, RuleDefinition, Target } from '../types.js';

export interface Settings {
  filesFrom: string | null;
  null: boolean;
  exclude: string[];
  /** Whether scans leave out what `.gitignore` names. */
  ignore: boolean;
  ext: string[];
  encoding: string | null;
  body: BodyKind | 'auto';
  baseUrl: string | null;
  /** Null: the ending of the output file tells, else Markdown. */
  format: Format[] | null;
  output: string | null;
  base: string | null;
  name: string;
  force: boolean;
  prune: boolean;
  inPlace: boolean;
  frontMatter: FrontMatterMode;
  target: Target | null;
  dryRun: boolean;
  check: boolean;
  only: string[];
  skip: string[];
  keep: string[];
  drop: string[];
  /** Of the config file. */
  rules: RuleDefinition[];
  images: 'keep' | 'alt' | 'none';
  links: 'keep' | 'text';
  whole: boolean;
  explain: boolean;
  diff: boolean;
  pager: boolean;
  report: string | null;
  verify: boolean;
  quiet: boolean;
  verbose: boolean;
  color: 'auto' | 'always' | 'never';
  progress: boolean;
  debug: boolean;
  /** Workers at the same time, from 1; null: the machine's parallelism. */
  jobs: number | null;
  changed: boolean;
  shard: Shard | null;
  /** Bytes. */
  maxSize: number;
  /** Seconds; null: the default, which only batches keep. */
  timeout: number | null;
  strict: boolean;
  failFast: boolean;
}

/** The `index`-th (from 1) of `count` parts. */
export interface Shard {
  index: number;
  count: number;
}

/** Seconds that one article may take where `--timeout` says nothing. */
export const DEFAULT_TIMEOUT = 20;

export const DEFAULTS: Readonly<Settings> = {
  filesFrom: null,
  null: false,
  exclude: [],
  ignore: true,
  ext: ['.md', '.markdown', '.html', '.htm', '.xhtml'],
  encoding: null,
  body: 'auto',
  baseUrl: null,
  format: null,
  output: null,
  base: null,
  name: '{dir}/{name}{ext}',
  force: false,
  prune: false,
  inPlace: false,
  frontMatter: 'keep',
  target: null,
  dryRun: false,
  check: false,
  only: [],
  skip: [],
  keep: [],
  drop: [],
  rules: [],
  images: 'keep',
  links: 'keep',
  whole: false,
  explain: false,
  diff: false,
  pager: false,
  report: null,
  verify: false,
  quiet: false,
  verbose: false,
  color: 'auto',
  progress: true,
  debug: false,
  jobs: null,
  changed: false,
  shard: null,
  maxSize: 20_000_000,
  timeout: null,
  strict: false,
  failFast: false,
};
