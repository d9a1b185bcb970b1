/**
 * `--verify`: the outputs, read again by a reader that no writer of ours uses, show the tokens that the article has.
 *
 * For an HTML body the tokens are those of the tree after cleaning and written forms; the audit has proved that tree
 * against the input and the log, so the chain from input to output is closed. A Markdown body is its own source, so
 * input and output are both read, and what is missing must be in the log.
 */

import type { Node } from '../body/tree.js';
import type { Change } from '../clean/change.js';
import { ArticleError } from '../errors.js';
import type { FinishedArticle } from '../write/finished.js';
import { pickWriteOptions } from '../write/options.js';
import type { Wanted } from '../write/source/moves.js';
import { postProblem } from './post.js';
import { isReadersOwn, readMarkdown } from './reader.js';
import { difference } from './stream.js';
import { type ExpectedText, expectedText, textProblem } from './text.js';
import { tokens, type View } from './tokens.js';

export interface Expected {
  /** Token stream that Markdown is held to. */
  markdown: string;
  text: ExpectedText;
}

/** What outputs are held to; take it before a writer has touched the tree. */
export function expectedOf(root: Node, { links = 'keep', images = 'keep' }: View = {}): Expected {
  return { markdown: tokens(root, { links, images }), text: expectedText(root) };
}

/**
 * Proves that Markdown shows what the tree holds.
 * @throws {ArticleError} `verify-failed` with the place where both part
 */
export function verifyMarkdown(expected: Expected, markdown: string): void {
  const actual = tokens(readMarkdown(markdown), { isNoise: isReadersOwn });
  if (actual !== expected.markdown) fail('Markdown', difference(expected.markdown, actual));
}

/**
 * Proves that plain text holds every character of the tree in its order, and besides them only list marks, table
 * rules, alternative texts and notes' marks.
 * @throws {ArticleError} `verify-failed`
 */
export function verifyText(expected: Expected, text: string): void {
  const problem = textProblem(expected.text, text);
  if (problem) fail('text', problem);
}

/**
 * Proves a Markdown body: what the output shows is what the input shows, in order, less what the log says went; and
 * no link or image has changed that the log does not name.
 * @throws {ArticleError} `verify-failed`
 */
export function verifyMarkdownBody(
  input: string,
  output: string,
  changes: readonly Change[],
  wanted: Wanted = { moves: null },
): void {
  const problem = postProblem(input, output, changes, wanted);
  if (problem) fail('Markdown', problem);
}

/**
 * Proves a written body: its Markdown and its text, whichever of them is asked for.
 * @param expected taken before a writer touched the tree
 * @throws {ArticleError} `verify-failed`
 */
export function verifyBody(expected: Expected, { cleaned, written, options }: FinishedArticle): void {
  if (!cleaned.body.markdown) {
    verifyMarkdown(expected, written.markdown);
    verifyText(expected, written.text(null));
    return;
  }
  const source = cleaned.edits.source.slice(cleaned.root.start);
  verifyMarkdownBody(source, written.markdown, written.changes, { ...pickWriteOptions(options), moves: written.moves });
  verifyText(expectedOf(written.root), written.text(null));
}

/** @throws {ArticleError} `verify-failed` */
export function fail(output: string, what: string): never {
  const message = `the ${output} does not show what the article holds: ${what}`;
  throw new ArticleError('verify-failed', message, 'nothing was written for it; please report it with this file');
}
