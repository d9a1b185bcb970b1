/**
 * Head and tail of an article: credits, calls and notices stand there, so a rule that goes by words asks first how
 * far from the border a text is. Both edges are walked once an article and remembered; a walk ends after a few
 * hundred characters, whatever the article's size.
 */
import { type Node, TEXT } from '../body/tree.js';
import { nextVisible, previousVisible } from './look.js';
import type { Context } from './rule.js';

/** Non-blank characters that may stand between a text and the border for it to be at that edge. */
const HEAD_ROOM = 160;
const TAIL_ROOM = 420;
/** What an image or an embedded thing counts. */
const THING = 40;
const STEPS = 400;

interface Edges {
  before: Map<Node, number>;
  after: Map<Node, number>;
  outermost: Node | null;
}

const KEY = 'edges';

function walk(root: Node, near: typeof nextVisible, room: number, place: Map<Node, number>): Node | null {
  let passed = 0;
  const outermost = near(root, root, STEPS);
  for (let at = outermost, left = 80; at && left > 0 && passed <= room; left--) {
    if (at.type === TEXT) {
      place.set(at, passed);
      passed += at.data.trim().length;
    } else if (at.name !== 'hr') passed += THING;
    at = near(at, root, STEPS);
  }
  return outermost;
}

function edgesOf(context: Context): Edges {
  const cached = context.memo.get(KEY) as Edges | undefined;
  // Once the outermost piece has gone, what stood behind it is nearer to the border than the maps say.
  if (cached && !cached.outermost?.gone) return cached;
  const edges: Edges = { before: new Map(), after: new Map(), outermost: null };
  walk(context.root, nextVisible, HEAD_ROOM, edges.before);
  edges.outermost = walk(context.root, previousVisible, TAIL_ROOM, edges.after);
  context.memo.set(KEY, edges);
  return edges;
}

/** Characters between a text node and the article's start; Infinity where it is not at the head. */
export function charactersBefore(text: Node, context: Context): number {
  return edgesOf(context).before.get(text) ?? Number.POSITIVE_INFINITY;
}

/** Characters between a text node and the article's end; Infinity where it is not at the tail. */
export function charactersAfter(text: Node, context: Context): number {
  return edgesOf(context).after.get(text) ?? Number.POSITIVE_INFINITY;
}

/** True at either edge. */
export function isAtEdge(text: Node, context: Context): boolean {
  const { before, after } = edgesOf(context);
  return before.has(text) || after.has(text);
}
