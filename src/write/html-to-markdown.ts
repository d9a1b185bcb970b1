/** HTML to Markdown and to plain text, without removing visible text: the library's `toMarkdown` and `toText`. */
import { parseHtml } from '../body/html.js';
import type { Node } from '../body/tree.js';
import { Edits } from '../clean/edits.js';
import { UsageError } from '../errors.js';
import { applyForms } from './forms/index.js';
import { writeMarkdown } from './markdown/index.js';
import type { WriteOptions } from './options.js';
import { writeText } from './text.js';

/** Converts HTML to Markdown. */
export function toMarkdown(html: string, options: WriteOptions = {}): string {
  return writeMarkdown(formed(html, options), options);
}

/** Converts HTML to plain text. */
export function toText(html: string, options: WriteOptions = {}): string {
  return writeText(formed(html, options), options);
}

function formed(html: string, options: WriteOptions): Node {
  if (typeof html !== 'string') throw new UsageError('this takes a string', 'convert takes bytes too');
  const { root } = parseHtml(html);
  applyForms(root, new Edits(html), options);
  return root;
}
