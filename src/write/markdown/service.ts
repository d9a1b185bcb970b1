/**
 * One TurndownService holds the conversion rules of whole elements: turndown's own, of which headings and thematic
 * breaks are asked for, ours in the same form where turndown's fail, and the caller's. Our walker takes a rule's
 * `replacement` for the blocks and images that it has collected; turndown's driver (a second parser, recursion, patterns
 * that grow with the square of a block) stays unused.
 *
 * Not rules: text, emphasis and links. Whether a delimiter pairs or a character needs an escape depends on the whole
 * line, which a replacement of one element never sees; and lists and tables, whose items stand in frames.
 */
import TurndownService from 'turndown';
import type { Node } from '../../body/tree.js';
import { trimLineEnds } from '../line.js';
import type { ConversionRule, RuleOptions, WriteOptions } from '../options.js';
import { quoteBlocks } from './blocks.js';
import { fencedCode } from './code.js';
import { imageMarkup } from './link.js';

/** turndown's own list of rules, which its types leave out; its version is pinned and a test compares its results. */
interface Service {
  options: RuleOptions;
  rules: { array: ConversionRule[] };
  addRule(name: string, rule: ConversionRule): unknown;
}

function createService(): Service {
  const service = new TurndownService({
    headingStyle: 'atx',
    hr: '***',
    bulletListMarker: '-',
    codeBlockStyle: 'fenced',
    emDelimiter: '*',
    strongDelimiter: '**',
    br: '  ',
  }) as unknown as Service;
  // turndown leaves the blanks of empty lines, takes a `pre` without `code` for prose, and escapes addresses by half.
  service.addRule('quote', { filter: 'blockquote', replacement: (content) => `\n\n${quoteBlocks(content)}\n\n` });
  service.addRule('code', { filter: 'pre', replacement: (_, node) => `\n\n${fencedCode(node)}\n\n` });
  service.addRule('picture', { filter: 'img', replacement: (_, node) => imageMarkup(node) });
  return service;
}

const shared = createService();
/** The rule of an element name, for rules that look at nothing else. */
const byName = new Map<string, ConversionRule>();

/** Writes an element whose content is written already; a block comes without the line ends around it. */
export function replace(name: string, content: string, node: Node): string {
  let rule = byName.get(name);
  if (!rule) {
    rule = shared.rules.array.find(({ filter }) => filter === name || (Array.isArray(filter) && filter.includes(name)));
    if (!rule) throw new Error(`no conversion rule for <${name}>`);
    byName.set(name, rule);
  }
  return trimLineEnds(rule.replacement(content, node, shared.options));
}

/** The caller's rules as turndown would try them: the one added last first. They see turndown's options. */
export function callersRules({ rules }: WriteOptions): readonly ConversionRule[] {
  if (!rules) return [];
  const service = createService();
  const own = service.rules.array.length;
  for (const [name, rule] of Object.entries(rules)) service.addRule(name, rule as ConversionRule);
  const added = service.rules.array.slice(0, service.rules.array.length - own);
  return added.map(({ filter, replacement }) => ({
    filter: typeof filter === 'function' ? (node: Node) => filter(node, service.options) : filter,
    replacement: (content: string, node: Node) => replacement(content, node, service.options),
  }));
}
