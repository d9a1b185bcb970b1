/** Form controls: the text that they show. A box at the start of a list item is a task. */
import { isText, type Node, TEXT } from '../../body/tree.js';
import { blocks } from '../../body/vocabulary.js';
import { addRaw, type FormHandler, type Forming, into, past, removed } from './form.js';
import { formEvernoteTask } from './task.js';

const RULE = 'form:control';
/** Types whose value nobody sees. */
const SILENT = new Set(['hidden', 'file', 'password', 'color', 'range', 'image']);

/** What may stand around the box of a task in its item. */
const AROUND_BOX = new Set(['p', 'div', 'label', 'span']);

/** Whether nothing visible stands before a node in its list item, whatever paragraph or label is around it. */
function opensItem(node: Node): boolean {
  for (let current: Node | null = node; current && current.name !== 'li'; current = current.parent) {
    if (current !== node && !AROUND_BOX.has(current.name)) return false;
    for (let before = current.prev; before; before = before.prev) {
      if (!isText(before) || before.data.trim() !== '') return false;
    }
    if (current.parent?.name === 'li') return true;
  }
  return false;
}

/**
 * What the mark of a task stands before: the box itself, or the words of a block behind it; null where it is no task.
 * TipTap puts the box into a label, and the words into a `<div>` beside that.
 */
function wordsOfTask(box: Node): Node | null {
  let isInBlock = false;
  let at = box;
  let next = shown(box.next);
  while (!next && at.parent && at.parent.name !== 'li') {
    at = at.parent;
    isInBlock ||= blocks.has(at.name);
    next = shown(at.next);
  }
  if (next && !isInBlock && !blocks.has(next.name)) return box;
  while (next && AROUND_BOX.has(next.name)) next = shown(next.first);
  return next && !blocks.has(next.name) ? next : null;
}

/** The first node from here on that is neither a blank nor an empty wrapper. */
function shown(from: Node | null): Node | null {
  let node = from;
  while (node && showsNothing(node)) node = node.next;
  return node;
}

function showsNothing(node: Node): boolean {
  return node.type === TEXT ? node.data.trim() === '' : !node.first && AROUND_BOX.has(node.name);
}

function inputForm(node: Node, forming: Forming): Node | null {
  const type = (node.get('type') ?? 'text').toLowerCase();
  const { edits } = forming;
  const words = type === 'checkbox' && opensItem(node) ? wordsOfTask(node) : null;
  if (words) {
    const blank = words === node && node.next && isText(node.next) && /^\s/.test(node.next.data) ? '' : ' ';
    addRaw(`${node.has('checked') ? '[x]' : '[ ]'}${blank}`, words, 'before', forming, 'form:task');
  } else if (type === 'checkbox' || type === 'radio') {
    edits.by(RULE).addText(` ${node.has('checked') ? '[x]' : '[ ]'} `, node, 'before');
  } else if (type === 'image' && node.get('src')) {
    edits.by(RULE).addElement(
      'img',
      [
        ['src', node.get('src') as string],
        ['alt', node.get('alt') ?? ''],
      ],
      node,
      'before',
    );
  } else if (!SILENT.has(type)) {
    const value = node.get('value')?.trim();
    // A frame stands around it: words beside it do not touch it.
    if (value) edits.by(RULE).addText(` ${value} `, node, 'before');
  }
  return removed(node, forming, RULE);
}

export const controlForm: FormHandler = (node, forming) => {
  const { edits } = forming;
  if (node.name === 'input') return inputForm(node, forming);
  if (node.name === 'en-todo') return formEvernoteTask(node, forming);
  if (node.name === 'textarea') {
    if (!node.first) return removed(node, forming, RULE);
    edits.by(RULE).rename(node, 'pre');
    return past(node, forming);
  }
  // A choice is a list of what can be chosen.
  edits.by(RULE).rename(node, 'ul');
  for (let child = node.first; child; child = child.next) {
    if (child.name === 'option') edits.by(RULE).rename(child, 'li');
    for (let inner = child.name === 'optgroup' ? child.first : null; inner; inner = inner.next) {
      if (inner.name === 'option') edits.by(RULE).rename(inner, 'li');
    }
  }
  return into(node, forming);
};
