/** The options of `report`: those of `convert` that make sense for a page, and its own. */
import { text } from '../options/kind.js';
import { type Option, repeated } from '../options/row.js';
import { type KeyedOption, TABLE } from '../options/table.js';

const from = repeated(text, {
  name: 'from',
  group: 'Input',
  value: 'GLOB',
  help: 'read reports that convert --report wrote, for one page of all parts, instead of articles',
});

/** A page has one place to go. */
const output: Partial<Option> = { value: 'PAGE', help: 'the page, or - for stdout' };

export type ReportOption = Option & { key: KeyedOption['key'] | 'from' };

export const REPORT_TABLE: readonly ReportOption[] = [
  ...TABLE.filter(({ report }) => report).map((option) =>
    option.name === 'output' ? { ...option, ...output } : option,
  ),
  { ...from, key: 'from' },
];
