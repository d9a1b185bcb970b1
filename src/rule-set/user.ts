/** The user's own rules, as a config file holds them: plain data, so that they can be checked and sent to workers. */
import { compile } from '../body/select.js';
import { shortText } from '../body/traverse.js';
import { following, isElement, type Node, TEXT } from '../body/tree.js';
import type { Context } from '../clean/context.js';
import { placeOf } from '../clean/edges.js';
import { type Line, lineOf } from '../clean/line.js';
import { defineRule, type Rule } from '../clean/rule.js';
import { UsageError } from '../errors.js';
import type { RuleDefinition } from '../types.js';
import { shapesOf } from './amend.js';

/** Text rules without a selector look at the innermost of these. */
const blockNames = 'p div li h1 h2 h3 h4 h5 h6 td th dd dt blockquote section aside footer figcaption'.split(' ');
const inner: ReadonlySet<string> = new Set(blockNames);

/** Longest text that a pattern is tested on, UTF-16 units: noise is short, and patterns are the user's own. */
const LONGEST_TEXT = 2000;
/** Longest line, UTF-16 units. */
export const LONGEST_LINE = 400;
/** Nodes that are looked at for an address, or for the first text. */
const STEPS = 200;

/** True for a definition, false for a rule that a program made with `defineRule`. */
export function isDefinition(rule: Rule | RuleDefinition): rule is RuleDefinition {
  return !('match' in rule);
}

/**
 * Makes a rule of a definition.
 * @throws {UsageError} where a selector or pattern cannot be read
 */
export function userRule(definition: RuleDefinition): Rule {
  const { name, why = 'A rule of your config.', selector, text, line, image, link, unless, place } = definition;
  if (![selector, text, line, image, link].some(Boolean))
    throw new UsageError(`rule "${name}" matches nothing`, 'give it a selector, a text, a line, an image or a link');
  if (line && (text || definition.action === 'unwrap'))
    throw new UsageError(`rule "${name}": a line has no tags and no text of its own`, 'leave text and action out');
  const spares = typeof unless === 'string' ? unless : undefined;
  for (const one of [selector, spares]) if (one) compile(one);
  const shapes = shapesOf(unless);
  const about = {
    name,
    group: 'user' as const,
    why,
    examples: [],
    keeps: [],
    repeat: place !== undefined,
    ...(shapes.length > 0 && { spared: new Set(shapes) }),
  };
  const conditions = new Conditions(definition);
  if (line) return defineRule({ ...about, ...lineRule(definition, conditions) });
  const sole = selector || text ? null : image ? 'img' : 'a';
  const test = (node: Node, context: Context) =>
    (selector !== undefined || sole !== null || isInnermost(node)) && conditions.hold(node, context);
  return defineRule({
    ...about,
    match: { ...(selector ? { selector } : { names: sole ? [sole] : blockNames }), test },
    ...(spares && { unless: spares }),
    action: definition.action ?? 'remove',
  });
}

/** A rule that takes lines: of each line the first text or image answers for it. */
function lineRule({ selector, unless, place }: RuleDefinition, conditions: Conditions): Pick<Rule, 'match' | 'action'> {
  const inside = selector ? compile(selector) : null;
  const spared = typeof unless === 'string' ? compile(unless) : null;
  const line = (text: Node, context: Context): Line | null => {
    const found = lineOf(text, context, LONGEST_LINE);
    if (!found || !conditions.holdLine(found, text, context)) return null;
    if (inside && !hasAround(text, inside)) return null;
    return spared && hasAround(text, spared) ? null : found;
  };
  return { match: { names: [place === undefined ? '#text' : '#edge'] }, action: { line } };
}

function hasAround(node: Node, matches: (node: Node) => boolean): boolean {
  for (let above = node.parent; above; above = above.parent) if (isElement(above) && matches(above)) return true;
  return false;
}

/** What a definition asks besides its selector. */
class Conditions {
  private readonly text: RegExp | null;
  private readonly line: RegExp | null;
  private readonly image: RegExp | null;
  private readonly link: RegExp | null;
  private readonly place: RuleDefinition['place'];

  constructor({ name, text, line, image, link, place }: RuleDefinition) {
    this.text = patternOf(name, 'text', text);
    this.line = patternOf(name, 'line', line);
    this.image = patternOf(name, 'image', image);
    this.link = patternOf(name, 'link', link);
    this.place = place;
  }

  hold(node: Node, context: Context): boolean {
    if (this.text !== null && !says(node, this.text)) return false;
    return this.holdAddresses([node]) && this.isInPlace(firstText(node), context);
  }

  holdLine({ text: said, nodes }: Line, text: Node, context: Context): boolean {
    if (!this.line?.test(said)) return false;
    return this.holdAddresses(nodes) && this.isInPlace(text, context);
  }

  private holdAddresses(nodes: readonly Node[]): boolean {
    return (
      (this.image === null || hasAddress(nodes, 'img', 'src', this.image)) &&
      (this.link === null || hasAddress(nodes, 'a', 'href', this.link))
    );
  }

  private isInPlace(text: Node | null, context: Context): boolean {
    if (this.place === undefined) return true;
    const place = text && placeOf(text, context);
    return place ? (this.place === 'head' ? place.before : place.after) < Number.POSITIVE_INFINITY : false;
  }
}

function hasAddress(nodes: readonly Node[], name: string, attribute: string, pattern: RegExp): boolean {
  let left = STEPS;
  for (const root of nodes) {
    for (let at: Node | null = root; at && left-- > 0; at = following(at, root)) {
      const address = at.name === name ? at.get(attribute) : null;
      if (address !== null && address.length <= LONGEST_TEXT && pattern.test(address)) return true;
    }
  }
  return false;
}

function firstText(root: Node): Node | null {
  let left = STEPS;
  for (let at: Node | null = root; at && left-- > 0; at = following(at, root)) {
    if (at.type === TEXT && at.data.trim() !== '') return at;
  }
  return null;
}

function patternOf(name: string, key: string, source: string | undefined): RegExp | null {
  if (!source) return null;
  try {
    return new RegExp(source, 'iu');
  } catch (error) {
    const hint = `${key} is a regular expression of JavaScript`;
    throw new UsageError(`rule "${name}": ${(error as Error).message}`, hint);
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
