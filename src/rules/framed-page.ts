import type { Node } from '../body/tree.js';
import { defineRule } from '../clean/rule.js';
import { resolveFrame } from './lib/addresses/redirect.js';

const attributeOf = (node: Node): 'src' | 'data-src' => (node.get('src') ? 'src' : 'data-src');

export const framedPage = defineRule({
  name: 'framed-page',
  group: 'links',
  why: 'Cards and viewers show another page or file in a frame of their own service; the frame gets the address of what it shows.',
  match: {
    names: ['iframe', 'embed'],
    test: (node) => (node.get(attributeOf(node))?.indexOf('http', 5) ?? -1) > 0,
  },
  action: {
    edit: (node, edits) => {
      const attribute = attributeOf(node);
      const page = resolveFrame(node.get(attribute) as string);
      if (page) edits.attribute(node, attribute, page);
    },
  },
  examples: [
    {
      title: 'a card',
      before: '<iframe src="https://hatenablog-parts.com/embed?url=https%3A%2F%2Fblog.example%2Fentry%2F1"></iframe>',
      after: '<iframe src="https://blog.example/entry/1"></iframe>',
    },
    {
      title: 'a viewer',
      before: '<iframe src="//docs.google.com/viewer?url=http://a.example/plan.pdf&amp;embedded=true"></iframe>',
      after: '<iframe src="http://a.example/plan.pdf"></iframe>',
    },
  ],
  keeps: [
    { title: 'a player', html: '<iframe src="https://player.example/?url=https%3A%2F%2Fapi.example%2F1"></iframe>' },
    {
      title: 'a button that shares',
      html: '<iframe src="https://www.facebook.com/plugins/like.php?href=https%3A%2F%2Fa.example"></iframe>',
    },
  ],
});
