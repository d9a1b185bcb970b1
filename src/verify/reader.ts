/** The independent readers of the proof: micromark, which no writer of ours uses. */
import { micromark, type Options } from 'micromark';
import { gfmFootnote, gfmFootnoteHtml } from 'micromark-extension-gfm-footnote';
import { gfmStrikethrough, gfmStrikethroughHtml } from 'micromark-extension-gfm-strikethrough';
import { gfmTable, gfmTableHtml } from 'micromark-extension-gfm-table';
import { gfmTaskListItem, gfmTaskListItemHtml } from 'micromark-extension-gfm-task-list-item';
import { parseHtml } from '../body/html.js';
import type { Node } from '../body/tree.js';

/** Text on the line behind a closing block tag. Example: `</div>\nwith *marks*`. */
const BEHIND_BLOCK =
  /(<\/(?:address|article|aside|blockquote|center|details|div|dl|figure|form|h[1-6]|ol|p|pre|section|table|ul)>[ \t]*)\n(?=[^\n<])/gi;

/** An element whose content kramdown reads as Markdown. Example: `<div markdown="1">` */
const MARKDOWN_INSIDE = /(<[a-z]+(?: [^<>\n]*)? markdown=["']?(?:1|true|block|span)["']?[^<>\n]*>[ \t]*)\n?(?=[^\n])/gi;

/** Markdown as a CommonMark reader with tables, strikethrough, task lists and footnotes shows it. */
export function readMarkdown(markdown: string): Node {
  return parseHtml(markdownHtml(markdown)).root;
}

/**
 * A Markdown body as the engines of its time read it (kramdown, Blackfriday): HTML that goes on behind a blank line is
 * indented in many posts and no code, and text behind a closed block is Markdown again.
 */
export function readPost(markdown: string): Node {
  return parseHtml(postHtml(markdown)).root;
}

/** The HTML that such a reader shows: what `readMarkdown` parses. */
export function markdownHtml(markdown: string): string {
  return htmlOf(markdown, []);
}

/** The HTML that `readPost` parses. */
export function postHtml(markdown: string): string {
  const parted = literalRawText(markdown).replace(BEHIND_BLOCK, '$1\n\n').replace(MARKDOWN_INSIDE, '$1\n\n');
  return htmlOf(parted, [{ disable: { null: ['codeIndented'] } }]);
}

/** An opening tag of an element that holds raw text, and what may escape it. Example: `<title>`, `<script src="x"` */
const RAW_TEXT = /(\\*)<(iframe|noembed|noframes|plaintext|script|style|textarea|title|xmp)(?=[\s>/])/gi;

const RAW_TEXT_END = /<\/(iframe|noembed|noframes|plaintext|script|style|textarea|title|xmp)(?=[\s>/])/gi;

/** Such a tag that nothing closes is a word of the text (`the <title> element`), not the end of the article. */
function literalRawText(markdown: string): string {
  const lastClosed = new Map<string, number>();
  for (const { 1: name = '', index } of markdown.matchAll(RAW_TEXT_END)) lastClosed.set(name.toLowerCase(), index);
  return markdown.replace(RAW_TEXT, (tag, slashes: string, name: string, at: number) =>
    slashes.length % 2 === 1 || (lastClosed.get(name.toLowerCase()) ?? -1) > at ? tag : `${slashes}&lt;${name}`,
  );
}

function htmlOf(markdown: string, extensions: Extension[]): string {
  return micromark(markdown, {
    allowDangerousHtml: true,
    allowDangerousProtocol: true,
    extensions: [...extensions, gfmTable(), gfmStrikethrough({ singleTilde: false }), gfmTaskListItem(), gfmFootnote()],
    htmlExtensions: [gfmTableHtml(), gfmStrikethroughHtml(), gfmTaskListItemHtml(), gfmFootnoteHtml()],
  });
}

type Extension = NonNullable<Options['extensions']>[number];

/** Elements that the reader adds around footnotes: their heading, the links back. */
export function isReadersOwn(node: Node): boolean {
  return node.has('data-footnote-backref') || (node.name === 'h2' && node.get('id') === 'footnote-label');
}
