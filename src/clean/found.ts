/** What the finder decided of a page, and its cuts as edits. */
import type { Node } from '../body/tree.js';
import type { Metadata, PageArticle } from '../types.js';
import type { Edits } from './edits.js';

/** Siblings that go as one change. */
export interface Cut {
  nodes: readonly Node[];
  rule: string;
  /** In a reader's words: `menu, 94 % links`. */
  reason: string;
}

export interface Found {
  cuts: readonly Cut[];
  /** Which part is the article, and how sure that is. */
  article: PageArticle;
  /** What the lines around its title and behind its text say. */
  byline: Partial<Metadata>;
  /** Nodes that go and speak of other articles: what stands behind the article, menus, comments. */
  apart: ReadonlySet<Node>;
  /** Hidden elements, `<noscript>`, comments and buttons that are the page's text: no rule takes them for less. */
  shown: ReadonlySet<Node>;
}

export function applyCuts({ cuts }: Found, edits: Edits): void {
  for (const { nodes, rule, reason } of cuts) edits.by(rule).removeTogether(nodes, reason);
}
