/** What became of one article of a batch. All of it can be posted. */

import type { Format } from '../formats/list.js';
import type { ChangeRecord, Warning } from '../types.js';
import type { Saved } from './save.js';
import type { NamedBy } from './template.js';

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
  /** What `learn` keeps of the article: a line of JSON. */
  observed: string | null;
  encoding: string | null;
  changes: number;
  warnings: Warning[];
  /** Non-white characters of the input's text that stayed (0 where neither log nor triage asks), and that went. */
  kept: number;
  removed: number;
  /** The output that was being saved when the article failed, absolute. */
  unsaved: string | null;
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
    observed: null,
    encoding: null,
    changes: 0,
    warnings: [],
    kept: 0,
    removed: 0,
    unsaved: null,
    triage: [],
    log: null,
    diff: null,
    input: null,
    links: [],
  };
}
