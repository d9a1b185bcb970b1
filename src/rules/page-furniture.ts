import type { Body } from '../body/parse.js';
import { following, type Node, TEXT } from '../body/tree.js';
import type { Context } from '../clean/context.js';
import { defineRule } from '../clean/rule.js';
import type { ArticleOptions, Warning } from '../types.js';

/**
 * Whether a tree is a full page (`<html>` or `<body>` holds everything that shows), not a body that has one pasted in.
 * @param root the document node of a parsed body
 */
export function isFullPage(root: Node): boolean {
  let page = false;
  for (let node = root.first; node; node = node.next) {
    if (node.name === 'html' || node.name === 'body') page = true;
    else if (node.type === TEXT ? node.data.trim() !== '' : node.name.charCodeAt(0) !== 0x23 && node.name !== 'head') {
      if (!page) return false;
    }
  }
  return page;
}

/**
 * The part of a full page that its author marked as the article: the only `<main>`, else the only outermost
 * `<article>`; null where there is neither. A `<main>` that the page hides, or an empty one, does not count.
 */
export function mainPart(root: Node): Node | null {
  const mains: Node[] = [];
  const articles: Node[] = [];
  for (let node = root.first; node; ) {
    const isArticle = node.name === 'article';
    if ((node.name === 'main' || isArticle) && node.first && !node.has('hidden'))
      (isArticle ? articles : mains).push(node);
    // A main part inside an article is found; an article inside an article is no outermost one.
    node = isArticle && articles.length > 0 ? skipArticles(node, root, mains) : following(node, root);
  }
  if (mains.length === 1) return mains[0] as Node;
  return mains.length === 0 && articles.length === 1 ? (articles[0] as Node) : null;
}

/** Walks an article for `<main>` only, and returns the node behind it. */
function skipArticles(article: Node, root: Node, mains: Node[]): Node | null {
  for (let node = article.first; node; node = following(node, article)) {
    if (node.name === 'main' && node.first) mains.push(node);
  }
  return following(article, root, true);
}

/** Says of a full page that nothing in it marks the article; nothing of other bodies. Ask before it is cleaned. */
export function fullPageWarning({ kind, root }: Body, { whole }: ArticleOptions): Warning[] {
  if (kind !== 'html' || whole || !isFullPage(root) || mainPart(root)) return [];
  const what = 'a full page that does not say which part is the article';
  return [{ code: 'full-page', message: `${what}: all but menus and boxes of links was converted`, line: null }];
}

interface Round {
  part: Node | null;
  /** A node that comes again starts a new round: other rules may have taken the second article out. */
  seen: Set<Node>;
}

function isMain(node: Node, { root, memo }: Context): boolean {
  let round = memo.get('page-furniture') as Round | undefined;
  if (!round || round.seen.has(node)) {
    round = { part: isFullPage(root) ? mainPart(root) : null, seen: new Set() };
    memo.set('page-furniture', round);
  }
  round.seen.add(node);
  return round.part === node;
}

export const pageFurniture = defineRule({
  name: 'page-furniture',
  group: 'page',
  why: 'A saved page holds the whole site around its article (menus, side bars, footers); the page itself marks which part is the article.',
  match: { names: ['main', 'article'], test: isMain },
  unless: (_, { markdown }) => markdown,
  action: { edit: (node, edits, { root }) => edits.isolate(node, root) },
  repeat: true,
  examples: [
    {
      title: 'the only <main>',
      before: '<html><body><nav>Home</nav><main><p>Text.</p></main><footer>About us</footer></body></html>',
      after: '<html><body><main><p>Text.</p></main></body></html>',
    },
    {
      title: 'the only outermost <article>',
      before:
        '<body><p>Menu</p><div><article><h1>A</h1><article>a reply</article></article><aside>Ads</aside></div></body>',
      after: '<body><div><article><h1>A</h1><article>a reply</article></article></div></body>',
    },
  ],
  keeps: [
    { title: 'two articles: nobody said which', html: '<body><article>One.</article><article>Two.</article></body>' },
    { title: 'a post that is no page', html: '<p>Before.</p><article>Inside.</article><p>After.</p>' },
  ],
});
