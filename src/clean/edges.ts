/**
 * Head and tail of an article: credits, calls and notices stand there, so a rule that goes by words asks first how
 * far from the border a text is. Both edges are walked once an article and remembered; a walk ends after a few
 * hundred characters, whatever the article's size.
 */

import { nextVisible, previousVisible } from '../body/traverse.js';
import { type Node, TEXT } from '../body/tree.js';
import { withoutUnseen } from '../body/white-space.js';
import type { Context } from './context.js';
import { unmarked } from './line.js';

/** Non-blank characters that may stand between a text and the border for it to be at that edge. */
const HEAD_ROOM = 160;
const TAIL_ROOM = 420;
/** What an image or an embedded thing counts. */
const THING = 40;
const STEPS = 400;

/** Non-blank characters between a text and the two borders; Infinity where that border is too far away. */
export interface EdgeDistances {
  before: number;
  after: number;
}

interface Edges {
  places: Map<Node, EdgeDistances>;
  /** The texts of `places` in document order. */
  texts: Node[];
  outermost: Node | null;
  /** The same with the next text behind each edge: the line of the last one may go on there. */
  around: Node[];
  words: EdgeWords | null;
}

/** What the texts at the edges say, for a look whether a cue is there at all. */
export interface EdgeWords {
  /** In lower case and without white space: a line may be in pieces, and its words apart by more than a blank. */
  text: string;
  /** Kana, Han and Hangul are in it. */
  isCjk: boolean;
}

const KEY = 'edges';

function walk(root: Node, side: keyof EdgeDistances, places: Map<Node, EdgeDistances>, beyond: Node[]): Node | null {
  const [near, room] = side === 'before' ? [nextVisible, HEAD_ROOM] : [previousVisible, TAIL_ROOM];
  let passed = 0;
  const outermost = near(root, root, STEPS);
  for (let at = outermost, left = 80; at && left > 0; left--) {
    if (passed > room) {
      if (at.type === TEXT) beyond.push(at);
      break;
    }
    if (at.type === TEXT) {
      const place = places.get(at) ?? { before: Number.POSITIVE_INFINITY, after: Number.POSITIVE_INFINITY };
      place[side] = passed;
      places.set(at, place);
      passed += at.data.trim().length;
    } else if (at.name !== 'hr') passed += THING;
    at = near(at, root, STEPS);
  }
  return outermost;
}

function edgesOf({ root, memo }: Context): Edges {
  const known = memo.get(KEY) as Edges | undefined;
  // Once the outermost piece has gone, what stood behind it is nearer to the border than the map says.
  if (known && !known.outermost?.gone) return known;
  const places = new Map<Node, EdgeDistances>();
  const [behindHead, beforeTail]: [Node[], Node[]] = [[], []];
  walk(root, 'before', places, behindHead);
  const head = [...places.keys()];
  const outermost = walk(root, 'after', places, beforeTail);
  const tail = [...places.keys()].slice(head.length).reverse();
  const texts = [...head, ...tail];
  const between = [...behindHead, ...beforeTail].filter((text) => !places.has(text));
  const around = [...head, ...between, ...tail];
  const edges: Edges = { places, texts, around, outermost, words: null };
  memo.set(KEY, edges);
  return edges;
}

/** Where a text stands, or null where it is at neither edge. */
export function placeOf(text: Node, context: Context): EdgeDistances | null {
  return edgesOf(context).places.get(text) ?? null;
}

/** All texts at the two edges, in document order. */
export function edgeTexts(context: Context): readonly Node[] {
  return edgesOf(context).texts;
}

export const cjk = /[\u3040-\u9fff\uac00-\ud7af]/;
/** No line is longer, and so none has a longer text in it; rules look for brackets at the end of such a text. */
const LONGEST_LINE = 400;
const LONGEST_BRACKET = 130;

function wordsOf(text: Node): string {
  const words = withoutUnseen(unmarked(text));
  return words.length > LONGEST_LINE ? words.slice(-LONGEST_BRACKET) : words;
}

/** The words at both edges, read once while the edges stay: what goes from them later is in there all the same. */
export function edgeWords(context: Context): EdgeWords {
  const edges = edgesOf(context);
  if (edges.words) return edges.words;
  let all = '';
  for (const text of edges.around) all += wordsOf(text);
  const text = all.toLowerCase();
  edges.words = { text, isCjk: cjk.test(text) };
  return edges.words;
}

/** Characters between a text node and the article's end; Infinity where it is not at the tail. */
export function charactersAfter(text: Node, context: Context): number {
  return placeOf(text, context)?.after ?? Number.POSITIVE_INFINITY;
}

/** True at either edge. */
export function isAtEdge(text: Node, context: Context): boolean {
  return placeOf(text, context) !== null;
}
