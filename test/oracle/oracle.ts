/** Converts an article and holds what comes out against what parse5 sees in it. */

import type { Conversion, ConvertOptions } from '../../src/api.js';
import { convert } from '../../src/convert.js';
import { splitFrontMatter } from '../../src/front-matter/split.js';
import { decode } from '../../src/input/decode.js';
import type { ArticleRecord } from '../../src/types.js';
import { markdownHtml, postHtml } from '../../src/verify/reader.js';
import { readGfm, withNotesAsText } from '../write/readers.js';
import { type Debt, debts } from './account.js';
import { witness, wordsOf } from './witness.js';

/** @returns what the conversion owes: nothing, if all is well */
export async function judge(bytes: Uint8Array, options: ConvertOptions): Promise<Debt[]> {
  return judgeConversion(bytes, await convert(bytes, { ...options, formats: ['json'] }));
}

/** The same for a conversion that is done, whose formats have `json`. */
export async function judgeConversion(
  bytes: Uint8Array,
  conversion: Pick<Conversion, 'outputs' | 'bodyKind'>,
): Promise<Debt[]> {
  const source = (await decode(bytes)).text;
  const { body, bodyOffset } = splitFrontMatter(source);
  const record: ArticleRecord = JSON.parse(conversion.outputs.json ?? '');
  const isMarkdown = conversion.bodyKind === 'markdown';
  const input = witness(isMarkdown ? postHtml(`${withoutTags(body)}\n`) : body);
  const text = { what: 'text', words: wordsOf(`${record.title ?? ''}\n${record.text}`), addresses: null, live: [] };
  const log = { changes: record.changes, source, base: isMarkdown ? null : bodyOffset };
  const inMarkdown = (html: string): Debt[] => debts(input, { what: 'Markdown', ...witness(html) }, log);
  const owed = inMarkdown(isMarkdown ? postHtml(withoutTags(record.markdown)) : markdownHtml(record.markdown));
  // What only one reader misses is that reader's: micromark drops line ends of code in lists, markdown-it reads notes as text.
  const alsoOwed = owed.length === 0 ? [] : inMarkdown(readGfm(withNotesAsText(withoutTags(record.markdown))));
  return [
    ...owed.filter(({ code, message }) => alsoOwed.some((other) => other.code === code && other.message === message)),
    ...debts(input, text, log),
  ];
}

/** A link to what a template tag will be: readers take the tag's blanks for the end of the link. */
const TAG_TARGET = /\]\(\{\{[<%][^{}]*[>%]\}\}\)/g;

function withoutTags(markdown: string): string {
  return markdown.replace(TAG_TARGET, '](x)');
}
