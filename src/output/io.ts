import type { Made } from '../report/made.js';

/** The process as the batch sees it. Only the command line makes one; tests make their own. */
export interface Io {
  /** Absolute. */
  cwd: string;
  stdinIsTerminal: boolean;
  /** Messages go to a terminal: a progress line makes sense. */
  stderrIsTerminal: boolean;
  /** Reads stdin whole, up to a limit in bytes. */
  readStdin: (limit: number) => Promise<Uint8Array>;
  /** Writes data to stdout; resolves when more is welcome, and to false once nobody reads any more. */
  write: (text: string) => Promise<boolean>;
  /** Writes to stderr as it is. */
  print: (text: string) => void;
  /** Shows a text in the user's pager, and resolves when it is closed. */
  page: (text: string) => Promise<void>;
  /** Calls back at the first SIGINT or SIGTERM, with its number; null: the system's own way. Returns how to stop. */
  onSignal: (callback: ((signal: number) => void) | null) => () => void;
  /** Milliseconds of a clock that never goes back. */
  now: () => number;
  paint: Paint;
  /** The program of a worker. */
  worker: URL;
  /** What a page says about this run. */
  made: () => Made;
}

/** Colours, or none. */
export interface Paint {
  failure: (text: string) => string;
  warning: (text: string) => string;
}

export const plain: Paint = { failure: String, warning: String };
