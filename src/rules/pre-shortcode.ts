import { type Node, TEXT } from '../body/tree.js';
import { type Act, defineRule } from '../clean/rule.js';

/** Example: `[code lang="bash"]` at the start of a `<pre>`, `[/code]` at its end. */
const opening = /^\s*\[(code|sourcecode|source)(?:\s[^\][]{0,200})?\][ \t]*\n?/i;
const closing = /\n?[ \t]*\[\/(?:code|sourcecode|source)\]\s*$/i;
const language = /(?:lang|language)=["']?([\w+#-]+)/i;
const name = 'pre-shortcode';

/** First or last text of an element, with nothing but elements around it. */
function edgeText(node: Node, side: 'first' | 'last'): Node | null {
  let at = node[side];
  while (at && at.type !== TEXT) at = at[side];
  return at;
}

const strip: Act = (pre, edits) => {
  const last = edgeText(pre, 'last');
  const end = last && closing.exec(last.data);
  if (last && end) edits.removeText(last, end.index, last.data.length);
  const first = edgeText(pre, 'first');
  const start = first && opening.exec(first.data);
  if (!first || !start) return;
  const said = language.exec(start[0])?.[1];
  if (said) edits.attribute(pre, 'class', `language-${said.toLowerCase()}`);
  edits.removeText(first, 0, start[0].length);
};

export const preShortcode = defineRule({
  name,
  group: 'leftovers',
  why: 'Marks of a blog engine around code that stands in a code block already say only how to colour it.',
  match: {
    names: ['pre'],
    test: (node) =>
      opening.test(edgeText(node, 'first')?.data ?? '') && closing.test(edgeText(node, 'last')?.data ?? ''),
  },
  unless: (_, { markdown }) => markdown,
  action: { edit: strip },
  examples: [
    {
      title: 'code in code',
      before: '<pre>[code lang="bash"]\nwc -l a\n[/code]</pre>',
      after: '<pre class="language-bash">wc -l a</pre>',
    },
  ],
  keeps: [{ title: 'marks that the code itself shows', html: '<pre>Write [code] before and [/code] behind it.</pre>' }],
});
