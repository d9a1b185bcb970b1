/**
 * `--verify`: the outputs, read again by a reader that no writer of ours uses, show the tokens that the article has.
 *
 * For an HTML body the tokens are those of the tree after cleaning and written forms; the audit has proved that tree
 * against the input and the log, so the chain from input to output is closed. A Markdown body is its own source, so
 * input and output are both read, and what is missing must be in the log.
 */

import { following, type Node, TEXT } from '../body/tree.js';
import { ArticleError } from '../errors.js';
import type { Change } from '../types.js';
import { isReadersOwn, readMarkdown, readPost } from './reader.js';
import {
  comparableUrl,
  difference,
  IMAGE,
  LINK,
  shownCharacters,
  targetsOf,
  tokens,
  withoutTargets,
} from './tokens.js';

/** The token stream that outputs are held to; take it before a writer has touched the tree. */
export function expectedTokens(root: Node): string {
  return tokens(root);
}

/**
 * Proves that Markdown shows what the tree holds.
 * @param expected of `expectedTokens`
 * @throws {ArticleError} `verify-failed` with the place where both part
 */
export function verifyMarkdown(expected: string, markdown: string): void {
  const actual = tokens(readMarkdown(markdown), isReadersOwn);
  if (actual === expected) return;
  // A reader gathers footnotes below everything else: with notes, order can only be checked by their tokens.
  if (NOTE.test(markdown) && sortedTokens(actual) === sortedTokens(expected)) return;
  fail('Markdown', difference(expected, actual));
}

/** A footnote's text. Example: `[^1]: See there.` */
const NOTE = /^\[\^[^\]\s]+\]:/m;

/** The characters, and the images and links, whatever their order. */
function sortedTokens(stream: string): string {
  return [...withoutTargets(stream)].sort().join('') + [...targetsOf(stream)].sort().join('');
}

/**
 * Proves that plain text holds every character of the tree in its order; what it has besides are marks that the text
 * writer adds: list marks, table rules, alternative texts.
 * @throws {ArticleError} `verify-failed`
 */
export function verifyText(expected: string, text: string): void {
  const wanted = withoutTargets(expected);
  const missing = firstMissing(wanted, text);
  if (missing >= 0) fail('text', `nothing shows ${JSON.stringify(wanted.slice(missing, missing + 40))}`);
}

/**
 * Proves a Markdown body: what the output shows is what the input shows, in order, less what the log says went; and
 * no link or image has changed that the log does not name.
 * @throws {ArticleError} `verify-failed`
 */
export function verifyMarkdownBody(input: string, output: string, changes: readonly Change[]): void {
  const before = tokens(readPost(input), isReadersOwn);
  const after = tokens(readPost(output), isReadersOwn);
  if (before === after) return;
  const logged = loggedTokens(changes);
  const textBefore = withoutTargets(before);
  const textAfter = logged.added.reduce((text, added) => text.replace(added, ''), withoutTargets(after));
  const stray = firstMissing(textAfter, textBefore);
  if (stray >= 0) fail('Markdown', `nothing in the input shows ${JSON.stringify(textAfter.slice(stray, stray + 40))}`);
  const unlogged = excess(count(textBefore), count(textAfter), count(logged.text));
  if (unlogged) fail('Markdown', `the log does not say where ${JSON.stringify(unlogged)} went`);
  const [targetsBefore, targetsAfter] = [targetsOf(before), targetsOf(after)];
  for (const target of targetsAfter) {
    if (!targetsBefore.has(target) && !logged.after.has(target)) fail('Markdown', `a new target ${target.slice(1)}`);
  }
  for (const target of targetsBefore) {
    if (!targetsAfter.has(target) && !logged.before.has(target)) fail('Markdown', `a lost target ${target.slice(1)}`);
  }
}

/** Index of the first character of `wanted` that does not follow in `text`, or -1: is one a subsequence of the other? */
function firstMissing(wanted: string, text: string): number {
  let at = 0;
  for (let i = 0; i < text.length && at < wanted.length; i++) if (text[i] === wanted[at]) at++;
  return at < wanted.length ? at : -1;
}

interface Logged {
  text: string;
  added: string[];
  before: Set<string>;
  after: Set<string>;
}

function loggedTokens(changes: readonly Change[]): Logged {
  const logged: Logged = { text: '', added: [], before: new Set(), after: new Set() };
  for (const { removed, added, target } of changes) {
    if (added?.type === TEXT) logged.added.push(shownCharacters(added.data));
    if (removed) {
      for (let node: Node | null = removed; node; node = following(node, removed)) {
        if (node.type === TEXT) logged.text += node.data;
        const url = node.name === 'img' ? node.get('src') : node.name === 'a' ? node.get('href') : null;
        if (url) logged.before.add((node.name === 'img' ? IMAGE : LINK) + comparableUrl(url));
      }
    }
    if (!target) continue;
    const mark = target.node.name === 'img' ? IMAGE : LINK;
    if (target.before) logged.before.add(mark + comparableUrl(target.before));
    if (target.after) logged.after.add(mark + comparableUrl(target.after));
  }
  return logged;
}

function count(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  return counts;
}

/** A character of which more went than the log has, or null. */
function excess(before: Map<string, number>, after: Map<string, number>, logged: Map<string, number>): string | null {
  for (const [character, times] of before) {
    if (times - (after.get(character) ?? 0) > (logged.get(character) ?? 0)) return character;
  }
  return null;
}

function fail(output: string, what: string): never {
  const message = `the ${output} does not show what the article holds: ${what}`;
  throw new ArticleError('verify-failed', message, 'nothing was written for it; please report it with this file');
}
