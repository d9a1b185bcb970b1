import type { Node } from '../body/tree.js';
import type { Context } from '../clean/context.js';
import { defineRule } from '../clean/rule.js';

/** Where the list of posts cuts an excerpt: hexo, WordPress and hugo read it. Example: `<!-- more -->`. */
const more = /^\s*more\b/i;

/** A comment that the end of the body closes: browsers hide the rest of the page. */
export function isUnclosed(node: Node, { source }: Context): boolean {
  if (!source.startsWith('<!--', node.start)) return false;
  return !source.startsWith('-->', node.end - 3) && !source.startsWith('--!>', node.end - 4);
}

export const comment = defineRule({
  name: 'comment',
  group: 'code',
  why: 'HTML comments are notes of the site to itself (ad slots, editor codes, block markers); no reader ever sees one.',
  match: { names: ['#comment', '#doctype'] },
  unless: (node, context) => context.options.target !== undefined && more.test(node.data),
  inCode: true,
  action: 'remove',
  examples: [
    { title: 'an ad slot', before: '<p>One.</p><!-- ad slot 3 --><p>Two.</p>', after: '<p>One.</p><p>Two.</p>' },
    { title: 'inside code', before: '<pre>a<!-- x -->b</pre>', after: '<pre>ab</pre>' },
    { title: 'a block editor', before: '<!-- wp:paragraph --><p>One.</p><!-- /wp:paragraph -->', after: '<p>One.</p>' },
    {
      title: 'conditional comments: hidden ones go, revealed text stays',
      before: '<!--[if IE]><p>Old browser</p><![endif]--><![if !IE]><p>One.</p><![endif]>',
      after: '<p>One.</p>',
    },
  ],
  keeps: [{ title: 'a comment that the article shows', html: '<pre>&lt;!-- shown --&gt;</pre>' }],
});
