/** What became of one article of a batch. All of it can be posted. */

import type { Format } from '../formats/list.js';
import type { Panel } from '../report/page/panel.js';
import type { Told } from '../report/told.js';
import type { Saved } from './save.js';
import type { NamedBy } from './template.js';

export interface Output extends Saved {
  format: Format;
  path: string;
}

/** What became of an article. */
export interface Result extends Omit<Told, 'source'> {
  outputs: Output[];
  streamed: string | null;
  error: Failure | null;
  named: NamedBy | null;
  /** What `learn` keeps of the article: a line of JSON. */
  observed: string | null;
  encoding: string | null;
  changes: number;
  /** The output that was being saved when the article failed, absolute. */
  unsaved: string | null;
  /** The article side by side, where the page may show it. */
  panel: Panel | null;
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
    title: null,
    length: 0,
    kept: 0,
    removed: 0,
    unsaved: null,
    triage: [],
    log: null,
    panel: null,
    diff: null,
    input: null,
    links: [],
  };
}
