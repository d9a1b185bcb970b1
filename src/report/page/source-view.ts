/**
 * The source as a reader would have seen it: tags folded into paragraphs, and in them what was removed, in its place.
 * Nothing here is the article's markup: text is escaped, an image is its description.
 */
import { decodeHTML } from 'entities/decode';
import { parseHtml } from '../../body/html.js';
import { detectKind } from '../../body/kind.js';
import { parseParagraphs } from '../../body/paragraphs.js';
import { COMMENT, ELEMENT, type Node, TEXT } from '../../body/tree.js';
import { blocks as blockNames, invisible, preformatted } from '../../body/vocabulary.js';
import type { ArticleRecord, BodyKind, ChangeRecord } from '../../types.js';
import type { Block } from './fit.js';
import { clip, type Html, html } from './html.js';
import { Paragraphs } from './paragraphs.js';
import { type Span, Sweep, whatStandsAt } from './spans.js';

const headings = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6']);
/** Further elements whose paragraphs have a look of their own. */
const ownKind = new Set(['blockquote', 'dd', 'li', 'tr']);
const embeds = new Set(['audio', 'canvas', 'embed', 'iframe', 'object', 'svg', 'video']);

/** An added element is logged as its tag, not as text. */
const addedElement = /^<[a-z][a-z0-9]*>/;

/**
 * @param source the decoded input that the record's offsets refer to
 * @param bodyOffset where the body starts in it
 * @param name the article's name inside the page
 * @param kind overrides what the body is taken for
 */
export function sourceBlocks(
  record: ArticleRecord,
  source: string,
  bodyOffset: number,
  name: string,
  kind: BodyKind | 'auto' = 'auto',
): Block[] {
  const body = source.slice(bodyOffset);
  const is = kind === 'auto' ? detectKind(body, record.source).kind : kind;
  // What an author typed as Markdown is readable as it is.
  if (is === 'markdown') {
    const view = new SourceView(source, record.changes, bodyOffset, name);
    view.lines(bodyOffset);
    return view.finish();
  }
  const { root } = (is === 'html' ? parseHtml : parseParagraphs)(body, bodyOffset);
  const view = new SourceView(source, record.changes, bodyOffset, name);
  view.tree(root);
  return view.finish();
}

class SourceView {
  private readonly out: Paragraphs;
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
    name: string,
  ) {
    this.place = bodyOffset;
    this.out = new Paragraphs(name);
    this.sweep = new Sweep(changes, bodyOffset, (span) => {
      if (!span.shown) this.out.addMark(span, whatStandsAt(this.source, span));
    });
    this.additions = changes
      .filter(({ action, text }) => action === 'add' && !addedElement.test(text))
      .sort((a, b) => a.start - b.start);
  }

  /** Shows the source line by line, as it is. */
  lines(from: number): void {
    this.out.kind = 'pre';
    for (let at = from; at < this.source.length; ) {
      const blank = this.source.indexOf('\n\n', at);
      const end = blank < 0 ? this.source.length : blank;
      this.slice(at, end, (start, stop) => this.source.slice(start, stop));
      this.out.flush();
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

  finish(): Block[] {
    this.spanAt(this.source.length);
    this.out.flush();
    return this.out.blocks;
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
    if (node.name === 'br') this.out.addMarkup(html`<br>`, span);
    else if (node.name === 'img') this.out.addMarkup(picture(node), span);
    else if (embeds.has(node.name)) this.out.addMarkup(html`<i class="thing">${node.name}</i> `, span);
    return true;
  }

  private startBlock({ name }: Node): void {
    // Cells of one row stand on one line.
    if (name === 'td' || name === 'th') return;
    this.out.flush();
    if (headings.has(name)) this.open('h');
    else if (name === 'li' || name === 'dd') this.open('li');
    else if (preformatted.has(name)) this.open('pre');
    else if (name === 'blockquote') this.open('quote');
    else if (name === 'tr') this.open('row');
  }

  private open(kind: string): void {
    this.kinds.push(this.out.kind);
    this.out.kind = kind;
  }

  private leave(node: Node): void {
    const { name } = node;
    if (node.type !== ELEMENT || !blockNames.has(name)) return;
    if (name === 'td' || name === 'th') {
      if (node.next) this.out.add(' · ', null);
      return;
    }
    this.out.flush();
    if (headings.has(name) || preformatted.has(name) || ownKind.has(name)) this.out.kind = this.kinds.pop() ?? '';
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
      this.out.add(read(at, stop), span);
      at = stop;
    }
  }

  private addAdditions(at: number): void {
    let change = this.additions[this.nextAddition];
    while (change && change.start <= at) {
      this.out.addMarkup(html`<ins title="${change.rule}">${clip(change.text, 200)}</ins>`, null);
      change = this.additions[++this.nextAddition];
    }
  }

  private spanAt(at: number): Span | null {
    this.place = Math.max(this.place, at);
    return this.sweep.at(this.place).span;
  }
}

/** An image is named, never loaded. */
function picture(node: Node): Html {
  const alt = node.get('alt')?.trim() ?? '';
  const address = node.get('src') ?? '';
  const file = address.startsWith('data:') ? 'inline image' : clip(address.slice(address.lastIndexOf('/') + 1), 60);
  return html`<i class="thing">image: ${clip(alt || file || 'no address', 120)}</i> `;
}
