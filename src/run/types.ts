/** What passes between the batch and the thread that does one article. All of it can be posted. */
import type { Saved } from '../output/save.js';
import type { NamedBy } from '../output/template.js';
import type { ChangeRecord, ConvertOptions, Format, Warning } from '../types.js';

/** What is the same for every article of a batch. */
export interface Job {
  convert: ConvertOptions;
  /** Only asks for what names are made of. */
  namesOnly: boolean;
  /** The format that goes to a stream (stdout or the one NDJSON file) instead of a file an article. */
  stream: Format | null;
  force: boolean;
  write: boolean;
  inPlace: boolean;
  /** Whether links are rewritten for the output's place. */
  relinks: boolean;
  strict: boolean;
  /** Bytes. */
  maxSize: number;
  /** Seconds. */
  timeout: number;
  /** Whether somebody asked for the changes themselves, not only for their number. */
  wantsRecord: boolean;
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
  /** Where the record was wanted. */
  record: { kept: number; removed: number; changes: ChangeRecord[] } | null;
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
    record: null,
    input: null,
    links: [],
  };
}
