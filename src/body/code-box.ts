/** Boxes that are code although no `pre` says so: by their class or style. What is in them is shown as it was typed. */
import type { Node } from './tree.js';

/** SyntaxHighlighter 1 to 3: `syntaxhighlighter nogutter php`, `dp-highlighter` */
const HIGHLIGHTER = /(?:^|\s)(?:syntaxhighlighter|dp-highlighter)(?:\s|$)/i;
/** A list whose items are lines of code (SyntaxHighlighter 1, Prettify, Geshi). */
const LINE_LIST = /(?:^|\s)(?:dp-\w+|linenums)(?:$|\s)/;
/** A line of SyntaxHighlighter 3: `line number1 index0 alt2` */
const LINE = /(?:^|\s)line number\d/;
/** `white-space: pre`, which keeps blanks and line ends as they are and wraps nothing */
const PRE = /(?:^|[;\s])white-space\s*:\s*pre\s*(?:;|!|$)/i;
/** `font-family: Menlo, monospace` */
const MONOSPACE = /font-family\s*:[^;]*(?:mono|courier|consolas|menlo|monaco)/i;
/** Evernote: `-en-codeblock: true`, `--en-codeblock:true` */
const EVERNOTE = /-en-codeblock\s*:\s*true/i;

const STYLED = new Set(['div', 'section', 'p']);

export function isHighlighter({ attributes }: Node): boolean {
  return HIGHLIGHTER.test(attributes?.get('class') ?? '');
}

export function isLineList({ name, attributes }: Node): boolean {
  return (name === 'ol' || name === 'ul') && LINE_LIST.test(attributes?.get('class') ?? '');
}

export function isHighlighterLine({ name, attributes }: Node): boolean {
  return name === 'div' && LINE.test(attributes?.get('class') ?? '');
}

/** Code by its style: pasted from Evernote, or from an editor as Visual Studio Code does it. */
export function isCodeStyle({ name, attributes }: Node): boolean {
  const style = STYLED.has(name) ? attributes?.get('style') : undefined;
  return style !== undefined && (EVERNOTE.test(style) || (PRE.test(style) && MONOSPACE.test(style)));
}

export function isCodeBox(node: Node): boolean {
  if (node.attributes === null) return false;
  return isHighlighter(node) || isLineList(node) || isHighlighterLine(node) || isCodeStyle(node);
}
