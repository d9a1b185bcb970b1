import { isAlone, isBlockElement } from '../body/traverse.js';
import { following, type Node } from '../body/tree.js';
import type { Context } from '../clean/context.js';
import { defineRule } from '../clean/rule.js';

const STEPS = 400;
const NAME = 'code-block';

function hasLineBreak(code: Node): boolean {
  let left = STEPS;
  for (let at = code.first; at && left > 0; at = following(at, code), left--) if (at.name === 'br') return true;
  return false;
}

/** The code, or the widest inline element around it, where its block shows nothing else; else null. */
function wholeOfBlock(code: Node, { root }: Context): Node | null {
  let at = code;
  for (let left = 8; left > 0 && at.parent && isAlone(at); left--) {
    if (at.parent === root || isBlockElement(at.parent)) return at.parent.name === 'pre' ? null : at;
    at = at.parent;
  }
  return null;
}

export const codeBlock = defineRule({
  name: NAME,
  group: 'leftovers',
  why: 'Several lines of code that have a block for themselves are a block of code: as words in a sentence they would lose their indentation.',
  match: { names: ['code'], test: (node, context) => hasLineBreak(node) && wholeOfBlock(node, context) !== null },
  unless: (_, { markdown }) => markdown,
  action: {
    edit: (node, edits, context) => {
      const whole = wholeOfBlock(node, context);
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
