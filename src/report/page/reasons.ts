import { percent, shareOf } from './figures.js';
import type { Row } from './tally.js';

/** The stable words of `triage` as a person reads them. */
const words: Readonly<Record<string, string>> = {
  'unsure-article': 'it is not sure which part is the article',
  'empty-body': 'no text is left',
  'only-images': 'only images are left',
  'guessed-encoding': 'its encoding was guessed',
  'invalid-date': 'its date cannot be read',
};

/** Why a person should look at an article. */
export function reasonTexts(row: Pick<Row, 'reasons' | 'kept' | 'removed'>): string[] {
  // Where nothing is left, the share says the same again.
  const reasons = row.reasons.filter((reason) => reason !== 'removed-much' || !row.reasons.includes('empty-body'));
  return reasons.map((reason) => {
    if (reason === 'empty-body' && row.removed === 0) return 'it has no text';
    if (reason === 'removed-much') return `${percent(shareOf(row))} of its text went`;
    return words[reason] ?? reason;
  });
}
