/** Our tree to CommonMark with GFM tables, strikethrough and task lists. */
import type { Node } from '../../body/tree.js';
import type { Dialect } from '../dialect.js';
import { MARKUP, type Piece, WORDS } from '../line.js';
import type { WriteOptions } from '../options.js';
import { write } from '../walker.js';
import { indent, joinBlocks, writeList } from './blocks.js';
import { writeLine } from './line.js';
import { escapeBox } from './line-start.js';
import { callersRules, replace } from './service.js';
import { writeTable } from './table.js';

/** A first line that a site generator would read as front matter. */
const FRONT_MATTER = /^(?:\+\+\+|;;;|\{[ \t]*(?:\n|"))/;

/**
 * Writes the tree below `root` as Markdown.
 * @param root a document or any element, after `applyForms`; it is not changed
 * @returns Markdown without a line end at its end
 */
export function writeMarkdown(root: Node, options: WriteOptions = {}): string {
  const text = write(root, dialect(options));
  return FRONT_MATTER.test(text) ? `\\${text}` : text;
}

function image(node: Node, options: WriteOptions): Piece | null {
  if (options.images === 'none') return null;
  const alt = node.get('alt') ?? '';
  if (options.images === 'alt' || !node.has('src')) {
    return alt.trim() === '' ? null : { kind: WORDS, value: alt.replace(/\s+/g, ' '), marks: 0, link: null };
  }
  return { kind: MARKUP, value: replace('img', '', node), marks: 0, link: null };
}

function dialect(options: WriteOptions): Dialect {
  return {
    options,
    rules: callersRules(options),
    line: writeLine,
    itemStart: escapeBox,
    image: (node) => image(node, options),
    anchor: (node) =>
      `<a id="${(node.get('id') ?? '').replace(/["&<>]/g, (character) => `&#${character.charCodeAt(0)};`)}"></a>`,
    heading: (text, node) => replace(node.name, text, node).trimEnd(),
    quote: (blocks, node) => replace('blockquote', joinBlocks(blocks), node),
    list: writeList,
    fence: (node) => replace('pre', '', node),
    table: writeTable,
    rule: (node) => replace('hr', '', node),
    footnote: (blocks) => indent(joinBlocks(blocks), 4),
    join: joinBlocks,
  };
}
