/** What `learn` proposed and nobody has decided on, as the page reads it from a file of rules. */
import type { RuleDefinition } from '../types.js';

export interface Proposal {
  rule: RuleDefinition;
  grade: string;
  reason: string;
  source: string;
  /** Of the source's articles, 0 to 1. */
  share: number;
  articles: number;
  characters: number;
  first: string;
  last: string;
  samples: { path: string; text: string }[];
  nearMisses: { path: string; text: string }[];
}

/** The rules of `learn` that are off and have no other of their name beside them that is on. */
export function openProposals(rules: readonly RuleDefinition[]): Proposal[] {
  const on = new Set(rules.filter(({ enabled }) => enabled !== false).map(({ name }) => name));
  return rules.flatMap((rule) => {
    return rule.learned && rule.enabled === false && !on.has(rule.name) ? [read(rule, rule.learned)] : [];
  });
}

/** Somebody may have edited the file: what is not as `learn` writes it is left out. */
function read(rule: RuleDefinition, learned: Readonly<Record<string, unknown>>): Proposal {
  const text = (key: string) => (typeof learned[key] === 'string' ? learned[key] : '');
  const number = (key: string) => (typeof learned[key] === 'number' ? learned[key] : 0);
  const texts = (key: string) => (Array.isArray(learned[key]) ? learned[key].flatMap(sampleOf) : []);
  return {
    rule,
    grade: text('grade'),
    reason: text('reason'),
    source: text('source'),
    share: number('share'),
    articles: number('articles'),
    characters: number('characters'),
    first: text('first'),
    last: text('last'),
    samples: texts('samples'),
    nearMisses: texts('nearMisses'),
  };
}

function sampleOf(value: unknown): Proposal['samples'] {
  const { path, text } = (value ?? {}) as Record<string, unknown>;
  return typeof path === 'string' && typeof text === 'string' ? [{ path, text }] : [];
}

/** The rule as an item of the config's `rules`, switched on. JSON is YAML, too. */
export function ruleItem({ enabled: _, learned: __, examples: ___, ...rule }: RuleDefinition): string {
  const lines = Object.entries(rule).map(([key, value]) => `${key}: ${JSON.stringify(value)}\n`);
  return `  - ${lines.join('    ')}`;
}
