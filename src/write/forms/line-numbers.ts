/** Numbers of lines that no class tells: an element with nothing but a number begins each line, and they count up. */
import { ELEMENT, following, type Node, TEXT } from '../../body/tree.js';
import { blocks } from '../../body/vocabulary.js';
import type { Edits } from '../../clean/edits.js';

/** `  12`, `12:`, `12.` */
const NUMBER = /^\s*(\d{1,6})[.:|]?\s*$/;
/** `\u00a0int`: the blank between a number and its line. A line that ends there has none. */
const BLANK_START = /^[ \u00a0]|^\n/;
const LONGEST = 12;
/** Fewer lines than this are no sequence. */
const LINES = 2;

/** Takes such numbers out of a block of code, with the blank behind each where every line has one. */
export function removeCountedNumbers(pre: Node, edits: Edits): void {
  const numbers = countedNumbers(pre);
  if (numbers.length === 0) return;
  const texts = numbers.map((number) => textBehind(number, pre));
  const parted = texts.every((text) => text === null || BLANK_START.test(text.data));
  for (const number of numbers) edits.remove(number);
  if (parted) for (const text of texts) if (text && !text.data.startsWith('\n')) edits.removeText(text, 0, 1);
}

function countedNumbers(pre: Node): Node[] {
  const numbers: Node[] = [];
  let isLineStart = true;
  let last: number | null = null;
  for (let node = pre.first; node; ) {
    const number = isLineStart ? numberOf(node) : null;
    if (number !== null) {
      if (last !== null && number !== last + 1) return [];
      last = number;
      numbers.push(node);
      isLineStart = false;
    } else if (node.type === TEXT) {
      const [rest = '', ...lines] = node.data.split('\n');
      // Words begin a line.
      if ((isLineStart && rest.trim() !== '') || lines.some((line) => line.trim() !== '')) return [];
      isLineStart ||= lines.length > 0;
    } else if (node.name === 'br' || blocks.has(node.name)) isLineStart = true;
    node = following(node, pre, number !== null);
  }
  return numbers.length < LINES ? [] : numbers;
}

/** The number that an element holds and nothing else. One with a class is a part of the code: `<i class="hljs-number">`. */
function numberOf(node: Node): number | null {
  const text = node.first;
  if (node.type !== ELEMENT || text?.type !== TEXT || text !== node.last || node.has('class')) return null;
  if (blocks.has(node.name) || text.data.length > LONGEST) return null;
  const number = NUMBER.exec(text.data)?.[1];
  return number === undefined ? null : Number(number);
}

/** The text right behind an element, or null. */
function textBehind(node: Node, pre: Node): Node | null {
  let at = following(node, pre, true);
  while (at && at.type !== TEXT && at.name !== 'br' && !blocks.has(at.name)) at = following(at, pre);
  return at?.type === TEXT ? at : null;
}
