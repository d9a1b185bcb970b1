/** The caller's own conversion rules, in turndown's form: the content of such an element is written apart. */
import type { Node } from '../body/tree.js';
import { type Blocks, OTHER } from './dialect.js';
import { Frame } from './frame.js';
import { MARKUP, trimLineEnds } from './line.js';
import { CODE_LINE_END, LineCollector } from './line-collector.js';
import type { ConversionRule } from './options.js';

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
    this.gap = true;
    this.marks = 0;
    this.links = [];
    this.link = null;
  }

  protected closeRule(node: Node, frame: Frame): void {
    let content: string;
    if (frame.texts.length > 0) {
      this.flush();
      content = this.dialect.join(frame as Blocks);
    } else content = this.takeLine();
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
    if (result === '') return;
    if (!result.startsWith('\n')) this.push(MARKUP, result);
    else if (this.place === 'flow') {
      this.flush();
      const text = trimLineEnds(result);
      if (text !== '') this.frame.add(text, OTHER);
    } else this.push(MARKUP, trimLineEnds(result).replace(CODE_LINE_END, ' '));
  }
}
