/**
 * The open elements of a tree that is being built. Every step is O(1) in the depth: the elements are the tree itself,
 * and for each name the depths at which it is open are known.
 */
import { deepest, endsInRuby, headings, type Tag, Tags } from './tags.js';
import { addedElement, append, ELEMENT, Node } from './tree.js';
import { blocks } from './vocabulary.js';

/** More than this are not opened again: n tags must not make n times n elements. */
const MAX_CROSSING = 4;

export class OpenElements {
  readonly tags = new Tags();
  /** The innermost open element, or the root. */
  current: Node;
  /** Whether what comes next is a drawing's or a formula's, not HTML. */
  isForeign = false;
  private depth = 0;
  /** Tags of the open elements, by depth from 1. */
  private readonly open: Tag[] = [];
  /** Which of them are a drawing's (`svg`) or a formula's (`math`), by depth; null for HTML. */
  private readonly foreign: (string | null)[] = [null];
  private readonly itemBarriers: number[] = [];
  private readonly scopeBarriers: number[] = [];
  private readonly tables: number[] = [];
  private readonly blocks: number[] = [];
  private readonly specialBlocks: number[] = [];

  constructor(private readonly root: Node) {
    this.current = root;
  }

  push(node: Node, tag: Tag): void {
    this.current = node;
    const depth = ++this.depth;
    this.open[depth] = tag;
    tag.open.push(depth);
    if (tag.isItemBarrier) this.itemBarriers.push(depth);
    // In a formula a drawing is one more element of the formula, and the other way round.
    // A list of choices holds none.
    const root = tag.isForeignRoot && this.tags.depthOf('select') === 0 ? tag.name : null;
    this.foreign[depth] = this.isForeign ? (this.foreign[depth - 1] as string) : root;
    if (this.isScopeBarrier(tag, depth)) this.scopeBarriers.push(depth);
    if (tag.name === 'table') this.tables.push(depth);
    if (tag.isBlock) this.blocks.push(depth);
    if (tag.isSpecialBlock) this.specialBlocks.push(depth);
    this.lookForeign();
  }

  /** Closes the current element at `start` (units of the decoded input); `end` is behind its end tag, if it has one. */
  private pop(start: number, end: number): void {
    const node = this.current;
    const tag = this.open[this.depth] as Tag;
    node.closeStart = start;
    node.end = end;
    tag.open.pop();
    if (tag.isItemBarrier) this.itemBarriers.pop();
    if (tag.name === 'table') this.tables.pop();
    if (tag.isBlock) this.blocks.pop();
    if (tag.isSpecialBlock) this.specialBlocks.pop();
    if (this.isScopeBarrier(tag, this.depth)) this.scopeBarriers.pop();
    this.depth--;
    this.current = node.parent ?? this.root;
    this.lookForeign();
  }

  /** A cell outside of a table is none, and neither is a piece of a drawing outside of one. */
  private isScopeBarrier(tag: Tag, depth: number): boolean {
    if (!tag.isScopeBarrier) return false;
    if (tag.integrates) return tag.integrates === this.foreign[depth];
    return tag.name === 'table' || !(tag.partCloses || tag.name === 'caption') || this.tables.length > 0;
  }

  private lookForeign(): void {
    const { depth } = this;
    const root = this.foreign[depth] ?? null;
    this.isForeign = root !== null && (this.open[depth] as Tag).integrates !== root;
  }

  private popTo(depth: number, at: number): void {
    while (this.depth >= depth) this.pop(at, at);
  }

  /** Closes everything at the end of the input. */
  closeAll(at: number): void {
    this.popTo(1, at);
  }

  /** Closes what the opening of `tag` ends without an end tag. */
  closeImplied(tag: Tag, at: number): void {
    if (this.depth === 0) return;
    if (this.isForeign) {
      if (!tag.isBreakout) return;
      this.leaveForeign(at);
    }
    if (!tag.isInHead) this.endHead(at);
    if (tag.partCloses && tag.partHolders) {
      this.closeParts(tag.partCloses, tag.partHolders, at);
      return;
    }
    if (tag.closesItems) this.closeInside(tag.closesItems, this.itemBarriers, at);
    else if (tag.isSingle) this.endSame(tag, at);
    else if (tag.isRubyPart) this.endRubyPart(tag, at);
    else if (tag.endsSelect) this.closeInside(['select'], this.scopeBarriers, at);
    // A button in a button is none: the second ends the first.
    else if (tag.name === 'button') this.closeInside([tag.name], this.scopeBarriers, at);
    else if (tag.closesCurrent) while (tag.closesCurrent.includes(this.current.name)) this.pop(at, at);
    else if (tag.isHeading && headings.has(this.current.name)) this.pop(at, at);
    if (tag.isBlock && this.current.name === 'p') this.pop(at, at);
  }

  /** HTML ends a drawing or formula that nothing closed. */
  leaveForeign(at: number): void {
    while (this.isForeign) this.pop(at, at);
  }

  /** Text, and a tag that no head holds, end a head that nothing closed. */
  endHead(at: number): void {
    if (this.current.name === 'head') this.pop(at, at);
  }

  private closeParts(parts: readonly string[], holders: ReadonlySet<string>, at: number): void {
    const table = this.tables.at(-1) ?? 0;
    if (table === 0) return;
    for (const part of parts) {
      const depth = this.tags.depthOf(part);
      if (depth > table) this.popTo(depth, at);
    }
    while (!holders.has(this.current.name)) this.pop(at, at);
  }

  /** Closes the innermost open element of these names, unless a barrier stands between. */
  private closeInside(names: readonly string[], barriers: readonly number[], at: number): void {
    let depth = 0;
    for (const name of names) depth = Math.max(depth, this.tags.depthOf(name));
    if (depth > (barriers.at(-1) ?? 0)) this.popTo(depth, at);
  }

  private endRubyPart({ name }: Tag, at: number): void {
    if (this.tags.depthOf('ruby') <= (this.scopeBarriers.at(-1) ?? 0)) return;
    while (endsInRuby.has(this.current.name)) this.pop(at, at);
    if ((name === 'rb' || name === 'rtc') && this.current.name === 'rtc') this.pop(at, at);
  }

  /** A link in a link is none: the second ends the first, and what stands open between them goes on. */
  private endSame(tag: Tag, at: number): void {
    const depth = deepest(tag);
    if (depth <= (this.scopeBarriers.at(-1) ?? 0)) return;
    const crossing = this.continuedFrom(depth + 1);
    if (crossing.length === 0) this.countUnended(depth + 1);
    this.popTo(depth, at);
    for (const node of crossing) this.reopen(node, at);
  }

  /** Blocks that are closed here although the standard lets them go on: where their end tag comes, a line ends. */
  private countUnended(depth: number): void {
    for (let index = this.blocks.length - 1; index >= 0 && (this.blocks[index] as number) >= depth; index--) {
      (this.open[this.blocks[index] as number] as Tag).unended++;
    }
  }

  /** Closes the element that an end tag at `start` means. A stray end tag means nothing, but for `</p>`. */
  close(tag: Tag, start: number, end: number): void {
    const depth = this.closingDepth(tag);
    if (depth === 0) {
      if (tag.name === 'p') this.addParagraph(start, end);
      else if (tag.unended > 0) {
        tag.unended--;
        append(this.current, addedElement('div', start));
      }
      return;
    }
    const isCrossing = (tag.isFormatting || tag.isMedium || tag.name === 'a') && depth < this.depth;
    const crossing = isCrossing ? this.continuedFrom(depth + 1) : [];
    if (crossing.length === 0) this.countUnended(depth + 1);
    this.popTo(depth + 1, start);
    this.pop(start, end);
    for (const node of crossing) this.reopen(node, end);
  }

  /** `One.</p>Two.`: the standard makes a paragraph of the end tag. Here only where it parts what stands before it. */
  private addParagraph(start: number, end: number): void {
    this.endHead(start);
    if (blocks.has((this.current.last ?? this.current).name)) return;
    append(this.current, addedElement('p', start, end));
  }

  /** The open elements from `depth` on, the outermost first, if they are few and all of them go on. */
  private continuedFrom(depth: number): Node[] {
    const nodes: Node[] = [];
    if (this.depth - depth >= MAX_CROSSING) return nodes;
    let node = this.current;
    for (let at = this.depth; at >= depth; at--) {
      const tag = this.open[at] as Tag;
      // Lists and tables end there; what HTML does not know shows nothing of itself.
      if (tag.isContinued) nodes.unshift(node);
      else if (tag.isBlock || tag.isItemBarrier) return [];
      node = node.parent as Node;
    }
    return nodes;
  }

  /** `<b>a<i>b</b>c</i>`: what an end tag crossed goes on behind it (the adoption agency of 13.2.6.4.7, in a line). */
  private reopen(node: Node, at: number): void {
    const copy = new Node(ELEMENT, node.name, '', at, at);
    if (node.attributes) copy.attributes = new Map(node.attributes);
    copy.added = blocks.has(node.name);
    append(this.current, copy);
    this.push(copy, this.tags.get(node.name));
  }

  private closingDepth(tag: Tag): number {
    let depth = deepest(tag);
    // In a list inside it, the end tag of an item ends none (13.2.6.4.7: list item scope).
    if (tag.name === 'li' && depth < Math.max(this.tags.depthOf('ul'), this.tags.depthOf('ol'))) return 0;
    if (tag.isOrdinary && depth < (this.specialBlocks.at(-1) ?? 0)) return 0;
    if (tag.partCloses || tag.name === 'table') return depth >= (this.tables.at(-1) ?? 0) ? depth : 0;
    if (tag.isHeading) for (const heading of headings) depth = Math.max(depth, this.tags.depthOf(heading));
    return depth > (this.scopeBarriers.at(-1) ?? 0) || tag.isScopeBarrier ? depth : 0;
  }
}
