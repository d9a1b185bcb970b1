/**
 * An element of HTML that stands in a paragraph of Markdown, as a tree that the Markdown writer knows: what Markdown
 * has a form for as elements, all other source as it was typed.
 */
import { decodeHTML } from 'entities/decode';
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
  const open = (at: Node): boolean => {
    if (at.type !== ELEMENT) {
      if (at.type === TEXT && inCode > 0) addPlain(parent, codeOf(at.data));
      else if (at.type === TEXT) addText(parent, at.data);
      else addRaw(parent, source.slice(at.start, at.end));
      return false;
    }
    if (isBare(at)) return true;
    if (at.name === 'img' && at.has('src')) {
      append(parent, cloneOf(at));
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
    if (at.type !== ELEMENT || isBare(at) || (at.name === 'img' && at.has('src'))) return;
    if (!hasInlineForm(at) || isTarget(at)) addRaw(parent, source.slice(at.closeStart, at.end));
    else {
      parent = parent.parent as Node;
      if (codes.has(at.name)) inCode--;
    }
  };
  addRaw(root, around.before);
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
  addRaw(root, around.after);
  return root;
}

function cloneOf(node: Node): Node {
  const element = addedElement(node.name, 0);
  if (node.attributes) element.attributes = new Map(node.attributes);
  return element;
}

/** Text of Markdown: what needs no escape as text, whose ends may move out of a mark, all else as it was typed. */
function addText(parent: Node, text: string): void {
  const words = text.trim();
  const start = text.indexOf(words);
  addPlain(parent, text.slice(0, start));
  let from = 0;
  for (let at = 1; at <= words.length; at++) {
    const isText = isPlainAt(words, from);
    if (at < words.length && isPlainAt(words, at) === isText) continue;
    if (isText) addPlain(parent, words.slice(from, at));
    else addRaw(parent, words.slice(from, at));
    from = at;
  }
  addPlain(parent, text.slice(start + words.length));
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
  return plain.includes('&') ? decodeHTML(plain) : plain;
}
