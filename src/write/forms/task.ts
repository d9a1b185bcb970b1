/** To-dos of editors that draw the box: Evernote, Notion, TipTap, Quill. They get the box that the class or name says. */

import { isBlankText } from '../../body/traverse.js';
import { following, type Node } from '../../body/tree.js';
import { blocks } from '../../body/vocabulary.js';
import type { Forming } from './form.js';
import { runOf } from './nest.js';

const RULE = 'form:task';

/** `--en-checked:true` (Evernote 10) */
const CHECKED_STYLE = /-en-checked\s*:\s*(true|false)/i;
/** `checkbox checkbox-on` (Notion) */
const DRAWN_BOX = /(?:^|\s)(?:to-?do-)?checkbox-(on|off)(?:\s|$)/i;

/** Boxes in an item around its words. */
const LEVELS = 4;

/** Whether an item says that it is done, or null where it is no task. */
function stateOf(item: Node): boolean | null {
  const kind = item.get('data-list');
  if (kind === 'checked' || kind === 'unchecked') return kind === 'checked';
  // TipTap says it of the item, Quill 1 of the list.
  const said =
    item.get('data-checked') ?? item.parent?.get('data-checked') ?? CHECKED_STYLE.exec(item.get('style') ?? '')?.[1];
  return said === 'true' || said === 'false' ? said === 'true' : null;
}

/** Gives a task without a box one. */
export function formTask(item: Node, { edits }: Forming): void {
  if (item.attributes === null && item.parent?.attributes == null) return;
  const state = stateOf(item);
  if (state === null || holdsBox(item)) return;
  const words = wordsOf(item);
  if (words.first) edits.by(RULE).addElement('input', boxOf(state), words.first, 'before');
}

/** Where the words of an item begin: in its first paragraph, if it begins with one. */
function wordsOf(item: Node): Node {
  let at = item;
  for (let left = LEVELS; left > 0; left--) {
    const first = firstShown(at);
    if (first?.name !== 'p' && first?.name !== 'div') break;
    at = first;
  }
  return at;
}

/** A box that a class draws: `<div class="checkbox checkbox-on">`. */
export function drawnState(node: Node): boolean | null {
  const state = DRAWN_BOX.exec(node.get('class') ?? '')?.[1];
  return state && !node.first ? state.toLowerCase() === 'on' : null;
}

/** Puts a box in the place of a drawn one. */
export function formDrawnBox(node: Node, state: boolean, { edits }: Forming): Node {
  const box = edits.by(RULE).addElement('input', boxOf(state), node, 'before');
  edits.remove(node);
  return box;
}

/** `<en-todo checked="true"/>` (Evernote). Lines that begin with one are a list. */
export function formEvernoteTask(node: Node, { edits }: Forming): Node {
  const line = lineOf(node);
  edits.by(RULE);
  if (line) {
    const lines = runOf(line, (next) => blocks.has(next.name) && beginsWithTask(next));
    for (const one of lines) edits.rename(one, 'li');
    edits.wrap('ul', [], line, lines[lines.length - 1] as Node);
  }
  const box = edits.addElement('input', boxOf(node.get('checked') === 'true'), node, 'before');
  edits.unwrap(node);
  return box;
}

function boxOf(checked: boolean): [string, string][] {
  return checked
    ? [
        ['type', 'checkbox'],
        ['checked', ''],
      ]
    : [['type', 'checkbox']];
}

/** The box that an item begins with may stand in a label. */
function holdsBox(item: Node): boolean {
  let left = 8;
  for (let node = following(item, item); node && left > 0; node = following(node, item), left--) {
    if (node.name === 'input' || drawnState(node) !== null) return true;
  }
  return false;
}

/** The line that a to-do opens, where it is a plain block. */
function lineOf(todo: Node): Node | null {
  const { parent } = todo;
  if (!parent || (parent.name !== 'div' && parent.name !== 'p')) return null;
  return beginsWithTask(parent) && firstShown(parent) === todo ? parent : null;
}

function beginsWithTask(line: Node): boolean {
  return (line.name === 'div' || line.name === 'p') && firstShown(line)?.name === 'en-todo';
}

function firstShown(node: Node): Node | null {
  let child = node.first;
  while (child && isBlankText(child)) child = child.next;
  return child;
}
