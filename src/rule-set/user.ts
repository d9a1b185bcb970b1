/** The user's own rules, as a config file holds them: plain data, so that they can be checked and sent to workers. */
import { compile } from '../body/select.js';
import { shortText } from '../body/traverse.js';
import type { Node } from '../body/tree.js';
import { defineRule, type Rule } from '../clean/rule.js';
import { UsageError } from '../errors.js';
import type { RuleDefinition } from '../types.js';

/** Text rules without a selector look at the innermost of these. */
const blockNames = 'p div li h1 h2 h3 h4 h5 h6 td th dd dt blockquote section aside footer figcaption'.split(' ');
const inner: ReadonlySet<string> = new Set(blockNames);

/** Longest text that a pattern is tested on, UTF-16 units: noise is short, and patterns are the user's own. */
const LONGEST_TEXT = 2000;

/** True for a definition, false for a rule that a program made with `defineRule`. */
export function isDefinition(rule: Rule | RuleDefinition): rule is RuleDefinition {
  return !('match' in rule);
}

/**
 * Makes a rule of a definition.
 * @throws {UsageError} where a selector or pattern cannot be read
 */
export function userRule(definition: RuleDefinition): Rule {
  const { name, why, selector, text, unless, action = 'remove' } = definition;
  if (!selector && !text) throw new UsageError(`rule "${name}" matches nothing`, 'give it a selector, a text, or both');
  for (const one of [selector, unless]) if (one) compile(one);
  const pattern = text ? patternOf(name, text) : null;
  return defineRule({
    name,
    group: 'user',
    why: why ?? 'A rule of your config.',
    match: {
      ...(selector ? { selector } : { names: blockNames }),
      ...(pattern && { test: (node: Node) => (selector !== undefined || isInnermost(node)) && says(node, pattern) }),
    },
    ...(unless && { unless }),
    action,
    examples: [],
    keeps: [],
  });
}

function patternOf(name: string, text: string): RegExp {
  try {
    return new RegExp(text, 'iu');
  } catch (error) {
    throw new UsageError(`rule "${name}": ${(error as Error).message}`, 'text is a regular expression of JavaScript');
  }
}

function says(node: Node, pattern: RegExp): boolean {
  const text = shortText(node, LONGEST_TEXT);
  return text !== null && text !== '' && pattern.test(text);
}

function isInnermost(node: Node): boolean {
  for (let child = node.first; child; child = child.next) if (inner.has(child.name)) return false;
  return true;
}
