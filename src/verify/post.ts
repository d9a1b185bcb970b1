/**
 * The proof of a Markdown body. It is its own source, so input and output are both read: what the reader shows of the
 * one, less what the log says went, with what the log says came, is what it shows of the other, in order.
 */
import { decodeHTML } from 'entities/decode';
import { runsCode } from '../body/live.js';
import { MarkdownText } from '../body/markdown/text.js';
import { COMMENT, descendants, following, type Node, TEXT } from '../body/tree.js';
import type { Change } from '../clean/change.js';
import { disarm, LIVE_MARKUP } from '../write/source/disarm.js';
import type { Moves, Wanted } from '../write/source/moves.js';
import { isReadersOwn, readPost } from './reader.js';
import { comparableUrl, IMAGE, LINK, shownCharacters, targetsOf, withoutTargets } from './stream.js';
import { tokens } from './tokens.js';

/**
 * Compares what a reader shows of a Markdown body before and after.
 * @returns null where the log accounts for every difference; else what is wrong
 */
export function postProblem(input: string, output: string, changes: readonly Change[], wanted: Wanted): string | null {
  const problem = difference(input, output, changes, wanted);
  if (!problem || !changes.some(({ rule, action }) => rule === LIVE_MARKUP && action === 'add')) return problem;
  // A tag that its block's end cuts off takes what follows into it for a browser; where it became text, so it is read.
  return difference(disarm(new MarkdownText(input)).text.text, output, changes, wanted);
}

function difference(input: string, output: string, changes: readonly Change[], wanted: Wanted): string | null {
  // The final newline that every output has; without it a tag that the end cuts off is read in another way.
  const root = readPost(`${input}\n`);
  const before = tokens(root, { isNoise: isReadersOwn });
  const after = tokens(readPost(`${output}\n`), { isNoise: isReadersOwn });
  if (before === after) return null;
  const logged = loggedTokens(changes);
  logWanted(root, targetsOf(before), wanted, logged);
  return (
    textProblem(withoutTargets(before), withoutTargets(after), logged) ??
    targetProblem(targetsOf(before), targetsOf(after), logged)
  );
}

interface Logged {
  /** How often the log took each character away. */
  removed: Map<string, number>;
  /** Texts that came, in the order of their places. */
  added: string[];
  /** Targets that went, and that came, each as often as it did. */
  gone: string[];
  come: string[];
}

function loggedTokens(changes: readonly Change[]): Logged {
  const logged: Logged = { removed: new Map(), added: [], gone: [], come: [] };
  const additions: Node[] = [];
  for (const { removed, added, target } of changes) {
    if (added?.type === TEXT) additions.push(added);
    if (added && targetOf(added)) logged.come.push(targetOf(added) as string);
    for (let node: Node | null = removed ?? null; node; node = following(node, removed as Node)) {
      // What one reader takes for a comment is text to another, where it is broken.
      if (node.type === TEXT || node.type === COMMENT) count(node.data, logged.removed);
      if (node.raw && node.data.includes('&')) count(decodeHTML(node.data), logged.removed);
      const url = targetOf(node);
      if (url) logged.gone.push(url);
    }
    // An image without a source is its words to a reader.
    if (target && !target.before) count(target.node.get('alt') ?? '', logged.removed);
    if (target?.before) logged.gone.push(targetMark(target.node) + comparableUrl(target.before));
    if (target?.after) logged.come.push(targetMark(target.node) + comparableUrl(target.after));
  }
  additions.sort((one, two) => one.start - two.start);
  logged.added = additions.map(({ data }) => shownCharacters(data)).filter((text) => text !== '');
  return logged;
}

/** Takes what the options ask for as if the log had said it. */
function logWanted(root: Node, before: readonly string[], { moves, links, images }: Wanted, logged: Logged): void {
  const moved = movedBy(moves);
  for (const target of before) {
    const mark = target[0] as string;
    const to = moved(target.slice(1));
    if (to !== null) logged.come.push(mark + comparableUrl(to));
    const goes = mark === LINK ? links === 'text' : images === 'alt' || images === 'none';
    if (to !== null || goes) logged.gone.push(target);
  }
  if (images !== 'alt') return;
  for (const node of descendants(root)) {
    const alt = node.name === 'img' ? shownCharacters(node.get('alt') ?? '') : '';
    if (alt !== '') logged.added.push(alt);
  }
}

/** Where a target, as `comparableUrl` writes it, leads now; null where it stays. */
function movedBy(moves: Moves | null): (url: string) => string | null {
  const answers = new Map<string, string>();
  for (const [from, to] of moves?.answers ?? []) answers.set(comparableUrl(from), to);
  return (url) => moves?.resolved(url) ?? answers.get(url) ?? null;
}

function targetMark(node: Node): string {
  return node.name === 'img' ? IMAGE : LINK;
}

function targetOf(node: Node): string | null {
  const url = node.name === 'img' ? node.get('src') : node.name === 'a' ? node.get('href') : null;
  return url ? targetMark(node) + comparableUrl(url) : null;
}

function count(text: string, counts: Map<string, number>): void {
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
}

/**
 * Walks over both texts. Where they part, a logged addition stands in the output, or a character has gone. An
 * addition may begin like what stood in its place: it is looked for as far back as it could have begun.
 */
function textProblem(before: string, after: string, logged: Logged): string | null {
  const additions = [...logged.added];
  const skipped = new Map<string, number>();
  let from = 0;
  for (let to = 0; to < after.length; ) {
    if (before[from] === after[to]) {
      from++;
      to++;
      continue;
    }
    const back = takeAddition(additions, after, to);
    if (back) {
      to += back.length;
      from -= back.shared;
    } else if (from >= before.length) {
      return `nothing in the input shows ${JSON.stringify(after.slice(to, to + 40))}`;
    } else {
      const character = String.fromCodePoint(before.codePointAt(from) as number);
      count(character, skipped);
      from += character.length;
    }
  }
  count(before.slice(from), skipped);
  for (const [character, times] of skipped) {
    if (times > (logged.removed.get(character) ?? 0)) {
      return `the log does not say where ${JSON.stringify(character)} went`;
    }
  }
  return null;
}

/** A target, spelled as readers do, that ran code: for a control they write U+FFFD or its percent code; `&#58` is `:` to some. */
function isLive(target: string): boolean {
  return runsCode(decodeHTML(decoded(target.slice(1))).replaceAll('\ufffd', ''));
}

function decoded(url: string): string {
  try {
    return decodeURIComponent(url);
  } catch {
    return url;
  }
}

function takeAddition(additions: string[], after: string, to: number): { length: number; shared: number } | null {
  for (const [index, text] of additions.entries()) {
    for (let shared = 0; shared < text.length && shared <= to; shared++) {
      if (!after.startsWith(text, to - shared)) continue;
      additions.splice(index, 1);
      return { length: text.length - shared, shared };
    }
  }
  return null;
}

/** Images and links: what went less what came is what the log says. */
function targetProblem(before: string[], after: string[], logged: Logged): string | null {
  // A definition of a link that ran code goes once, with all links to it; and readers spell what it begins with anew.
  const hasDisarmed = logged.gone.some(isLive);
  const balance = new Map<string, number>();
  for (const target of before) balance.set(target, (balance.get(target) ?? 0) + 1);
  for (const target of after) balance.set(target, (balance.get(target) ?? 0) - 1);
  const gone = new Map<string, number>();
  const come = new Map<string, number>();
  for (const target of logged.gone) gone.set(target, (gone.get(target) ?? 0) + 1);
  for (const target of logged.come) come.set(target, (come.get(target) ?? 0) + 1);
  for (const [target, times] of balance) {
    if (times > (gone.get(target) ?? 0) && !(hasDisarmed && isLive(target))) return `a lost target ${target.slice(1)}`;
    if (-times > (come.get(target) ?? 0)) return `a new target ${target.slice(1)}`;
  }
  return null;
}
