/**
 * Footnotes become `[^1]`. Whoever made them (WordPress, Jekyll, kramdown, Hugo, Word), a footnote is a pair of links:
 * a short mark in the text points to a block, and a link in that block points back to the mark.
 */
import { isEmpty } from '../../body/traverse.js';
import { ELEMENT, following, isElement, type Node, textOf } from '../../body/tree.js';
import { blocks } from '../../body/vocabulary.js';
import type { Edits } from '../../clean/edits.js';
import { addRaw, type Forming } from './form.js';

const RULE = 'form:footnote';

/** `1`, `[1]`, `(a)`, `*`, `†`, `注1`, `①`, `［１］` */
const MARK =
  /^[[(（【〔［]?\s*(?:[\d０-９]{1,4}|[a-z]{1,2}|[ivxlc]{1,6}|[*†‡§¶#]{1,3}|[注註][\d０-９]{0,3}|[①-⑳])\s*[\])）】〕］]?\.?$/iu;
/** What stands around the mark in its superscript: `<sup>[<a>1</a>]</sup>` */
const BRACKETS = /[\s[\]()（）【】〔〕［］]/g;
const DIGITS = /\d+/;
/** Levels between a link and the element that carries its name, or the block of a note. */
const LEVELS = 5;

/** The name that a link to `#name` points to. */
export function fragmentOf(link: Node): string {
  const href = (link.get('href') as string).slice(1);
  try {
    return decodeURIComponent(href);
  } catch {
    return href;
  }
}

/** Elements by the names that links can point to. */
export function targetsOf(root: Node, wanted: ReadonlySet<string>): Map<string, Node> {
  const targets = new Map<string, Node>();
  for (let node = root.first; node; node = following(node, root)) {
    if (!node.attributes) continue;
    for (const name of [node.get('id'), node.name === 'a' ? node.get('name') : null]) {
      if (name !== null && wanted.has(name) && !targets.has(name)) targets.set(name, node);
    }
  }
  return targets;
}

/** Names of the fragments that links point to. */
export function wantedNames(links: Node[]): Set<string> {
  return new Set(links.map(fragmentOf));
}

/** The block of a note whose name stands on `target`. */
function noteBlock(target: Node): Node | null {
  let node: Node | null = target;
  for (let level = 0; node && level < LEVELS; level++) {
    if (node.name === 'li' || node.name === 'p' || node.name === 'dd' || node.name === 'div' || node.name === 'td')
      return node;
    if (node.name === 'aside' || node.name === 'section') return node;
    node = node.parent;
  }
  return null;
}

/** Whether a link, or something directly around or in it, has one of these names. */
function isNamed(link: Node, name: string): boolean {
  let node: Node | null = link;
  for (let level = 0; node && level < 3; level++) {
    if (node.get('id') === name || node.get('name') === name) return true;
    if (blocks.has(node.name)) break;
    node = node.parent;
  }
  for (const near of [link.first, link.prev, link.next]) {
    if (isElement(near) && (near.get('id') === name || near.get('name') === name)) return true;
  }
  return false;
}

interface Note {
  label: string;
  block: Node;
  references: Node[];
  backs: Set<Node>;
}

/** Links inside a block that point into the same document. */
function linksIn(block: Node): Node[] {
  const links: Node[] = [];
  for (let node = block.first; node; node = following(node, block)) {
    if (node.name === 'a' && node.get('href')?.startsWith('#')) links.push(node);
  }
  return links;
}

/** The notes of a document, in the order of their first marks. A note stands behind its mark. */
function findNotes({ root, fragments }: Forming): Note[] {
  const targets = targetsOf(root, wantedNames(fragments));
  const notes = new Map<Node, Note>();
  const inside = new Map<Node, Node[]>();
  const others: { link: Node; block: Node }[] = [];
  for (const link of fragments) {
    const target = targets.get(fragmentOf(link));
    const block = target && MARK.test(textOf(link).trim()) ? noteBlock(target) : null;
    if (!block || block.start < link.end) continue;
    const candidates = inside.get(block) ?? linksIn(block);
    inside.set(block, candidates);
    const backs = candidates.filter((back) => isNamed(link, fragmentOf(back)));
    if (backs.length === 0) {
      others.push({ link, block });
      continue;
    }
    const note = notes.get(block) ?? { label: textOf(link), block, references: [], backs: new Set() };
    notes.set(block, note);
    note.references.push(link);
    for (const back of backs) note.backs.add(back);
  }
  // Further marks of the same note: the way back leads to the first one.
  for (const { link, block } of others) notes.get(block)?.references.push(link);
  return [...notes.values()];
}

/** A link, with the superscript around it if that holds nothing else. */
function withSuperscript(link: Node): Node {
  const { parent } = link;
  if (parent?.name !== 'sup' || parent.firstElementChild !== link || parent.lastElementChild !== link) return link;
  return textOf(parent).replace(BRACKETS, '') === textOf(link).replace(BRACKETS, '') ? parent : link;
}

/** Boxes around words: a list, a quote or code begins below the mark. */
const AROUND_WORDS = new Set(['p', 'div', 'section', 'article', 'aside', 'center']);

/** Where the text of a note begins: in its first paragraph. */
function beginning(block: Node): Node {
  let node = block;
  for (let inner = firstShown(node); isElement(inner) && AROUND_WORDS.has(inner.name); inner = firstShown(node))
    node = inner;
  return node;
}

/** The first child that shows something: the box of a link that led back is empty now. */
function firstShown(node: Node): Node | null {
  let child = node.first;
  while (child && (child.type === ELEMENT ? isEmpty(child) : child.data.trim() === '')) child = child.next;
  return child;
}

function formNote({ label, block, references, backs }: Note, forming: Forming): void {
  const { edits } = forming;
  for (const link of references) {
    const mark = withSuperscript(link);
    addRaw(`[^${label}]`, mark, 'before', forming, RULE);
    edits.by(RULE).remove(mark);
  }
  for (const back of backs) edits.by(RULE).remove(withSuperscript(back));
  const start = beginning(block);
  addRaw(`[^${label}]: `, start.first ?? start, start.first ? 'before' : 'append', forming, RULE);
  edits.by(RULE).rename(block, 'footnote-text');
}

/** A list of nothing but notes is no list any more, and the rule above them goes: readers draw their own. */
function openList(list: Node, { edits }: Forming): void {
  for (let child = list.first; child; child = child.next) if (child.name === 'li') return;
  if (list.name === 'ol' || list.name === 'ul') edits.by(RULE).rename(list, 'div');
  removeRuleAbove(list, edits);
}

function removeRuleAbove(node: Node, edits: Edits): void {
  let before = node.prev;
  while (before && before.type !== ELEMENT && before.data.trim() === '') before = before.prev;
  if (before?.name === 'hr') edits.by(RULE).remove(before);
}

/** Rewrites the footnotes of a document. */
export function formFootnotes(forming: Forming): void {
  const notes = findNotes(forming);
  const labels = new Set<string>();
  const lists = new Set<Node>();
  for (const [index, note] of notes.entries()) {
    const number = DIGITS.exec(note.label)?.[0] ?? String(index + 1);
    note.label = labels.has(number) ? `${number}-${index + 1}` : number;
    labels.add(note.label);
    formNote(note, forming);
    removeRuleAbove(note.block, forming.edits);
    if (note.block.parent) lists.add(note.block.parent);
  }
  for (const list of lists) openList(list, forming);
}
