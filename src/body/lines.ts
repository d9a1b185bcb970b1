/**
 * The lines of a tree: a reader sees lines, not text nodes. A line is the inline content between two borders: a block's
 * begin or end, or `<br>`. One walk makes the table; ask for it when something needs it, and again after edits.
 */
import { measure } from './measure.js';
import { ELEMENT, type Node, TEXT } from './tree.js';
import { blocks } from './vocabulary.js';
import { oneLine } from './white-space.js';

export class Line {
  /** Its texts and images, in order; blanks at its begin are left out. */
  readonly nodes: Node[] = [];
  /** What its text weighs (`measure`), and how much of that stands in links. */
  weight = 0;
  linked = 0;
  /** Links that it has a part of. */
  links = 0;
  images = 0;
  /** Marks that end a sentence. */
  stops = 0;
  /** Weight of all lines before it: how far it is from the head. */
  before = 0;

  /**
   * @param block the innermost block that holds it
   * @param paragraph lines of one number are parted by nothing but `<br>`
   */
  constructor(
    readonly block: Node,
    readonly paragraph: number,
  ) {}

  /** As a reader sees it: blanks collapsed, none at the ends. */
  get text(): string {
    let text = '';
    for (const node of this.nodes) if (node.type === TEXT) text += node.data;
    return oneLine(text);
  }

  /** Share of its weight that stands in links, 0 to 1. */
  get linkShare(): number {
    return this.weight > 0 ? this.linked / this.weight : 0;
  }
}

export interface LineTable {
  readonly lines: readonly Line[];
  /** Weight of all of them: with `before` and its own weight, how far a line is from the tail. */
  readonly weight: number;
}

/** Any character that shows. */
export const shown = /\S/;

class TableMaker {
  readonly lines: Line[] = [];
  private line: Line | null = null;
  private paragraph = 0;
  private weight = 0;
  private lastLink: Node | null = null;

  border(): void {
    this.line = null;
    this.paragraph++;
  }

  lineBreak(): void {
    this.line = null;
  }

  /** A blank parts the words of a line that has begun. */
  addBlank(node: Node, block: Node): void {
    if (this.line?.block === block) this.line.nodes.push(node);
  }

  add(node: Node, block: Node, link: Node | null): void {
    let { line } = this;
    if (!line) {
      line = new Line(block, this.paragraph);
      line.before = this.weight;
      this.lines.push(line);
      this.line = line;
      this.lastLink = null;
    }
    line.nodes.push(node);
    if (link && link !== this.lastLink) line.links++;
    this.lastLink = link;
    if (node.type === ELEMENT) {
      line.images++;
      return;
    }
    const { weight, stops } = measure(node.data);
    line.weight += weight;
    line.stops += stops;
    if (link) line.linked += weight;
    this.weight += weight;
  }

  table(): LineTable {
    return { lines: this.lines, weight: this.weight };
  }
}

/**
 * Makes the table of what stands below `root`.
 * @param isLeftOut tells of an element whether its content counts for nothing: scripts, what the page hides
 */
export function linesOf(root: Node, isLeftOut: (element: Node) => boolean): LineTable {
  const maker = new TableMaker();
  let block = root;
  let link: Node | null = null;
  for (let node = root.first; node; ) {
    let enters = false;
    if (node.type === ELEMENT) {
      if (blocks.has(node.name)) maker.border();
      if (node.name === 'br') maker.lineBreak();
      else if (!isLeftOut(node)) {
        if (node.name === 'img') maker.add(node, block, link);
        enters = node.first !== null;
        if (enters && blocks.has(node.name)) block = node;
        if (enters && node.name === 'a' && !link && node.has('href')) link = node;
      }
    } else if (node.type === TEXT) {
      if (shown.test(node.data)) maker.add(node, block, link);
      else maker.addBlank(node, block);
    }
    if (enters) {
      node = node.first;
      continue;
    }
    while (node && node !== root && !node.next) {
      node = node.parent;
      if (node === null || node === root) break;
      if (node === link) link = null;
      if (node !== block) continue;
      block = blockAbove(node, root);
      maker.border();
    }
    node = node === null || node === root ? null : node.next;
  }
  return maker.table();
}

function blockAbove(node: Node, root: Node): Node {
  let above = node.parent;
  while (above && above !== root && !blocks.has(above.name)) above = above.parent;
  return above ?? root;
}
