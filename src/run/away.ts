/** Rules that are for the articles of some folders, where no article of the run lies in one of them. */
import type { Input } from '../input/discover/types.js';
import { isIn } from '../rule-set/amend.js';
import type { RuleDefinition } from '../types.js';
import type { Messages } from './messages.js';

/** Rules that are named; the others are counted. */
const NAMED = 3;

/** Says so: most often the run's base is another one than that of the run that wrote the rules. */
export function sayAway(
  rules: readonly RuleDefinition[],
  inputs: readonly Pick<Input, 'source'>[],
  messages: Pick<Messages, 'note'>,
): void {
  const bound = rules.filter((rule) => rule.in !== undefined && rule.enabled !== false);
  const away = bound.filter((rule) => !inputs.some(({ source }) => isIn(rule, source)));
  if (away.length === 0 || inputs.length === 0) return;
  const folders = [...new Set(away.flatMap((rule) => rule.in ?? []))];
  const more = folders.length > NAMED ? ` and ${folders.length - NAMED} more` : '';
  const would = away.length === 1 ? '1 rule' : `${away.length} rules`;
  const what = `no article lies in ${folders.slice(0, NAMED).join(', ')}${more}, where ${would} would run`;
  messages.note({ what, hint: '--base names the folder that paths count from' });
}
