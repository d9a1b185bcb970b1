/** What a run's reports are told of each article, whether it was converted just now or read back from a report. */
import type { LoggedChange, Warning } from '../types.js';

export interface Told {
  /** Place in the run, from 0. */
  index: number;
  /** Path below the base. */
  source: string;
  /** Where a log is asked for: a report names the article. */
  title: string | null;
  /** UTF-16 units of the decoded input, in which the log's offsets count. */
  length: number;
  /** Non-white characters of the input's text that stayed, and that went. */
  kept: number;
  removed: number;
  /** Why a person should look at it; mostly empty. */
  triage: readonly string[];
  warnings: Warning[];
  /** The changes themselves, where they were asked for. */
  log: LoggedChange[] | null;
}
