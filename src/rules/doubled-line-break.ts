import { following, type Node, TEXT } from '../body/tree.js';
import { defineRule } from '../clean/rule.js';

/** Longer code than this is left as it is. */
const STEPS = 20_000;

function isDoubled(br: Node, pre: Node): boolean {
  const next = following(br, pre, true);
  return next?.type === TEXT && next.data.startsWith('\n');
}

/** The line breaks of a block of code, where each one stands before the end of a line; else none. */
function doubledBreaks(pre: Node): Node[] {
  const breaks: Node[] = [];
  let left = STEPS;
  for (let at = pre.first; at; at = following(at, pre)) {
    if (left-- <= 0) return [];
    if (at.name !== 'br') continue;
    if (!isDoubled(at, pre)) return [];
    breaks.push(at);
  }
  return breaks;
}

export const doubledLineBreak = defineRule({
  name: 'doubled-line-break',
  group: 'leftovers',
  why: 'Some sites put a `<br>` at each line end of a block of code, which has line ends of its own: every second line would be empty.',
  match: { names: ['pre'] },
  unless: (_, { markdown }) => markdown,
  action: {
    edit: (node, edits) => {
      for (const br of doubledBreaks(node)) edits.remove(br);
    },
  },
  examples: [
    {
      title: 'a break at each line end',
      before: '<pre>cd a<br>\nmake<br>\n</pre>',
      after: '<pre>cd a\nmake\n</pre>',
    },
  ],
  keeps: [
    { title: 'breaks that end the lines', html: '<pre>cd a<br>make<br></pre>' },
    { title: 'one empty line', html: '<pre>cd a<br>\nmake<br>make install</pre>' },
  ],
});
