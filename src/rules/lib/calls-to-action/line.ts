/**
 * Where a call to the reader stands: a line of its own at an edge of the article. The same words in the middle, in a
 * list or a heading, or in an article about such calls, are content.
 */
import { blockOf, isInside, nextVisible, previousVisible, shortText } from '../../../body/traverse.js';
import { following, type Node, TEXT } from '../../../body/tree.js';
import type { Context } from '../../../clean/context.js';
import { placeOf } from '../../../clean/edges.js';
import { type Line, lineOf, unmarked } from '../../../clean/line.js';
import { isCallText, LONGEST, LONGEST_LATIN } from './text.js';

const shelters: ReadonlySet<string> = new Set(
  'li dd dt td th figure figcaption caption blockquote h1 h2 h3 h4 h5 h6 summary'.split(' '),
);

function isSheltered(node: Node): boolean {
  return isInside(node, ({ name }) => shelters.has(name), 8);
}

/** True where an article's own prose has the words at least three times: then they are its subject. */
export function isSubject(context: Context, subject: RegExp): boolean {
  const key = `subject:${subject.source}`;
  let answer = context.memo.get(key) as boolean | undefined;
  if (answer === undefined) {
    answer = countInProse(context.root, subject) >= 3;
    context.memo.set(key, answer);
  }
  return answer;
}

/** Texts of this length are prose, not labels or calls. */
const PROSE = 24;

function countInProse(root: Node, subject: RegExp): number {
  let count = 0;
  for (let at: Node | null = root.first; at; at = following(at, root)) {
    if (at.type === TEXT && at.data.length >= PROSE && subject.test(at.data)) {
      if (++count >= 3) return count;
    }
    // The article's own title says what it is about.
    if (at.type === TEXT && at.parent?.name === 'h1' && subject.test(at.data)) return 3;
  }
  return count;
}

export interface CallKind {
  call: RegExp;
  /** What stands in each such call, as a pattern that compiles fast. */
  hint?: RegExp;
  /** Words that make an article one about such calls. */
  subject: RegExp;
  /** Characters that may stand behind the line. */
  room?: number;
}

/** The line of a text node where it is a call at the article's edge, or null. */
export function callLine(text: Node, context: Context, { call, hint, subject, room = 300 }: CallKind): Line | null {
  const { length } = text.data;
  if (length > LONGEST_LATIN + 40) return null;
  const place = placeOf(text, context);
  if (!place || (place.after > room && place.before > 60)) return null;
  // A paragraph in an ideographic script is too long before it is as long as a Latin call.
  if (length > LONGEST + 24 && text.data.charCodeAt(length >> 1) > 0x2e80) return null;
  // A call may be cut by emphasis; the pieces of one are short.
  const isPiece = length <= 30 && (text.prev !== null || text.next !== null);
  if (!isPiece && !call.test(unmarked(text))) return null;
  const line = lineOf(text, context, LONGEST_LATIN);
  if (!line || line.text === '' || (hint && !hint.test(line.text)) || isSheltered(text)) return null;
  const called = inLines(line, text, context, call) ?? (isCallText(line.text, call) ? line : null);
  if (!called || isHalf(called, context, call)) return null;
  return isSubject(context, subject) ? null : called;
}

/** Longest call that is written in more than one line. */
const SEVERAL_LINES = 40;

/** A sentence that ends before the text does; the mark in `いいね！` is none. */
const sentenceIn = /(?<!いいね)[。！？!?].*\S/;

/** A call over all lines of its block. Example: `长按二维码<br>关注我们`. */
function inLines({ whole }: Line, text: Node, { root }: Context, call: RegExp): Line | null {
  if (whole) return null;
  const block = blockOf(text);
  if (block === root) return null;
  const all = shortText(block, SEVERAL_LINES);
  if (all === null || !all.includes(' ') || sentenceIn.test(all) || !isCallText(all, call)) return null;
  return { nodes: [block], whole: block, text: all };
}

/** The end of a line whose sentence goes on in the next. */
const goesOn = /[，、,]$/;

/** One line of a sentence that is broken into several, of which another is no call. */
function isHalf({ nodes, whole, text }: Line, { root }: Context, call: RegExp): boolean {
  const [first, last] = [nodes[0], nodes.at(-1)];
  if (whole || !first || !last) return false;
  const lineAt = (near: Node | null): string => (near?.type === TEXT ? unmarked(near).trim() : '');
  const before = lineAt(previousVisible(first, root, 16));
  const after = lineAt(nextVisible(last, root, 16));
  return (goesOn.test(before) && !isCallText(before, call)) || (goesOn.test(text) && !isCallText(after, call));
}
