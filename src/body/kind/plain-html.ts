/** A quick look before the survey: most bodies of an archive are HTML through and through. */
import type { Parsed } from '../html.js';
import { COMMENT, following, TEXT } from '../tree.js';
import { invisible, textBlocks } from '../vocabulary.js';

/** Text blocks that may stand around Markdown. */
const wrapping = new Set(['p', 'blockquote']);
/** A blank line at the start, e.g. " \n\n". */
const blankLine = /^[ \t]*\n[ \t]*\n/;

/** What holds items and cells. */
const holders = new Set('dir dl menu ol select table tbody tfoot thead tr ul'.split(' '));

/**
 * True where the survey of `detectKind` could only say that all text is in block elements.
 * @param parsed the body, parsed as HTML
 * @param body its source
 */
export function isPlainHtml({ root, unclosed }: Parsed, body: string): boolean {
  // Code of Markdown can hide tags from the survey that the parser took for elements.
  if (unclosed.length > 0 || body.includes('`') || body.includes('~')) return false;
  let hasText = false;
  for (let node = root.first; node; ) {
    if (node.type === TEXT) {
      if (node.data.trim() !== '') return false;
      node = following(node, root);
    } else if (textBlocks.has(node.name)) {
      // What nothing closes ends at a blank line, if this is Markdown; items and cells need no end.
      const isOpen = node.closeStart === node.end;
      if (isOpen && (node.name === 'p' || !holders.has(node.parent?.name ?? ''))) return false;
      // So does the HTML of a wrapper.
      if (wrapping.has(node.name) && (blankLine.test(node.first?.data ?? '') || node.has('markdown'))) return false;
      hasText ||= node.first !== null;
      node = following(node, root, true);
    } else node = following(node, root, node.type === COMMENT || invisible.has(node.name));
  }
  return hasText;
}
