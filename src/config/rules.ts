/** The `rules:` list of a config file, checked key by key. */
import { isMap, isScalar, isSeq } from 'yaml';
import { UsageError } from '../errors.js';
import { passes } from '../find/passes.js';
import { nearest } from '../nearest.js';
import { isAmendment } from '../rule-set/amend.js';
import { described } from '../rule-set/list.js';
import { noRule, unknownRule } from '../rule-set/select.js';
import { userRule } from '../rule-set/user.js';
import type { RuleDefinition } from '../types.js';
import { tryExample } from './examples.js';

/** What a rule may say. */
export const KEYS = [
  'name',
  'enabled',
  'why',
  'selector',
  'text',
  'line',
  'image',
  'link',
  'place',
  'in',
  'unless',
  'action',
  'examples',
  'learned',
] as const;
/** What a definition says that is about another rule. */
const AMENDMENT: ReadonlySet<string> = new Set(['name', 'enabled', 'why', 'in', 'unless']);
/** A rule's name: `site-banner`. */
export const KEBAB = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

type Fail = (at: unknown, what: string, hint: string) => UsageError;

/** Reads the rules of another file, which must not have the names of `others`. */
export type Include = (name: string, others: readonly RuleDefinition[]) => RuleDefinition[];

/**
 * Reads the rules of a config.
 * @param fail makes the error for a node of the document: it knows the file and the lines
 * @param others rules that are there already: names differ
 * @param include reads what `!include FILE` names, as the list or as one of its items; null: nothing may be included
 * @throws {UsageError} with the line of the first mistake
 */
export function readRules(
  node: unknown,
  fail: Fail,
  others: readonly RuleDefinition[] = [],
  include: Include | null = null,
): RuleDefinition[] {
  const items = isScalar(node) && node.tag === INCLUDE ? [node] : isSeq(node) ? node.items : null;
  if (items === null) throw fail(node, 'rules is a list', 'begin each rule with "- name: ..."');
  const rules: RuleDefinition[] = [];
  for (const item of items) {
    if (isScalar(item) && item.tag === INCLUDE) {
      if (include === null) throw fail(item, 'an included file includes no other', 'include both in the config');
      rules.push(...include(String(item.value), [...others, ...rules]));
    } else rules.push(checked(item, fail, [...others, ...rules]));
  }
  return rules;
}

/** Tag of a YAML value that names a file. */
const INCLUDE = '!include';

function checked(item: unknown, fail: Fail, others: readonly RuleDefinition[]): RuleDefinition {
  const definition = readRule(item, fail);
  const { name } = definition;
  const isBuiltIn = described.some((rule) => rule.name === name);
  const named = others.filter((rule) => rule.name === name && !isAmendment(rule));
  try {
    if (isAmendment(definition)) {
      const known = [...described, ...others].map((rule) => rule.name);
      if (!known.includes(name)) throw unknownRule(name, known);
      if (passes.some((pass) => pass.name === name)) throw noRule(name);
      const stray = Object.keys(definition).find((key) => !AMENDMENT.has(key));
      if (stray)
        throw new UsageError(`rule "${name}": ${stray} says nothing without a text or selector`, 'leave it out');
      return definition;
    }
    // A proposal that is off gives way to what somebody made of it.
    if (isBuiltIn || named.some((rule) => rule.enabled !== false && definition.enabled !== false))
      throw new UsageError(`there is a rule "${name}" already`, 'give it another name');
    const rule = userRule(definition);
    for (const { before, after } of definition.examples ?? []) tryExample(rule, before, after);
  } catch (mistake) {
    if (mistake instanceof UsageError) throw fail(item, mistake.message, mistake.hint);
    throw mistake;
  }
  return definition;
}

function readRule(item: unknown, fail: (at: unknown, what: string, hint: string) => UsageError): RuleDefinition {
  if (!isMap(item)) throw fail(item, 'a rule is a map', 'begin it with "- name: ..."');
  const rule: Record<string, unknown> = {};
  for (const { key, value } of item.items) {
    const name = isScalar(key) ? String(key.value) : '';
    if (!KEYS.some((known) => known === name)) {
      const guess = nearest(name, KEYS);
      throw fail(key, `a rule has no "${name}"`, guess ? `did you mean "${guess}"?` : `it has ${KEYS.join(', ')}`);
    }
    if (name === 'examples') rule.examples = readExamples(value, fail);
    else if (name === 'learned') {
      if (!isMap(value)) throw fail(value ?? key, 'learned is a map', 'learn writes it; leave it as it is, or out');
      rule.learned = value.toJSON();
    } else if (name === 'enabled') {
      if (!isScalar(value) || typeof value.value !== 'boolean')
        throw fail(value ?? key, 'enabled is neither true nor false', 'write one of them');
      rule.enabled = value.value;
    } else if (name === 'unless' && isMap(value)) {
      const [pair] = value.items;
      if (value.items.length !== 1 || !isScalar(pair?.key) || pair.key.value !== 'like')
        throw fail(
          value,
          'unless is a selector, or "like" with a text that stays',
          'unless: { like: "Scan to follow us" }',
        );
      rule.unless = { like: readTexts('like', pair.value ?? value, fail) };
    } else if (name === 'in') {
      rule.in = readTexts(name, value ?? key, fail);
    } else if (!isScalar(value) || typeof value.value !== 'string') {
      throw fail(value ?? key, `${name} is no text`, 'write it in quotes');
    } else if (value.value === '' && name !== 'why') {
      throw fail(value, `${name} is empty`, 'write what it is, or leave the line out');
    } else rule[name] = value.value;
  }
  const { name, action, place } = rule;
  if (typeof name !== 'string' || !KEBAB.test(name)) {
    const what = name === undefined ? 'a rule needs a name' : `"${name}" is no name of a rule`;
    throw fail(item, what, 'write small letters, digits and hyphens, such as "site-banner"');
  }
  if (action !== undefined && action !== 'remove' && action !== 'unwrap') {
    throw fail(item, `rule "${name}": there is no action "${action}"`, 'remove or unwrap');
  }
  if (place !== undefined && place !== 'head' && place !== 'tail') {
    throw fail(item, `rule "${name}": there is no place "${place}"`, 'head or tail');
  }
  return rule as unknown as RuleDefinition;
}

/** A text, or a list of some. */
function readTexts(name: string, node: unknown, fail: Fail): string | string[] {
  const texts = (isSeq(node) ? node.items : [node]).map((item) => {
    if (!isScalar(item) || typeof item.value !== 'string') throw fail(item, `${name} is no text`, 'write it in quotes');
    if (item.value.trim() === '') throw fail(item, `${name} is empty`, 'write what it is, or leave the line out');
    return item.value;
  });
  if (texts.length === 0) throw fail(node, `${name} is empty`, 'write what it is, or leave the line out');
  return isSeq(node) ? texts : (texts[0] as string);
}

function readExamples(
  node: unknown,
  fail: (at: unknown, what: string, hint: string) => UsageError,
): RuleDefinition['examples'] {
  const wrong = (at: unknown): UsageError =>
    fail(at, 'an example has a before and an after', 'both are HTML in quotes');
  if (!isSeq(node)) throw wrong(node);
  return node.items.map((item) => {
    if (!isMap(item)) throw wrong(item);
    const { before, after, ...others } = item.toJSON() as Record<string, unknown>;
    if (typeof before !== 'string' || typeof after !== 'string' || Object.keys(others).length > 0) throw wrong(item);
    return { before, after };
  });
}
