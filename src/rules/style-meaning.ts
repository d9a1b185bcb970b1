import { isPlainMark } from '../body/styles.js';
import { isBlockElement, isEmpty, isInside } from '../body/traverse.js';
import type { Node } from '../body/tree.js';
import { blocks } from '../body/vocabulary.js';
import { type Act, defineRule } from '../clean/rule.js';

/** Example: `font-weight: bold`, `font-weight:700`. */
const bold = /(?:^|[;\s])font-weight\s*:\s*(?:bold|bolder|[6-9]\d\d)\b/i;
/** Example: `font-style: italic`. */
const italic = /(?:^|[;\s])font-style\s*:\s*(?:italic|oblique)\b/i;
/** Example: `text-decoration: line-through`. */
const struck = /(?:^|[;\s])text-decoration(?:-line)?\s*:[^;]*\bline-through\b/i;
/** Sina's editor names the meaning. Example: `strong-Bold`. */
const sina = /\bstrong-bold\b/i;

const inline = ['span', 'font', 'a', 'big', 'small', 'em', 'i', 'strong', 'b'];
const wholeBlocks = ['p', 'div', 'td', 'li', 'blockquote'];
const alreadyBold = /^(?:strong|b|th|h[1-6])$/;
const alreadyItalic = /^(?:em|i|cite|dfn|var|address)$/;
const alreadyStruck = /^(?:del|s|strike)$/;

/** The names of the elements that an element's style stands for, outermost first. */
function meanings(node: Node): string[] {
  const style = node.get('style') ?? '';
  const found: string[] = [];
  const marks = (names: RegExp, at: Node): boolean => names.test(at.name) && !isPlainMark(at);
  const is = (names: RegExp): boolean => marks(names, node) || isInside(node, (at) => marks(names, at), 8);
  if ((bold.test(style) || sina.test(node.get('cms-style') ?? '')) && !is(alreadyBold)) found.push('strong');
  if (italic.test(style) && !is(alreadyItalic)) found.push('em');
  if (struck.test(style) && !is(alreadyStruck)) found.push('del');
  return found;
}

/** Words and inline elements only: emphasis cannot hold paragraphs. */
function isLine(node: Node): boolean {
  let left = 40;
  for (let child = node.first; child; child = child.next) if (left-- <= 0 || isBlockElement(child)) return false;
  return true;
}

const express: Act = (node, edits) => {
  const names = meanings(node);
  const { first } = node;
  if (names.length === 0 || !first || isEmpty(node) || !isLine(node)) return;
  edits.attributes(
    node,
    ['style', 'cms-style'].filter((name) => node.has(name)),
  );
  if (node.name === 'span' || node.name === 'font') {
    edits.rename(node, names.shift() as string);
  }
  for (const name of names.reverse()) {
    edits.wrap(name, [], node.first as Node, node.last as Node);
  }
};

export const styleMeaning = defineRule({
  name: 'style-meaning',
  group: 'code',
  why: 'A style that makes words bold, italic or struck out says what an element would say better: the meaning stays, the style goes.',
  match: {
    names: [...inline, ...wholeBlocks],
    test: ({ attributes }) => attributes !== null && (attributes.has('style') || attributes.has('cms-style')),
  },
  unless: (node, { markdown }) => markdown && blocks.has(node.name),
  action: { edit: express },
  examples: [
    {
      title: 'bold',
      before: '<p><span style="font-weight:700; color: red">Head</span></p>',
      after: '<p><strong>Head</strong></p>',
    },
    {
      title: 'bold and italic',
      before: '<p><font style="font-weight: bold; font-style: italic">x</font></p>',
      after: '<p><strong><em>x</em></strong></p>',
    },
    {
      title: 'struck out, in a link',
      before: '<a href="b" style="text-decoration:line-through">old</a>',
      after: '<a href="b"><del>old</del></a>',
    },
    {
      title: 'a word of the editor',
      before: '<font cms-style="strong-Bold">新产业</font>',
      after: '<strong>新产业</strong>',
    },
    {
      title: 'bold words in a wrapper of Google Docs, which is bold by its name only',
      before:
        '<b style="font-weight:normal" id="docs-internal-guid-1"><p><span style="font-weight:400">One </span><span style="font-weight:700">two</span></p></b>',
      after:
        '<b style="font-weight:normal" id="docs-internal-guid-1"><p><span style="font-weight:400">One </span><strong>two</strong></p></b>',
    },
    {
      title: 'a whole paragraph',
      before: '<p style="font-weight:bold">One.</p>',
      after: '<p><strong>One.</strong></p>',
    },
  ],
  keeps: [
    { title: 'a heading is bold anyway', html: '<h2><span style="font-weight:bold">Head</span></h2>' },
    { title: 'a weight that is none', html: '<p><span style="font-weight: normal">x</span></p>' },
  ],
});
