/** The tree as it will be written: links lead to their new places, and HTML without a Markdown form gets a written one. */
import type { Node } from '../body/tree.js';
import type { Change } from '../clean/change.js';
import { Edits } from '../clean/edits.js';
import type { Cleaned } from '../clean/stage.js';
import type { ArticleOptions, Warning } from '../types.js';
import { applyForms } from './forms/index.js';
import { MissingTargets, moveLinks } from './links.js';
import { pickWriteOptions } from './options.js';

export interface Adapted {
  root: Node;
  /** What moved links and written forms did, after the rules' changes. */
  changes: readonly Change[];
  warnings: readonly Warning[];
}

/** Adapts an HTML body's tree in place. A Markdown body is its own source: `write/source` adapts the HTML in that. */
export function adaptBody(cleaned: Cleaned, options: ArticleOptions): Adapted {
  const { root, body, edits: cleaning, base } = cleaned;
  if (body.markdown) return { root, changes: [], warnings: [] };
  const edits = new Edits(cleaning.source);
  edits.keeping.protectedNodes = cleaning.keeping.protectedNodes;
  edits.leavesBorders = cleaning.leavesBorders;
  const missing = new MissingTargets();
  moveLinks(root, edits, missing.watch(base === null ? options : { ...options, baseUrl: base }));
  const warnings = applyForms(root, edits, pickWriteOptions(options));
  return { root, changes: edits.changes, warnings: [...warnings, ...missing.warnings()] };
}
