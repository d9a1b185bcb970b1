import { definePass, withLinks } from './pass.js';
import * as w from './weights.js';

export const pageMenu = definePass({
  name: 'page-menu',
  why: 'What a page marks as navigation leads to other pages of the site.',
  run: ({ page, prose }) => {
    page.cutWhere(
      ({ name, node, guarded }) => (name === 'nav' || node.get('role') === 'navigation') && !guarded,
      w.NEVER_MOST * prose,
      (part) => ({ rule: 'page-menu', why: withLinks('menu', part) }),
    );
  },
  examples: [
    {
      title: 'a menu',
      before:
        '<html><body><nav><a href="/1">News</a> <a href="/2">Sport</a></nav><p>The ferry is late.</p></body></html>',
      after: '<html><body><p>The ferry is late.</p></body></html>',
    },
    {
      title: 'what the page calls navigation',
      before:
        '<body><div role="navigation">You are here: <a href="/1">News from home</a></div><p>The ferry is late.</p></body>',
      after: '<body><p>The ferry is late.</p></body>',
    },
  ],
  keeps: [
    { title: 'a post that is no page', html: '<nav><a href="/1">One</a> <a href="/2">Two</a></nav><p>Text.</p>' },
    {
      title: 'a page whose article stands in it',
      html: '<html><body><nav><p>The ferry is late. It was late yesterday, too.</p></nav></body></html>',
    },
  ],
});
