/** The options of `report`: those of `convert` that make sense for a page, and its own. */
import { UsageError } from '../errors.js';
import { type Kind, typeOf } from '../options/kind.js';
import { type Option, preset } from '../options/row.js';
import { type KeyedOption, TABLE } from '../options/table.js';

/** Articles that a page shows side by side. */
export const DEFAULT_LIMIT = 200;

const articles: Kind<number> = {
  read: (typed) => {
    if (/^\d{1,5}$/.test(typed)) return Number(typed);
    throw new UsageError(`"${typed}" is no number of articles`, `write one such as ${DEFAULT_LIMIT}`);
  },
  check: typeOf('number'),
  schema: { type: 'integer' },
};

const limit = preset(articles, DEFAULT_LIMIT, {
  name: 'limit',
  group: 'Report',
  value: 'N',
  preset: String(DEFAULT_LIMIT),
  help: 'articles shown side by side, the most telling ones; the table holds all',
});

/** A page has one place to go. */
const output: Partial<Option> = { value: 'PAGE', help: 'the page, or - for stdout' };

export type ReportOption = Option & { key: KeyedOption['key'] | 'limit' };

export const REPORT_TABLE: readonly ReportOption[] = [
  ...TABLE.filter(({ report }) => report).map((option) =>
    option.name === 'output' ? { ...option, ...output } : option,
  ),
  { ...limit, key: 'limit' },
];
