/** All output formats. A new one is a file here, with its writer and its proof, and a line below. */
import { lazily } from '../lazily.js';
import type { OutputFormat } from './format.js';

export interface FormatRow {
  /** Other names on the command line. */
  aliases: readonly string[];
  /** Of its files, with the dot. */
  ending: string;
  /** One stream for all articles of a folder, not a file each. */
  isStream?: boolean;
  /** It says the metadata in keys of its own, with front matter or without. */
  saysMetadata?: boolean;
  /** Its writer and its proof, loaded when the first article asks. */
  load: () => Promise<OutputFormat>;
}

// biome-ignore format: one line a format.
export const FORMATS = {
  markdown: { aliases: ['md'], ending: '.md', load: lazily(async () => (await import('./markdown.js')).markdown) },
  text: { aliases: ['txt'], ending: '.txt', load: lazily(async () => (await import('./text.js')).text) },
  json: { aliases: [], ending: '.json', saysMetadata: true, load: lazily(async () => (await import('./json.js')).json) },
  ndjson: { aliases: [], ending: '.ndjson', isStream: true, saysMetadata: true, load: lazily(async () => (await import('./json.js')).ndjson) },
} as const satisfies Readonly<Record<string, FormatRow>>;

export type Format = keyof typeof FORMATS;

/** In the order of the list. A function: a bundler leaves out what is not called. */
export function formatNames(): Format[] {
  return Object.keys(FORMATS) as Format[];
}

/** True where every output says the metadata in keys of its own. */
export function sayMetadata(formats: readonly Format[]): boolean {
  const rows: FormatRow[] = formats.map((format) => FORMATS[format]);
  return rows.length > 0 && rows.every((row) => row.saysMetadata === true);
}

/** True where the format is one stream for all articles. */
export function isStream(format: Format): boolean {
  const row: FormatRow = FORMATS[format];
  return row.isStream === true;
}
