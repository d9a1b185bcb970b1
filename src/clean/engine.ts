/**
 * Runs rules over a tree. Knows no rule: what is noise, and where, stands in `rules/`.
 *
 * One walk sorts the nodes by name; each rule then visits only the names that it asks for, in document order, and
 * the index follows the edits. So fifty rules cost little more than one, and each change has one rule to answer for.
 */
import { compile, type Matcher } from '../body/select.js';
import { following, type Node } from '../body/tree.js';
import { ArticleError } from '../errors.js';
import type { Edits } from './edits.js';
import type { Context, Rule } from './rule.js';

/** Inside these a text is shown as it was typed: no rule looks in, unless it says `inCode`. */
const code: ReadonlySet<string> = new Set(['pre', 'code', 'kbd', 'samp', 'listing', 'xmp', 'plaintext']);

/** More rounds than this and two rules undo each other's work; place rules need one a removed line. */
const MAX_ROUNDS = 50;

/** A second pass finds something in one page out of a hundred, a third one nearly never. */
const MAX_PASSES = 3;

interface Prepared {
  rule: Rule;
  names: readonly string[] | null;
  matches: Matcher | null;
  protects: ((node: Node, context: Context) => boolean) | null;
}

const prepared = new WeakMap<Rule, Prepared>();

/** Selectors are compiled at the first use of a rule and kept. */
function prepare(rule: Rule): Prepared {
  let entry = prepared.get(rule);
  if (!entry) {
    const { selector, names } = rule.match;
    const unless = typeof rule.unless === 'string' ? compile(rule.unless) : rule.unless;
    entry = {
      rule,
      names: names ?? null,
      matches: selector ? compile(selector) : null,
      protects: unless ? (node, context) => unless(node, context) : null,
    };
    prepared.set(rule, entry);
  }
  return entry;
}

/** The nodes of a tree by name, in document order; those inside code apart. */
class Index {
  readonly open = new Map<string, Node[]>();
  readonly inCode = new Map<string, Node[]>();

  constructor(root: Node, kept: ReadonlySet<Node>) {
    // Depth is not tracked: a walk that leaves a code element or a kept one compares with the node that ends it.
    let codeEnd: Node | null | undefined;
    for (let node = root.first; node; ) {
      if (node === codeEnd) codeEnd = undefined;
      if (kept.has(node)) {
        node = following(node, root, true);
        continue;
      }
      const inside = codeEnd !== undefined;
      this.add(node, inside ? this.inCode : this.open);
      if (!inside && code.has(node.name)) codeEnd = following(node, root, true);
      node = following(node, root);
    }
  }

  add(node: Node, lists = this.open): void {
    const list = lists.get(node.name);
    if (list) list.push(node);
    else lists.set(node.name, [node]);
  }
}

/** Elements that the user keeps, and the elements above them, which must not go either. */
function keptNodes(root: Node, selectors: readonly string[]): { kept: Set<Node>; holding: Set<Node> } {
  const kept = new Set<Node>();
  const holding = new Set<Node>();
  const matchers = selectors.map(compile);
  for (let node = root.first; node && matchers.length > 0; ) {
    const found: Node = node;
    const isKept = node.type === 1 && matchers.some((matches) => matches(found));
    if (isKept) {
      kept.add(node);
      for (let above = node.parent; above && !holding.has(above); above = above.parent) holding.add(above);
    }
    node = following(node, root, isKept);
  }
  return { kept, holding };
}

/** How much work a run was, for the law of linear work: nodes that rules looked at. */
export interface Work {
  visited: number;
}

/**
 * Cleans a tree in place.
 * @param rules in the order in which they run
 * @param keep selectors of the user whose elements no rule touches
 * @returns the work done
 * @throws {ArticleError} `rule-failed` with the rule's name where a rule throws
 * @throws {UsageError} where a selector cannot be parsed
 */
export function clean(
  root: Node,
  rules: readonly Rule[],
  edits: Edits,
  context: Context,
  keep: readonly string[] = [],
  onRule?: (name: string) => void,
): Work {
  const { kept, holding } = keptNodes(root, keep);
  const index = new Index(root, kept);
  edits.index = index;
  edits.protectedNodes = kept.size > 0 ? new Set([...kept, ...holding]) : kept;
  const work: Work = { visited: 0 };
  const runOnce = (rule: Rule): boolean => {
    onRule?.(rule.name);
    const before = edits.changes.length;
    try {
      runRule(prepare(rule), index, edits, context, holding, work);
    } catch (error) {
      if (error instanceof ArticleError || (error as Error).name === 'UsageError') throw error;
      const message = `rule ${rule.name} failed: ${(error as Error).message}`;
      throw new ArticleError('rule-failed', message, `convert it with --skip ${rule.name}`, null, { cause: error });
    }
    return edits.changes.length > before;
  };
  const place = rules.filter((rule) => rule.repeat);
  const settle = (): boolean => {
    for (let round = 0; round < MAX_ROUNDS; round++) {
      let changed = false;
      for (const rule of place) if (runOnce(rule)) changed = true;
      if (!changed) return round > 0;
    }
    return true;
  };
  // What place rules took late may open the way for the others; with fresh notes they look once more.
  for (let pass = 0; pass < MAX_PASSES; pass++) {
    if (pass > 0) context.memo.clear();
    for (const rule of rules) if (!rule.last) runOnce(rule);
    if (place.length === 0 || !settle()) break;
  }
  for (const rule of rules) if (rule.last) runOnce(rule);
  edits.index = null;
  return work;
}

function runRule(
  { rule, names, matches, protects }: Prepared,
  index: Index,
  edits: Edits,
  context: Context,
  holding: ReadonlySet<Node>,
  work: Work,
): void {
  const { test } = rule.match;
  const visit = (node: Node): void => {
    if (node.gone || (holding.size > 0 && holding.has(node))) return;
    work.visited++;
    if (matches && !matches(node)) return;
    if (test && !test(node, context)) return;
    if (protects?.(node, context)) return;
    act(rule, node, edits, context);
  };
  for (const lists of rule.inCode ? [index.open, index.inCode] : [index.open]) {
    for (const name of names ?? [...lists.keys()].filter((key) => !key.startsWith('#'))) {
      const list = lists.get(name);
      if (!list) continue;
      // The list grows while rules split text; a renamed element stays in the list of its old name.
      for (let i = 0; i < list.length; i++) {
        const node = list[i] as Node;
        if (node.name === name) visit(node);
      }
    }
  }
}

function act(rule: Rule, node: Node, edits: Edits, context: Context): void {
  const { action } = rule;
  if (action === 'remove') edits.remove(node, rule.name);
  else if (action === 'unwrap') edits.unwrap(node, rule.name);
  else if ('attributes' in action) {
    const names = [...(node.attributes?.keys() ?? [])];
    edits.attributes(
      node,
      names.filter((name) => action.attributes.test(name)),
      rule.name,
    );
  } else if ('move' in action) {
    if (action.move(node, edits.credits, context)) edits.remove(node, rule.name, 'move');
  } else action.edit(node, edits, context);
}
