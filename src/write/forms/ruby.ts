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

export const rubyForm: FormHandler = (node, forming) => {
  const { edits } = forming;
  for (let child = node.first; child; child = child.next) {
    if ((child.name !== 'rt' && child.name !== 'rtc') || !child.first || besideParenthesis(child)) continue;
    edits.by(RULE).addText('(', child.first, 'before');
    edits.by(RULE).addText(')', child, 'append');
  }
  return into(node, forming);
};
