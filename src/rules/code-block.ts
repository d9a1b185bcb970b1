import { soleInBlock } from '../body/traverse.js';
import { following, type Node, TEXT } from '../body/tree.js';
import { blocks } from '../body/vocabulary.js';
import type { Context } from '../clean/context.js';
import { type Act, defineRule } from '../clean/rule.js';
import { isCodeFrame } from './lib/code-frames.js';

const STEPS = 400;
const NAME = 'code-block';

/** What may hold the lines of code in a forum's box. */
const holders: ReadonlySet<string> = new Set(['div', 'td', 'ol', 'dd']);
/** Such a box is named itself, or one of these levels above. */
const LEVELS = 2;
/** Blocks that are lines there. */
const lines: ReadonlySet<string> = new Set(['li', 'div', 'p']);

function hasLineBreak(code: Node): boolean {
  let left = STEPS;
  for (let at = code.first; at && left > 0; at = following(at, code), left--) if (at.name === 'br') return true;
  return false;
}

/** Lines and nothing else, right inside. */
function holdsLines(box: Node): boolean {
  let isLines = box.name === 'ol';
  for (let child = box.first; child; child = child.next) {
    if (child.type === TEXT && child.data.trim() === '') continue;
    isLines ||= child.name === 'br';
    if (box.name === 'ol' ? child.name !== 'li' : blocks.has(child.name) && !lines.has(child.name)) return false;
    if (child.name === 'img' || child.name === 'code') return false;
  }
  return isLines && box.first !== null;
}

function isFrame(node: Node): boolean {
  let at: Node | null = node;
  for (let left = LEVELS; at && left >= 0; at = at.parent, left--) {
    if (isCodeFrame(at)) return holdsLines(node);
  }
  return false;
}

function isBlock(node: Node, { root }: Context): boolean {
  if (node.name !== 'code') return isFrame(node);
  return hasLineBreak(node) && (isCodeFrame(node) || soleInBlock(node, root) !== null);
}

const show: Act = (node, edits, { root }) => {
  if (node.name === 'ol') edits.rename(node, 'pre');
  else if (node.name !== 'code') {
    // Where lines are breaks, a line end behind one is none.
    for (let at = node.first; at; at = at.next) {
      if (at.name === 'br' && at.next?.type === TEXT && /^\r?\n/.test(at.next.data)) edits.removeText(at.next, 0, 1);
    }
    edits.wrap('pre', [], node.first as Node, node.last as Node);
  } else {
    const whole = soleInBlock(node, root);
    if (whole?.parent?.name === 'p') edits.rename(whole.parent, 'pre');
    else edits.wrap('pre', [], whole ?? node, whole ?? node);
  }
};

export const codeBlock = defineRule({
  name: NAME,
  group: 'leftovers',
  why: 'Several lines of code that have a block for themselves are a block of code: as words in a sentence they would lose their indentation.',
  match: { names: ['code', ...holders], test: isBlock },
  unless: (_, { markdown }) => markdown,
  action: { edit: show },
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
    {
      title: "a forum's box",
      before: '<div class="blockcode"><div><ol><li>if a:<br></li><li>  b()<br></li></ol></div></div>',
      after: '<div class="blockcode"><div><pre><li>if a:<br></li><li>  b()<br></li></pre></div></div>',
    },
    {
      title: "a highlighter's box",
      before: '<div class="python codecolorer">if a:<br>&nbsp; b()</div>',
      after: '<div class="python codecolorer"><pre>if a:<br>&nbsp; b()</pre></div>',
    },
  ],
  keeps: [
    { title: 'a list of steps', html: '<div class="steps"><ol><li>One</li><li>Two</li></ol></div>' },
    { title: 'a box with a block of code', html: '<div class="codebox"><pre>a<br>b</pre></div>' },
    { title: 'one line', html: '<p><code>make all</code></p>' },
    { title: 'code in a sentence', html: '<p>Type <code>a<br>b</code> and wait.</p>' },
    { title: 'a block of code', html: '<pre><code>a<br>b</code></pre>' },
  ],
});
