/** From a cleaned tree to what `learn` keeps of it. */
import { type Line, linesOf } from '../body/lines.js';
import { ELEMENT, following, type Node, TEXT } from '../body/tree.js';
import { blocks, invisible } from '../body/vocabulary.js';
import { visibleLine } from '../body/white-space.js';
import { unmarked } from '../clean/line.js';
import { LINK } from './mask.js';
import type { LineKind, SeenBox, SeenImage, SeenLine } from './observation.js';

/** Longest line that may be noise, UTF-16 units: no rule matches longer ones. */
const LONGEST = 400;
/** Lines kept at each end of an article; of those between them only the weight is kept. */
const EDGE = 150;
/** Lines that a box may have to be one. */
const BOX = 12;
const MOST_LINKS = 8;
const LONGEST_ADDRESS = 300;
/** Pixels. */
const TINY = 3;

const KINDS: Readonly<Record<string, LineKind>> = {
  h1: 'heading',
  h2: 'heading',
  h3: 'heading',
  h4: 'heading',
  h5: 'heading',
  h6: 'heading',
  li: 'item',
  dt: 'item',
  dd: 'item',
  td: 'cell',
  th: 'cell',
  caption: 'cell',
  blockquote: 'quote',
  pre: 'code',
};

/** The lines and boxes of an article, as its rules left it. */
export function observeTree(root: Node): { lines: SeenLine[]; boxes: SeenBox[] } {
  const table = linesOf(root, ({ name }) => invisible.has(name));
  const all = table.lines;
  const lines: SeenLine[] = [];
  /** Index of each line in `lines`. */
  const numbers = new Map<Line, number>();
  for (const [index, line] of all.entries()) {
    const last = lines.at(-1);
    if (index >= EDGE && index < all.length - EDGE && last) {
      // The middle of a very long article is one line that says nothing.
      if (index === EDGE) lines.push({ text: '', weight: line.weight, linked: 0, kind: 'block' });
      else last.weight += line.weight;
      continue;
    }
    numbers.set(line, lines.length);
    lines.push(seenLine(line, root, isPart(all, index)));
  }
  return { lines, boxes: boxesOf(root, all, numbers) };
}

function isPart(lines: readonly Line[], index: number): boolean {
  const { paragraph } = lines[index] as Line;
  return lines[index - 1]?.paragraph === paragraph || lines[index + 1]?.paragraph === paragraph;
}

function seenLine(line: Line, root: Node, part: boolean): SeenLine {
  const { weight, linked } = line;
  const kind = kindOf(line.block, root, line.nodes);
  const seen: SeenLine = { text: '', weight, linked, kind };
  if (kind === 'code') return seen;
  const images: SeenImage[] = [];
  const links: string[] = [];
  let text = '';
  let frame = '';
  let strong = true;
  let lastLink: Node | null = null;
  for (const node of line.nodes) {
    const link = linkAround(node, line.block);
    if (link && link !== lastLink && links.length < MOST_LINKS) links.push(address(link.get('href')));
    if (node.type === ELEMENT) {
      images.push(seenImage(node));
      continue;
    }
    const data = unmarked(node);
    text += data;
    if (!link) frame += data;
    else if (link !== lastLink) frame += LINK;
    lastLink = link;
    if (strong && data.trim() !== '' && !isStrong(node, line.block)) strong = false;
  }
  text = visibleLine(text);
  if (text.length <= LONGEST) seen.text = text;
  if (links.length > 0) {
    seen.links = links;
    if (text.length <= LONGEST) seen.frame = visibleLine(frame);
  }
  if (images.length > 0) seen.images = images.slice(0, MOST_LINKS);
  if (strong && text !== '') seen.strong = true;
  if (part) seen.part = true;
  return seen;
}

function address(value: string | null): string {
  return (value ?? '').trim().slice(0, LONGEST_ADDRESS);
}

function seenImage(image: Node): SeenImage {
  const size = (name: string) => Number.parseInt(image.get(name) ?? '', 10);
  const tiny = size('width') <= TINY || size('height') <= TINY;
  return { src: address(image.get('src')), alt: (image.get('alt') ?? '').slice(0, 80), tiny };
}

function linkAround(node: Node, block: Node): Node | null {
  for (let at = node.parent; at && at !== block; at = at.parent) if (at.name === 'a' && at.has('href')) return at;
  return null;
}

const emphasis: ReadonlySet<string> = new Set(['b', 'strong', 'em', 'i', 'u', 'big']);

function isStrong(node: Node, block: Node): boolean {
  if (node.raw) return /^\s*(?:\*|__)/.test(node.data) || node.prev?.name === '#syntax';
  for (let at = node.parent; at && at !== block; at = at.parent) if (emphasis.has(at.name)) return true;
  return false;
}

function kindOf(block: Node, root: Node, nodes: readonly Node[]): LineKind {
  const [first] = nodes;
  // A Markdown body's own source outside its paragraphs (tables, rules) has no lines that a rule could take.
  if (first?.raw && first.parent === root) return 'code';
  for (let at = first?.parent ?? null; at && at !== block; at = at.parent) if (at.name === 'code') return 'code';
  for (let at: Node | null = block, left = 6; at && at !== root && left > 0; at = at.parent, left--) {
    const kind = KINDS[at.name];
    if (kind) return kind;
  }
  return 'block';
}

const NAME = /^[a-z][a-z_-]*$/i;

/** The smallest useful selector of an element that says by name what it is for, or null. */
function selectorOf(element: Node): string | null {
  const names = (element.get('class') ?? '').split(/\s+/).filter((name) => NAME.test(name) && name.length < 60);
  const id = element.get('id') ?? '';
  if (names.length > 0) return `${element.name}.${names.slice(0, 4).sort().join('.')}`;
  return NAME.test(id) && id.length < 60 ? `${element.name}#${id}` : null;
}

function boxesOf(root: Node, lines: readonly Line[], numbers: ReadonlyMap<Line, number>): SeenBox[] {
  const lineOf = new Map<Node, Line>();
  for (const line of lines) for (const node of line.nodes) lineOf.set(node, line);
  const boxes: SeenBox[] = [];
  for (let node = root.first; node; node = following(node, root)) {
    if (node.type !== ELEMENT || !blocks.has(node.name) || !node.attributes || node.name === 'td') continue;
    const selector = selectorOf(node);
    const found = selector && linesIn(node, lineOf, numbers);
    if (selector && found) boxes.push({ selector, ...found });
  }
  return boxes;
}

/** The first and the last line below an element, or null where there are none or too many. */
function linesIn(
  box: Node,
  lineOf: ReadonlyMap<Node, Line>,
  numbers: ReadonlyMap<Line, number>,
): { from: number; to: number } | null {
  let from = -1;
  let to = -1;
  let left = 300;
  for (let node = box.first; node; node = following(node, box)) {
    if (left-- <= 0) return null;
    const line = node.type === TEXT || node.name === 'img' ? lineOf.get(node) : undefined;
    const number = line && numbers.get(line);
    if (number === undefined) continue;
    if (from < 0) from = number;
    to = number + 1;
    if (to - from > BOX) return null;
  }
  return from < 0 ? null : { from, to };
}
