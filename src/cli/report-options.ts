/** The options of `report`: those of `convert` that make sense for a page, and its own. */
import { UsageError } from '../errors.js';
import { type Option, TABLE } from '../options/flags.js';

/** Articles that a page shows side by side. */
export const DEFAULT_LIMIT = 200;

const SHARED = new Set(
  'files-from null exclude ext encoding body base-url output force target only skip keep drop images links whole config print-config quiet color debug max-size timeout'.split(
    ' ',
  ),
);

function readLimit(text: string): number {
  if (/^\d{1,5}$/.test(text)) return Number(text);
  throw new UsageError(`"${text}" is no number of articles`, `write one such as ${DEFAULT_LIMIT}`);
}

const limit: Option = {
  name: 'limit',
  key: 'limit',
  group: 'Report',
  value: 'N',
  read: readLimit,
  preset: String(DEFAULT_LIMIT),
  help: 'articles shown side by side, the most telling ones; the table holds all',
};

/** A page has one place to go. */
const output: Partial<Option> = { value: 'PAGE', help: 'the page, or - for stdout' };

export const REPORT_TABLE: readonly Option[] = [
  ...TABLE.filter(({ name }) => SHARED.has(name)).map((option) =>
    option.name === 'output' ? { ...option, ...output } : option,
  ),
  limit,
];
