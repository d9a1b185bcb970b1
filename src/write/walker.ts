/**
 * The one walk over the tree, for every output: post-order, without recursion, each node once.
 *
 * Wrappers and paragraphs only end the line that is being collected (`line-collector.ts`), at no cost in depth. Lists,
 * quotes, tables and the caller's own rules open a frame that holds the blocks written so far.
 */
import { ELEMENT, type Node, TEXT } from '../body/tree.js';
import { BlockCollector } from './block-collector.js';
import type { Dialect } from './dialect.js';
import { type Entry, vocabulary } from './vocabulary.js';

const inline: Entry = { written: 'inline', mark: 0, form: null, nests: false };

/** Writes everything below `root`. */
export function write(root: Node, dialect: Dialect): string {
  return new Walker(root, dialect).run();
}

class Walker extends BlockCollector {
  run(): string {
    const { root } = this;
    let node = root.first;
    while (node) {
      if (node.type === TEXT) this.text(node);
      else if (node.type === ELEMENT && this.enter(node)) {
        if (node.first) {
          node = node.first;
          continue;
        }
        this.leave(node);
      }
      while (!node.next) {
        const parent: Node | null = node.parent;
        if (!parent || parent === root) {
          this.flush();
          return this.dialect.join(this.frame);
        }
        node = parent;
        this.leave(node);
      }
      node = node.next;
    }
    return '';
  }

  private enter(node: Node): boolean {
    const entry = vocabulary.get(node.name) ?? inline;
    if (this.dialect.rules.length > 0) {
      const rule = this.ruleFor(node);
      if (rule) {
        this.openRule(node, rule);
        return true;
      }
    }
    switch (entry.written) {
      case 'inline':
        return true;
      case 'apart':
        this.blank();
        return true;
      case 'paragraph':
        this.boundary(true);
        this.paragraphs++;
        return true;
      case 'block':
        this.boundary();
        return true;
      case 'mark':
        this.openMark(entry.mark, node.added);
        return true;
      case 'link':
        this.openLink(node);
        return true;
      case 'break':
        this.lineBreak();
        return false;
      case 'image': {
        const piece = this.dialect.image(node, this.place);
        if (piece) this.push(piece.kind, piece.value);
        return false;
      }
      case 'code':
        this.code++;
        return true;
      case 'anchor':
        this.anchor(node);
        return false;
      case 'drop':
        return false;
      default:
        return this.enterBlock(node, entry);
    }
  }

  private leave(node: Node): void {
    if (this.frame.node === node && this.frame.rule) {
      this.closeRule(node, this.frame);
      return;
    }
    const entry = vocabulary.get(node.name) ?? inline;
    switch (entry.written) {
      case 'inline':
        return;
      case 'apart':
        this.blank();
        return;
      case 'paragraph':
        this.boundary(true);
        this.paragraphs--;
        return;
      case 'block':
        this.boundary();
        return;
      case 'mark':
        this.closeMark(entry.mark);
        return;
      case 'link':
        this.closeLink(node);
        return;
      case 'code':
        this.code--;
        return;
      default:
        this.leaveBlock(node, entry);
    }
  }
}
