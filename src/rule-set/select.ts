/** From options to the list of rules that run. */
import { defineRule, type Rule } from '../clean/rule.js';
import { UsageError } from '../errors.js';
import { nearest } from '../nearest.js';
import { commentWidget } from '../rules/comment-widget.js';
import type { ArticleOptions, RuleDefinition } from '../types.js';
import { rules as builtIn, described } from './list.js';
import { isDefinition, userRule } from './user.js';

interface Selection extends Pick<ArticleOptions, 'only' | 'skip' | 'drop' | 'comments'> {
  /** The user's own, run after the built-in ones. */
  rules?: readonly (Rule | RuleDefinition)[];
}

/** A batch asks with the same options for each article: the last answer is kept. */
let last: { key: string; own: Selection['rules']; rules: readonly Rule[] } | null = null;

/**
 * The rules to run, in order: `--drop` selectors, the built-in rules, the user's own.
 * @throws {UsageError} where a name in `only` or `skip` is no rule
 */
export function selectRules({
  only = [],
  skip = [],
  drop = [],
  rules: own,
  comments = 'drop',
}: Selection): readonly Rule[] {
  const key = JSON.stringify([only, skip, drop, comments]);
  if (last && last.key === key && last.own === own) return last.rules;
  const active = (own ?? []).filter((rule) => !isDefinition(rule) || rule.enabled !== false);
  const mine = active.map((rule) => (isDefinition(rule) ? userRule(rule) : rule));
  const all = [...drop.map(dropRule), ...builtIn, ...mine];
  const names = new Set([...described, ...all].map((rule) => rule.name));
  for (const name of [...only, ...skip]) {
    if (!names.has(name)) throw unknownRule(name, names);
  }
  const skipped = new Set(comments === 'keep' ? [...skip, commentWidget.name] : skip);
  const rules = all.filter(
    ({ name, group }) => !skipped.has(name) && (only.length === 0 || only.includes(name) || group === 'user'),
  );
  last = { key, own, rules };
  return rules;
}

/** A name that is no rule's, with the one that was probably meant. */
export function unknownRule(name: string, names: Iterable<string>): UsageError {
  const guess = nearest(name, names);
  const next = name.includes(',')
    ? 'write one name, and the option again for each more'
    : 'article-clean rules lists all';
  return new UsageError(`unknown rule "${name}"`, guess ? `did you mean "${guess}"?` : next);
}

/** The user's `--drop` as a rule, so that it is logged like all others. */
function dropRule(selector: string): Rule {
  return defineRule({
    name: 'drop',
    group: 'user',
    why: `You asked to drop \`${selector}\`.`,
    match: { selector },
    inCode: true,
    action: 'remove',
    examples: [],
    keeps: [],
  });
}
