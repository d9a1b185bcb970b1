/**
 * The source in the page: paragraphs, with what was removed in `<del>`. Nothing here is the article's markup: text is
 * escaped, an image is its description.
 */
import type { Node } from '../../body/tree.js';
import type { ChangeRecord } from '../../types.js';
import type { View } from '../source-walk.js';
import type { Span } from '../spans.js';
import { type Block, block } from './fit.js';
import { clip, escapeHtml, Html, html } from './html.js';

/** UTF-16 units. A longer paragraph is shown as several, a longer removal without its middle. */
const longest = { piece: 4000, paragraph: 12_000, label: 60 };

const blanks = /\s+/g;

export class Paragraphs implements View {
  readonly blocks: Block[] = [];
  /** The CSS class of the paragraphs to come. */
  kind = '';
  private markup = '';
  private marked = false;
  private startedAs = '';
  /** The removal whose `<del>` is open. */
  private open: Span | null = null;
  private endsInBlank = true;

  /** @param name the article's name in the page: removal 3 of article `a7` is `a7c3` */
  constructor(private readonly name: string) {}

  text(text: string, span: Span | null): void {
    for (let at = 0; at < text.length; at += longest.piece) {
      const rest = text.length - at;
      this.piece(text.slice(at, at + longest.piece), span);
      if (span && rest > 2 * longest.piece) {
        this.piece(' […] ', span);
        at += rest - 2 * longest.piece;
      }
    }
  }

  lineBreak(span: Span | null): void {
    this.add(html`<br>`, span);
  }

  /** An image is named, never loaded. */
  image(image: Node, span: Span | null): void {
    const alt = image.get('alt')?.trim() ?? '';
    const address = image.get('src') ?? '';
    const file = address.startsWith('data:') ? 'inline image' : clip(address.slice(address.lastIndexOf('/') + 1), 60);
    this.add(html`<i class="thing">image: ${clip(alt || file || 'no address', 120)}</i> `, span);
  }

  thing(name: string, span: Span | null): void {
    this.add(html`<i class="thing">${name}</i> `, span);
  }

  addition({ rule, text }: ChangeRecord): void {
    this.add(html`<ins title="${rule}">${clip(text, 200)}</ins>`, null);
  }

  /** Adds markup of the page's own. */
  private add(markup: Html, span: Span | null): void {
    this.switchTo(span);
    this.markup += markup.text;
    this.endsInBlank = markup.text.endsWith(' ') || markup.text === '<br>';
  }

  mark(span: Span, what: string): void {
    this.close();
    span.shown = true;
    this.marked = true;
    if (this.markup === '') this.startedAs = this.kind;
    const id = `${this.name}c${span.index}`;
    const mark =
      what === 'blanks'
        ? html`<del id="${id}" class="blank" title="${span.label}"><span class="unseen">${span.label}</span></del>`
        : html`<del id="${id}"><b class="rule">${span.label} <i>${clip(what, longest.label)}</i></b></del>`;
    this.markup += mark.text;
  }

  end(): void {
    this.close();
    if (this.markup !== '') {
      const markup = new Html(`<p${this.startedAs === '' ? '' : ` class="${this.startedAs}"`}>${this.markup}</p>`);
      this.blocks.push(block(markup, this.marked));
    }
    this.markup = '';
    this.marked = false;
    this.endsInBlank = true;
  }

  private piece(text: string, span: Span | null): void {
    let shown = text;
    if (this.kind !== 'pre') {
      shown = text.replace(blanks, ' ');
      if (this.endsInBlank && shown.startsWith(' ')) shown = shown.slice(1);
    }
    // A removed indent is shown too: as an empty mark, where nothing but blanks went.
    if (shown === '' && (!span || span.shown || text.trim() === '')) return;
    this.switchTo(span);
    this.markup += escapeHtml(shown);
    this.endsInBlank = shown.endsWith(' ');
    if (this.markup.length > longest.paragraph) this.end();
  }

  private switchTo(span: Span | null): void {
    if (this.markup === '') this.startedAs = this.kind;
    if (span === this.open && (span === null || this.markup !== '')) return;
    this.close();
    this.open = span;
    if (!span) return;
    this.marked = true;
    // The name of the rule stands where its removal starts, and only there.
    const first = html`<del id="${this.name}c${span.index}"><b class="rule">${span.label} </b>`;
    this.markup += span.shown ? '<del>' : first.text;
    span.shown = true;
  }

  private close(): void {
    if (this.open) this.markup += '</del>';
    this.open = null;
  }
}
