/** The finding stage: which part of a body is the article. Posts and fragments are articles as they are. */
import { isFullPage } from '../body/full-page.js';
import type { Body } from '../body/parse.js';
import type { Found } from '../clean/found.js';
import type { ArticleOptions, Warning } from '../types.js';
import { findArticle, findAsked } from './index.js';
import { pageComments } from './page-comments.js';
import { passes } from './passes.js';

/** A selector that matches nothing is worth a word: what is converted is not what was asked for. */
export function askedWarnings({ kind }: Body, found: Found | null, { article }: ArticleOptions): Warning[] {
  if (article === undefined || kind !== 'html' || found?.article.element === article) return [];
  const message = `--article ${article} matches nothing here; the article was found as without it`;
  return [{ code: 'no-such-article', message, line: null }];
}

/**
 * @param saysMetadata the outputs say author and date in keys of their own
 * @returns null where there is nothing to find
 */
export function findInBody({ kind, root }: Body, options: ArticleOptions, saysMetadata: boolean): Found | null {
  const { whole = false, skip = [], only = [], keep = [], article, comments } = options;
  if (kind !== 'html' || whole) return null;
  const asked = article === undefined ? null : findAsked(root, article, keep);
  if (asked || !isFullPage(root)) return asked;
  const keepsComments = comments === 'keep';
  const runs = (name: string): boolean =>
    !skip.includes(name) &&
    (only.length === 0 || only.includes(name)) &&
    !(keepsComments && name === pageComments.name);
  if (!passes.some(({ name }) => runs(name))) return null;
  return findArticle(root, { runs, keep, keepsComments, saysMetadata });
}
