/** The options of `learn`: those of `convert` that make sense for reading an archive, and its own. */
import { text } from '../options/kind.js';
import { type Option, repeated } from '../options/row.js';
import { type KeyedOption, TABLE } from '../options/table.js';

const from = repeated(text, {
  name: 'from',
  group: 'Input',
  value: 'COUNTS',
  path: true,
  help: 'put the counts of parts together (see --shard) instead of reading articles',
});

/** What each of these says here. */
const OTHER: Readonly<Record<string, Partial<Option>>> = {
  output: { value: 'RULES', help: 'the file of proposed rules, or - for stdout; ending in .ndjson: the counts' },
  shard: { help: 'read the I-th of N parts of the inputs, and write its counts' },
};
/** Options of `convert` that count here, besides those that `report` takes for more than its page. */
const ALSO: ReadonlySet<string> = new Set(['shard', 'base']);

export type LearnOption = Option & { key: KeyedOption['key'] | 'from' };

export const LEARN_TABLE: readonly LearnOption[] = [
  ...TABLE.filter(({ report, name }) => (report || ALSO.has(name)) && name !== 'limit').map((option) => ({
    ...option,
    ...OTHER[option.name],
  })),
  { ...from, key: 'from' },
];
