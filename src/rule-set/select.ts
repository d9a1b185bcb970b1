/** From options to the list of rules that run. */
import { defineRule, type Rule } from '../clean/rule.js';
import { UsageError } from '../errors.js';
import { passes } from '../find/passes.js';
import { nearest } from '../nearest.js';
import { commentWidget } from '../rules/comment-widget.js';
import type { ArticleOptions, RuleDefinition } from '../types.js';
import { type Amendment, isAmendment, isIn, shapesOf } from './amend.js';
import { rules as builtIn, described } from './list.js';
import { isDefinition, userRule } from './user.js';

interface Selection extends Pick<ArticleOptions, 'only' | 'skip' | 'drop' | 'comments' | 'source'> {
  /** The user's own, run after the built-in ones. */
  rules?: readonly (Rule | RuleDefinition)[];
}

/** A batch asks with the same options for each article: the last answer is kept. */
let last: { key: string; own: Selection['rules']; set: RuleSet } | null = null;

/**
 * The rules to run, in order: `--drop` selectors, the built-in rules, the user's own.
 * @throws {UsageError} where a name in `only` or `skip`, or that of an amended rule, is no rule
 */
export function selectRules(selection: Selection): readonly Rule[] {
  const { only = [], skip = [], drop = [], comments = 'drop', rules: own, source = '' } = selection;
  const key = JSON.stringify([only, skip, drop, comments]);
  if (last?.key !== key || last.own !== own) last = { key, own, set: new RuleSet({ only, skip, drop, comments }, own) };
  return last.set.of(source);
}

/** The rules of a selection; which of them run depends on the folders that an article lies in. */
class RuleSet {
  private readonly rules: readonly Rule[];
  /** Definitions that speak of folders, by the rule that they make or amend. */
  private readonly bound: readonly RuleDefinition[];
  private readonly amendments: readonly Amendment[];
  private readonly byFolders = new Map<string, readonly Rule[]>();

  constructor({ only, skip, drop, comments }: Required<Omit<Selection, 'rules' | 'source'>>, own: Selection['rules']) {
    const definitions = (own ?? []).filter(isDefinition);
    const active = (own ?? []).filter((rule) => !isDefinition(rule) || rule.enabled !== false);
    const matching = active.filter((rule) => !isDefinition(rule) || !isAmendment(rule));
    const mine = matching.map((rule) => (isDefinition(rule) ? userRule(rule) : rule));
    const all = [...drop.map(dropRule), ...builtIn, ...mine];
    this.amendments = active.filter(isDefinition).filter(isAmendment);
    this.bound = active.filter(isDefinition).filter((rule) => rule.in !== undefined);
    const names = new Set([...described, ...all, ...definitions.filter((rule) => !isAmendment(rule))].map(nameOf));
    for (const name of [...only, ...skip, ...this.amendments.map(nameOf)]) {
      if (!names.has(name)) throw unknownRule(name, names);
    }
    for (const { name } of this.amendments) {
      if (passes.some((pass) => pass.name === name)) throw noRule(name);
    }
    const skipped = new Set(comments === 'keep' ? [...skip, commentWidget.name] : skip);
    this.rules = all.filter(
      ({ name, group }) => !skipped.has(name) && (only.length === 0 || only.includes(name) || group === 'user'),
    );
  }

  /** @param source path of the article below the base */
  of(source: string): readonly Rule[] {
    const away = this.bound.filter((rule) => !isIn(rule, source));
    const key = away.map(({ name, unless }) => `${name} ${JSON.stringify(unless)}`).join('\n');
    let rules = this.byFolders.get(key);
    if (!rules) {
      rules = this.without(away);
      this.byFolders.set(key, rules);
    }
    return rules;
  }

  private without(away: readonly RuleDefinition[]): readonly Rule[] {
    const gone = new Set(away.filter((rule) => !isAmendment(rule)).map(nameOf));
    const spared = new Map<string, Set<string>>();
    for (const amendment of this.amendments) {
      if (away.includes(amendment)) continue;
      const shapes = spared.get(amendment.name) ?? new Set();
      for (const shape of shapesOf(amendment.unless)) shapes.add(shape);
      spared.set(amendment.name, shapes);
    }
    const here = gone.size > 0 ? this.rules.filter(({ name }) => !gone.has(name)) : this.rules;
    if (spared.size === 0) return here;
    return here.map((rule) => {
      const shapes = spared.get(rule.name);
      return shapes ? { ...rule, spared: new Set([...(rule.spared ?? []), ...shapes]) } : rule;
    });
  }
}

function nameOf({ name }: { name: string }): string {
  return name;
}

/** A name that is no rule's, with the one that was probably meant. */
export function unknownRule(name: string, names: Iterable<string>): UsageError {
  const guess = nearest(name, names);
  const next = name.includes(',')
    ? 'write one name, and the option again for each more'
    : 'article-clean rules lists all';
  return new UsageError(`unknown rule "${name}"`, guess ? `did you mean "${guess}"?` : next);
}

/** The parts of a page go before any rule runs. */
export function noRule(name: string): UsageError {
  return new UsageError(`"${name}" takes whole parts of a page, and leaves no single text`, 'use keep with a selector');
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
