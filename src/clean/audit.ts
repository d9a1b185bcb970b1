/**
 * Law 1, checked on the tree of every article: the input's tokens with the log applied are the output's tokens, in
 * order. Tokens are the non-white characters of text, the images and the link targets.
 *
 * A parsed text node is a slice of the input and is never rewritten, so the proof is short: what stayed and what the
 * log says was removed, put back in the order of their places in the input, must be the text that was there before;
 * what is new must be what the log says was added. An edit that bypasses `Edits` breaks one of the two.
 */
import { targetAttribute } from '../body/target.js';
import { COMMENT, following, type Node, TEXT } from '../body/tree.js';
import { withoutSpace } from '../body/white-space.js';
import { ArticleError } from '../errors.js';
import type { Change } from './change.js';
import { originOf } from './made.js';

/** One token-bearing piece: a text node, an image or a link target, with its place in the input. */
interface TokenBearer {
  at: number;
  value: string;
}

/** Adds the pieces of a tree in document order; `added` nodes go to another list. */
function collect(root: Node, original: TokenBearer[], added: Node[] | null): void {
  for (let node: Node | null = root; node; node = following(node, root)) {
    if (node.type === TEXT) {
      if (!node.added) original.push({ at: node.start, value: node.data });
      else added?.push(node);
    } else if (node.type !== COMMENT && node.attributes) {
      const attribute = targetAttribute(node);
      const target = attribute && node.get(attribute);
      if (!attribute) continue;
      if (node.added) added?.push(node);
      else if (target) original.push({ at: node.start, value: `\u0000${target}` });
    }
  }
}

/** The tokens of a tree before any edit, piece by piece. Take it right after parsing. */
export function snapshot(root: Node): readonly string[] {
  const pieces: TokenBearer[] = [];
  collect(root, pieces, null);
  return pieces.map(({ value }) => value);
}

/**
 * The audit as a step of the pipeline.
 * @param before the snapshot of the tree as it was parsed
 * @param changes the whole log, in its order
 * @throws {ArticleError} `unaccounted` where the log does not account for every token of the input: a bug, never the
 *   article's fault; nothing is written for it
 */
export function auditBody(root: Node, before: readonly string[], changes: readonly Change[]): void {
  const problem = audit(root, changes, before);
  if (problem)
    throw new ArticleError('unaccounted', `text is unaccounted for: ${problem}`, 'please report it with this file');
}

/**
 * Compares the tree as it is now, with the log, with the snapshot taken before the first edit.
 * Linear, apart from sorting the removed pieces.
 * @returns null where every token is accounted for; else what is wrong, for a bug report
 */
export function audit(root: Node, changes: readonly Change[], before: readonly string[]): string | null {
  const kept: TokenBearer[] = [];
  const addedNow: Node[] = [];
  collect(root, kept, addedNow);
  const addedLogged = new Map<Node, string>();
  const gone: TokenBearer[] = [];
  const firstTarget = new Map<Node, string | null>();
  const lastTarget = new Map<Node, string | null>();
  const detached = new Set<Node>();
  for (const { removed, added, target, text } of changes) {
    if (added) addedLogged.set(added, text);
    if (removed && !detached.has(removed)) {
      detached.add(removed);
      collect(removed, gone, null);
    }
    if (target && !target.node.added && !firstTarget.has(target.node)) firstTarget.set(target.node, target.before);
    if (target) lastTarget.set(target.node, target.after);
  }
  for (const node of addedNow) {
    if (!addedLogged.get(originOf(node))?.includes(node.data)) {
      return `text or element at ${node.start} came from nowhere: ${node.data || node.name}`;
    }
  }
  for (const [node, after] of lastTarget) {
    const attribute = targetAttribute(node);
    const now = attribute && node.get(attribute);
    if (!node.gone && now !== after) {
      return `a target that nobody logged at ${node.start}: ${now} instead of ${after}`;
    }
  }
  // Blanks are no tokens, and are left out only where they matter: nearly always the stricter look is enough.
  const strict = compare(kept, gone, firstTarget, before);
  return strict && compare(withoutBlanks(kept), withoutBlanks(gone), firstTarget, before.map(withoutSpace));
}

function withoutBlanks(pieces: readonly TokenBearer[]): TokenBearer[] {
  return pieces.map(({ at, value }) => ({ at, value: withoutSpace(value) })).filter(({ value }) => value !== '');
}

function compare(
  kept: readonly TokenBearer[],
  gone: TokenBearer[],
  firstTarget: ReadonlyMap<Node, string | null>,
  before: readonly string[],
): string | null {
  let last = 0;
  for (const { at } of kept) {
    if (at < last) return `out of order: ${at} stands after ${last}`;
    last = at;
  }
  const after = restoreTargets(merge(kept, gone), firstTarget).map(({ value }) => value);
  const [was, is] = withoutSame(before, after);
  if (is === was || withoutSpace(is) === was) return null;
  let at = 0;
  while (is[at] === was[at]) at++;
  const here = (text: string): string => JSON.stringify(text.slice(Math.max(0, at - 10), at + 20));
  return `the log does not lead back to the input: ${here(was)} became ${here(is)}`;
}

/** Two texts without the pieces that are the same from both ends: what no edit cut in two needs no second look. */
function withoutSame(one: readonly string[], two: readonly string[]): [string, string] {
  let from = 0;
  let [endOfOne, endOfTwo] = [one.length, two.length];
  while (from < endOfOne && from < endOfTwo && one[from] === two[from]) from++;
  while (endOfOne > from && endOfTwo > from && one[endOfOne - 1] === two[endOfTwo - 1]) {
    endOfOne--;
    endOfTwo--;
  }
  return [one.slice(from, endOfOne).join(''), two.slice(from, endOfTwo).join('')];
}

function merge(kept: readonly TokenBearer[], gone: TokenBearer[]): readonly TokenBearer[] {
  if (gone.length === 0) return kept;
  gone.sort((a, b) => a.at - b.at);
  const merged: TokenBearer[] = [];
  let i = 0;
  for (const piece of kept) {
    while (i < gone.length && (gone[i] as TokenBearer).at < piece.at) merged.push(gone[i++] as TokenBearer);
    merged.push(piece);
  }
  while (i < gone.length) merged.push(gone[i++] as TokenBearer);
  return merged;
}

/** Puts the first logged value of each changed link or image target back in its place. */
function restoreTargets(
  pieces: readonly TokenBearer[],
  first: ReadonlyMap<Node, string | null>,
): readonly TokenBearer[] {
  if (first.size === 0) return pieces;
  const original = new Map<number, string>();
  const changed = new Set<number>();
  for (const [node, value] of first) {
    changed.add(node.start);
    if (value) original.set(node.start, `\u0000${value}`);
  }
  const rest = pieces.filter((piece) => !(piece.value.startsWith('\u0000') && changed.has(piece.at)));
  return merge(
    rest,
    [...original].map(([at, value]) => ({ at, value })),
  );
}
