/** Inside code blocks only text can stand: links leave their words, pictures stand behind the code. */

import { hasLabels } from '../../body/drawing.js';
import { ELEMENT, following, type Node, TEXT } from '../../body/tree.js';
import { vocabulary } from '../vocabulary.js';
import { joinCodeLines } from './code-lines.js';
import { keepLabels } from './drawing.js';
import { type FormHandler, type Forming, past } from './form.js';
import { isLineNumber } from './gutter.js';
import { removeCountedNumbers } from './line-numbers.js';

const RULE = 'form:code';

export const codeForm: FormHandler = (pre, forming) => {
  const { edits } = forming;
  const code = joinCodeLines(pre, edits.by(RULE));
  const images = textOnly(code, forming);
  if (images.length === 0) {
    removeCountedNumbers(code, edits.by('form:gutter'));
    return past(code, forming);
  }
  if (isCode(code, images.length)) {
    let behind = code;
    for (const image of images) {
      behind = edits.by(RULE).addElement('img', image.attributes ?? [], behind, 'after');
      edits.remove(image);
    }
    return past(behind, forming);
  }
  keepLines(code, forming);
  edits.by(RULE).rename(code, 'div');
  return following(code, forming.root);
};

/** Takes out what is no text, and the numbers of lines. Returns the images, which stay for now. */
function textOnly(pre: Node, { edits }: Forming): Node[] {
  const images: Node[] = [];
  for (let node = following(pre, pre); node; ) {
    const next: Node | null = following(node, pre);
    const isDropped = vocabulary.get(node.name)?.written === 'drop' || (node.name === 'svg' && !hasLabels(node));
    if (node.name === 'img') images.push(node);
    else if (isDropped || isLineNumber(node)) {
      const behind = following(node, pre, true);
      edits.by(isDropped ? RULE : 'form:gutter').remove(node);
      node = behind;
      continue;
    } else if (node.name === 'a' && node.has('href')) {
      edits.by(RULE).unwrap(node);
    } else if (node.name === 'svg') keepLabels(node, edits);
    else if (vocabulary.get(node.name)?.form === 'embed') edits.by(RULE).unwrap(node);
    node = next;
  }
  return images;
}

/** `code`, `language-js`: what a class says of code. */
const CODE_CLASS = /(?:^|[\s-])(?:code|language|lang|brush|prettyprint|highlight|hljs|src)(?:$|[\s:-])/i;
/** A line that is indented: `\n    return`. */
const INDENTED = /\n[ \t\u00a0]+\S/;

/** Code with a picture or two in it (an icon, a button), not pictures in a row or a poem with one. */
function isCode(pre: Node, images: number): boolean {
  let lines = 1;
  let says = CODE_CLASS.test(pre.get('class') ?? '');
  let indented = false;
  let shows = false;
  for (let node = following(pre, pre); node; node = following(node, pre)) {
    if (node.name === 'code') says = true;
    if (node.name === 'br') lines++;
    if (node.type !== TEXT) continue;
    shows ||= node.data.trim() !== '';
    indented ||= INDENTED.test(node.data);
    for (let at = node.data.indexOf('\n'); at >= 0; at = node.data.indexOf('\n', at + 1)) lines++;
  }
  return shows && (says || indented) && images <= lines;
}

/** Pictures: no code, but lines that stay lines. */
function keepLines(pre: Node, { edits }: Forming): void {
  for (let node = following(pre, pre); node; node = following(node, pre)) {
    if (node.type === ELEMENT || node.added) continue;
    const end = node.type === TEXT ? node.data.indexOf('\n') : -1;
    if (end < 0 || end === node.data.length - 1) continue;
    edits.by(RULE).split(node, end + 1);
    node = edits.addElement('br', [], node, 'after');
  }
}
