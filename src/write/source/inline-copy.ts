/**
 * An element of HTML that stands in a paragraph of Markdown, as a tree that the Markdown writer knows: what Markdown
 * has a form for as elements, all other source as it was typed.
 */
import { decodeHTMLStrict } from 'entities/decode';
import { addedElement, append, createDocument, ELEMENT, Node, TEXT } from '../../body/tree.js';
import { isAsciiPunctuation } from '../markdown/characters.js';

/** Markdown has a form for them. */
const marks = new Set(['b', 'strong', 'em', 'i', 'del', 's', 'strike']);
const codes = new Set(['code', 'tt', 'samp']);

/** Whether Markdown may have a form for the element. */
export function hasInlineForm(node: Node): boolean {
  if (node.added || node.closeStart >= node.end || !node.first) return false;
  return marks.has(node.name) || codes.has(node.name) || (node.name === 'a' && (node.get('href') ?? '').trim() !== '');
}

/**
 * A document that holds a copy of the element between the characters that stand around it.
 * @param source what the offsets refer to
 * @param isBare whether an element's tags go
 * @param isTarget whether links point to the element
 */
export function copyInline(
  node: Node,
  source: string,
  around: { before: string; after: string },
  isBare: (node: Node) => boolean,
  isTarget: (node: Node) => boolean,
): Node {
  const root = createDocument();
  let parent: Node = root;
  let inCode = 0;
  /** Line breaks at the end stand outside. */
  const breaks: string[] = [];
  const open = (at: Node): boolean => {
    if (at.type !== ELEMENT) {
      if (at.type === TEXT && inCode > 0) addPlain(parent, codeOf(at.data));
      else if (at.type === TEXT) addText(parent, at.data, at.prev !== null, at.next !== null);
      else addRaw(parent, source.slice(at.start, at.end));
      return false;
    }
    if (isBare(at)) return true;
    if (at.name === 'br' && (breaks.length > 0 || endsNode(at, node))) {
      breaks.push(source.slice(at.start, at.end));
      return false;
    }
    if (isVoid(at)) {
      if (at.name === 'br') addRaw(parent, source.slice(at.start, at.end));
      else append(parent, cloneOf(at));
      return false;
    }
    if (!hasInlineForm(at) || isTarget(at)) {
      addRaw(parent, source.slice(at.start, at.openEnd));
      return true;
    }
    const element = cloneOf(at);
    append(parent, element);
    parent = element;
    if (codes.has(at.name)) inCode++;
    return true;
  };
  const close = (at: Node): void => {
    if (at.type !== ELEMENT || isBare(at) || isVoid(at)) return;
    if (!hasInlineForm(at) || isTarget(at)) addRaw(parent, source.slice(at.closeStart, at.end));
    else {
      parent = parent.parent as Node;
      if (codes.has(at.name)) inCode--;
    }
  };
  addText(root, around.before, false, false);
  for (let at: Node = node; ; ) {
    if (open(at) && at.first) {
      at = at.first;
      continue;
    }
    close(at);
    while (at !== node && !at.next) {
      at = at.parent as Node;
      close(at);
    }
    if (at === node) break;
    at = at.next as Node;
  }
  addRaw(root, breaks.join(''));
  addText(root, around.after, false, false);
  return root;
}

function isVoid(node: Node): boolean {
  return node.name === 'br' || (node.name === 'img' && node.has('src'));
}

/** How many nodes are looked at behind a line break. */
const FEW = 16;

/** Whether nothing but a few blanks and line breaks stand behind a child inside of `node`. */
function endsNode(child: Node, node: Node): boolean {
  let left = FEW;
  for (let at = child; at !== node; at = at.parent as Node) {
    if (left-- === 0) return false;
    for (let next = at.next; next; next = next.next) {
      if (left-- <= 0) return false;
      if (next.name !== 'br' && (next.type !== TEXT || next.data.trim() !== '')) return false;
    }
  }
  return true;
}

function cloneOf(node: Node): Node {
  const element = addedElement(node.name, 0);
  if (node.attributes) element.attributes = new Map(node.attributes);
  return element;
}

/**
 * Text of Markdown: what needs no escape as text, whose ends may move out of a mark, all else as it was typed.
 * @param follows something stands before it in its element
 * @param goesOn something stands behind it there
 */
function addText(parent: Node, text: string, follows: boolean, goesOn: boolean): void {
  const start = blanksEnd(text);
  const end = blanksStart(text, start);
  addBlanks(parent, text.slice(0, start), follows);
  for (let from = start, at = start + 1; at <= end; at++) {
    const isText = isPlainAt(text, from);
    if (at < end && isPlainAt(text, at) === isText) continue;
    if (isText) addPlain(parent, text.slice(from, at));
    else addRaw(parent, text.slice(from, at));
    from = at;
  }
  addBlanks(parent, text.slice(end), goesOn);
}

/** Blanks at an edge may move out of a mark; a line end between words stays. */
function addBlanks(parent: Node, blanks: string, isBetween: boolean): void {
  if (isBetween && blanks.includes('\n')) addRaw(parent, blanks);
  else addPlain(parent, blanks.replaceAll(NBSP, '\u00a0'));
}

const NBSP = '&nbsp;';

function blanksEnd(text: string): number {
  let at = 0;
  for (;;) {
    if (text.startsWith(NBSP, at)) at += NBSP.length;
    else if (at < text.length && (text[at] as string).trim() === '') at++;
    else return at;
  }
}

function blanksStart(text: string, floor: number): number {
  let at = text.length;
  for (;;) {
    if (text.endsWith(NBSP, at) && at - NBSP.length >= floor) at -= NBSP.length;
    else if (at > floor && (text[at - 1] as string).trim() === '') at--;
    else return at;
  }
}

/** A letter, a digit, a blank between two words, or what is not ASCII: never a mark. */
function isPlainAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code === 0x20) return text[at - 1] !== ' ' && text[at + 1] !== ' ';
  return code > 0x7f || (code > 0x20 && !isAsciiPunctuation(code));
}

function addPlain(parent: Node, text: string): void {
  if (text !== '') append(parent, new Node(TEXT, '#text', text, 0, 0));
}

function addRaw(parent: Node, text: string): void {
  if (text === '') return;
  const node = new Node(TEXT, '#text', text, 0, 0);
  node.raw = true;
  append(parent, node);
}

/** Text of Markdown as the characters that it shows, e.g. `a\_b &lt;c&gt;`. */
function codeOf(text: string): string {
  const plain = text.replace(/\\([!-/:-@[-`{-~])/g, '$1');
  return plain.includes('&') ? decodeHTMLStrict(plain) : plain;
}
