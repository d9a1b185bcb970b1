/** turndown with the options that are ours, and all of its rules for our walker: its own, those for blank and for all other elements. */
import TurndownService from 'turndown';
import { following, type Node, textOf } from '../../src/body/tree.js';
import type { ConversionRule } from '../../src/write/options.js';

export const turndown = new TurndownService({
  headingStyle: 'atx',
  hr: '***',
  codeBlockStyle: 'fenced',
  bulletListMarker: '-',
  emDelimiter: '*',
});

const { rules, options } = turndown as unknown as {
  rules: { array: ConversionRule[] };
  options: { rules: Record<string, ConversionRule> };
};

/** In the order in which turndown tries them. */
export const ownRules: readonly ConversionRule[] = rules.array;

/** Rules whose filter is a function, by the tag that it tests. */
const tested: Record<string, ConversionRule | undefined> = { a: options.rules.inlineLink, code: options.rules.code };

/** turndown's rule for a tag. */
export function ruleFor(name: string): ConversionRule | undefined {
  return (
    tested[name] ?? ownRules.find(({ filter }) => filter === name || (Array.isArray(filter) && filter.includes(name)))
  );
}

// Three lists of turndown's that are not exported.
const blockNames = new Set(
  (
    'ADDRESS ARTICLE ASIDE AUDIO BLOCKQUOTE BODY CANVAS CENTER DD DIR DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER ' +
    'FORM FRAMESET H1 H2 H3 H4 H5 H6 HEADER HGROUP HR HTML ISINDEX LI MAIN MENU NAV NOFRAMES NOSCRIPT OL OUTPUT P PRE ' +
    'SECTION TABLE TBODY TD TFOOT TH THEAD TR UL'
  ).split(' '),
);
const voidNames = 'AREA BASE BR COL COMMAND EMBED HR IMG INPUT KEYGEN LINK META PARAM SOURCE TRACK WBR'.split(' ');
const shownWhenBlank = new Set([
  ...voidNames,
  ...'A TABLE THEAD TBODY TFOOT TH TD IFRAME SCRIPT AUDIO VIDEO'.split(' '),
]);

function isBlank(root: Node): boolean {
  if (shownWhenBlank.has(root.nodeName) || textOf(root).trim() !== '') return false;
  for (let node = root.first; node; node = following(node, root)) if (shownWhenBlank.has(node.nodeName)) return false;
  return true;
}

const isBlock = (node: Node): boolean => blockNames.has(node.nodeName);

/** All of turndown, rule by rule; the last one is tried first. */
export const allRules: readonly ConversionRule[] = [
  { filter: () => true, replacement: (content, node) => (isBlock(node) ? `\n\n${content}\n\n` : content) },
  ...ownRules.toReversed(),
  { filter: isBlank, replacement: (_, node) => (isBlock(node) ? '\n\n' : '') },
];
