/** Elements around Markdown, and those of them that lose their tags: they only group or place what is in them. */

import { spanAt } from '../../body/bisect.js';
import type { Segments } from '../../body/markdown/segment.js';
import { isBlockElement } from '../../body/traverse.js';
import { COMMENT, ELEMENT, following, isElement, type Node, TEXT } from '../../body/tree.js';
import type { SourceEdit } from './changes.js';

/** They only group or place what is in them. */
export const wrappers = new Set('article aside center div figure font footer header main section span'.split(' '));

/** Elements that Markdown has no form for and that their author meant as HTML: copied. */
const copied = new Set(
  'button canvas details dialog fieldset form input math noscript script select style svg template textarea'.split(' '),
);

export class Wrappers {
  /** Elements with Markdown in them, or with what is copied. */
  readonly mixed = new Set<Node>();
  /** Wrappers whose tags go; the places of those tags, by their ends. */
  readonly bare = new Set<Node>();
  readonly gone = new Map<number, number>();
  /** Their removal; each wrapper is a group of its own. */
  readonly edits: SourceEdit[] = [];

  /** @param isTarget whether links point to an element */
  constructor(
    private readonly text: string,
    root: Node,
    { inlines }: Segments,
    isTarget: (node: Node) => boolean,
  ) {
    this.findMixed(root);
    this.findBare(root, (node) => isTarget(node) || this.partsWords(node, inlines));
  }

  /** Whether nothing but the element's own border parts its words from those beside it in a line: `one<div>two</div>`. */
  private partsWords(node: Node, inlines: Segments['inlines']): boolean {
    const { text } = this;
    const { start, openEnd, closeStart, end } = node;
    // A blank line inside parts them without it.
    const atStart = isInk(text[start - 1]) && !text.startsWith('\n\n', openEnd);
    const atEnd = isInk(text[end]) && !text.endsWith('\n\n', closeStart);
    const isInLine = (place: number): boolean => spanAt(inlines, place) !== null;
    return isBlockElement(node) && ((atStart && isInLine(start)) || (atEnd && isInLine(closeStart)));
  }

  /** Marks what holds Markdown, or what is copied. */
  private findMixed(root: Node): void {
    // A closed `pre` is code as a whole, though CommonMark sees Markdown behind a blank line in it.
    const isCode = (node: Node) => isElement(node, 'pre') && !node.added && isClosed(node);
    for (let node = root.first; node; node = following(node, root, isCode(node))) {
      const markdown = node.type === TEXT && node.raw && node.data.trim() !== '';
      const isCopied = node.added || (copied.has(node.name) && !isTaskBox(node));
      const kept = node.type === COMMENT || (node.type === ELEMENT && isCopied);
      if (!markdown && !kept) continue;
      for (let at: Node | null = node; at && at !== root && !this.mixed.has(at); at = at.parent) this.mixed.add(at);
    }
  }

  /** Wrappers around Markdown, from the outside in: each closed, without literal text of its own. */
  private findBare(root: Node, isKept: (node: Node) => boolean): void {
    for (let node = root.first; node; ) {
      const bare =
        isElement(node) &&
        isWrapper(node) &&
        isClosed(node) &&
        !isKept(node) &&
        !marksFollow(node) &&
        (holdsMarkdown(node) || (this.mixed.has(node) && !hasText(node)));
      if (bare) {
        this.bare.add(node);
        this.gone.set(node.openEnd, node.start);
        this.gone.set(node.end, node.closeStart);
        const groups = [this.bare.size];
        const free = holdsMarkdown(node);
        this.edits.push({ start: node.start, end: node.openEnd, text: '', groups, free });
        this.edits.push({ start: node.closeStart, end: node.end, text: '', groups, free });
      }
      node = following(node, root, !bare);
    }
  }
}

/** The box of a task, which Markdown has a mark for. */
function isTaskBox({ name, parent, attributes }: Node): boolean {
  const isBox = name === 'input' && attributes?.get('type')?.toLowerCase() === 'checkbox';
  return isBox && (parent?.name === 'li' || parent?.parent?.name === 'li');
}

/** What only groups words: a link to nowhere does, and a paragraph around Markdown. */
function isWrapper(node: Node): boolean {
  if (node.name === 'a') return !node.has('href') && node.first !== null;
  return wrappers.has(node.name) || (node.name === 'p' && hasText(node, true));
}

function isInk(character = ''): boolean {
  return character.trim() !== '';
}

export function isClosed(node: Node): boolean {
  return node.closeStart < node.end;
}

/** kramdown and PHP Markdown Extra read what is in such an element as Markdown: `<div markdown="1">`. */
function holdsMarkdown(node: Node): boolean {
  return /^(?:1|true|block|span)$/i.test(node.get('markdown') ?? '');
}

/** Whether text stands directly in the element: that of Markdown, or literal text of an HTML block, which it would be. */
function hasText(node: Node, isMarkdown = false): boolean {
  for (let child = node.first; child; child = child.next) {
    if (child.type === TEXT && child.raw === isMarkdown && child.data.trim() !== '') return true;
  }
  return false;
}

/** Characters that would be marks once the text is Markdown. Example: `*`. */
const marks = /[\\`*_[\]]/;

/** Literal text stands behind the closing tag, in the block of HTML that the tag makes: without it these were marks. */
function marksFollow({ next }: Node): boolean {
  return next?.type === TEXT && !next.raw && marks.test(next.data);
}
