/** Which articles are worth a look, and which first: one answer for the run's last lines and for the page. */
import { percent, shareOf } from './page/figures.js';

export interface Looked {
  kept: number;
  removed: number;
  /** The words of `triage`. */
  triage: readonly string[];
}

/** The stable words of `triage` as a person reads them, those that weigh most first. */
const WORDS: Readonly<Record<string, string>> = {
  'empty-body': 'no text is left',
  'unsure-article': 'it is not sure which part is the article',
  'removed-much': '',
  'only-images': 'only images are left',
  'invalid-date': 'its date cannot be read',
  'guessed-encoding': 'its encoding was guessed',
};
const WEIGHT = Object.keys(WORDS);

/** An article that was so in the input: the tool did nothing to it. */
const AS_IT_CAME = WEIGHT.length;

/** Whether an article is worth a look. */
export function asksForALook({ triage }: Pick<Looked, 'triage'>): boolean {
  return triage.length > 0;
}

/** Whether what asks for the look is more than how the article came. */
export function isOurDoing(article: Looked): boolean {
  return weight(article) < AS_IT_CAME;
}

/** Negative where `a` is to be looked at before `b`: what the tool did first, by its share; what it found so last. */
export function byLook(a: Looked, b: Looked): number {
  return weight(a) - weight(b) || shareOf(b) - shareOf(a) || b.removed - a.removed;
}

function weight({ triage, removed }: Looked): number {
  const weights = triage.map((reason) => {
    const wasSo = removed === 0 && (reason === 'empty-body' || reason === 'only-images');
    return wasSo ? AS_IT_CAME : WEIGHT.indexOf(reason);
  });
  return Math.min(AS_IT_CAME + 1, ...weights);
}

/** Why a person should look at an article. */
export function reasonTexts({ triage, kept, removed }: Looked): string[] {
  // Where nothing is left, the share says the same again.
  const reasons = triage.filter((reason) => reason !== 'removed-much' || !triage.includes('empty-body'));
  return reasons.map((reason) => {
    if (reason === 'empty-body' && removed === 0) return 'it has no text';
    if (reason === 'removed-much') return `${percent(shareOf({ kept, removed }))} of its text went`;
    return WORDS[reason] || reason;
  });
}
