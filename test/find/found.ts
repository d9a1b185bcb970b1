/** Finds the article of a page and makes the cuts, as `convert` does. */
import { parseHtml } from '../../src/body/html.js';
import type { Node } from '../../src/body/tree.js';
import { audit, snapshot } from '../../src/clean/audit.js';
import type { Change } from '../../src/clean/change.js';
import { Edits } from '../../src/clean/edits.js';
import { applyCuts } from '../../src/clean/found.js';
import { findInBody } from '../../src/find/stage.js';
import type { ArticleOptions } from '../../src/types.js';

export interface Result {
  tree: Node;
  changes: readonly Change[];
  /** What the audit found, or null. */
  problem: string | null;
}

export function found(html: string, options: ArticleOptions = {}): Result {
  const { root } = parseHtml(html);
  const before = snapshot(root);
  const edits = new Edits(html);
  const result = findInBody({ kind: 'html', reason: '', root, markdown: null, warnings: [] }, options, false);
  if (result) applyCuts(result, edits);
  return { tree: root, changes: edits.changes, problem: audit(root, edits.changes, before) };
}
