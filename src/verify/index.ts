/**
 * `--verify`: the outputs, read again by readers that no writer of ours uses, show the tokens that the cleaned tree
 * has. The audit proved that tree against the input and the log, so the chain from input to output is closed.
 */
import type { Node } from '../body/tree.js';
import { ArticleError } from '../errors.js';
import { isReadersOwn, readMarkdown } from './reader.js';
import { difference, tokens } from './tokens.js';

/**
 * Proves that Markdown shows what the tree holds.
 * @param root the tree after the written forms
 * @param markdown the body, as it will be saved
 * @throws {ArticleError} `verify-failed` with the place where both part
 */
export function verifyMarkdown(expected: string, markdown: string): void {
  const actual = tokens(readMarkdown(markdown), isReadersOwn);
  if (actual !== expected) fail('Markdown', expected, actual);
}

/** The token stream that outputs are held to; take it before a writer has touched the tree. */
export function expectedTokens(root: Node): string {
  return tokens(root);
}

/**
 * Proves that plain text holds every character of the tree in its order; what it has besides must be marks that the
 * text writer adds: list marks, table rules, alternative texts.
 * @throws {ArticleError} `verify-failed`
 */
export function verifyText(expected: string, text: string): void {
  const wanted = expected.replace(/[\u0001\u0002][^\u0003]*\u0003/g, '');
  let at = 0;
  for (const character of text)
    if (character === wanted[at] || wanted.startsWith(character, at)) at += character.length;
  if (at < wanted.length) fail('text', wanted.slice(at), '(its end)');
}

function fail(output: string, expected: string, actual: string): never {
  const message = `the ${output} does not show what the article holds: ${difference(expected, actual)}`;
  throw new ArticleError('verify-failed', message, 'nothing was written for it; please report it with this file');
}
