/** Inside code blocks only text can stand: links leave their words, images move the block out of code. */
import { following, type Node, TEXT } from '../../body/tree.js';
import { vocabulary } from '../vocabulary.js';
import { type FormHandler, past } from './form.js';
import { isLineNumber } from './gutter.js';

const RULE = 'form:code';

export const codeForm: FormHandler = (pre, forming) => {
  const { edits } = forming;
  let image = false;
  for (let node = following(pre, pre); node; ) {
    const next: Node | null = following(node, pre);
    if (node.name === 'img') image = true;
    else if (vocabulary.get(node.name)?.written === 'drop') {
      const behind = following(node, pre, true);
      edits.by(RULE).remove(node);
      node = behind;
      continue;
    } else if (isLineNumber(node)) {
      const behind = following(node, pre, true);
      edits.by('form:gutter').remove(node);
      node = behind;
      continue;
    } else if (node.name === 'a' && node.has('href')) {
      edits.by(RULE).unwrap(node);
    }
    node = next;
  }
  if (!image) return past(pre, forming);
  // Pictures: no code, but lines that stay lines.
  for (let node = following(pre, pre); node; node = following(node, pre)) {
    if (node.type !== TEXT || node.added) continue;
    const end = node.data.indexOf('\n');
    if (end < 0 || end === node.data.length - 1) continue;
    edits.split(node, end + 1);
    node = edits.by(RULE).addElement('br', [], node, 'after');
  }
  edits.by(RULE).rename(pre, 'div');
  return following(pre, forming.root);
};
