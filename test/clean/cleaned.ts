/** Cleans a piece of HTML the way `convert` does, and audits it. */
import { parseHtml } from '../../src/body/html.js';
import type { Node } from '../../src/body/tree.js';
import { audit, snapshot } from '../../src/clean/audit.js';
import type { Change } from '../../src/clean/change.js';
import { bareContext, type Context } from '../../src/clean/context.js';
import { Edits } from '../../src/clean/edits.js';
import { clean, type Work } from '../../src/clean/engine.js';
import type { Rule } from '../../src/clean/rule.js';
import type { Credits } from '../../src/types.js';

export interface Result {
  tree: Node;
  changes: Change[];
  credits: Credits;
  work: Work;
  /** What the audit found, or null. */
  problem: string | null;
  /** Cleans the same tree once more, as a second run over it would. */
  again: () => readonly Change[];
}

export function cleaned(
  html: string,
  rules: readonly Rule[],
  options: Partial<Context> = {},
  keep: string[] = [],
): Result {
  const { root } = parseHtml(html);
  const before = snapshot(root);
  const edits = new Edits(html);
  const context: Context = { ...bareContext(root, html, edits), ...options };
  const work = clean(root, rules, edits, context, keep);
  const problem = audit(root, edits.changes, before);
  const again = (): readonly Change[] => {
    const second = new Edits(html);
    clean(root, rules, second, { ...context, edits: second, memo: new Map() }, keep);
    return second.changes;
  };
  return { tree: root, changes: edits.changes, credits: edits.credits, work, problem, again };
}
