import { ELEMENT, following, type Node } from '../body/tree.js';
import type { Context } from '../clean/context.js';
import { defineRule } from '../clean/rule.js';
import { isUnknown } from './placeholder-tag.js';

/** What begins a document or a piece of one in XML, HTML and PHP, and is nothing that a page can show. */
const declaration = /^<(?:\?|!DOCTYPE\b|!\[CDATA\[|!(?:ENTITY|ELEMENT|ATTLIST)\b)/i;
const STEPS = 200;

function codeAround(node: Node): Node | null {
  let at = node.parent;
  for (let left = 12; at && left > 0; at = at.parent, left--) if (at.name === 'pre' || at.name === 'code') return at;
  return null;
}

/** The code was pasted without being escaped: it holds elements that HTML does not know. */
function isUnescaped(code: Node): boolean {
  let left = STEPS;
  for (let at = code.first; at && left > 0; at = following(at, code), left--) {
    if (at.type === ELEMENT && isUnknown(at)) return true;
  }
  return false;
}

function isShown(node: Node, { source }: Context): boolean {
  const code = codeAround(node);
  if (!code) return false;
  const opening = source.slice(node.start, node.start + 12);
  return declaration.test(opening) || (opening.startsWith('<!--') && isUnescaped(code));
}

export const shownMarkup = defineRule({
  name: 'shown-markup',
  group: 'leftovers',
  why: 'A declaration or a comment in a block of code that nobody escaped (`<?xml …?>`, `<!DOCTYPE …>`) is a line of that code: browsers hide it, the article means it.',
  match: { names: ['#comment', '#doctype'], test: isShown },
  unless: (_, { markdown }) => markdown,
  inCode: true,
  action: {
    edit: (node, edits, { source }) => {
      edits.addText(source.slice(node.start, node.end), node, 'before');
      edits.remove(node);
    },
  },
  examples: [
    {
      title: 'the first line of a file',
      before: '<pre><?xml version="1.0"?>\n&lt;a/&gt;</pre>',
      after: '<pre>&lt;?xml version="1.0"?&gt;\n&lt;a/&gt;</pre>',
    },
    {
      title: 'a comment in XML that nobody escaped',
      before: '<pre><!-- the bean --><bean id="a"></bean></pre>',
      after: '<pre>&lt;!-- the bean --&gt;<bean id="a"></bean></pre>',
    },
  ],
  keeps: [
    { title: 'code that was escaped', html: '<pre>&lt;?xml version="1.0"?&gt;</pre>' },
    { title: 'a drawing between the lines', html: '<pre>a\n<svg></svg></pre>' },
  ],
});
