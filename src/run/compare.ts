/** `--diff`: an article's text without any rule beside its text with all of them. */

import type { ConvertOptions } from '../api.js';
import { blame } from '../report/blame.js';
import { colorDiff, diffWords, plainDiff } from '../report/diff.js';
import { described } from '../rule-set/list.js';
import type { ArticleRecord } from '../types.js';
import type { Job } from './types.js';
import type { Environment } from './work.js';

/**
 * Compares the words before and after cleaning.
 * @param options those that gave the record
 * @returns the lines to show; none where no word differs
 */
export async function compareText(
  input: Uint8Array,
  options: ConvertOptions,
  record: ArticleRecord,
  marks: Job['diff'],
  convert: Environment['convert'],
): Promise<string[]> {
  const { relink: _, ...same } = options;
  const skip = described.map(({ name }) => name);
  const untouched = { ...same, formats: [], only: [], skip, drop: [], rules: [], verify: false };
  const before = (await convert(input, untouched)).record.text;
  return diffWords(before, record.text, marks === 'color' ? await colorDiff() : plainDiff, blame(record.changes));
}
