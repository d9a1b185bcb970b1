/** Sites that write each line of a listing as a `<pre>` of its own: the lines are one block of code. */
import { ELEMENT, following, type Node, TEXT } from '../../body/tree.js';
import type { Edits } from '../../clean/edits.js';

/** Lines that follow one another with nothing between them are a listing from this many on. */
const LISTING = 3;
/** `margin: 0`, `margin:0px`: the lines touch. */
const TOUCHING = /(?:^|[;\s])margin\s*:\s*0(?:px|pt|em)?\s*(?:;|$|!)/i;

/**
 * Puts a `pre` and those behind it, each of one line, into one, and returns it; the `pre` itself where it stands alone.
 * Three lines are a listing; two are, where their style or an indented line says so.
 */
export function joinCodeLines(pre: Node, edits: Edits): Node {
  if (pre.name !== 'pre' || !isOneLine(pre) || isAlike(before(pre), pre)) return pre;
  const lines = [pre];
  for (let next = behind(pre); isAlike(next, pre) && isOneLine(next); next = behind(next)) lines.push(next);
  if (lines.length < 2) return pre;
  if (lines.length < LISTING && !lines.some(isPart)) return pre;
  const last = lines[lines.length - 1] as Node;
  const name = pre.get('class');
  const listing = edits.wrap('pre', name ? [['class', name]] : [], pre, last);
  for (let node = listing.first; node; ) {
    const { next } = node;
    if (node.type === TEXT) edits.remove(node);
    else if (node.type === ELEMENT) {
      // A line that shows nothing is an empty line.
      if (!node.first) edits.addElement('br', [], node, 'append');
      edits.rename(node, 'div');
    }
    node = next;
  }
  return listing;
}

/** Whether an element may be a line of the same listing: a tool writes all of them in one way. */
function isAlike(node: Node | null, pre: Node): node is Node {
  return node?.name === 'pre' && classOf(node) === classOf(pre);
}

/** Every other line may have a colour of its own. */
function classOf(pre: Node): string {
  return (pre.get('class') ?? '').replace(/(?:^|\s)(?:alt(?:ernat(?:e|ing))?|even|odd)(?=\s|$)/gi, '').trim();
}

function isOneLine(pre: Node): boolean {
  let ended = false;
  for (let node = following(pre, pre); node; node = following(node, pre)) {
    if (node.name === 'br' || node.name === 'img' || node.name === 'table') return false;
    if (node.type !== TEXT) continue;
    // The line end right behind `<pre>` and the last one are not shown.
    const text = node === pre.first ? node.data.replace(/^\n/, '') : node.data;
    if (ended && text !== '') return false;
    const end = text.indexOf('\n');
    if (end >= 0 && end < text.length - 1) return false;
    ended = end >= 0;
  }
  return true;
}

/** Its style or its indentation says that it is a line of something longer. */
function isPart(pre: Node): boolean {
  if (TOUCHING.test(pre.get('style') ?? '')) return true;
  for (let node = following(pre, pre); node; node = following(node, pre)) {
    if (node.type === TEXT && node.data !== '') return /^(?: {2}|\t|\u00a0)/.test(node.data);
  }
  return false;
}

/** The element beside a node, or null where anything but blanks stands between. */
function beside(node: Node, side: 'prev' | 'next'): Node | null {
  let at = node[side];
  while (at && at.type !== ELEMENT) {
    if (at.type === TEXT && at.data.trim() !== '') return null;
    at = at[side];
  }
  return at;
}

const before = (node: Node): Node | null => beside(node, 'prev');
const behind = (node: Node): Node | null => beside(node, 'next');
