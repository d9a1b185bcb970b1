/** What the articles of a batch need from the thread that does them. */
import type { Conversion, ConvertOptions } from '../api.js';
import type { PanelOf } from './panels.js';
import type { LookUps, PathIndex } from './path-index.js';
import type { Job, Task } from './types.js';

/** The articles to do. */
export interface Work {
  job: Job;
  pathIndex: () => PathIndex;
  count: number;
  taskAt: (index: number) => Task;
}

/** `convert` and the look-ups over the batch: what `doArticle` needs from its thread. */
export interface Environment extends LookUps {
  convert: (input: Uint8Array, options: ConvertOptions) => Promise<Conversion>;
  /** Makes the view of an article for the page, where it may be shown. */
  panelOf: PanelOf | null;
  /** Notes what is about to be saved. */
  claim: (path: string, hash: string) => void;
}
