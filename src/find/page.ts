/**
 * A page as the finder sees it. A pass marks parts and paragraphs as cut; the tree is not touched. Parts stand in
 * document order, so that sums over subtrees are one loop from the last to the first, whatever the depth.
 */
import { linesOf, shown } from '../body/lines.js';
import { shortText } from '../body/traverse.js';
import { ELEMENT, following, type Node, TEXT } from '../body/tree.js';
import { blocks } from '../body/vocabulary.js';
import { hintOf } from './names.js';
import { Paragraph, Part, type Reason } from './part.js';
import { INLINE_MOST } from './weights.js';

const headings: ReadonlySet<string> = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6']);

export const isHeading = ({ name }: Part): boolean => headings.has(name);

/** Inside a line only a short text is furniture: a longer one is the line. */
const isLabel = ({ node }: Part): boolean => shortText(node, INLINE_MOST) !== null;

export class Page {
  readonly parts: Part[] = [];
  readonly paragraphs: Paragraph[] = [];
  readonly root: Part;
  /** The parts from the last to the first: what is inside before what holds it. */
  readonly backwards: readonly Part[];
  /** The article, once a pass has found it. */
  article: Part;
  readonly #partOf = new Map<Node, Part>();

  constructor(document: Node) {
    this.root = this.#add(document, null);
    this.article = this.root;
    for (let node = document.first; node; node = following(node, document)) {
      if (node.type === ELEMENT) this.#add(node, this.partOf(node.parent as Node));
    }
    this.backwards = [...this.parts].reverse();
    for (const { parent, end } of this.backwards) if (parent && parent.end < end) parent.end = end;
  }

  #add(node: Node, parent: Part | null): Part {
    const part = new Part(node, this.parts.length, parent, hintOf(node));
    if (parent) {
      if (!blocks.has(part.name)) part.block = parent.block;
      part.link = part.name === 'a' && node.has('href') ? part : parent.link;
      part.heading = isHeading(part) ? part : parent.heading;
      part.inArticle = parent.inArticle || part.name === 'article' || part.name === 'main';
    }
    this.parts.push(part);
    this.#partOf.set(node, part);
    return part;
  }

  partOf(node: Node): Part {
    return this.#partOf.get(node) as Part;
  }

  /** How many parts begin before a text or an image. */
  #placeOf(node: Node): number {
    if (node.type === ELEMENT) return this.partOf(node).at;
    let before = node.prev;
    while (before && before.type !== ELEMENT) before = before.prev;
    return before ? this.partOf(before).end : this.partOf(node.parent as Node).at + 1;
  }

  /** The parts below one, in document order. */
  below({ at, end }: Part): Part[] {
    return this.parts.slice(at + 1, end);
  }

  /** The elements right below one. */
  *children(part: Part): Generator<Part> {
    for (let at = part.at + 1; at < part.end; ) {
      const child = this.parts[at] as Part;
      yield child;
      at = child.end;
    }
  }

  /** Makes the paragraphs of what is seen; a second call makes them anew. */
  readParagraphs(): void {
    this.paragraphs.length = 0;
    const { lines } = linesOf(this.root.node, (node) => this.partOf(node).unseen);
    let last = -1;
    for (const line of lines) {
      const first = line.nodes[0] as Node;
      let paragraph = this.paragraphs.at(-1);
      if (!paragraph || line.paragraph !== last) {
        paragraph = new Paragraph(this.partOf(first.parent as Node), this.#placeOf(first));
        this.paragraphs.push(paragraph);
        last = line.paragraph;
      }
      paragraph.lines.push(line);
      paragraph.weight += line.weight;
      paragraph.linked += line.linked;
      paragraph.links += line.links;
      paragraph.stops += line.stops;
      paragraph.images += line.images;
    }
  }

  /** What stays: paragraphs that are not cut. */
  staying(): Paragraph[] {
    return this.paragraphs.filter(({ isGone }) => !isGone);
  }

  /** Paragraphs before a part begins and behind its end. */
  isBefore({ at }: Paragraph, part: Part): boolean {
    return at <= part.at;
  }

  isBehind({ at, holder }: Paragraph, part: Part): boolean {
    return at >= part.end && !part.holds(holder);
  }

  /** Cuts a part, unless the user keeps it or something in it. */
  cut(part: Part, reason: Reason): void {
    if (part.kept === null) part.cut ??= reason;
  }

  cutParagraph(paragraph: Paragraph, reason: Reason): void {
    if (paragraph.holder.kept !== 'within') paragraph.cut ??= reason;
  }

  /** Brings cuts down to what is inside, and all sums up to date. */
  sum(): void {
    for (const part of this.parts) {
      if (part.parent?.cut) part.cut ??= part.parent.cut;
      part.prose = 0;
      part.weight = 0;
      part.linked = 0;
      part.links = 0;
      part.full = 0;
    }
    for (const paragraph of this.staying()) {
      const { block } = paragraph;
      if (this.#isCutInside(paragraph)) {
        paragraph.cut = paragraph.holder.cut;
        continue;
      }
      block.prose += paragraph.prose * paragraph.counts;
      block.weight += paragraph.weight;
      block.linked += paragraph.linked;
      block.links += paragraph.links;
      if (paragraph.isFull) block.full++;
    }
    for (const { parent, prose, weight, linked, links, full } of this.backwards) {
      if (!parent) continue;
      parent.prose += prose;
      parent.weight += weight;
      parent.linked += linked;
      parent.links += links;
      parent.full += full;
    }
  }

  /** Whether inline parts that are cut hold all of its text. */
  #isCutInside({ holder, lines }: Paragraph): boolean {
    if (!holder.cut) return false;
    const isCut = ({ type, data, parent }: Node): boolean =>
      (type === TEXT && !shown.test(data)) || (parent !== null && this.partOf(parent).cut !== null);
    return lines.every(({ nodes }) => nodes.every(isCut));
  }

  /** Cuts all parts that a test tells and that hold no more than `most` of the prose, the outermost first. */
  cutWhere(test: (part: Part) => boolean, most: number, reason: (part: Part) => Reason): void {
    let found = false;
    for (const part of this.parts) {
      if (part.parent === null || part.unseen) continue;
      if (part.parent.cut) part.cut ??= part.parent.cut;
      else if (part.cut === null && part.prose <= most && test(part) && (part.isBlock || isLabel(part))) {
        this.cut(part, reason(part));
        found = true;
      }
    }
    if (found) this.sum();
  }
}
