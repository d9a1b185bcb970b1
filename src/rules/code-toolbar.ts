import { isHighlighter, isLineList } from '../body/code-box.js';
import { isLanguageName } from '../body/language-names.js';
import { labelOf, step } from '../body/traverse.js';
import { ELEMENT, type Node, TEXT } from '../body/tree.js';
import { oneLine } from '../body/white-space.js';
import { defineRule } from '../clean/rule.js';
import { isCodeFrame } from './lib/code-frames.js';

/** What the buttons beside code say. Example: `view source`, `Copy code`, `复制代码`, `?`. */
const tools =
  /(?:select ?(?:all|code)?|alles (?:auswählen|markieren)|tout sélectionner|seleccionar todo|выделить всё|(?:quell)?code:|代[码碼][:：]|view ?(?:source|plain|raw|as text)|copy(?: ?(?:code|snippet|to ?clipboard|text))?!?|copied!?|click to copy|print|about|expand|collapse|hide|raw|download|wrap|clipboard|复制(?:代码|成功|到剪贴板)?|拷贝(?:代码)?|已复制|收藏(?:这段)?代码|隐藏代码|展开代码?|折叠代码?|查看(?:源码|纯文本)|打印|全选|複製(?:程式碼|代碼)?|コピー(?:する)?|コードをコピー|복사(?:하기)?|코드 ?복사|kopieren|code kopieren|copier(?: le code)?|copiar(?: código)?|копировать(?: код)?|скопировать|\?)/giu;
/** What stands between them. */
const between = /[\s|·•,;/+[\]-]+/g;
/** The language in front. Example: `[java]`, `Java代码`, `python`. */
const label = /^(?:\[([\w+#.-]{1,20})\]|([\w+#.-]{1,20})\s?(?:代码|代碼|code\b)|([\w+#.-]{1,20})(?=\s|$))/i;

const LONGEST = 80;

/** Classes of buttons and bars. Example: `copy-btn`, `code-toolbar`, `bar`, `tools`. */
const toolClass =
  /(?:^|[\s_-])(?:copy\w*|clipboard|toolbar|tool-?bar|tools|bar|btn|button|actions|viewsource)(?:$|[\s_-])/;
const langClass = /(?:^|[\s_-])lang(?:uage)?(?:$|[\s_-])/;

/** The short texts of a node, each apart: buttons often stand without a blank between them. Null where it says more. */
function textOfTools(node: Node): string | null {
  let text = '';
  let left = 40;
  for (let at: Node | null = node; at; at = step(at, node)) {
    if (left-- <= 0 || at.data.length > LONGEST * 2) return null;
    if (at.type === TEXT) text += ` ${at.data.trim()}`;
    else if (at.name === 'img') text += ` ${at.get('alt') ?? ''}`;
    if (text.length > LONGEST) return null;
  }
  return oneLine(text);
}

/** How many tools a text names if it names nothing else, a language in front aside; -1 where it says more. */
function countTools(text: string): number {
  const said = label.exec(text);
  const language = said?.[1] ?? said?.[2] ?? said?.[3] ?? '';
  const rest = said && (said[1] !== undefined || isLanguageName(language)) ? text.slice(said[0].length) : text;
  let count = 0;
  const left = rest.replace(tools, () => {
    count++;
    return '';
  });
  return left.replace(between, '') === '' ? count : -1;
}

const makers: ReadonlySet<string> = new Set(['button', 'embed', 'img']);

/** A button, or a link that leads nowhere. */
function isButton(node: Node): boolean {
  if (node.name === 'a') return /^(?:#|javascript:|$)/i.test(node.get('href') ?? '');
  return makers.has(node.name) || (node.type === ELEMENT && toolClass.test(labelOf(node)));
}

/** A class or what it is made of says that it is a button, or there is more than one. */
function isTool(node: Node, text: string): boolean {
  const count = countTools(text);
  if (count === 0) return isLanguageName(text) && langClass.test(labelOf(node));
  if (count < 0) return false;
  return count > 1 || isButton(node) || holdsButton(node) || (node.parent !== null && isCodeFrame(node.parent));
}

function holdsButton(node: Node): boolean {
  let left = 12;
  for (let at = step(node, node); at && left > 0; at = step(at, node), left--) if (isButton(at)) return true;
  return false;
}

/** Levels between a button and the element that stands beside the code, and into the box that holds the code. */
const LEVELS = 4;

/** A block of code, or a box that begins with one. */
function isCode(node: Node | null): boolean {
  let at: Node | null = node;
  for (let left = LEVELS; at && left > 0; at = at.firstElementChild, left--) {
    if (at.name === 'pre' || at.name === 'code' || isLineList(at)) return true;
    if (at.name === 'table' || at.name === 'div') {
      if (at.parent && isHighlighter(at.parent) && !toolClass.test(labelOf(at))) return true;
    }
  }
  return false;
}

function sibling(node: Node, side: 'prev' | 'next'): Node | null {
  let at = node[side];
  while (at && at.type !== ELEMENT) {
    if (at.type === TEXT && at.data.trim() !== '') return null;
    at = at[side];
  }
  return at;
}

/** Code stands right beside the node, or beside what holds nothing but buttons around it. */
function isBesideCode(node: Node): boolean {
  let at = node;
  for (let left = LEVELS; left > 0; left--) {
    if (isCode(sibling(at, 'next')) || isCode(sibling(at, 'prev'))) return true;
    const { parent } = at;
    const text = parent ? textOfTools(parent) : null;
    if (!parent || text === null || countTools(text) < 1) return false;
    at = parent;
  }
  return false;
}

/** In a `pre` the code stands in a `code` of its own beside it, or the class names a button. */
function isPartOfCode(node: Node): boolean {
  let at: Node | null = node.parent;
  for (let left = 12; at && left > 0; at = at.parent, left--) {
    if (at.name === 'code') return !toolClass.test(labelOf(node)) && node.name !== 'button';
    if (at.name === 'pre') return !holdsCode(at) && !toolClass.test(labelOf(node)) && node.name !== 'button';
  }
  return false;
}

function holdsCode(pre: Node): boolean {
  let at: Node | null = pre.firstElementChild;
  for (let left = 8; at && left > 0; at = at.next, left--) if (isCode(at)) return true;
  return false;
}

function isCodeTool(node: Node): boolean {
  const text = textOfTools(node);
  if (text === null || text === '' || !isTool(node, text) || isPartOfCode(node)) return false;
  return isBesideCode(node) || isInPre(node);
}

/** A button in a `pre` without a `code`. */
function isInPre(node: Node): boolean {
  return node.parent?.name === 'pre' || (node.parent?.name === 'code' && node.parent.parent?.name === 'pre');
}

export const codeToolbar = defineRule({
  name: 'code-toolbar',
  group: 'leftovers',
  why: 'Buttons beside code (`view source`, `Copy`, `复制代码`) and the name of its language above them work only on the page that they were made for.',
  match: {
    names: ['div', 'span', 'p', 'ul', 'button', 'a', 'header', 'em', 'figcaption', 'dt'],
    beside: ['#code'],
    test: isCodeTool,
  },
  inCode: true,
  action: 'remove',
  examples: [
    {
      title: 'SyntaxHighlighter',
      before:
        '<div class="dp-highlighter"><div class="bar"><div class="tools"><b>[java]</b> <a href="#">view plain</a><a href="#">copy</a><a href="#">?</a></div></div><ol class="dp-j"><li>run();</li></ol></div>',
      after: '<div class="dp-highlighter"><ol class="dp-j"><li>run();</li></ol></div>',
    },
    {
      title: 'a bar in the block of code',
      before: '<pre><div><span>python</span><button>Copy code</button></div><div><code>run()</code></div></pre>',
      after: '<pre><div><code>run()</code></div></pre>',
    },
    {
      title: "a forum's bar",
      before: '<div class="codebox"><p>Code: <a href="#">Select all</a></p><pre>run()</pre></div>',
      after: '<div class="codebox"><pre>run()</pre></div>',
    },
    {
      title: 'two buttons in front',
      before: '<div><em>复制代码</em> <em>隐藏代码</em></div><pre>run()</pre>',
      after: '<pre>run()</pre>',
    },
    {
      title: 'a language above its code',
      before: '<div><button class="copy">Copy</button><span class="lang">js</span><pre>run()</pre></div>',
      after: '<div><pre>run()</pre></div>',
    },
  ],
  keeps: [
    {
      title: 'code that says copy',
      html: '<pre><span>copy</span> a.txt b.txt</pre><pre><code><span>print</span></code></pre>',
    },
    { title: 'a paragraph in front of code', html: '<p>Copy</p><pre>cp a b</pre>' },
    {
      title: 'words about the buttons',
      html: '<p>Press <a href="#v">view source</a> and <a href="#p">print</a>.</p><pre>run()</pre>',
    },
    { title: 'a link that leads somewhere', html: '<p><a href="/copy">Copy</a></p><pre>cp a b</pre>' },
    { title: 'a language that the article names', html: '<p>Python</p><pre>run()</pre>' },
  ],
});
