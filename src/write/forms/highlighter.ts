/** What SyntaxHighlighter (1 to 3) makes of code: a box with a tool bar, and the lines in a list, a table or boxes. */
import { isHighlighterLine } from '../../body/code-box.js';
import { ELEMENT, following, type Node } from '../../body/tree.js';
import type { Forming } from './form.js';
import { hasOnlyNumbers, isLineNumber } from './gutter.js';

const RULE = 'form:code';

/** `toolbar`, `bar`: not the code. */
const BAR_CLASS = /(?:^|[\s-])(?:tool-?bar|bar|tools|about)(?:$|\s)/i;
/** What holds the lines. */
const HOLDERS = new Set(['ol', 'ul', 'table', 'div']);

/** Makes what holds the lines the block of code; a `pre` in the box is one already. */
export function formHighlighter(box: Node, { edits }: Forming): void {
  for (let child = box.first; child; child = child.next) {
    if (!HOLDERS.has(child.name) || BAR_CLASS.test(child.get('class') ?? '') || !holdsLines(child)) continue;
    for (let node = following(child, child); node; ) {
      const isNumber = isLineNumber(node) || isNumberCell(node);
      const next = following(node, child, isNumber);
      if (isNumber) edits.by('form:gutter').remove(node);
      node = next;
    }
    edits.by(RULE).rename(child, 'pre');
  }
}

/** `<td class="number"><code>1</code></td>` (SyntaxHighlighter 2) */
function isNumberCell(node: Node): boolean {
  return node.name === 'td' && node.get('class') === 'number' && hasOnlyNumbers(node);
}

/** Whether there is something, and no `pre` or picture. */
function holdsLines(holder: Node): boolean {
  let left = 200;
  for (let node = following(holder, holder); node && left > 0; node = following(node, holder), left--) {
    if (node.name === 'pre' || node.name === 'img') return false;
  }
  return holder.first !== null;
}

/** Puts lines whose box has lost its name into a block of code. */
export function joinHighlighterLines(line: Node, { edits }: Forming): Node {
  let last = line;
  for (let next = line.next; next; next = next.next) {
    if (isHighlighterLine(next)) last = next;
    else if (next.type === ELEMENT || next.data.trim() !== '') break;
  }
  return edits.by(RULE).wrap('pre', [], line, last);
}
