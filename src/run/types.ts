/** What passes between the batch and the thread that does one article. All of it can be posted. */

import type { ConvertOptions } from '../api.js';
import type { Format } from '../formats/list.js';
import type { Input } from '../input/discover/types.js';

/** What is the same for every article of a batch. */
export interface Job {
  convert: ConvertOptions;
  /** Only asks for what names are made of. */
  namesOnly: boolean;
  /** Only looks at what the article's rules left, for `learn`. */
  observes: boolean;
  /** The format that goes to a stream (stdout or the one NDJSON file) instead of a file an article. */
  stream: Format | null;
  force: boolean;
  write: boolean;
  /** Whether the one output is a path that the user wrote. */
  named: boolean;
  /** The manifest that what is about to be saved is noted in, absolute; null where there is none. */
  journal: string | null;
  inPlace: boolean;
  /** Whether links are looked up, and rewritten for the output's place where there is one. */
  relinks: boolean;
  strict: boolean;
  /** Bytes. */
  maxSize: number;
  /** Seconds. */
  timeout: number;
  /** Whether somebody asked for the changes themselves, not only for their number. */
  wantsLog: boolean;
  /** How many articles the page shows side by side; null where no page was asked for. */
  page: number | null;
  /** Whether the words that went and came are shown, and how they are marked. */
  diff: 'plain' | 'color' | null;
}

/** One article to do. */
export interface Task {
  index: number;
  input: Input;
  outputs: { format: Format; path: string; owned: readonly string[] }[];
}
