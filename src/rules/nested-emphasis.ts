import { isPlainMark } from '../body/styles.js';
import { isInside } from '../body/traverse.js';
import type { Node } from '../body/tree.js';
import { defineRule } from '../clean/rule.js';

/** Elements that say the same. */
const kinds: readonly (readonly string[])[] = [['strong', 'b'], ['em', 'i'], ['del', 's', 'strike'], ['u']];
const kindOf: ReadonlyMap<string, readonly string[]> = new Map(
  kinds.flatMap((names) => names.map((name) => [name, names])),
);

function isSaidAlready(node: Node): boolean {
  const names = kindOf.get(node.name) as readonly string[];
  return !isPlainMark(node) && isInside(node, (at) => names.includes(at.name) && !isPlainMark(at), 8);
}

export const nestedEmphasis = defineRule({
  name: 'nested-emphasis',
  group: 'leftovers',
  why: 'Bold inside bold is bold once: editors that mark a selection again nest the same mark, and its stars would stand doubled in the text.',
  match: { names: [...kindOf.keys()], test: isSaidAlready },
  unless: (_, { markdown }) => markdown,
  action: 'unwrap',
  last: true,
  examples: [
    {
      title: 'bold in bold',
      before: '<p><strong>The tide <b>turns</b> at six.</strong></p>',
      after: '<p><strong>The tide turns at six.</strong></p>',
    },
    {
      title: 'through other marks',
      before: '<p><em><strong>潮水<i>六点</i>转向</strong></em></p>',
      after: '<p><em><strong>潮水六点转向</strong></em></p>',
    },
  ],
  keeps: [
    { title: 'marks that say different things', html: '<p><strong>One <em>two</em></strong></p>' },
    { title: 'side by side', html: '<p><b>One</b> <b>two</b></p>' },
    {
      title: 'a wrapper that is bold by its name only',
      html: '<b style="font-weight: normal">One <strong>two</strong></b>',
    },
  ],
});
