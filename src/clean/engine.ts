/**
 * Runs rules over a tree. Knows no rule: what is noise, and where, stands in `rules/`.
 *
 * One walk sorts the nodes by name; each rule then visits only the names that it asks for, in document order, and
 * the index follows the edits. So fifty rules cost little more than one, and each change has one rule to answer for.
 */
import { compile } from '../body/select.js';
import { following, type Node } from '../body/tree.js';
import { ArticleError } from '../errors.js';
import type { Context } from './context.js';
import { edgeWords } from './edges.js';
import type { Edits } from './edits.js';
import { removeLine } from './line.js';
import { NodeIndex, type NodeLists } from './node-index.js';
import { EDGE, type Plan, planOf, type Step } from './plan.js';
import type { Rule } from './rule.js';

/** More rounds than this and two rules undo each other's work; place rules need one a removed line. */
const MAX_ROUNDS = 50;

/** A second pass finds something in one page out of a hundred, a third one nearly never. */
const MAX_PASSES = 3;

/** About as many characters are searched for a string in the time that a visit of a node takes. */
const CHARACTERS_A_VISIT = 250;

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
  const plan = planOf(rules);
  const { kept, holding } = keptNodes(root, keep);
  const index = new NodeIndex(root, kept, plan);
  edits.index = index;
  edits.keeping.protectedNodes = kept.size > 0 ? new Set([...kept, ...holding]) : kept;
  const run = new Run(index, plan, edits, context, holding);
  const runOnce = (step: Step): boolean => {
    if (index.awake[step.index] === 0) return false;
    onRule?.(step.name);
    edits.by(step.name, step.spared);
    const before = edits.changes.length;
    try {
      run.step(step);
    } catch (error) {
      if (error instanceof ArticleError || (error as Error).name === 'UsageError') throw error;
      const message = `rule ${step.name} failed: ${(error as Error).message}`;
      throw new ArticleError('rule-failed', message, `convert it with --skip ${step.name}`, null, { cause: error });
    }
    return edits.changes.length > before;
  };
  const repeatUntilStable = (place: readonly Step[]): boolean => {
    for (let round = 0; round < MAX_ROUNDS; round++) {
      let changed = false;
      for (const step of place) if (runOnce(step)) changed = true;
      if (!changed) return round > 0;
      context.memo.clear();
    }
    return true;
  };
  // A text that went may have stopped an earlier rule from acting: all run again, and forget what they found before.
  for (let pass = 0; pass < MAX_PASSES; pass++) {
    if (pass > 0) context.memo.clear();
    let hasEdgeMoved = false;
    run.edgeTexts = null;
    for (const step of plan.main) if (runOnce(step) && step.isAtEdge) hasEdgeMoved = true;
    // Whatever rule took a text at an edge out: others stand nearer to the edge now.
    hasEdgeMoved ||= run.edgeTexts !== null && (run.edgeTexts as readonly Node[]).some(({ gone }) => gone);
    if (hasEdgeMoved) context.memo.clear();
    const place = hasEdgeMoved ? plan.placed : plan.repeated;
    if (place.length === 0 || !repeatUntilStable(place)) break;
  }
  for (const step of plan.last) runOnce(step);
  edits.index = null;
  return { visited: run.visited };
}

/** One article's cleaning: visits the nodes that a rule asks for, and acts on those that match. */
class Run {
  visited = 0;
  /** What stood at the edges when a rule first looked there. */
  edgeTexts: readonly Node[] | null = null;

  /** Of each string and pattern that rules need whether the input holds it; not looked for yet: undefined. */
  private readonly holds: (boolean | undefined)[] = [];

  constructor(
    private readonly index: NodeIndex,
    private readonly plan: Plan,
    private readonly edits: Edits,
    private readonly context: Context,
    private readonly holding: ReadonlySet<Node>,
  ) {}

  step(step: Step): void {
    const { index } = this;
    if (step.beside !== null && !step.beside.some((number) => index.open.byNumber[number])) return;
    if (step.needs !== null && !this.visitsFew(step) && !this.holdsAny(step.needs)) return;
    this.lists(step, index.open);
    if (step.inCode && !index.inCode.isEmpty) this.lists(step, index.inCode);
  }

  /** Of a page most has been cut, but its source is as long as it was: visits cost less than a search. */
  private visitsFew({ numbers }: Step): boolean {
    if (numbers === null) return false;
    const { index, context } = this;
    return (index.open.count(numbers) + index.inCode.count(numbers)) * CHARACTERS_A_VISIT < context.source.length;
  }

  private holdsAny(needs: readonly number[]): boolean {
    const { holds, plan, context } = this;
    for (const need of needs) {
      holds[need] ??= isIn(context.source, plan.needs[need] as string | RegExp);
      if (holds[need]) return true;
    }
    return false;
  }

  private lists(step: Step, lists: NodeLists): void {
    const { numbers, visits } = step;
    if (numbers === null) {
      for (const name of lists.names()) {
        if (!name.startsWith('#') && (visits === null || visits(name))) this.list(step, lists.named(name), name);
      }
      return;
    }
    const { byNumber } = lists;
    for (let i = 0; i < numbers.length; i++) {
      const number = numbers[i] as number;
      if (number === EDGE) {
        this.edge(step);
        continue;
      }
      const list = byNumber[number];
      if (list === undefined) continue;
      const name = this.plan.names[number] as string;
      this.list(step, list, name === '#named' || name === '#attributed' ? null : name);
    }
  }

  /** The list grows while rules split text; a renamed element stays in the list of its old name. */
  private list(step: Step, list: readonly Node[], name: string | null): void {
    const { matches, test } = step;
    for (let i = 0; i < list.length; i++) {
      const node = list[i] as Node;
      if ((name !== null && node.name !== name) || node.gone) continue;
      this.visited++;
      if ((matches === null || matches(node)) && (test === null || test(node, this.context))) this.found(step, node);
    }
  }

  /** Where the outermost text has gone, others have become the edge. */
  private edge(step: Step): void {
    const { index, context } = this;
    if (step.cues !== null && !step.cues.areIn(edgeWords(context))) return;
    let texts = index.edge(context);
    this.edgeTexts ??= texts;
    this.list(step, texts, null);
    let visited: Set<Node> | null = null;
    for (let left = MAX_ROUNDS; left > 0 && index.edge(context) !== texts; left--) {
      visited ??= new Set();
      for (const text of texts) visited.add(text);
      texts = index.edge(context);
      const seen: ReadonlySet<Node> = visited;
      this.list(
        step,
        texts.filter((text) => !seen.has(text)),
        null,
      );
    }
  }

  /** Of what the user keeps, nothing around it goes either. */
  private found(step: Step, node: Node): void {
    if (this.holding.has(node) || step.protects?.(node, this.context)) return;
    // Asked before the rule acts: one that replaces a node adds first and removes then, and only the removal would be refused.
    if (step.spared !== null && this.edits.spares(node)) return;
    act(step, node, this.edits, this.context);
  }
}

function isIn(source: string, need: string | RegExp): boolean {
  return typeof need === 'string' ? source.includes(need) : need.test(source);
}

function act(step: Step, node: Node, edits: Edits, context: Context): void {
  const { action } = step;
  if (action === 'remove') edits.remove(node);
  else if (action === 'unwrap') edits.unwrap(node);
  else if ('attributes' in action) {
    const names = [...(node.attributes?.keys() ?? [])];
    edits.attributes(
      node,
      names.filter((attribute) => action.attributes.test(attribute)),
    );
  } else if ('move' in action) {
    if (action.move(node, edits.credits, context)) edits.remove(node, 'move');
  } else if ('line' in action) {
    const line = action.line(node, context);
    if (line) removeLine(line, edits);
  } else action.edit(node, edits, context);
}
