/** Code spans and code blocks. */
import type { Node } from '../../body/tree.js';
import type { LinePlace } from '../line.js';
import { codeBlanks, preText } from '../pre.js';
import { languageOf } from './language.js';

const BACKTICKS = /`+/g;
/** A backslash before a bar: readers of tables differ on it inside code. */
const BACKSLASHED_BAR = /\\\|/;

/** Writes a code span. In a table cell bars are escaped with the rest of the cell. */
export function codeSpan(code: string, place: LinePlace): string {
  const text = withPlainBlanks(code);
  if (place === 'cell' && BACKSLASHED_BAR.test(text)) return `<code>${asReferences(text)}</code>`;
  if (text.trim() === '' && text.length > 0 && !text.includes('\u00a0')) return `\`${text}\``;
  const fence = '`'.repeat(missingLength(text, 1));
  const pad = text.startsWith('`') || text.endsWith('`') || (text.startsWith(' ') && text.endsWith(' ')) ? ' ' : '';
  return fence + pad + text + pad + fence;
}

/** Code that can be run has no no-break spaces between its words. At an edge they are what is shown. */
function withPlainBlanks(code: string): string {
  if (!code.includes('\u00a0')) return code;
  const words = code.trim();
  const start = code.length - code.trimStart().length;
  return code.slice(0, start) + codeBlanks(words) + code.slice(start + words.length);
}

/** Every character that Markdown or HTML could read, as a reference. */
function asReferences(text: string): string {
  return text.replace(/[^\p{L}\p{N}\s]/gu, (character) => `&#${character.codePointAt(0)};`);
}

/** The shortest length, from `least`, of which no run of backticks in the text is. */
function missingLength(text: string, least: number): number {
  const lengths = new Set<number>();
  for (const match of text.match(BACKTICKS) ?? []) lengths.add(match.length);
  let length = least;
  while (lengths.has(length)) length++;
  return length;
}

/** Writes a code block with a fence longer than any inside. */
export function fencedCode(node: Node): string {
  const text = preText(node);
  let longest = 2;
  for (const match of text.match(BACKTICKS) ?? []) longest = Math.max(longest, match.length);
  const fence = '`'.repeat(longest + 1);
  return text === '' ? `${fence}${languageOf(node)}\n${fence}` : `${fence}${languageOf(node)}\n${text}\n${fence}`;
}
