/** What passes between the batch and the thread that does one article. All of it can be posted. */

import type { ConvertOptions } from '../api.js';
import type { Saved } from '../output/save.js';
import type { NamedBy } from '../output/template.js';
import type { ChangeRecord, Format, Warning } from '../types.js';

/** What is the same for every article of a batch. */
export interface Job {
  convert: ConvertOptions;
  /** Only asks for what names are made of. */
  namesOnly: boolean;
  /** The format that goes to a stream (stdout or the one NDJSON file) instead of a file an article. */
  stream: Format | null;
  force: boolean;
  write: boolean;
  /** Whether the one output is a path that the user wrote. */
  named: boolean;
  /** The manifest that what is about to be saved is noted in, absolute; null where there is none. */
  journal: string | null;
  inPlace: boolean;
  /** Whether links are rewritten for the output's place. */
  relinks: boolean;
  strict: boolean;
  /** Bytes. */
  maxSize: number;
  /** Seconds. */
  timeout: number;
  /** Whether somebody asked for the changes themselves, not only for their number. */
  wantsLog: boolean;
  /** Whether the words before and after are compared, and how their lines are marked. */
  diff: 'plain' | 'color' | null;
}

/** One article to do. */
export interface Task {
  index: number;
  path: string;
  absolute: string;
  source: string;
  /** stdin, read already. */
  bytes: Uint8Array | null;
  outputs: { format: Format; path: string; owned: readonly string[] }[];
}

export interface Output extends Saved {
  format: Format;
  path: string;
}

/** What became of an article. */
export interface Result {
  index: number;
  outputs: Output[];
  streamed: string | null;
  error: Failure | null;
  named: NamedBy | null;
  encoding: string | null;
  changes: number;
  warnings: Warning[];
  /** Non-white characters of the input's text that stayed, and that went; 0 where neither log nor triage asks. */
  kept: number;
  removed: number;
  /** Why a person should look at it; mostly empty. */
  triage: readonly string[];
  /** The changes themselves, where they were asked for. */
  log: ChangeRecord[] | null;
  /** Lines of `--diff`, where it was asked for. */
  diff: string[] | null;
  /** The input, for the manifest. */
  input: { size: number; mtime: number; hash: string } | null;
  links: [url: string, answer: string | null][];
}

export interface Failure {
  code: string;
  message: string;
  hint: string;
  line: number | null;
  stack: string;
}

/** A result that says nothing yet, or that the article failed. */
export function emptyResult(index: number, error: Failure | null = null): Result {
  return {
    index,
    outputs: [],
    streamed: null,
    error,
    named: null,
    encoding: null,
    changes: 0,
    warnings: [],
    kept: 0,
    removed: 0,
    triage: [],
    log: null,
    diff: null,
    input: null,
    links: [],
  };
}
