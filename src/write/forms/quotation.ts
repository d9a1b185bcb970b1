/** `<q>`: the quotation marks that browsers show around it become text. */

import { isBlankText } from '../../body/traverse.js';
import { following, isElement, isText, type Node } from '../../body/tree.js';
import { blocks } from '../../body/vocabulary.js';
import { type FormHandler, into } from './form.js';

const RULE = 'form:quote';
/** Elements above that are asked whether the quotation stands in another one. */
const LEVELS = 20;
const QUOTED = /^\s*["'“‘«„「『]/;

export const quotationForm: FormHandler = (node, forming) => {
  const { edits } = forming;
  if (!node.first || isQuoted(node)) return into(node, forming);
  let inner = false;
  let above = node.parent;
  for (let level = 0; above && level < LEVELS; level++) {
    if (above.name === 'q') inner = !inner;
    above = above.parent;
  }
  const start = innermost(node, 'first');
  edits.by(RULE).addText(inner ? '‘' : '“', start.first ?? start, start.first ? 'before' : 'append');
  edits.by(RULE).addText(inner ? '’' : '”', innermost(node, 'last'), 'append');
  return into(node, forming);
};

/** The block that holds the first or last words of a quotation, or the quotation itself. */
function innermost(quotation: Node, side: 'first' | 'last'): Node {
  let node = quotation;
  for (let level = 0; level < LEVELS; level++) {
    let child = node[side];
    while (child && isBlankText(child)) child = side === 'first' ? child.next : child.prev;
    if (!isElement(child) || !blocks.has(child.name) || !child.first) break;
    node = child;
  }
  return node;
}

/** Whether the first words of a quotation bring their own marks. */
function isQuoted(quotation: Node): boolean {
  let node = quotation.first;
  for (let step = 0; node && step < LEVELS; step++) {
    if (isText(node) && node.data.trim() !== '') return QUOTED.test(node.data);
    node = following(node, quotation);
  }
  return false;
}
