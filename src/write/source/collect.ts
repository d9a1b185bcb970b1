/** From an edited tree to edits of its source: what is no longer in the tree is a gap between what still is. */

import { spanAt } from '../../body/bisect.js';
import { SYNTAX } from '../../body/markdown/cover.js';
import type { Mark } from '../../body/markdown/marks.js';
import type { MarkdownBody, TagSnapshot } from '../../body/markdown/parse.js';
import type { HtmlBlock } from '../../body/markdown/segment.js';
import { isBlockElement } from '../../body/traverse.js';
import { ELEMENT, type Node, TEXT } from '../../body/tree.js';
import { voids } from '../../body/vocabulary.js';
import { beginningOf, htmlOf, htmlText } from './added-html.js';
import { isLooseBreak } from './breaks.js';
import type { SourceEdit } from './changes.js';
import { EditList } from './edit-list.js';
import { hasLostEnd } from './lost-end.js';
import { withoutBlocks, withoutMarks } from './plain-text.js';
import { asTarget } from './targets.js';

/** Writes an element that a rule added; `writeMarkdown` of a tree that holds it. */
export type WriteAdded = (node: Node) => string;

/** What begins a block of HTML wherever it stands (CommonMark 0.31, section 4.6, conditions 1 to 6). Example: `<td `. */
const opensBlock =
  /^<(?:[!?]|\/?(?:address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|menuitem|nav|noframes|ol|optgroup|option|p|param|pre|script|search|section|style|summary|table|tbody|td|textarea|tfoot|th|thead|title|tr|track|ul)(?:[\s/>]|$))/i;

/**
 * The edits that make the body's source say what its tree says. Offsets are from the body's start; in order.
 * @param body the source that the tree was parsed from
 */
export function collectEdits(parsed: MarkdownBody, body: string, writeAdded: WriteAdded): SourceEdit[] {
  return new Collector(parsed, body, writeAdded).run();
}

class Collector {
  private readonly list: EditList;
  private readonly base: number;
  /** Elements that are still in the tree. */
  private readonly kept = new Set<Node>();
  /** End of the last tag or comment that keeps its block one of HTML: in one that has lost these, text would be read as Markdown. */
  private keptTag = 0;
  private block = 0;

  constructor(
    private readonly parsed: MarkdownBody,
    private readonly body: string,
    private readonly writeAdded: WriteAdded,
  ) {
    this.base = parsed.root.start;
    this.list = new EditList(body, this.base);
  }

  run(): SourceEdit[] {
    const { root } = this.parsed;
    let node: Node | null = root.first;
    while (node) {
      if (this.enter(node) && node.first) {
        node = node.first;
        continue;
      }
      let current: Node = node;
      this.leave(current);
      while (!current.next && current.parent && current.parent !== root) {
        current = current.parent;
        this.leave(current);
      }
      node = current.next;
    }
    this.list.keep(root.end, root.end);
    this.pairTags();
    return this.list.edits;
  }

  /** The two tags of an element that lost both are given up together, or not at all. */
  private pairTags(): void {
    for (const node of this.parsed.tags.keys()) {
      if (this.kept.has(node) || node.closeStart >= node.end) continue;
      this.list.pair(node.start, node.closeStart);
    }
  }

  /** Returns whether the node's children are to be visited. */
  private enter(node: Node): boolean {
    if (node.type === TEXT) {
      if (node.added) this.list.insert(this.isInHtml() ? htmlText(node.data) : withoutMarks(node.data));
      else if (this.isBared(node)) this.escape(node);
      else this.list.keep(node.start, node.end);
      return false;
    }
    this.kept.add(node);
    const before = this.parsed.tags.get(node);
    if (node.type === ELEMENT && !before) {
      this.list.insert(this.isInHtml() ? this.asHtml(node) : this.writeAdded(node));
      return false;
    }
    const mark = this.parsed.marks.get(node);
    if (mark) return this.enterMark(node, mark);
    const tagEnd = node.type === ELEMENT ? node.openEnd : node.end;
    if (before && isChanged(node, before)) this.list.replace(node.start, tagEnd, this.openingTag(node));
    else this.list.keep(node.start, tagEnd);
    if (tagEnd > node.start && !(node.name === SYNTAX && node.data[0] !== '<')) this.keepTag(node.start, tagEnd);
    return true;
  }

  /** Markdown's own marks stay as they were typed; of a link or an image the target may be another one, or none. */
  private enterMark(node: Node, mark: Mark): boolean {
    const { name, leaf, link } = mark;
    if (link && this.targetChange(node, mark) === null) return !leaf;
    const isBackslash = name === 'br' && this.body[node.start - this.base] === '\\';
    if (isBackslash && isLooseBreak(node, this.list.at < node.start - this.base)) {
      this.list.replace(node.start, node.start + 1, '');
      this.list.keep(node.start + 1, node.end);
    } else if (link?.image) this.keepLink(node, mark);
    else this.list.keep(node.start, node.openEnd);
    return !leaf;
  }

  private leaveMark(node: Node, mark: Mark): void {
    if (mark.leaf) return;
    if (mark.link) this.keepLink(node, mark);
    else this.list.keep(node.closeStart, node.end);
  }

  /** The target that a rule gave to a link or an image, null where it took it, undefined where it is as it was. */
  private targetChange(node: Node, { link }: Mark): string | null | undefined {
    const name = link?.image ? 'src' : 'href';
    const target = node.get(name);
    return target === (this.parsed.tags.get(node)?.attributes?.get(name) ?? null) ? undefined : target;
  }

  /** Keeps the source that holds a link's target: all of an image, what closes a link. */
  private keepLink(node: Node, mark: Mark): void {
    const { link } = mark;
    const start = link?.image ? node.start : node.closeStart;
    const target = this.targetChange(node, mark);
    if (target === null) return;
    const isSame = target === undefined && !this.hasLost(node, 'alt') && !this.hasLost(node, 'title');
    // What was moved is copied as it stood.
    if (isSame || !link || start - this.base < this.list.at) {
      this.list.keep(start, node.end);
      return;
    }
    let at = start;
    const change = (from: number, to: number, text: string): void => {
      this.list.keep(at, from + this.base);
      this.list.replace(from + this.base, to + this.base, text);
      at = to + this.base;
    };
    if (this.hasLost(node, 'alt')) change(link.textStart, link.textEnd, '');
    if (target !== undefined) change(link.urlStart, link.urlEnd, asTarget(target));
    if (this.hasLost(node, 'title')) change(link.urlEnd, link.end - 1, '');
    this.list.keep(at, node.end);
  }

  /** A rule took what the image says. */
  private hasLost(node: Node, name: string): boolean {
    return this.parsed.tags.get(node)?.attributes?.has(name) === true && !node.has(name);
  }

  private leave(node: Node): void {
    const mark = this.parsed.marks.get(node);
    if (mark) this.leaveMark(node, mark);
    if (mark || node.type !== ELEMENT || voids.has(node.name)) return;
    const before = this.parsed.tags.get(node);
    if (!before) return;
    if (node.closeStart >= node.end) {
      const { htmlBlocks, source } = this.parsed;
      const isLost = hasLostEnd(node, htmlBlocks, 0) || hasLostEnd(node, source.segments.inlines, this.base);
      if (isLost) this.list.insert(`</${node.name}>`);
      return;
    }
    if (before.name !== node.name) this.list.replace(node.closeStart, node.end, `</${node.name}>`);
    else this.list.keep(node.closeStart, node.end);
    this.keepTag(node.closeStart, node.end);
  }

  /** A tag that stays: the first one of its block decides whether it is one of HTML (CommonMark 0.31, section 4.6). */
  private keepTag(start: number, end: number): void {
    const block = this.blockAt(start);
    const from = start - this.base;
    const to = end - this.base;
    if (block && this.keptTag <= block.start - this.base) {
      const lineEnd = this.body.indexOf('\n', to);
      const isAlone = this.body.slice(to, lineEnd < 0 ? undefined : lineEnd).trim() === '';
      if (!isAlone && !opensBlock.test(this.body.slice(from, from + 16))) return;
    }
    this.keptTag = to;
  }

  /** The HTML block around a place; ask with rising places. */
  private blockAt(place: number): HtmlBlock | null {
    const { htmlBlocks } = this.parsed;
    while (this.block < htmlBlocks.length && (htmlBlocks[this.block] as HtmlBlock).end <= place) this.block++;
    const block = htmlBlocks[this.block];
    return block && block.start <= place ? block : null;
  }

  /** Whether what comes next stands in an HTML block. */
  private isInHtml(): boolean {
    return spanAt(this.parsed.htmlBlocks, this.list.at + this.base) !== null;
  }

  /** Alone in its block a line needs a block of its own: a tag of the line begins none. */
  private asHtml(node: Node): string {
    const isBare = node.parent === this.parsed.root && !isBlockElement(node);
    return isBare ? `<p>${htmlOf(node)}</p>` : htmlOf(node);
  }

  /** Writes text whose marks shall be the characters that they were. */
  private escape(text: Node): void {
    const source = this.body.slice(text.start - this.base, text.end - this.base);
    const escaped = withoutBlocks(withoutMarks(source.trim()));
    if (escaped === source.trim()) {
      this.list.keep(text.start, text.end);
      return;
    }
    const start = text.start + source.length - source.trimStart().length;
    const end = text.start + source.trimEnd().length;
    this.list.keep(text.start, start);
    this.list.replace(start, end, escaped);
    this.list.keep(end, text.end);
  }

  /** Text of an HTML block whose tags before it all went: there its marks were plain characters. */
  private isBared(text: Node): boolean {
    if (text.raw || text.data.trim() === '') return false;
    const block = this.blockAt(text.start);
    if (!block) return false;
    const from = block.start - this.base;
    // Text behind a comment was meant as Markdown: `<!--more--> **x**`.
    const begin = this.body.slice(from, from + 8).trimStart();
    if (begin.startsWith('<!--')) return false;
    const isCut = this.list.at < text.start - this.base || (this.list.edits.at(-1)?.end ?? 0) > from;
    return isCut && this.keptTag <= from;
  }

  private openingTag(node: Node): string {
    const tag = beginningOf(node, true);
    const selfClosed = this.body.startsWith('/>', node.openEnd - this.base - 2);
    return selfClosed ? `${tag} />` : `${tag}>`;
  }
}

function isChanged(node: Node, before: TagSnapshot): boolean {
  if (node.name !== before.name) return true;
  const now = node.attributes?.size ?? 0;
  if (now !== (before.attributes?.size ?? 0)) return true;
  for (const [name, value] of node.attributes ?? []) if (before.attributes?.get(name) !== value) return true;
  return false;
}
