/** The caller's own conversion rules, in turndown's form: the content of such an element is written apart. */
import type { Node } from '../body/tree.js';
import { type Blocks, OTHER } from './dialect.js';
import { Frame } from './frame.js';
import { BREAK, CODE, MARKUP, type Piece, trimLineEnds, WORDS } from './line.js';
import { CODE_LINE_END, LineCollector } from './line-collector.js';
import type { ConversionRule } from './options.js';
import { vocabulary } from './vocabulary.js';

/** Opens and closes elements that a rule of the caller writes. */
export class RuledCollector extends LineCollector {
  protected ruleFor(node: Node): ConversionRule | null {
    for (const rule of this.dialect.rules) {
      const { filter } = rule;
      if (typeof filter === 'function') {
        if (filter(node, {})) return rule;
      } else if (typeof filter === 'string' ? filter === node.name : filter.includes(node.name)) return rule;
    }
    return null;
  }

  /** The content of a ruled element is written apart, as if it stood alone. */
  protected openRule(node: Node, rule: ConversionRule): void {
    const frame = new Frame('block', node, this.frame);
    frame.rule = rule;
    frame.outside = { pieces: this.pieces, gap: this.gap, marks: this.marks, links: this.links, link: this.link };
    this.frame = frame;
    this.pieces = [];
    // Whether its first blank shows depends on what stands before it in the line.
    this.gap ||= !isInLine(node);
    this.marks = 0;
    this.links = [];
    this.link = null;
    if (isCode(node)) this.code++;
  }

  protected closeRule(node: Node, frame: Frame): void {
    let content: string;
    let edges: Edges | null = null;
    if (isCode(node)) this.code--;
    if (frame.texts.length > 0) {
      this.flush();
      content = this.dialect.join(frame as Blocks);
    } else if (isCode(node) && this.pieces.every(({ kind }) => kind === CODE || kind === BREAK)) {
      content = this.pieces.map(({ kind, value }) => (kind === BREAK ? '\n' : value)).join('');
    } else {
      if (isInLine(node)) edges = cutEdges(this.pieces);
      content = this.takeLine();
    }
    const result = (frame.rule as ConversionRule).replacement(content, node, {});
    this.frame = frame.parent as Frame;
    if (frame.outside) {
      const { pieces, gap, marks, links, link } = frame.outside;
      this.pieces = pieces;
      this.gap = gap;
      this.marks = marks;
      this.links = links;
      this.link = link;
    }
    if (edges?.leading) this.push(WORDS, edges.leading);
    if (result !== '') this.addResult(result);
    // A blank behind a block, or behind another blank, shows nothing.
    this.gap ||= !isInLine(node) || (result === '' && edges !== null && edges.leading !== '');
    if (edges?.trailing) {
      this.push(WORDS, edges.trailing);
      this.gap = true;
    }
  }

  private addResult(result: string): void {
    if (!result.startsWith('\n')) this.push(MARKUP, result);
    else if (this.place === 'flow') {
      this.flush();
      const text = trimLineEnds(result);
      if (text !== '') this.frame.add(text, OTHER);
    } else this.push(MARKUP, trimLineEnds(result).replace(CODE_LINE_END, ' '));
  }
}

/** White space at the ends of an element in a line. */
interface Edges {
  leading: string;
  trailing: string;
}

const INLINE: ReadonlySet<string> = new Set(['inline', 'mark', 'code', 'link', 'image', 'anchor']);

function isInLine(node: Node): boolean {
  return INLINE.has(vocabulary.get(node.name)?.written ?? 'inline');
}

function isCode(node: Node): boolean {
  return vocabulary.get(node.name)?.written === 'code';
}

/** Takes white space off both ends of the pieces: rules write marks, which would not be read beside it. */
function cutEdges(pieces: Piece[]): Edges {
  const edges = { leading: '', trailing: '' };
  const first = pieces[0];
  if (first?.kind === WORDS) {
    const rest = first.value.trimStart();
    edges.leading = first.value.slice(0, first.value.length - rest.length);
    first.value = rest;
  }
  const last = pieces[pieces.length - 1];
  if (last?.kind === WORDS) {
    const rest = last.value.trimEnd();
    edges.trailing = last.value.slice(rest.length);
    last.value = rest;
  }
  return edges;
}
