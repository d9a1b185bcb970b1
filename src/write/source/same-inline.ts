/** The proof that HTML of one paragraph and the Markdown in its place show the same to a reader. */
import MarkdownIt from 'markdown-it';
import { parseHtml } from '../../body/html.js';
import type { References } from '../../body/markdown/blocks.js';
import { ELEMENT, type Node, TEXT } from '../../body/tree.js';
import { classAt, PUNCTUATION } from '../markdown/characters.js';

const reader = new MarkdownIt({ html: true });
reader.normalizeLink = (url) => url;
reader.validateLink = () => true;

/** Elements that show nothing of their own. */
const plain = new Set(['span', 'font']);

const names: Readonly<Record<string, string>> = {
  b: 'strong',
  i: 'em',
  s: 'del',
  strike: 'del',
  tt: 'code',
  samp: 'code',
};

/**
 * Whether two pieces of inline Markdown show the same characters with the same marks, links and images. Punctuation
 * that is not ASCII may stand outside of a mark, and blanks do not count.
 */
export function showSame(before: string, after: string, references: References): boolean {
  // Four tildes are two marks to some readers and none to others.
  if (after.includes('~~~') && !before.includes('~~~')) return false;
  const wanted = signature(before, references);
  const shown = signature(after, references);
  if (!wanted || !shown || wanted.length !== shown.length) return false;
  return wanted.every(({ what, marks, isLoose }, index) => {
    const other = shown[index] as Shown;
    return what === other.what && (isLoose || marks === other.marks);
  });
}

interface Shown {
  /** A character, or an element that stands alone. */
  what: string;
  /** What it stands in. */
  marks: string;
  /** It may stand outside of a mark. */
  isLoose: boolean;
}

/** Deeper than any author nests: what a character stands in is said once for each level. */
const DEEPEST = 40;

/** Null where elements nest too deep. */
function signature(markdown: string, references: References): Shown[] | null {
  const { root } = parseHtml(reader.renderInline(markdown, { references }));
  const shown: Shown[] = [];
  /** For each open element, what is open there. */
  const open: string[][] = [[]];
  for (let node = root.first; node; ) {
    const marks = open.at(-1) as string[];
    if (node.type === TEXT) characters(node.data, marks.join(' '), shown);
    else if (node.type === ELEMENT) {
      const mark = markOf(node);
      const isNew = mark !== '' && !marks.includes(mark);
      if (!node.first && mark !== '') shown.push({ what: mark, marks: marks.join(' '), isLoose: mark === 'br' });
      open.push(isNew ? [...marks, mark].sort() : marks);
      if (open.length > DEEPEST) return null;
      if (node.first) {
        node = node.first;
        continue;
      }
      open.pop();
    }
    while (!node.next && node.parent && node.parent !== root) {
      node = node.parent;
      open.pop();
    }
    node = node.next;
  }
  return shown;
}

function characters(text: string, marks: string, shown: Shown[]): void {
  for (let at = 0; at < text.length; at++) {
    const what = text[at] as string;
    if (what.trim() === '') continue;
    const isLoose = text.charCodeAt(at) >= 0x80 && classAt(text, at) === PUNCTUATION;
    shown.push({ what, marks, isLoose });
  }
}

/** What an element shows: its name, and where it leads. */
function markOf(node: Node): string {
  // An anchor shows nothing.
  if (plain.has(node.name) || (node.name === 'a' && !node.has('href'))) return '';
  const target = node.name === 'a' ? node.get('href') : node.get('src');
  return `${names[node.name] ?? node.name}${target === null ? '' : `=${target.trim()}`}`;
}
