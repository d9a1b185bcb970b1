/** Converts an article and holds what comes out against what parse5 sees in it. */

import type { Conversion, ConvertOptions } from '../../src/api.js';
import { convert } from '../../src/convert.js';
import { splitFrontMatter } from '../../src/front-matter/split.js';
import { decode } from '../../src/input/decode.js';
import type { ArticleRecord } from '../../src/types.js';
import { markdownHtml, postHtml } from '../../src/verify/reader.js';
import { readGfm, withNotesAsText } from '../write/readers.js';
import { type Debt, debts } from './account.js';
import { type Sight, witness, wordsOf } from './witness.js';

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
  const log = { changes: record.changes, source, base: isMarkdown ? null : bodyOffset };
  const shownText = `${record.title ?? ''}\n${record.text}`;
  const asText = (shown: string) => ({ what: 'text', words: wordsOf(shown), addresses: null, live: [] });
  const owedTo = (read: (markdown: string) => string): Debt[] => {
    const input = witness(isMarkdown ? read(body) : body);
    const output = { what: 'Markdown', ...witness(read(record.markdown)) };
    return [...debts(input, output, log), ...owedByText(input, read)];
  };
  const owedByText = (input: Sight, read: (markdown: string) => string): Debt[] => {
    const owed = debts(input, asText(shownText), log);
    if (!isMarkdown || owed.length === 0) return owed;
    // Plain text of a Markdown body shows a tag that names or closes nothing as a word; a browser shows what is around it.
    const either = inBoth(owed, debts(input, asText(shownText.replace(WORD_LIKE_TAG, ' ')), log));
    // A tag that is a word parts nothing and closes nothing: all is well if nothing is owed where each such tag is one.
    const literal = witness(asWords(read(body), shownText.match(WORD_LIKE_TAG) ?? []));
    return debts(literal, asText(shownText), log).length === 0 ? [] : either;
  };
  const owed = owedTo(isMarkdown ? readAsPost : markdownHtml);
  if (owed.length === 0) return owed;
  // What only one reader misses is that reader's: micromark drops line ends of code in lists.
  return inBoth(owed, owedTo(readOtherwise));
}

/** Example: `<yourname>`, in `mail <yourname> now`. */
const WORD_LIKE_TAG = /<\/?[a-z][^<>]*>/gi;

function asWords(html: string, tags: readonly string[]): string {
  return tags.reduce((rest, tag) => rest.replaceAll(tag, tag.replace('<', '&lt;')), html);
}

function inBoth(debts: Debt[], others: readonly Debt[]): Debt[] {
  const known = new Set(others.map(({ code, message }) => `${code} ${message}`));
  return debts.filter(({ code, message }) => known.has(`${code} ${message}`));
}

function readAsPost(markdown: string): string {
  return postHtml(`${withoutTags(markdown)}\n`);
}

function readOtherwise(markdown: string): string {
  return readGfm(withNotesAsText(withoutTags(markdown)));
}

/** A link to what a template tag will be: readers take the tag's blanks for the end of the link. */
const TAG_TARGET = /\]\(\{\{[<%][^{}]*[>%]\}\}\)/g;

function withoutTags(markdown: string): string {
  return markdown.replace(TAG_TARGET, '](x)');
}
