import { isInside } from '../body/traverse.js';
import type { Node } from '../body/tree.js';
import { defineRule } from '../clean/rule.js';

const invisible = /(?:^|\s)invisible(?:$|\s)/;

const isLink = ({ name }: Node): boolean => name === 'a';

export const shortenedLink = defineRule({
  name: 'shortened-link',
  group: 'links',
  why: 'Sites show long addresses shortened and keep the rest of the address invisible; the link itself holds all of it.',
  match: {
    names: ['span'],
    test: (node) => invisible.test(node.get('class') ?? '') && isInside(node, isLink, 3),
  },
  action: 'remove',
  examples: [
    {
      title: 'both ends',
      before:
        '<a href="https://a.example/b/c"><span class="invisible">https://</span><span class="visible">a.example/b</span><span class="invisible">/c</span></a>',
      after: '<a href="https://a.example/b/c"><span class="visible">a.example/b</span></a>',
    },
  ],
  keeps: [{ title: 'outside a link', html: '<p><span class="invisible">The invisible man</span></p>' }],
});
