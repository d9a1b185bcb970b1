/** What a rule may know of the article besides the node. */
import type { Node } from '../body/tree.js';
import type { ArticleOptions, Credits } from '../types.js';

export interface Context {
  root: Node;
  /** The decoded input, for rules that read the source around a node. */
  source: string;
  /** The body is Markdown: text nodes are its source. */
  markdown: boolean;
  /** `url` of the front matter or the page, or `--base-url`: site rules look at it. */
  readonly url: string | null;
  /** Host names and site names that the article shows (front matter, links to itself). */
  readonly sites: ReadonlySet<string>;
  /** The output's front matter says who wrote and printed the article as these credits do. */
  says(credits: Credits): boolean;
  /** Hidden elements, `<noscript>`, comments and buttons that are the page's text: no rule takes them. */
  readonly shown?: ReadonlySet<Node>;
  /** What was asked of this article: a rule reads the options that concern it. */
  readonly options: ArticleOptions;
  /** The edits so far: what was read from the tree is stale once they have grown. */
  readonly edits: { readonly revision: number };
  /** What rules found out of the whole article: see `once`. */
  memo: Map<unknown, unknown>;
}

/** What `make` finds out of the article, made once until the engine sees the tree move. */
export function once<T>(context: Context, make: (context: Context) => T): T {
  const { memo } = context;
  if (!memo.has(make)) memo.set(make, make(context));
  return memo.get(make) as T;
}

/** The context of a piece of HTML that nothing is known of: to try a rule on it. */
export function bareContext(root: Node, source: string, edits: Context['edits']): Context {
  const sites = new Set<string>();
  return { root, source, markdown: false, url: null, sites, says: () => true, options: {}, edits, memo: new Map() };
}
