/**
 * A walk through the source as a reader would have seen it: tags folded into paragraphs, and in them what was removed, in
 * its place. The page and `--diff` show what it tells.
 */
import { decodeHTML } from 'entities/decode';
import { parseHtml } from '../body/html.js';
import { parseParagraphs } from '../body/paragraphs.js';
import { COMMENT, ELEMENT, type Node, TEXT } from '../body/tree.js';
import { blocks as blockNames, invisible, preformatted } from '../body/vocabulary.js';
import type { BodyKind, ChangeRecord } from '../types.js';
import { type Span, Sweep, whatStandsAt } from './spans.js';

/** What shows a source. A span is the removal that took what is told; null where it stays. */
export interface View {
  /** Look of the paragraphs to come: `h` heading, `li` item, `pre` lines that stay lines, `quote`, `row`; or empty. */
  kind: string;
  text(text: string, span: Span | null): void;
  lineBreak(span: Span | null): void;
  image(image: Node, span: Span | null): void;
  /** Another thing that shows without words: a player, a drawing. */
  thing(name: string, span: Span | null): void;
  addition(change: ChangeRecord): void;
  /** A removal without text, and what it was: its tag, `comment`, `blanks`. */
  mark(span: Span, what: string): void;
  /** Ends the paragraph. */
  end(): void;
}

const headings = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6']);
/** Further elements whose paragraphs have a look of their own. */
const ownKind = new Set(['blockquote', 'dd', 'li', 'tr']);
const embeds = new Set(['audio', 'canvas', 'embed', 'iframe', 'object', 'svg', 'video']);

/** An added element is logged as its tag, not as text. */
const addedElement = /^<[a-z][a-z0-9]*>/;

/**
 * Tells a view all of a source's body.
 * @param source the decoded input, in which the changes have their places
 * @param bodyOffset where the body starts in it
 * @param changes by their index in this list the spans are named
 */
export function walkSource(
  source: string,
  bodyOffset: number,
  kind: BodyKind,
  changes: readonly ChangeRecord[],
  view: View,
): void {
  const walk = new SourceWalk(source, changes, bodyOffset, view);
  // What an author typed as Markdown is readable as it is.
  if (kind === 'markdown') walk.lines(bodyOffset);
  else walk.tree((kind === 'html' ? parseHtml : parseParagraphs)(source.slice(bodyOffset), bodyOffset).root);
  walk.finish();
}

class SourceWalk {
  private readonly sweep: Sweep;
  private readonly additions: ChangeRecord[];
  private nextAddition = 0;
  /** The furthest place that was shown: the sweep never goes back. */
  private place: number;
  private readonly kinds: string[] = [];

  constructor(
    private readonly source: string,
    changes: readonly ChangeRecord[],
    bodyOffset: number,
    private readonly view: View,
  ) {
    this.place = bodyOffset;
    this.sweep = new Sweep(changes, bodyOffset, (span) => {
      if (!span.shown) view.mark(span, whatStandsAt(source, span));
    });
    this.additions = changes
      .filter(({ action, text }) => action === 'add' && !addedElement.test(text))
      .sort((a, b) => a.start - b.start);
  }

  /** Shows the source line by line, as it is. */
  lines(from: number): void {
    this.view.kind = 'pre';
    for (let at = from; at < this.source.length; ) {
      const blank = this.source.indexOf('\n\n', at);
      const end = blank < 0 ? this.source.length : blank;
      this.slice(at, end, (start, stop) => this.source.slice(start, stop));
      this.view.end();
      at = end + 2;
    }
  }

  /** Shows a parsed body. */
  tree(root: Node): void {
    let node = root.first;
    while (node) {
      const inside = this.enter(node) ? node.first : null;
      if (inside) {
        node = inside;
        continue;
      }
      this.leave(node);
      let parent: Node | null = node.parent;
      while (!node.next && parent && parent !== root) {
        this.leave(parent);
        node = parent;
        parent = node.parent;
      }
      node = node.next;
    }
  }

  finish(): void {
    this.spanAt(this.source.length);
    this.view.end();
  }

  /** @returns whether the children are shown */
  private enter(node: Node): boolean {
    if (node.type === TEXT) {
      this.text(node);
      return false;
    }
    if (node.type === COMMENT) {
      this.spanAt(node.start);
      return false;
    }
    if (node.type !== ELEMENT) return true;
    // What ends here is shown before the block that starts here.
    const span = this.spanAt(node.start);
    if (blockNames.has(node.name)) this.startBlock(node);
    if (invisible.has(node.name)) return false;
    if (node.name === 'br') this.view.lineBreak(span);
    else if (node.name === 'img') this.view.image(node, span);
    else if (embeds.has(node.name)) this.view.thing(node.name, span);
    return true;
  }

  private startBlock({ name }: Node): void {
    // Cells of one row stand on one line.
    if (name === 'td' || name === 'th') return;
    this.view.end();
    if (headings.has(name)) this.open('h');
    else if (name === 'li' || name === 'dd') this.open('li');
    else if (preformatted.has(name)) this.open('pre');
    else if (name === 'blockquote') this.open('quote');
    else if (name === 'tr') this.open('row');
  }

  private open(kind: string): void {
    this.kinds.push(this.view.kind);
    this.view.kind = kind;
  }

  private leave(node: Node): void {
    const { name } = node;
    if (node.type !== ELEMENT || !blockNames.has(name)) return;
    if (name === 'td' || name === 'th') {
      if (node.next) this.view.text(' · ', null);
      return;
    }
    this.view.end();
    if (headings.has(name) || preformatted.has(name) || ownKind.has(name)) this.view.kind = this.kinds.pop() ?? '';
  }

  private text(node: Node): void {
    const sameLength = node.data.length === node.end - node.start;
    this.slice(node.start, node.end, (start, stop) => {
      if (start === node.start && stop === node.end) return node.data;
      const piece = this.source.slice(start, stop);
      return sameLength ? piece : decodeHTML(piece);
    });
  }

  /** Shows the source from `from` to `to`, cut where removals start and end. */
  private slice(from: number, to: number, read: (start: number, stop: number) => string): void {
    for (let at = from; at < to; ) {
      this.place = Math.max(this.place, at);
      this.addAdditions(at);
      const { span, until } = this.sweep.at(this.place);
      const addition = this.additions[this.nextAddition]?.start ?? Number.POSITIVE_INFINITY;
      const stop = Math.max(at + 1, Math.min(to, until, addition));
      this.view.text(read(at, stop), span);
      at = stop;
    }
  }

  private addAdditions(at: number): void {
    let change = this.additions[this.nextAddition];
    while (change && change.start <= at) {
      this.view.addition(change);
      change = this.additions[++this.nextAddition];
    }
  }

  private spanAt(at: number): Span | null {
    this.place = Math.max(this.place, at);
    this.addAdditions(this.place);
    return this.sweep.at(this.place).span;
  }
}
