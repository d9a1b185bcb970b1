import { nextVisible, previousVisible } from '../body/traverse.js';
import { type Node, TEXT } from '../body/tree.js';
import type { Context } from '../clean/context.js';
import { charactersAfter } from '../clean/edges.js';
import type { Edits } from '../clean/edits.js';
import { type Line, lineOf, linkIn, removeLine } from '../clean/line.js';
import { defineRule } from '../clean/rule.js';

/** How a line to the article before or after this one begins. Example: `« 上一篇：`, `次の記事 »`. */
const step =
  /^[«»<>‹›←→\s]{0,4}(?:上一篇|下一篇|上一页|下一页|前一篇|后一篇|前の記事|次の記事|이전 ?글|다음 ?글|older posts?|newer posts?|previous post|next post|previous article|next article)(?:\s|[:：«»‹›←→]|$)/i;
/** The same above and below a letter of a mailing list. Example: `Next message: [Boats] Sail`. */
const letterStep = /^(?:previous message|next message|messages sorted by):/i;
const LONGEST = 120;
const STEPS = 24;

function stepLine(text: Node, context: Context): Line | null {
  if (text.data.length > LONGEST) return null;
  const line = lineOf(text, context, LONGEST);
  if (!line || !(step.test(line.text) || letterStep.test(line.text))) return null;
  return hasLink(line) || /(?:没有了|无|なし)$/.test(line.text) ? line : null;
}

function hasLink(line: Line): boolean {
  return linkIn(line) !== null || line.nodes.some(({ name }) => name === 'a');
}

/** One such line may be the author's word on a series; a pair of them is a page's own. */
function hasTwin(line: Line, context: Context): boolean {
  const edges = [line.whole ?? line.nodes[0], line.whole ?? line.nodes.at(-1)];
  const [before, after] = [
    edges[0] && previousVisible(edges[0], context.root, STEPS),
    edges[1] && nextVisible(edges[1], context.root, STEPS),
  ];
  return [before, after].some((near) => near?.type === TEXT && stepLine(near, context) !== null);
}

/** One of these is in each such line. */
const cues =
  '一篇 一页 前の記事 次の記事 이전 다음 olderpost newerpost previouspost nextpost previousarticle nextarticle previousmessage nextmessage messagessortedby'.split(
    ' ',
  );

export const pageNavigation = defineRule({
  name: 'page-navigation',
  group: 'promotion',
  why: 'A pair of lines that lead to the article before and the one after belongs to the site; neither is a part of this one.',
  match: {
    names: ['#edge'],
    cues,
    test: (node, context) => charactersAfter(node, context) <= 240 || letterStep.test(node.data.trim()),
  },
  action: {
    edit: (node: Node, edits: Edits, context: Context) => {
      const line = stepLine(node, context);
      if (!line || !hasTwin(line, context)) return;
      for (let next: Line | null = line; next; ) {
        const twin = nextVisible(next.whole ?? (next.nodes.at(-1) as Node), context.root, STEPS);
        removeLine(next, edits);
        next = twin?.type === TEXT && stepLine(twin, context) ? lineOf(twin, context, LONGEST) : null;
      }
    },
  },
  examples: [
    {
      title: 'before and after',
      before: '<p>正文。</p><p>上一篇：<a href="/1">旧文</a></p><p>下一篇：<a href="/2">新文</a></p>',
      after: '<p>正文。</p>',
    },
    {
      title: 'above a letter of a mailing list',
      before:
        '<p><b>Ana</b></p><ul><li>Previous message: <a href="1.html">Rope</a></li><li>Next message: <a href="3.html">Sail</a></li><li><b>Messages sorted by:</b> <a href="d.html">[ date ]</a> <a href="t.html">[ thread ]</a></li></ul><p>Hello, the clay holds.</p>',
      after: '<p><b>Ana</b></p><ul></ul><p>Hello, the clay holds.</p>',
    },
    {
      title: 'in one box',
      before: '<p>正文。</p><div>« 上一篇：<a href="/1">旧文</a><br>» 下一篇：没有了</div>',
      after: '<p>正文。</p>',
    },
  ],
  keeps: [
    {
      title: 'one letter that another one names',
      html: '<p>Next message: <a href="/2">the bridge</a></p><p>Text.</p>',
    },
    { title: 'the next part of a series', html: '<p>正文。</p><p>下一篇：<a href="/2">桥（二）</a></p>' },
    { title: 'a promise', html: '<p>正文。</p><p>下一篇我们来讲船。</p><p>上一篇讲过桥。</p>' },
  ],
});
