import { defineRule } from '../clean/rule.js';
import { cutTracking } from '../clean/url.js';

export const trackingParameter = defineRule({
  name: 'tracking-parameter',
  group: 'links',
  why: 'Parameters such as `utm_source` only count readers; without them the link leads to the same page. Nothing else in the address changes.',
  match: { names: ['a', 'area'], test: ({ attributes }) => attributes?.get('href')?.includes('?') ?? false },
  action: {
    edit: (node, edits) => {
      const url = cutTracking(node.get('href') as string);
      if (url !== null) edits.attribute(node, 'href', url, 'tracking-parameter');
    },
  },
  examples: [
    {
      title: 'a campaign',
      before: '<a href="https://example.org/a?id=1&amp;utm_source=feed&amp;utm_medium=rss#top">x</a>',
      after: '<a href="https://example.org/a?id=1#top">x</a>',
    },
    { title: 'nothing else there', before: '<a href="/a?fbclid=IwAR0">x</a>', after: '<a href="/a">x</a>' },
  ],
  keeps: [
    { title: 'odd addresses stay byte for byte', html: '<a href="/i?crop=1,2&&x=%7e&=y&utm">x</a>' },
    { title: 'a value that looks like one', html: '<a href="/search?q=utm_source=1">x</a>' },
  ],
});
