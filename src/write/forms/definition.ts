/** Definition lists and disclosures: a term or summary is a strong line, definitions are a list below it. */

import { isBlankText } from '../../body/traverse.js';
import { COMMENT, type Node } from '../../body/tree.js';
import { blocks } from '../../body/vocabulary.js';
import { type FormHandler, type Forming, into, wrapContent } from './form.js';

const RULE = 'form:definition';

function hasBlock(node: Node): boolean {
  for (let child = node.first; child; child = child.next) if (blocks.has(child.name)) return true;
  return false;
}

/** What may stand between two definitions. */
function isBetween(node: Node): boolean {
  return isBlankText(node) || node.type === COMMENT;
}

function formTerm(term: Node, forming: Forming): void {
  if (hasBlock(term)) return;
  wrapContent(term, 'strong', forming, RULE);
  forming.edits.by(RULE).rename(term, 'p');
}

/** Puts a definition and those that follow it into one list. Returns the list. */
function formDefinitions(first: Node, forming: Forming): Node {
  const { edits } = forming;
  let last = first;
  for (let node: Node | null = first; node && (node.name === 'dd' || isBetween(node)); node = node.next) {
    if (node.name !== 'dd') continue;
    edits.by(RULE).rename(node, 'li');
    last = node;
  }
  return edits.by(RULE).wrap('ul', [], first, last);
}

export const definitionForm: FormHandler = (list, forming) => {
  for (let node = list.first; node; node = node.next) {
    if (node.name === 'dt') formTerm(node, forming);
    else if (node.name === 'dd') node = formDefinitions(node, forming);
    else if (node.name === 'div') {
      for (let inner = node.first; inner; inner = inner.next) {
        if (inner.name === 'dt') formTerm(inner, forming);
        else if (inner.name === 'dd') inner = formDefinitions(inner, forming);
      }
    }
  }
  return into(list, forming);
};

export const summaryForm: FormHandler = (node, forming) => {
  if (!hasBlock(node)) wrapContent(node, 'strong', forming, 'form:summary');
  return into(node, forming);
};
