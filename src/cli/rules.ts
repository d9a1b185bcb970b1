/** `rules`: the list of rules, or one with its reason and examples. */
import type { Described } from '../clean/rule.js';
import { UsageError } from '../errors.js';
import { nearest } from '../nearest.js';
import { groups } from '../rule-set/docs.js';
import { described } from '../rule-set/list.js';

/** Width of the list. */
const COLUMNS = 80;

/**
 * The text of the command.
 * @throws {UsageError} for a rule that does not exist
 */
export function describeRules(name: string | undefined): string {
  if (name === undefined) return listRules();
  const rule = described.find((one) => one.name === name);
  if (rule) return describeRule(rule);
  const guess = nearest(
    name,
    described.map((one) => one.name),
  );
  throw new UsageError(
    `there is no rule "${name}"`,
    guess ? `did you mean "${guess}"?` : 'article-clean rules lists all; rules of your own stand in your configuration',
  );
}

function listRules(): string {
  const width = Math.max(...described.map((rule) => rule.name.length)) + 2;
  const indent = ' '.repeat(width + 2);
  const listed = groups.map(([group, title]) => {
    const lines = described
      .filter((rule) => rule.group === group)
      .map(
        ({ name, why }) =>
          `  ${name.padEnd(width)}${wrapped(firstSentence(why), COLUMNS - width - 2).join(`\n${indent}`)}`,
      );
    return `${title}\n${lines.join('\n')}\n`;
  });
  return `${listed.join('\n')}\narticle-clean rules NAME shows one with its examples.\n`;
}

/** Breaks a sentence between its words, at most `width` characters a line. */
function wrapped(sentence: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of sentence.split(' ')) {
    const line = lines.at(-1);
    if (line === undefined || line.length + word.length >= width) lines.push(word);
    else lines[lines.length - 1] = `${line} ${word}`;
  }
  return lines;
}

function firstSentence(why: string): string {
  return /^.*?[.。](?=\s|$)/s.exec(why)?.[0].replace(/\s+/g, ' ') ?? why;
}

function describeRule({ name, group, site, why, examples, keeps }: Described): string {
  const indent = (text: string) => text.trim().replace(/^/gm, '    ');
  const title = groups.find(([one]) => one === group)?.[1] ?? group;
  const parts = [
    `${name} (${title}${site ? `; only on ${site}` : ''})`,
    wrapped(why.replace(/\s+/g, ' '), COLUMNS).join('\n'),
  ];
  for (const { title, before, after } of examples) {
    parts.push(`Example: ${title}\n\n  before\n${indent(before)}\n  after\n${indent(after)}`);
  }
  for (const { title, html } of keeps) parts.push(`Stays: ${title}\n\n${indent(html)}`);
  parts.push(`--skip ${name} leaves it out; --keep SELECTOR protects a part of the page.`);
  return `${parts.join('\n\n')}\n`;
}
