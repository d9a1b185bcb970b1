/** The independent readers of the proof: micromark, which no writer of ours uses. */
import { micromark, type Options } from 'micromark';
import { gfmFootnote, gfmFootnoteHtml } from 'micromark-extension-gfm-footnote';
import { gfmStrikethrough, gfmStrikethroughHtml } from 'micromark-extension-gfm-strikethrough';
import { gfmTable, gfmTableHtml } from 'micromark-extension-gfm-table';
import { gfmTaskListItem, gfmTaskListItemHtml } from 'micromark-extension-gfm-task-list-item';
import { parseHtml } from '../body/html.js';
import { isHtmlElement } from '../body/markdown/elements.js';
import { findFences } from '../body/markdown/fences.js';
import type { Node } from '../body/tree.js';

/** A value without quotes, group 2, in which micromark takes a slash for the tag's end. Example: ` href=http://a.b/c` */
const BARE_VALUE = /(=\s{0,9})([^\s"'=<>`]+\/[^\s"'=<>`]*)(?=[\s>])/g;
/** Code in a line, or a tag. */
const CODE_OR_TAG = /`[^`\n]*`|<[a-z][a-z\d-]*\s(?:[^<>"']|"[^"<>]*"|'[^'<>]*')*>/gi;

/** Text on the line behind a closing block tag, a script or a comment. Example: `</div>\nwith *marks*`. */
const BEHIND_BLOCK =
  /((?:<\/(?:address|article|aside|blockquote|center|details|div|dl|figcaption|figure|form|h[1-6]|ol|p|pre|script|section|table|ul)>|-->)[ \t]*)\n(?=[^\n<])/gi;

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
  const parted = literalListings(literalTags(quotedValues(markdown)))
    .replace(BEHIND_BLOCK, '$1\n\n')
    .replace(MARKDOWN_INSIDE, '$1\n\n');
  return htmlOf(parted, [{ disable: { null: ['codeIndented'] } }]);
}

/** Tags outside of code with quotes around their values. */
function quotedValues(markdown: string): string {
  if (markdown.search(BARE_VALUE) < 0) return markdown;
  const parts: string[] = [];
  let at = 0;
  for (const { start, end } of [...findFences(markdown), { start: markdown.length, end: markdown.length }]) {
    const text = markdown.slice(at, start);
    parts.push(text.replace(CODE_OR_TAG, (piece) => (piece[0] === '<' ? withQuotes(piece) : piece)));
    parts.push(markdown.slice(start, end));
    at = end;
  }
  return parts.join('');
}

function withQuotes(tag: string): string {
  return tag
    .split(/("[^"]*"|'[^']*')/)
    .map((part, index) => (index % 2 === 0 ? part.replace(BARE_VALUE, '$1"$2"') : part))
    .join('');
}

/** An end tag or a tag that closes itself, group 1 or 2 its name; of XML. Example: `</groupId>`, `<b/>` */
const XML_TAG = /<\/([a-z][a-z\d-]*)\s*>|<([a-z][a-z\d-]*)(?:\s[^<>]*)?\/>/gi;
const XML_OR_PAGE = /<\?xml[\s?]|<!doctype\s|<(?:html|head|body|link|meta|title|script|style)[\s>]/i;
/** Around the whole code. Example: `<code class="xml">` */
const CODE_TAG = /^\s*<code[^<>]*>|<\/code>\s*$/gi;

/** Tags in a `pre` that name no element of HTML were meant to be read: nobody escaped them. */
function literalListings(markdown: string): string {
  const parts = markdown.split(/(<\/?pre(?:\s[^<>]*)?>)/i);
  for (let index = 2; index < parts.length - 1; index += 2) {
    const code = parts[index] as string;
    if (parts[index - 1]?.[1] === '/' || parts[index + 1]?.[1] !== '/' || !isListing(code)) continue;
    const tags = code.trim().startsWith('<code') ? (code.match(CODE_TAG) ?? []) : [];
    const [lead = '', trail = ''] = tags.length === 2 ? tags : [];
    parts[index] = lead + code.slice(lead.length, code.length - trail.length).replaceAll('<', '&lt;') + trail;
  }
  return parts.join('');
}

function isListing(code: string): boolean {
  if (XML_OR_PAGE.test(code)) return true;
  for (const [, closed, empty] of code.matchAll(XML_TAG)) {
    if (!isHtmlElement((closed ?? empty ?? '').toLowerCase())) return true;
  }
  return false;
}

/** Elements that hold raw text, and those that hide what is in them or show something else in its place. */
const HOLDS_RAW_TEXT = 'iframe|noembed|noframes|plaintext|script|style|textarea|title|xmp';
const HIDES = 'head|html|body|template|noscript|datalist|select|object|video|audio|svg|math|canvas';
/** An opening tag of one, and what may escape it. Example: `<title>`, `<script src="x"` */
const OPENING = new RegExp(`(\\\\*)<(${HOLDS_RAW_TEXT}|${HIDES})(?=[\\s>/])`, 'gi');
const CLOSING = new RegExp(`</(${HOLDS_RAW_TEXT}|${HIDES})(?=[\\s>/])`, 'gi');
const IS_RAW_TEXT = new RegExp(`^(?:${HOLDS_RAW_TEXT})$`);
/** A medium that closes itself holds nothing. Example: `<iframe src="a" />` */
const EMPTY_MEDIUM = /^<(?:iframe|video|audio|object)\s[^<>]*\/>/i;
/** What stands before a block's first character on its line. Example: `> ` */
const LEAD = /(?:^|\n)[ \t>]*$/;
/** Longer than any such tag. UTF-16 units. */
const TAG = 2000;

/** Such a tag that nothing closes is a word of the text (`the <title> element`), not the end of the article. */
function literalTags(markdown: string): string {
  const closings = new Map<string, number[]>();
  for (const { 1: name = '', index } of markdown.matchAll(CLOSING)) {
    const places = closings.get(name.toLowerCase());
    if (places) places.push(index);
    else closings.set(name.toLowerCase(), [index]);
  }
  return markdown.replace(OPENING, (tag, slashes: string, spelling: string, at: number) => {
    const name = spelling.toLowerCase();
    const places = closings.get(name) ?? [];
    while ((places[0] ?? at) < at) places.shift();
    if (slashes.length % 2 === 1 || EMPTY_MEDIUM.test(markdown.slice(at + slashes.length, at + TAG))) return tag;
    // In the midst of a paragraph a tag that the paragraph does not close is a word too.
    const isBlock = IS_RAW_TEXT.test(name) || LEAD.test(markdown.slice(Math.max(0, at - 80), at));
    const end = isBlock ? markdown.length : markdown.indexOf('\n\n', at);
    const close = places[0];
    return close !== undefined && (end < 0 || close < end) ? tag : `${slashes}&lt;${spelling}`;
  });
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
