/** `<q>`: the quotation marks that browsers show around it become text. */
import { textOf } from '../../body/tree.js';
import { type FormHandler, into } from './form.js';

const RULE = 'form:quote';
/** Elements above that are asked whether the quotation stands in another one. */
const LEVELS = 20;
const QUOTED = /^\s*["'“‘«„「『]/;

export const quotationForm: FormHandler = (node, forming) => {
  const { edits } = forming;
  if (!node.first || QUOTED.test(textOf(node.first))) return into(node, forming);
  let inner = false;
  let above = node.parent;
  for (let level = 0; above && level < LEVELS; level++) {
    if (above.name === 'q') inner = !inner;
    above = above.parent;
  }
  edits.addText(inner ? '‘' : '“', node.first, 'before', RULE);
  edits.addText(inner ? '’' : '”', node, 'append', RULE);
  return into(node, forming);
};
