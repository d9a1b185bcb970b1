import { shortText } from '../body/traverse.js';
import { ELEMENT, following, type Node, TEXT } from '../body/tree.js';
import type { Context } from '../clean/context.js';
import { defineRule } from '../clean/rule.js';
import { type Profile, profileOf } from './lib/profile.js';
import { isFullPage } from './page-furniture.js';

/** What a page says itself is no part of its text. */
const roles: ReadonlySet<string> = new Set(['navigation', 'banner', 'contentinfo', 'search']);
/** In these a list of links is the article's own. */
const content: ReadonlySet<string> = new Set(
  'article main figure blockquote p li dd pre code h1 h2 h3 h4 h5 h6'.split(' '),
);
const NODES = 900;
const CHARACTERS = 6000;
/** Characters of a text outside links: a longer one is a sentence. */
const LONGEST = 24;
/** Characters of a paragraph that make what stands beside it content. */
const PROSE = 80;
const SIBLINGS = 80;
/** Levels between a menu and the document; tables inside tables make the deepest that were seen. */
const DEPTH = 20;

function isPage({ root, memo }: Context): boolean {
  let answer = memo.get('page-menu') as boolean | undefined;
  if (answer === undefined) {
    answer = isFullPage(root);
    memo.set('page-menu', answer);
  }
  return answer;
}

/** Links and hardly anything else; in what the page calls navigation a little more is allowed. */
function isLinks(node: Node, { links, linked, characters, longest }: Profile): boolean {
  if (node.name === 'nav' || roles.has(node.get('role') ?? '')) {
    return links > 0 && longest <= 2 * LONGEST && linked >= 0.5 * characters;
  }
  return links >= 4 && longest <= LONGEST && linked >= 0.75 * characters;
}

function holdsTitle(node: Node): boolean {
  let left = NODES;
  for (let at = node.first; at && left > 0; at = following(at, node), left--) if (at.name === 'h1') return true;
  return false;
}

/** What sites call the strip at the page's foot. Example: `footer-links`, `copyright`. */
const footName = /(?:^|[\s_-])(?:footer|foot|bottom|copyright)(?:$|[\s_-])/i;
const footText = /©|\(c\)|copyright|all rights reserved|版权所有|版權所有|ICP(?:备|证)|無断転載/i;
const FOOT_CHARACTERS = 900;

/** The page's foot: by its name and what stands in it, with no paragraph of prose. */
function isFoot(node: Node, { characters, longest }: Profile): boolean {
  if (characters > FOOT_CHARACTERS || longest > 2 * PROSE) return false;
  const name = `${node.get('class') ?? ''} ${node.get('id') ?? ''}`;
  const isNamed = node.name === 'footer' || node.get('role') === 'contentinfo' || footName.test(name.slice(0, 200));
  return isNamed && footText.test(shortText(node, FOOT_CHARACTERS + 400, NODES) ?? '');
}

/** A paragraph beside it: then the list may belong to the text. */
function standsInProse({ parent }: Node): boolean {
  let left = SIBLINGS;
  for (let at = parent?.first ?? null; at && left > 0; at = at.next, left--) {
    if (at.type === TEXT && at.data.trim().length >= PROSE) return true;
    if (at.type === ELEMENT && at.name === 'p' && (profileOf(at, 60)?.longest ?? PROSE) >= PROSE) return true;
  }
  return left === 0;
}

/** Menus and feet stand near the top of the tree, outside the article: that also bounds the looks into each other. */
function isShallow(node: Node, { root }: Context): boolean {
  let left = DEPTH;
  for (let at = node.parent; at; at = at.parent) {
    if (at === root) return true;
    if (left-- <= 0 || content.has(at.name)) return false;
  }
  return false;
}

function isMenu(node: Node, context: Context): boolean {
  if (!isPage(context) || !isShallow(node, context)) return false;
  const profile = profileOf(node, NODES, CHARACTERS);
  if (profile === null || holdsTitle(node)) return false;
  return isFoot(node, profile) || (isLinks(node, profile) && !standsInProse(node));
}

export const pageMenu = defineRule({
  name: 'page-menu',
  group: 'page',
  why: 'Boxes of a saved page that hold links and nothing else are its menus and its lists of other articles; the strip with its copyright is its foot.',
  match: { names: ['nav', 'ul', 'ol', 'dl', 'div', 'table', 'aside', 'footer', 'header', 'section'], test: isMenu },
  unless: (_, { markdown }) => markdown,
  action: 'remove',
  examples: [
    {
      title: 'a menu',
      before:
        '<html><body><div><a href="/1">News</a> <a href="/2">Sport</a> <a href="/3">Money</a> <a href="/4">Law</a></div><div><p>Text.</p></div></body></html>',
      after: '<html><body><div><p>Text.</p></div></body></html>',
    },
    {
      title: "the page's foot",
      before: '<body><p>Text.</p><div id="footer">About us. © 2019 The Paper, Main Street 1</div></body>',
      after: '<body><p>Text.</p></body>',
    },
    {
      title: 'what the page calls navigation',
      before: '<body><div role="navigation">You are here: <a href="/1">News from home</a></div><p>Text.</p></body>',
      after: '<body><p>Text.</p></body>',
    },
  ],
  keeps: [
    {
      title: 'a list of links in the text',
      html: `<body><div><p>${'The sources of this article are these four. '.repeat(3)}</p><ul><li><a href="/1">One</a></li><li><a href="/2">Two</a></li><li><a href="/3">Three</a></li><li><a href="/4">Four</a></li></ul></div></body>`,
    },
    {
      title: 'a post that is no page',
      html: '<div><a href="/1">One</a> <a href="/2">Two</a> <a href="/3">Three</a> <a href="/4">Four</a></div><p>Text.</p>',
    },
    {
      title: 'a box with the title',
      html: '<body><div><h1><a href="/a">A day</a></h1><a href="/1">1</a> <a href="/2">2</a> <a href="/3">3</a></div><p>Text.</p></body>',
    },
  ],
});
