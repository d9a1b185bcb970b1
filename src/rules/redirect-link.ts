import { defineRule } from '../clean/rule.js';
import { resolveRedirect } from './lib/addresses/redirect.js';

export const redirectLink = defineRule({
  name: 'redirect-link',
  group: 'links',
  why: 'Sites lead links to other sites through a page of their own that counts or warns; the link gets the address that stands inside.',
  match: { names: ['a', 'area'], test: ({ attributes }) => (attributes?.get('href')?.indexOf('http', 5) ?? -1) > 0 },
  action: {
    edit: (node, edits) => {
      const target = resolveRedirect(node.get('href') as string);
      if (target) edits.attribute(node, 'href', target);
    },
  },
  examples: [
    {
      title: 'a warning page',
      before: '<a href="https://link.zhihu.com/?target=https%3A//example.org/a%3Fb%3D1">x</a>',
      after: '<a href="https://example.org/a?b=1">x</a>',
    },
    {
      title: 'a target of which only its own query is escaped',
      before: '<a href="https://www.google.com/url?q=https://example.org/a?b%3D1%26c%3D2&amp;sa=D&amp;ust=1">x</a>',
      after: '<a href="https://example.org/a?b=1&amp;c=2">x</a>',
    },
    {
      title: 'one inside another, escaped twice',
      before:
        '<a href="https://www.oschina.net/action/GoToLink?url=https%3A%2F%2Flink.segmentfault.com%2F%3Furl%3Dhttps%253A%252F%252Fexample.org%252Fa">x</a>',
      after: '<a href="https://example.org/a">x</a>',
    },
    {
      title: 'a page called redirect',
      before: '<a href="https://forum.example.net/redirect.php?url=https%3A%2F%2Fexample.org">x</a>',
      after: '<a href="https://example.org">x</a>',
    },
  ],
  keeps: [
    {
      title: 'a share button is no redirect',
      html: '<a href="https://social.example/share?url=https%3A%2F%2Fa.example">x</a>',
    },
    { title: 'an archived copy', html: '<a href="https://web.archive.org/web/2010/http://example.org/">x</a>' },
    {
      title: 'a log-in page',
      html: '<a href="https://example.org/login?redirect=https%3A%2F%2Fexample.org%2Fa">x</a>',
    },
  ],
});
