/** `rules`: the list of rules, or one with its reason and examples. */
import type { Rule } from '../clean/rule.js';
import { UsageError } from '../errors.js';
import { nearest } from '../nearest.js';
import { rules } from '../rules/index.js';

/**
 * The text of the command.
 * @throws {UsageError} for a rule that does not exist
 */
export function describeRules(name: string | undefined): string {
  if (name === undefined) return listRules();
  const rule = rules.find((one) => one.name === name);
  if (rule) return describeRule(rule);
  const guess = nearest(
    name,
    rules.map((one) => one.name),
  );
  throw new UsageError(
    `there is no rule "${name}"`,
    guess ? `did you mean "${guess}"?` : 'article-clean rules lists all',
  );
}

function listRules(): string {
  const width = Math.max(...rules.map((rule) => rule.name.length)) + 2;
  const groups = [...new Set(rules.map((rule) => rule.group))];
  return groups
    .map((group) => {
      const lines = rules
        .filter((rule) => rule.group === group)
        .map((rule) => `  ${rule.name.padEnd(width)}${firstSentence(rule.why)}`);
      return `${group}\n${lines.join('\n')}\n`;
    })
    .join('\n');
}

function firstSentence(why: string): string {
  return /^.*?[.。](?=\s|$)/s.exec(why)?.[0].replace(/\s+/g, ' ') ?? why;
}

function describeRule({ name, group, site, why, examples, keeps }: Rule): string {
  const indent = (text: string) => text.trim().replace(/^/gm, '    ');
  const parts = [`${name} (${group}${site ? `, for ${site}` : ''})`, why];
  for (const { title, before, after } of examples) {
    parts.push(`Example: ${title}\n\n  before\n${indent(before)}\n  after\n${indent(after)}`);
  }
  for (const { title, html } of keeps) parts.push(`Stays: ${title}\n\n${indent(html)}`);
  parts.push(`--skip ${name} leaves it out; --keep SELECTOR protects a part of the page.`);
  return `${parts.join('\n\n')}\n`;
}
