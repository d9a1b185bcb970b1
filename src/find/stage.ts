/** The finding stage: which part of a body is the article. Posts and fragments are articles as they are. */
import { isFullPage } from '../body/full-page.js';
import type { Body } from '../body/parse.js';
import type { Found } from '../clean/found.js';
import type { ArticleOptions } from '../types.js';
import { findArticle } from './index.js';
import { passes } from './passes.js';

/** @returns null where there is nothing to find */
export function findInBody({ kind, root }: Body, options: ArticleOptions): Found | null {
  const { whole = false, skip = [], only = [], keep = [] } = options;
  if (kind !== 'html' || whole || !isFullPage(root)) return null;
  const runs = (name: string): boolean => !skip.includes(name) && (only.length === 0 || only.includes(name));
  if (!passes.some(({ name }) => runs(name))) return null;
  return findArticle(root, { runs, keep });
}
