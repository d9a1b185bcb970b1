import { soleInBlock } from '../body/traverse.js';
import { following, type Node } from '../body/tree.js';
import { defineRule } from '../clean/rule.js';

const STEPS = 400;
const NAME = 'code-block';

function hasLineBreak(code: Node): boolean {
  let left = STEPS;
  for (let at = code.first; at && left > 0; at = following(at, code), left--) if (at.name === 'br') return true;
  return false;
}

export const codeBlock = defineRule({
  name: NAME,
  group: 'leftovers',
  why: 'Several lines of code that have a block for themselves are a block of code: as words in a sentence they would lose their indentation.',
  match: { names: ['code'], test: (node, { root }) => hasLineBreak(node) && soleInBlock(node, root) !== null },
  unless: (_, { markdown }) => markdown,
  action: {
    edit: (node, edits, { root }) => {
      const whole = soleInBlock(node, root);
      if (whole?.parent?.name === 'p') edits.rename(whole.parent, 'pre');
      else if (whole) edits.wrap('pre', [], whole, whole);
    },
  },
  examples: [
    {
      title: 'lines in a paragraph of their own',
      before: '<p><code>if a:<br>  b()</code></p>',
      after: '<pre><code>if a:<br>  b()</code></pre>',
    },
    {
      title: 'lines in a box',
      before: '<div><code>if a:<br>  b()</code></div>',
      after: '<div><pre><code>if a:<br>  b()</code></pre></div>',
    },
  ],
  keeps: [
    { title: 'one line', html: '<p><code>make all</code></p>' },
    { title: 'code in a sentence', html: '<p>Type <code>a<br>b</code> and wait.</p>' },
    { title: 'a block of code', html: '<pre><code>a<br>b</code></pre>' },
  ],
});
