/** The last step of the proof: each output, taken apart again, holds the body that was proved. */
import { asBody } from '../front-matter/as-body.js';
import { splitFrontMatter } from '../front-matter/split.js';
import type { ArticleRecord } from '../types.js';
import type { Written } from '../write/body.js';
import type { FinishedArticle } from '../write/finished.js';
import { fail } from './index.js';
import { isReadersOwn, readMarkdown } from './reader.js';
import { shownCharacters } from './stream.js';
import { tokens } from './tokens.js';

/** Front matter and body come apart again as they were put together. */
export function proveMarkdownFile(file: string, { record, split, written, options }: FinishedArticle): void {
  const { frontMatter } = split;
  const again = splitFrontMatter(file);
  if (again.frontMatter && (!frontMatter || options.frontMatter === 'none'))
    fail('Markdown', 'its body reads as front matter');
  const body = again.body.replace(/^\n+/, '');
  const wanted = written.markdown.replace(/^\n+/, '');
  if (body === wanted || body === asBody(wanted)) return;
  if (!body.endsWith(wanted)) fail('Markdown', 'its body is not the one that was proved');
  const heading = tokens(readMarkdown(body.slice(0, body.length - wanted.length)), { isNoise: isReadersOwn });
  if (heading !== shownCharacters(record.title ?? '')) fail('Markdown', 'something stands before its body');
}

/** It is the title and the text of the body. */
export function proveTextFile(file: string, { record, written }: FinishedArticle): void {
  if (!isTextOf(file, record.title, written)) fail('text', 'it is not the title and the text of the body');
}

/** The title may stand above the body's text, and then not as its first paragraph again. */
function isTextOf(file: string, title: string | null, written: Written): boolean {
  const heading = title ?? '';
  return [
    written.text(null),
    written.text(title),
    `${heading}\n\n${written.text(null)}`,
    `${heading}\n\n${written.text(title)}`,
  ].some((text) => shownCharacters(text) === shownCharacters(file));
}

/** The object says what was proved. */
export function proveJson(file: string, { written }: FinishedArticle): void {
  const record: ArticleRecord = JSON.parse(file);
  if (record.markdown !== written.markdown.replace(/^\n+/, '')) fail('JSON', '`markdown` is not what was proved');
  if (!isTextOf(record.text, null, written) && !isTextOf(record.text, record.title, written)) {
    fail('JSON', '`text` is not what was proved');
  }
  if (JSON.stringify([record.links, record.images]) !== JSON.stringify([written.links, written.images])) {
    fail('JSON', '`links` or `images` are not those of the body');
  }
}
