/**
 * Bounded looks at a tree. A rule runs on every article of an archive, on hostile ones too, so each question here
 * stops after a fixed number of steps, whatever stands below or around the node, and answers "no" or null where it
 * could not see to the end. That keeps a rule that asks once a node linear (law 6).
 */
import { ELEMENT, type Node, TEXT } from './tree.js';
import { blocks, invisible } from './vocabulary.js';
import { isBlank, isUnseen, showsNothing, spaced } from './white-space.js';

/** Steps of a look that is given no other bound: nodes entered or left. */
const STEPS = 96;
/** Ancestors that a look climbs. */
const CLIMB = 48;

/** Elements that a reader sees although they hold no text. */
const seen: ReadonlySet<string> = new Set(
  'img svg picture iframe video audio object embed canvas math hr input select textarea button'.split(' '),
);

export function isBlockElement(node: Node | null | undefined): boolean {
  return !!node && node.type === ELEMENT && blocks.has(node.name);
}

/** A text of white space alone. */
export function isBlankText(node: Node | null): boolean {
  return node?.type === TEXT && isBlank(node.data);
}

/** Text, an image or another thing that a reader sees. Blank text, comments and wrappers are not. */
function isVisibleLeaf(node: Node): boolean {
  if (node.type === TEXT) return !showsNothing(node.data);
  return node.type === ELEMENT && seen.has(node.name);
}

/**
 * The visible text of a node with white space normalised to single blanks and trimmed, or null where it is longer
 * than `limit` characters or spread over too many nodes. Line breaks and block borders count as a blank.
 * @param limit UTF-16 units
 */
export function shortText(node: Node, limit: number, steps = STEPS): string | null {
  let text = '';
  let blank = false;
  let raw = limit * 6 + 400;
  let left = steps;
  for (let at: Node | null = node; at; at = step(at, node)) {
    if (left-- <= 0) return null;
    if (at.type !== TEXT) {
      if (at.name === 'br' || blocks.has(at.name)) blank = true;
      continue;
    }
    const { data } = at;
    raw -= data.length;
    if (raw < 0) return null;
    const words = spaced(data);
    const shown = words.trim();
    if (shown === '') {
      blank ||= words !== '';
      continue;
    }
    if (text !== '' && (blank || words.startsWith(' '))) text += ' ';
    text += shown;
    if (text.length > limit) return null;
    blank = words.endsWith(' ');
  }
  return text;
}

/** Like `following`, but it does not enter scripts, styles and templates. */
export function step(node: Node, root: Node): Node | null {
  if (node.first && !invisible.has(node.name)) return node.first;
  let at: Node | null = node;
  while (at && at !== root) {
    if (at.next) return at.next;
    at = at.parent;
  }
  return null;
}

/** The one image of a node that shows nothing else (no text, no second image), or null. */
export function soleImage(node: Node, steps = STEPS): Node | null {
  let image: Node | null = null;
  let left = steps;
  for (let at: Node | null = node; at; at = step(at, node)) {
    if (left-- <= 0) return null;
    if (at.name === 'img') {
      if (image) return null;
      image = at;
    } else if (isVisibleLeaf(at) && at.name !== 'picture') return null;
  }
  return image;
}

/** True where a node shows nothing: no text, no image, no embedded thing. */
export function isEmpty(node: Node, steps = STEPS): boolean {
  let left = steps;
  for (let at: Node | null = node; at; at = step(at, node)) {
    if (left-- <= 0 || isVisibleLeaf(at)) return false;
  }
  return true;
}

/** The nearest visible text, image or embedded thing after a node, inside `root`; null at the end or too far away. */
export function nextVisible(node: Node, root: Node, steps = STEPS): Node | null {
  return look(node, root, 'next', steps).found;
}

/** The nearest visible text, image or embedded thing before a node, inside `root`; null at the start or too far. */
export function previousVisible(node: Node, root: Node, steps = STEPS): Node | null {
  return look(node, root, 'prev', steps).found;
}

type Direction = 'next' | 'prev';

interface Neighbour {
  found: Node | null;
  /** The look came to the root's border: nothing visible is left on that side. */
  border: boolean;
  steps: number;
}

/** Goes from a node to the next visible leaf on one side; counts each node entered and each parent left. */
function look(node: Node, root: Node, direction: Direction, steps: number): Neighbour {
  const firstChild = direction === 'next' ? 'first' : 'last';
  let at: Node = node;
  let left = steps;
  // Asked of the root itself, what counts is inside of it: what stands first or last there.
  let enter = node === root;
  while (left-- > 0) {
    const child: Node | null = enter && !invisible.has(at.name) ? at[firstChild] : null;
    const sibling: Node | null = child ?? (at === root ? null : at[direction]);
    if (sibling) {
      at = sibling;
      enter = true;
      if (isVisibleLeaf(at)) return { found: at, border: false, steps: left };
    } else {
      if (at === root || !at.parent) return { found: null, border: true, steps: left };
      at = at.parent;
      enter = false;
      if (at === root) return { found: null, border: true, steps: left };
    }
  }
  return { found: null, border: false, steps: 0 };
}

/** How much may stand between a node and the border for the node to be at that border. */
export interface Room {
  /** Non-blank characters. @default 0 */
  characters?: number;
  /** Images and embedded things. @default 0 */
  things?: number;
  /** @default 96 */
  steps?: number;
}

/** True where a node is the first visible thing in `root`, or no more than `room` stands before it. */
export function isHead(node: Node, root: Node, room: Room = {}): boolean {
  return isNear(node, root, 'prev', room);
}

/** True where a node is the last visible thing in `root`, or no more than `room` stands behind it. */
export function isTail(node: Node, root: Node, room: Room = {}): boolean {
  return isNear(node, root, 'next', room);
}

function isNear(node: Node, root: Node, direction: Direction, room: Room): boolean {
  let characters = room.characters ?? 0;
  let things = room.things ?? 0;
  let steps = room.steps ?? STEPS;
  for (let at: Node | null = node; at && steps > 0; ) {
    const { found, border, steps: left } = look(at, root, direction, steps);
    if (border) return true;
    if (!found) return false;
    steps = left;
    if (found.type === TEXT) {
      if (found.data.length > characters * 6 + 400) return false;
      for (let i = 0; i < found.data.length; i++) if (!isUnseen(found.data.charCodeAt(i))) characters--;
      if (characters < 0) return false;
    } else if (found.name !== 'hr' && --things < 0) return false;
    at = found;
  }
  return false;
}

/** The nearest block element around a node (itself included), at most 48 levels up, else the last node reached. */
export function blockOf(node: Node): Node {
  let at = node;
  for (let left = CLIMB; left > 0 && at.parent && !isBlockElement(at); left--) at = at.parent;
  return at;
}

/** True where one of the `levels` nearest ancestors (not the node itself) passes the test. */
export function isInside(node: Node, test: (ancestor: Node) => boolean, levels = CLIMB): boolean {
  let left = levels;
  for (let at = node.parent; at && left > 0; at = at.parent, left--) if (test(at)) return true;
  return false;
}

/** The widest ancestor (or the node itself) that shows nothing but the node; at most 16 levels up, never `root`. */
export function widest(node: Node, root: Node): Node {
  let at = node;
  for (let left = 16; left > 0; left--) {
    const { parent } = at;
    if (!parent || parent === root || !isAlone(at)) break;
    at = parent;
  }
  return at;
}

/** The node, or the widest inline element around it, where its block shows nothing else and is no `pre`; else null. */
export function soleInBlock(node: Node, root: Node): Node | null {
  let at = node;
  for (let left = 8; left > 0 && at.parent && isAlone(at); left--) {
    if (at.parent === root || isBlockElement(at.parent)) return at.parent.name === 'pre' ? null : at;
    at = at.parent;
  }
  return null;
}

/** True where the siblings of a node show nothing. */
export function isAlone(node: Node): boolean {
  let left = 12;
  for (const side of ['prev', 'next'] as const) {
    for (let at = node[side]; at; at = at[side]) if (left-- <= 0 || !isEmpty(at, 24)) return false;
  }
  return true;
}

/** `class` and `id` of an element as one string in lower case, for one test by a precompiled pattern. */
export function labelOf(node: Node): string {
  const { attributes } = node;
  if (!attributes) return '';
  const label = attributes.get('class') ?? '';
  const id = attributes.get('id');
  const both = id ? `${label} ${id}` : label;
  return both.length > 400 ? both.slice(0, 400).toLowerCase() : both.toLowerCase();
}
