import { following, isElement, type Node, TEXT } from '../body/tree.js';
import { blocks, rawText } from '../body/vocabulary.js';
import { type Act, defineRule } from '../clean/rule.js';
import { scriptAddress } from './lib/addresses/players.js';

/** A document and its head: no markup of an article stands so in its code. */
const page: ReadonlySet<string> = new Set(['#doctype', 'html', 'head', 'body']);
/** A piece of its head; scripts some site may have put into a poem, too. */
const parts: ReadonlySet<string> = new Set(['title', 'meta', 'base', 'script', 'style', 'link']);
const scripts: ReadonlySet<string> = new Set(['script', 'style', 'link']);
const formula = /^\s*math\//i;
/** A class that says code. Example: `brush: html`, `language-php` */
const codeClass = /(?:^|[\s-])(?:code|language|lang|brush|prettyprint|highlight|hljs|src)(?:$|[\s:-])/i;
const LEVELS = 12;
const STEPS = 400;

/** The `pre` around a node, where its end tag stands in the input. */
function listingAround(node: Node): Node | null {
  let at = node.parent;
  for (let left = LEVELS; at && left > 0; at = at.parent, left--) {
    if (at.name === 'pre') return at.closeStart < at.end ? at : null;
  }
  return null;
}

/** The class says that it is code, it holds a `code`, or nothing that a browser shows. */
function isCode(pre: Node): boolean {
  if (codeClass.test(pre.get('class') ?? '')) return true;
  let left = STEPS;
  for (let at = pre.first; at && left > 0; at = following(at, pre, rawText.has(at.name)), left--) {
    if (at.name === 'code') return true;
    if (at.type === TEXT && at.data.trim() !== '') return false;
  }
  return left > 0;
}

function isShown(node: Node): boolean {
  const listing = listingAround(node);
  if (!listing) return false;
  if (!scripts.has(node.name) || holdsPage(listing)) return true;
  const isOther = formula.test(node.get('type') ?? '') || scriptAddress(node) !== null;
  return !isOther && isCode(listing);
}

function holdsPage(pre: Node): boolean {
  let left = STEPS;
  for (let at = pre.first; at && left > 0; at = following(at, pre, rawText.has(at.name)), left--) {
    if (page.has(at.name)) return true;
  }
  return false;
}

const show: Act = (node, edits, context) => {
  if (holdsPage(listingAround(node) as Node)) showAll(node, edits, context);
  else {
    edits.addText(context.source.slice(node.start, node.end), node, 'before');
    edits.remove(node);
  }
};

/** Puts the source between the texts of the code beside them, in place of what it was read as. */
const showAll: Act = (node, edits, { source }) => {
  const pre = listingAround(node) as Node;
  const code = pre.first?.name === 'code' && pre.first === pre.last ? pre.first : pre;
  const read: Node[] = [];
  let at = code.openEnd;
  for (let inner = code.first; inner; inner = following(inner, code, rawText.has(inner.name))) {
    if (inner.type !== TEXT || inner.added) read.push(inner);
    else {
      if (at < inner.start) edits.addText(source.slice(at, inner.start), inner, 'before');
      at = inner.end;
    }
  }
  if (at < code.closeStart) edits.addText(source.slice(at, code.closeStart), code, 'append');
  for (const one of read) {
    if (one.type === TEXT) continue;
    const isRead = isElement(one) && one.first !== null && !rawText.has(one.name);
    // As a block it would leave a border in the midst of a line.
    if (isRead && blocks.has(one.name)) edits.rename(one, 'span');
    if (isRead) edits.unwrap(one);
    else edits.remove(one);
  }
};

export const shownPage = defineRule({
  name: 'shown-page',
  group: 'leftovers',
  why: 'A page, a piece of its head or its scripts in a block of code (`<html>`, `<script src="a.js">`) were meant to be read, and nobody escaped them: browsers hide them, the article means them.',
  match: { names: [...page, ...parts], test: isShown },
  unless: (_, { markdown }) => markdown,
  inCode: true,
  action: { edit: show },
  examples: [
    {
      title: 'a page',
      before: '<pre><html>\n<head><title>x</title></head>\n<body class="a">Hi<br></body>\n</html></pre>',
      after:
        '<pre>&lt;html&gt;\n&lt;head&gt;&lt;title&gt;x&lt;/title&gt;&lt;/head&gt;\n&lt;body class="a"&gt;Hi&lt;br&gt;&lt;/body&gt;\n&lt;/html&gt;</pre>',
    },
    {
      title: 'a script and a style sheet',
      before: '<pre class="brush: html"><script src="a.js"></script>\n<link rel="stylesheet" href="a.css"></pre>',
      after:
        '<pre class="brush: html">&lt;script src="a.js"&gt;&lt;/script&gt;\n&lt;link rel="stylesheet" href="a.css"&gt;</pre>',
    },
    {
      title: 'in a code of its own',
      before: '<pre><code><style>p { color: red }</style></code></pre>',
      after: '<pre><code>&lt;style&gt;p { color: red }&lt;/style&gt;</code></pre>',
    },
  ],
  keeps: [
    { title: 'code that was escaped', html: '<pre>&lt;html&gt;<b>x</b></pre>' },
    { title: 'a script in a text of lines', html: '<pre>The river\nrose.</pre>' },
    { title: 'a formula', html: '<pre><script type="math/tex">x^2</script></pre>' },
  ],
});
