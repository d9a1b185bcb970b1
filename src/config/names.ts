/** Names of rules and CSS selectors in a config file: wrong ones are said with their line, before anything runs. */
import { compile } from '../body/select.js';
import { unknownRule } from '../rule-set/select.js';

const RULES = new Set(['only', 'skip']);
const SELECTORS = new Set(['keep', 'drop', 'article']);

/**
 * Checks one value of one option.
 * @param rules names of all rules, those of the config too
 * @throws {UsageError} with what was probably meant
 */
export function checkName(option: string, value: string, rules: ReadonlySet<string>): void {
  if (SELECTORS.has(option)) compile(value);
  if (RULES.has(option) && !rules.has(value)) throw unknownRule(value, rules);
}
