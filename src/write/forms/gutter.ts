/** Line numbers beside code: highlighters put them into a column of a table, a list, or spans of their own. */
import { isLineList } from '../../body/code-box.js';
import { ELEMENT, following, isElement, type Node, TEXT } from '../../body/tree.js';
import { type FormHandler, type Forming, into, past, removed } from './form.js';
import { formQuillList, isQuillList } from './quill-list.js';

const RULE = 'form:gutter';

/** Hexo, Rouge, Pygments, Chroma, SyntaxHighlighter, Crayon, GitHub, CSDN, WeChat. */
const GUTTER_CLASS =
  /(?:^|[\s_-])(?:gutter|linenos?|line-?numbers?|lineno|lnum|lnt|ln|lntd|crayon-nums?|blob-num|hljs-ln-numbers|gl|numbering|line-index)(?:$|[\s-])/i;
/** Example: `   1:  ` */
const NUMBER = /^\s*\d{1,6}[.:|]\s*$/;
/** A character that is neither a digit nor a blank */
const OTHER_CHARACTER = /[^\s\d]/;

/** Whether there is nothing but numbers and blanks in an element: `1`, `1\n2\n3`. A table inside is more than that. */
export function hasOnlyNumbers(root: Node): boolean {
  for (let node = root.first; node; node = following(node, root)) {
    if (node.name === 'table' || node.name === 'img' || (node.type === TEXT && OTHER_CHARACTER.test(node.data)))
      return false;
  }
  return true;
}

/** Whether an element inside code holds nothing but a line's number. */
export function isLineNumber(node: Node): boolean {
  if (node.type !== ELEMENT || !node.attributes) return false;
  if (!GUTTER_CLASS.test(node.get('class') ?? '')) return false;
  return (
    hasOnlyNumbers(node) || (node.first?.type === TEXT && node.first === node.last && NUMBER.test(node.first.data))
  );
}

/** The cells of a table, not those of tables inside it. */
function cellsOf(table: Node): Node[] {
  const cells: Node[] = [];
  for (let node = following(table, table); node; ) {
    const isCell = node.name === 'td' || node.name === 'th';
    if (isCell) cells.push(node);
    node = following(node, table, isCell || node.name === 'table');
  }
  return cells;
}

function holdsCode(cell: Node): boolean {
  for (let node = cell.first; node; node = following(node, cell)) {
    if (node.name === 'pre' || node.name === 'code') return true;
  }
  return /(?:^|\s|-)code(?:$|\s|-)/i.test(cell.get('class') ?? '');
}

function isGutterCell(cell: Node): boolean {
  if (!hasOnlyNumbers(cell)) return false;
  if (cell.has('data-line-number') || GUTTER_CLASS.test(cell.get('class') ?? '')) return true;
  const inner = cell.firstElementChild;
  return countsUp(cell) || (inner?.name === 'pre' && GUTTER_CLASS.test(inner.get('class') ?? ''));
}

/** Whether the numbers of a cell are those of lines: each one more than the one before. */
function countsUp(cell: Node): boolean {
  let last: number | null = null;
  let count = 0;
  for (let node = following(cell, cell); node; node = following(node, cell)) {
    if (node.type !== TEXT) continue;
    for (const word of node.data.split(/\s+/)) {
      if (word === '') continue;
      if (last !== null && Number(word) !== last + 1) return false;
      last = Number(word);
      count++;
    }
  }
  return count > 1;
}

/** Makes a table of numbers and code the code alone. */
function formCodeTable(table: Node, forming: Forming): boolean {
  const cells = cellsOf(table);
  const gutters = cells.filter(isGutterCell);
  if (gutters.length === 0 || cells.length === gutters.length) return false;
  const code = cells.filter((cell) => !gutters.includes(cell));
  if (gutters.length > 1 ? code.length > gutters.length : !code.every(holdsCode)) return false;
  const { edits } = forming;
  for (const gutter of gutters) edits.by(RULE).remove(gutter);
  const hasPre = code.some((cell) => select(cell, 'pre') !== null);
  if (!hasPre && code.length > 1) {
    edits.by(RULE).rename(table, 'pre');
    return true;
  }
  for (const cell of code) edits.by(RULE).rename(cell, hasPre ? 'div' : 'pre');
  for (let node: Node | null = table; node; ) {
    const next: Node | null = node.name === 'pre' ? following(node, table, true) : following(node, table);
    if (/^(?:table|tbody|thead|tr)$/.test(node.name)) edits.by(RULE).rename(node, 'div');
    node = next;
  }
  return true;
}

function select(root: Node, name: string): Node | null {
  for (let node = root.first; node; node = following(node, root)) if (node.name === name) return node;
  return null;
}

function besideCode(list: Node): boolean {
  let node = list.next;
  while (node && node.type !== ELEMENT) node = node.next;
  return node?.name === 'pre';
}

/** For tables and lists. */
export const gutterForm: FormHandler = (node, forming) => {
  if (node.name === 'table') {
    if (isCodeTable(node) && formCodeTable(node, forming)) forming.tables.pop();
    return into(node, forming);
  }
  if (isQuillList(node)) return formQuillList(node, forming);
  if (isLineNumber(node) && besideCode(node)) return removed(node, forming, RULE);
  if (isLineList(node) && isElement(node.first ?? node)) {
    forming.edits.by(RULE).rename(node, 'pre');
    return past(node, forming);
  }
  return into(node, forming);
};

const TABLE_PARTS = new Set(['thead', 'tbody', 'tr']);

/** A first look at a table: does it say that it is code? Keeps the closer look away from others. */
function isCodeTable(table: Node): boolean {
  const first = cellAt(table);
  return first !== null && (first.has('data-line-number') || hasOnlyNumbers(first));
}

function cellAt(table: Node): Node | null {
  let node: Node | null = table.firstElementChild;
  // Only parts of this table: a chain of other elements, or of tables, could be as long as the article is deep.
  while (node && TABLE_PARTS.has(node.name)) node = node.firstElementChild;
  return node?.name === 'td' || node?.name === 'th' ? node : null;
}
