/**
 * The line that a text stands in, as a reader sees lines: inline content between line breaks or block borders.
 * Credits and calls come one a line, in blocks of their own or in runs cut by `<br>`.
 */

import { isBlockElement, isEmpty } from '../body/traverse.js';
import { ELEMENT, following, type Node, TEXT } from '../body/tree.js';
import { visibleLine } from '../body/white-space.js';
import type { Action } from '../types.js';
import type { Context } from './context.js';
import type { Edits } from './edits.js';

/** Siblings looked at on each side, and levels climbed. */
const REACH = 24;
const LEVELS = 16;
const LEAVES = 64;

export interface Line {
  /** Siblings that make the line. */
  nodes: Node[];
  /** The block or wrapper that shows nothing else, or null. */
  whole: Node | null;
  /** Visible text, white space normalised. */
  text: string;
}

function ends(node: Node): boolean {
  return node.name === 'br' || node.name === 'hr' || isBlockElement(node);
}

/** The last sibling before the next line end on one side; null where it is too far to tell. */
function run(node: Node, side: 'prev' | 'next'): { last: Node; border: boolean } | null {
  let last = node;
  for (let left = REACH; left > 0; left--) {
    const sibling = last[side];
    if (!sibling) return { last, border: true };
    if (ends(sibling)) return { last, border: false };
    last = sibling;
  }
  return null;
}

/** No rule asks for a longer line. UTF-16 units. */
const LONGEST = 400;

/** The lines that rules have asked for since the tree last moved: many rules ask for the same ones. */
interface ReadLines {
  revision: number;
  lines: Map<Node, Line | null>;
}

const KEY = 'lines';

/**
 * The line of a text node, read once until the tree moves.
 * @param limit longest text of a line, UTF-16 units, at most `LONGEST`; a longer line is null
 * @returns null also where the line has too many pieces or stands too deep to be a plain line
 */
export function lineOf(text: Node, context: Context, limit: number): Line | null {
  const { memo, edits } = context;
  let read = memo.get(KEY) as ReadLines | undefined;
  if (read?.revision !== edits.revision) {
    read = { revision: edits.revision, lines: new Map() };
    memo.set(KEY, read);
  }
  let line = read.lines.get(text);
  if (line === undefined) {
    line = readLine(text, context);
    read.lines.set(text, line);
  }
  return line === null || line.text.length > limit ? null : line;
}

function readLine(text: Node, { root, markdown }: Context): Line | null {
  let top = text;
  for (let left = LEVELS; left > 0; left--) {
    const { parent } = top;
    const before = run(top, 'prev');
    const after = run(top, 'next');
    if (!parent || !before || !after) return null;
    const whole = isAllOf(before, after);
    if (parent !== root && whole && !isBlockElement(parent)) {
      top = parent;
      continue;
    }
    const cut = !before.border || !after.border;
    if (!cut && parent !== root && !isBlockElement(parent)) {
      top = parent;
      continue;
    }
    // Outside HTML elements a Markdown body has other lines than these, and its characters are not a rule's business.
    if (markdown && parent === root) return null;
    const nodes: Node[] = [];
    for (let at: Node | null = before.last; at; at = at === after.last ? null : at.next) nodes.push(at);
    const shown = lineText(nodes);
    return shown === null ? null : { nodes, whole: whole && parent !== root ? parent : null, text: shown };
  }
  return null;
}

type Run = { last: Node; border: boolean };

/** True where nothing visible stands beyond the line's two ends among the siblings. */
function isAllOf(before: Run, after: Run): boolean {
  for (const [{ last, border }, side] of [[before, 'prev'] as const, [after, 'next'] as const]) {
    if (border) continue;
    let left = REACH;
    for (let at = last[side]; at; at = at[side]) if (left-- <= 0 || !isEmpty(at, 16)) return false;
  }
  return true;
}

/** Marks of emphasis in the source of a Markdown body, and backslashes before signs. Example: `**`, `~~`, `\\_`. */
const marks = /\*{1,3}|~~|(?<!\w)_{1,2}(?=\S)|(?<=\S)_{1,2}(?!\w)|\\(?=[!-/:-@[-`{-~])/g;
const mayHoldMarks = /[*~_\\]/;

/** A text as a reader sees it: in a Markdown body without the marks around its words. */
export function unmarked({ data, raw }: Node): string {
  return raw && mayHoldMarks.test(data) ? data.replace(marks, '') : data;
}

function lineText(nodes: readonly Node[]): string | null {
  let raw = '';
  let leaves = LEAVES;
  for (const node of nodes) {
    for (let at: Node | null = node; at; at = following(at, node)) {
      if (leaves-- <= 0) return null;
      if (at.type === TEXT) raw += unmarked(at);
      // An empty box, for a script of the page, parts no line.
      else if (at.type === ELEMENT && isBlockElement(at) && !isEmpty(at, 16)) return null;
      if (raw.length > LONGEST * 4) return null;
    }
  }
  const text = visibleLine(raw);
  return text.length > LONGEST ? null : text;
}

/** Takes a line out: its block where it shows nothing else, else the line's own nodes. */
export function removeLine(line: Line, edits: Edits, action: Action = 'remove'): void {
  if (line.whole) edits.remove(line.whole, action);
  else for (const node of line.nodes) edits.remove(node, action);
}

/** The first link target in a line, or null. */
export function linkIn(line: Line): string | null {
  for (const node of line.nodes) {
    for (let at: Node | null = node; at; at = following(at, node)) {
      const href = at.name === 'a' ? at.get('href') : null;
      if (href && /^https?:\/\//i.test(href)) return href;
    }
  }
  return null;
}

/** Pixels. A larger image is to be looked at. */
const ICON = 24;

/** The nearest image in a line that is more than an icon beside its words, or null. */
export function imageIn(line: Line): Node | null {
  for (const node of line.nodes) {
    for (let at: Node | null = node; at; at = following(at, node)) if (at.name === 'img' && !isIcon(at)) return at;
  }
  return null;
}

function isIcon(image: Node): boolean {
  const width = Number.parseInt(image.get('width') ?? '', 10);
  const height = Number.parseInt(image.get('height') ?? '', 10);
  return width <= ICON && height <= ICON;
}
