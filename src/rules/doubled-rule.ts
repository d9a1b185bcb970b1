import { isEmpty } from '../body/traverse.js';
import type { Node } from '../body/tree.js';
import { defineRule } from '../clean/rule.js';

/** Nothing that shows stands between this rule and one before it. */
function followsRule(node: Node): boolean {
  let at = node.prev;
  for (let left = 24; at && left > 0; at = at.prev, left--) {
    if (at.name === 'hr') return true;
    if (!isEmpty(at, 24)) return false;
  }
  return false;
}

export const doubledRule = defineRule({
  name: 'doubled-rule',
  group: 'leftovers',
  why: 'Two rules with nothing between them are one: what they parted from the rest went.',
  match: { names: ['hr'], test: followsRule },
  unless: (_, { markdown }) => markdown,
  action: 'remove',
  last: true,
  examples: [
    {
      title: 'around what went',
      before: '<p>One.</p><hr>\n<hr><p>Two.</p>',
      after: '<p>One.</p><hr>\n<p>Two.</p>',
    },
  ],
  keeps: [
    { title: 'rules around words', html: '<hr><p>One.</p><hr>' },
    { title: 'rules around a picture', html: '<hr><img src="a.png"><hr>' },
  ],
});
