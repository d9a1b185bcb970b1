/** The last step of the proof: each output, taken apart again, holds the body that was proved. */
import { splitFrontMatter } from '../front-matter/split.js';
import type { ArticleRecord, Conversion, Split } from '../types.js';
import type { Written } from '../write/body.js';
import { fail } from './index.js';
import { isReadersOwn, readPost } from './reader.js';
import { shownCharacters, tokens } from './tokens.js';

/**
 * Proves that the outputs hold the body that `written` holds, and the front matter that came in.
 * @throws {ArticleError} `verify-failed`
 */
export function verifyOutputs({ outputs, record }: Conversion, split: Split, written: Written): void {
  const { markdown, text, json, ndjson } = outputs;
  if (markdown !== undefined) verifyMarkdownFile(markdown, record, split, written);
  if (text !== undefined && !isTextOf(text, record.title, written)) {
    fail('text', 'it is not the title and the text of the body');
  }
  for (const one of [json, ndjson]) if (one !== undefined) verifyJson(JSON.parse(one), written);
}

/** Front matter and body come apart again as they were put together. */
function verifyMarkdownFile(file: string, record: ArticleRecord, { frontMatter }: Split, written: Written): void {
  const again = splitFrontMatter(file);
  if (again.frontMatter && !frontMatter) fail('Markdown', 'its body reads as front matter');
  const body = again.body.replace(/^\n+/, '');
  const wanted = written.markdown.replace(/^\n+/, '');
  if (body === wanted) return;
  if (!body.endsWith(wanted)) fail('Markdown', 'its body is not the one that was proved');
  const heading = tokens(readPost(body.slice(0, body.length - wanted.length)), { isNoise: isReadersOwn });
  if (heading !== shownCharacters(record.title ?? '')) fail('Markdown', 'something stands before its body');
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

function verifyJson(record: ArticleRecord, written: Written): void {
  if (record.markdown !== written.markdown.replace(/^\n+/, '')) fail('JSON', '`markdown` is not what was proved');
  if (!isTextOf(record.text, null, written) && !isTextOf(record.text, record.title, written)) {
    fail('JSON', '`text` is not what was proved');
  }
  if (JSON.stringify([record.links, record.images]) !== JSON.stringify([written.links, written.images])) {
    fail('JSON', '`links` or `images` are not those of the body');
  }
}
