/** Converts an article and holds what comes out against what parse5 sees in it. */

import type { Conversion, ConvertOptions } from '../../src/api.js';
import { convert } from '../../src/convert.js';
import { splitFrontMatter } from '../../src/front-matter/split.js';
import { decode } from '../../src/input/decode.js';
import type { ArticleRecord } from '../../src/types.js';
import { markdownHtml, postHtml } from '../../src/verify/reader.js';
import { type Debt, debts } from './account.js';
import { witness, wordsOf } from './witness.js';

/** @returns what the conversion owes: nothing, if all is well */
export async function judge(bytes: Uint8Array, options: ConvertOptions): Promise<Debt[]> {
  return judgeConversion(bytes, await convert(bytes, { ...options, formats: ['json'] }));
}

/** The same for a conversion that is done, whose formats have `json`. */
export async function judgeConversion(bytes: Uint8Array, conversion: Conversion): Promise<Debt[]> {
  const source = (await decode(bytes)).text;
  const { body, bodyOffset } = splitFrontMatter(source);
  const record: ArticleRecord = JSON.parse(conversion.outputs.json ?? '');
  const isMarkdown = conversion.bodyKind === 'markdown';
  const input = witness(isMarkdown ? postHtml(`${body}\n`) : body);
  const output = witness(isMarkdown ? postHtml(record.markdown) : markdownHtml(record.markdown));
  const text = { what: 'text', words: wordsOf(`${record.title ?? ''}\n${record.text}`), addresses: null, live: [] };
  const log = { changes: record.changes, source, base: isMarkdown ? null : bodyOffset };
  return [...debts(input, { what: 'Markdown', ...output }, log), ...debts(input, text, log)];
}
