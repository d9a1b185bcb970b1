/** Ruby: the reading stands in parentheses behind its characters, as browsers without ruby show it. */
import { ELEMENT, type Node } from '../../body/tree.js';
import { type FormHandler, into } from './form.js';

const RULE = 'form:ruby';

function besideParenthesis(reading: Node): boolean {
  const before = previousElement(reading);
  return before?.name === 'rp';
}

function previousElement(node: Node): Node | null {
  let sibling = node.prev;
  while (sibling && sibling.type !== ELEMENT) sibling = sibling.prev;
  return sibling;
}

function isReading(node: Node | null): boolean {
  return node?.name === 'rt' || node?.name === 'rtc';
}

/** The sibling on one side, blanks aside. */
function beside(node: Node, side: 'prev' | 'next'): Node | null {
  let sibling = node[side];
  while (sibling && sibling.type !== ELEMENT && sibling.data.trim() === '') sibling = sibling[side];
  return sibling;
}

/** Readings in a row, as where one stands for each character, share their parentheses. */
export const rubyForm: FormHandler = (node, forming) => {
  const { edits } = forming;
  for (let child = node.first; child; child = child.next) {
    if (!isReading(child) || !child.first || besideParenthesis(child)) continue;
    edits.by(RULE).addText(isReading(beside(child, 'prev')) ? ' ' : '(', child.first, 'before');
    if (!isReading(beside(child, 'next'))) edits.addText(')', child, 'append');
  }
  return into(node, forming);
};
