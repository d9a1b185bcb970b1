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

/** Markdown as a CommonMark reader with tables, strikethrough, task lists and footnotes shows it. */
export function readMarkdown(markdown: string): Node {
  return read(markdown, []);
}

/**
 * A Markdown body as the engines of its time read it (kramdown, Blackfriday): HTML that goes on behind a blank line is
 * indented in many posts and no code, and text behind a closed block is Markdown again.
 */
export function readPost(markdown: string): Node {
  return read(markdown.replace(BEHIND_BLOCK, '$1\n\n'), [{ disable: { null: ['codeIndented'] } }]);
}

function read(markdown: string, extensions: Extension[]): Node {
  const html = micromark(markdown, {
    allowDangerousHtml: true,
    allowDangerousProtocol: true,
    extensions: [...extensions, gfmTable(), gfmStrikethrough({ singleTilde: false }), gfmTaskListItem(), gfmFootnote()],
    htmlExtensions: [gfmTableHtml(), gfmStrikethroughHtml(), gfmTaskListItemHtml(), gfmFootnoteHtml()],
  });
  return parseHtml(html).root;
}

type Extension = NonNullable<Options['extensions']>[number];

/** Elements that the reader adds around footnotes: their heading, the links back. */
export function isReadersOwn(node: Node): boolean {
  return node.has('data-footnote-backref') || (node.name === 'h2' && node.get('id') === 'footnote-label');
}
