import type { Node } from '../body/tree.js';
import { defineRule } from '../clean/rule.js';
import { cutTracking } from './lib/addresses/tracking.js';

/** An embedded page becomes a link: its address is one already. */
function addressOf({ name }: Node): string {
  return name === 'a' || name === 'area' ? 'href' : 'src';
}

export const trackingParameter = defineRule({
  name: 'tracking-parameter',
  group: 'links',
  why: 'Parameters such as `utm_source` only count readers; without them the link leads to the same page. Nothing else in the address changes.',
  match: {
    names: ['a', 'area', 'iframe', 'embed'],
    test: (node) => node.get(addressOf(node))?.includes('?') ?? false,
  },
  action: {
    edit: (node, edits) => {
      const name = addressOf(node);
      const url = cutTracking(node.get(name) as string);
      if (url !== null) edits.attribute(node, name, url);
    },
  },
  examples: [
    {
      title: 'a campaign',
      before: '<a href="https://example.org/a?id=1&amp;utm_source=feed&amp;utm_medium=rss#top">x</a>',
      after: '<a href="https://example.org/a?id=1#top">x</a>',
    },
    {
      title: 'an embedded film',
      before: '<p><iframe src="https://www.youtube.com/embed/a1?feature=oembed&amp;start=9"></iframe></p>',
      after: '<p><iframe src="https://www.youtube.com/embed/a1?start=9"></iframe></p>',
    },
    { title: 'nothing else there', before: '<a href="/a?fbclid=IwAR0">x</a>', after: '<a href="/a">x</a>' },
  ],
  keeps: [
    { title: 'odd addresses stay byte for byte', html: '<a href="/i?crop=1,2&&x=%7e&=y&utm">x</a>' },
    { title: 'a value that looks like one', html: '<a href="/search?q=utm_source=1">x</a>' },
  ],
});
