/** The text of code, as a browser shows it; but its blanks can be run. */
import { ELEMENT, type Node, TEXT } from '../body/tree.js';
import { blocks } from '../body/vocabulary.js';
import { vocabulary } from './vocabulary.js';

/** WeChat's code blocks: each line is a `<code>` of its own, and a style sheet makes it a block. */
const CODE_IS_LINE = /(?:^|\s)code-snippet__/;

const NO_BREAK = /\u00a0/g;

/** Editors indent code by no-break spaces, which no compiler takes for blanks. */
export function codeBlanks(text: string): string {
  return text.includes('\u00a0') ? text.replace(NO_BREAK, ' ') : text;
}

/**
 * The text below `root` with its blanks; a `<br>` is a line end, and a block inside stands on lines of its own.
 * The line end right behind `<pre>` and the last one are not shown.
 */
export function preText(root: Node): string {
  const parts: string[] = [];
  const codeIsLine = CODE_IS_LINE.test(root.get('class') ?? '');
  let lineOpen = false;
  const add = (data: string): void => {
    if (data === '') return;
    parts.push(data);
    lineOpen = data.charCodeAt(data.length - 1) !== 0x0a;
  };
  const boundary = (node: Node): void => {
    if (lineOpen && (blocks.has(node.name) || (codeIsLine && node.name === 'code'))) add('\n');
  };
  let node = root.first;
  while (node) {
    if (node.type === TEXT) add(node.data);
    else if (node.name === 'br') add('\n');
    else if (node.type === ELEMENT && vocabulary.get(node.name)?.written !== 'drop') {
      boundary(node);
      if (node.first) {
        node = node.first;
        continue;
      }
    }
    while (!node.next && node.parent && node.parent !== root) {
      node = node.parent as Node;
      boundary(node);
    }
    const next: Node | null = node.next;
    if (next && node.type === ELEMENT) boundary(node);
    node = next;
  }
  let text = codeBlanks(parts.join(''));
  if (root.first?.type === TEXT && root.first.data.charCodeAt(0) === 0x0a) text = text.slice(1);
  return text.charCodeAt(text.length - 1) === 0x0a ? text.slice(0, -1) : text;
}
