/**
 * Our tree in parse5's shape, so that its meaning is read by the same code as a reader's HTML, without parsing again.
 * What Markdown has no place for stands where the writer's stated forms put it (issue items 5 to 8):
 *
 * - directly in a list, lines are an item of their own (two breaks part them), a block belongs to the item before it; what stands around items
 *   stands in each of them;
 * - in a table, what is in no cell stands before the table; only the first row can hold headers, and all of its
 *   cells must, empty ones aside;
 * - a heading is one line: blocks in it are no blocks;
 * - in a code block text has no marks, and a block stands on lines of its own.
 */
import type { DefaultTreeAdapterMap } from 'parse5';
import { ELEMENT, following, type Node, TEXT } from '../../src/body/tree.js';
import { blockNames } from './meaning.js';

type Tree = DefaultTreeAdapterMap['node'];

/** Only what the meaning asks for. */
interface Shape {
  nodeName: string;
  value?: string;
  attrs: { name: string; value: string }[];
  childNodes: Shape[];
  parentNode: Shape | null;
}

const lists = new Set(['ul', 'ol']);
const tableParts = new Set(['table', 'thead', 'tbody', 'tfoot', 'tr']);
const cells = new Set(['td', 'th']);
const otherNames: Record<string, string> = { menu: 'ul', dir: 'ul', caption: 'div', 'footnote-text': 'div' };
const HEADING = /^h[1-6]$/;

/** The tree below `root`. */
export function inParse5Shape(root: Node): Tree {
  const top = shape('#document');
  const shapes = new Map<Node, Shape>([[root, top]]);
  for (let node = root.first; node; node = following(node, root)) {
    const made = shapeOf(node);
    append(shapes.get(node.parent as Node) as Shape, made);
    shapes.set(node, made);
  }
  for (const made of shapes.values()) if (made.nodeName === 'pre') layOutCode(made);
  for (const made of [...shapes.values()].reverse()) {
    if (HEADING.test(made.nodeName)) flatten(made, (name) => blockNames.has(name), 'div');
    if (lists.has(made.nodeName)) collectItems(made);
    if (made.nodeName === 'table') layOut(made);
  }
  return top as unknown as Tree;
}

function shape(nodeName: string, attrs: Shape['attrs'] = []): Shape {
  return { nodeName, attrs, childNodes: [], parentNode: null };
}

function append(parent: Shape, child: Shape): void {
  child.parentNode = parent;
  parent.childNodes.push(child);
}

function shapeOf({ type, name, data, attributes }: Node): Shape {
  if (type === TEXT) return { ...shape('#text'), value: data };
  if (type !== ELEMENT) return shape('#comment');
  const attrs = [...(attributes ?? [])].map((entry) => ({ name: entry[0], value: entry[1] }));
  return shape(otherNames[name] ?? name, attrs);
}

function flatten(top: Shape, isIn: (name: string) => boolean, nodeName: string): void {
  const open = [...top.childNodes];
  for (let inner = open.pop(); inner; inner = open.pop()) {
    if (!inner.nodeName.startsWith('#') && isIn(inner.nodeName)) inner.nodeName = nodeName;
    open.push(...inner.childNodes);
  }
}

/** Blocks in code become lines of it. */
function layOutCode(pre: Shape): void {
  let text = '';
  const open: (Shape | null)[] = pre.childNodes.toReversed();
  for (let inner = open.pop(); inner !== undefined; inner = open.pop()) {
    if (inner === null || blockNames.has(inner.nodeName)) {
      if (text !== '' && !text.endsWith('\n')) text += '\n';
      if (inner) open.push(null);
    }
    if (inner?.nodeName === 'br') text += '\n';
    text += inner?.value ?? '';
    if (inner) open.push(...inner.childNodes.toReversed());
  }
  pre.childNodes = [{ ...shape('#text'), value: text }];
}

function showsNothing(top: Shape): boolean {
  const open = [top];
  for (let inner = open.pop(); inner; inner = open.pop()) {
    if (inner.nodeName === 'img' || (inner.nodeName === '#text' && !isBlank(inner))) return false;
    open.push(...inner.childNodes);
  }
  return true;
}

/** Whether an element is a block, or only wraps blocks. */
function holdsBlock(top: Shape): boolean {
  const open = [top];
  for (let inner = open.pop(); inner; inner = open.pop()) {
    if (blockNames.has(inner.nodeName)) return true;
    open.push(...inner.childNodes);
  }
  return false;
}

function isBlank({ nodeName, value }: Shape): boolean {
  return nodeName === '#comment' || (nodeName === '#text' && (value ?? '').trim() === '');
}

function collectItems(list: Shape): void {
  const children = list.childNodes.flatMap((child) => itemsIn(child, []));
  list.childNodes = [];
  let line: Shape | null = null;
  for (const child of children) {
    if (child.nodeName === EDGE) line = null;
    else if (child.nodeName === 'li') {
      line = null;
      append(list, child);
    } else if (holdsBlock(child)) {
      line = null;
      if (list.childNodes.length === 0) append(list, shape('li'));
      append(list.childNodes.at(-1) as Shape, child);
    } else if (
      line &&
      child.nodeName === 'br' &&
      line.childNodes.findLast((last) => !isBlank(last))?.nodeName === 'br'
    ) {
      line = null;
    } else if (line) append(line, child);
    else if (!isBlank(child)) {
      line = shape('li');
      append(line, child);
      append(list, line);
    }
  }
}

function holdsItem({ childNodes }: Shape): boolean {
  return childNodes.some((child) => child.nodeName === 'li' || (!lists.has(child.nodeName) && holdsItem(child)));
}

/** Where a line directly in a list ends. */
const EDGE = '#edge';
const plainWrappers = new Set('div section article center address header footer nav aside form fieldset'.split(' '));

/** A child of a list, or the items in it with a copy of each wrapper inside them. */
function itemsIn(child: Shape, wrappers: Shape[]): Shape[] {
  if (plainWrappers.has(child.nodeName)) {
    return [shape(EDGE), ...child.childNodes.flatMap((inner) => itemsIn(inner, wrappers)), shape(EDGE)];
  }
  if (child.nodeName === 'li' || lists.has(child.nodeName) || !holdsItem(child)) {
    const isItem = child.nodeName === 'li';
    if (wrappers.length === 0 || isBlank(child)) return [child];
    const outer = isItem ? shape('li', child.attrs) : null;
    let content = isItem ? child.childNodes : [child];
    for (const { nodeName, attrs } of wrappers.toReversed()) {
      const wrapper = shape(nodeName, attrs);
      for (const node of content) append(wrapper, node);
      content = [wrapper];
    }
    if (!outer) return content;
    for (const node of content) append(outer, node);
    return [outer];
  }
  return child.childNodes.flatMap((inner) => itemsIn(inner, [...wrappers, child]));
}

function layOut(table: Shape): void {
  const loose: Shape[] = [];
  const rows: Shape[] = [];
  const visit = (part: Shape): void => {
    if (part.nodeName === 'tr') rows.push(part);
    part.childNodes = part.childNodes.filter((child) => {
      if (tableParts.has(child.nodeName) && child.nodeName !== 'table') visit(child);
      else if (!cells.has(child.nodeName)) loose.push(child);
      return tableParts.has(child.nodeName) || cells.has(child.nodeName);
    });
  };
  visit(table);
  for (const [index, row] of rows.entries()) {
    const inHead = row.parentNode?.nodeName === 'thead';
    const isHeader =
      index === 0 &&
      row.childNodes.some(({ nodeName }) => nodeName === 'th' || inHead) &&
      row.childNodes.every((cell) => cell.nodeName === 'th' || inHead || showsNothing(cell));
    for (const cell of row.childNodes) cell.nodeName = isHeader ? 'th' : 'td';
  }
  const parent = table.parentNode as Shape;
  const holder = shape('div');
  for (const node of loose) append(holder, node);
  holder.parentNode = parent;
  parent.childNodes.splice(parent.childNodes.indexOf(table), 0, holder);
}
