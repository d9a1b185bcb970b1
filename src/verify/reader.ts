/** The independent readers of the proof: micromark, which no writer of ours uses. */
import { micromark } from 'micromark';
import { gfmFootnote, gfmFootnoteHtml } from 'micromark-extension-gfm-footnote';
import { gfmStrikethrough, gfmStrikethroughHtml } from 'micromark-extension-gfm-strikethrough';
import { gfmTable, gfmTableHtml } from 'micromark-extension-gfm-table';
import { gfmTaskListItem, gfmTaskListItemHtml } from 'micromark-extension-gfm-task-list-item';
import { parseHtml } from '../body/html.js';
import type { Node } from '../body/tree.js';

/** Markdown as a CommonMark reader with tables, strikethrough, task lists and footnotes shows it. */
export function readMarkdown(markdown: string): Node {
  const html = micromark(markdown, {
    allowDangerousHtml: true,
    allowDangerousProtocol: true,
    extensions: [gfmTable(), gfmStrikethrough({ singleTilde: false }), gfmTaskListItem(), gfmFootnote()],
    htmlExtensions: [gfmTableHtml(), gfmStrikethroughHtml(), gfmTaskListItemHtml(), gfmFootnoteHtml()],
  });
  return parseHtml(html).root;
}

/** Elements that the reader adds around footnotes: their heading, the numbers that call them, the links back. */
export function isReadersOwn(node: Node): boolean {
  return (
    node.has('data-footnote-backref') ||
    node.has('data-footnote-ref') ||
    (node.name === 'h2' && node.get('id') === 'footnote-label')
  );
}
