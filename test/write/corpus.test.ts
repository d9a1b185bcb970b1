/**
 * Law 2 and law 3 over every HTML body of the corpora, and over posts of the archive. The reference is the tree that the writer gets, after cleaning
 * and written forms; its Markdown is read by two independent readers. What they show must mean what the tree means,
 * block by block, and written again it must be the same bytes.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseHtml } from '../../src/body/html.js';
import { following, type Node } from '../../src/body/tree.js';
import { toMarkdown } from '../../src/write/html-to-markdown.js';
import { writeMarkdown } from '../../src/write/markdown/index.js';
import { cleanAddress, destination } from '../../src/write/markdown/link.js';
import { some, tries } from '../counts.js';
import { archiveFiles, corpusFiles, type HtmlBody, htmlBodies, skip } from './corpus-bodies.js';
import { type Exception, meaningExceptions, rereadExceptions } from './exceptions.js';
import { Meaning } from './meaning.js';
import { inParse5Shape } from './our-tree.js';
import { readCommonMark, readGfm, readWithTables, withNotesAsText } from './readers.js';

const readers = { commonmark: readCommonMark, 'markdown-it': readGfm };
const rereaders = { commonmark: readCommonMark, 'markdown-it': readWithTables };
type Reader = keyof typeof readers;

/** Tables and deleted text, which CommonMark's own reader does not know. */
const GFM_ONLY = /table#|del[+("]/;

interface Article extends HtmlBody {
  meaning: string[];
}

const articles: Article[] = (await htmlBodies([...some(80, corpusFiles()), ...archiveFiles()])).map((body) => ({
  ...body,
  meaning: new Meaning(inParse5Shape(body.root)).loose().split('\n'),
}));

function read(reader: Reader): Article[] {
  return reader === 'commonmark' ? articles.filter(({ meaning }) => !GFM_ONLY.test(meaning.join('\n'))) : articles;
}

/** The first line in which two differ, or null. */
function difference(want: string[], got: string[]): string | null {
  for (let index = 0; index < Math.max(want.length, got.length); index++) {
    if (want[index] !== got[index]) return `${index}: want ${want[index]}\n      got ${got[index]}`;
  }
  return null;
}

/** Exactly the articles that are listed differ: an exception that is none any more fails too. */
function holds(
  reader: Reader,
  exceptions: readonly Exception[],
  differ: (article: Article, reader: Reader) => string | null,
): void {
  const names = new Set(read(reader).map(({ name }) => name));
  const listed = new Set(
    exceptions.filter((entry) => entry.reader === reader && names.has(entry.name)).map(({ name }) => name),
  );
  const problems: string[] = [];
  const found = new Set<string>();
  for (const article of read(reader)) {
    const problem = differ(article, reader);
    if (problem === null) continue;
    found.add(article.name);
    if (!listed.has(article.name)) problems.push(`${article.name} ${problem}`);
  }
  assert.deepEqual(problems, []);
  assert.deepEqual([...found].sort(), [...listed].sort());
}

for (const reader of Object.keys(readers) as Reader[]) {
  const count = read(reader).length;
  test(`law 2: ${reader} shows what ${count} HTML bodies mean`, { skip }, () => {
    assert.ok(count > tries(40, 100), `${count}`);
    holds(reader, meaningExceptions, ({ root, meaning }) => {
      const html = readers[reader](withNotesAsText(writeMarkdown(root)));
      return difference(meaning, new Meaning(html).loose().split('\n'));
    });
  });
}

/** Notes are read as text, and text that looks like a note's mark is escaped. */
const ESCAPED_NOTE = /\\\[\^/g;

/** Tasks are read as text too. */
const ESCAPED_TASK = /^(\s*(?:[-*]|\d+[.)]) )\\\[(?=[ x]\] )/gm;

function unescapedMarks(markdown: string): string {
  return markdown.replace(ESCAPED_NOTE, '[^').replace(ESCAPED_TASK, '$1[');
}

/** The address as commonmark's reader shows it: in percent code. */
function asCommonMarkWrites(address: string): string {
  const link = parseHtml(readCommonMark(`[x](${destination(cleanAddress(address))})`)).root;
  for (let node = link.first; node; node = following(node, link)) if (node.name === 'a') return node.get('href') ?? '';
  return address;
}

/** Writes every address as the reader will, so that what it shows can be compared byte by byte. */
function encodeAddresses(root: Node): void {
  for (let node = root.first; node; node = following(node, root)) {
    for (const name of ['href', 'src']) {
      const address = node.get(name);
      if (address !== null) node.attributes?.set(name, asCommonMarkWrites(address));
    }
  }
}

for (const reader of ['markdown-it', 'commonmark'] as Reader[]) {
  test(`law 3: what ${reader} shows is written in the same bytes again`, { skip }, () => {
    holds(reader, rereadExceptions, ({ root }) => {
      // The last test that uses the trees.
      if (reader === 'commonmark') encodeAddresses(root);
      const written = withNotesAsText(writeMarkdown(root));
      const again = toMarkdown(rereaders[reader](written));
      return difference(unescapedMarks(written).split('\n'), unescapedMarks(again).split('\n'));
    });
  });
}
