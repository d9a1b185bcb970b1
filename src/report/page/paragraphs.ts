/** Collects pieces of source text into paragraphs, with what was removed in `<del>`. */
import { type Block, block } from './fit.js';
import { clip, escapeHtml, Html, html } from './html.js';
import type { Span } from './spans.js';

/** UTF-16 units. A longer paragraph is shown as several, a longer removal without its middle. */
const longest = { piece: 4000, paragraph: 12_000, label: 60 };

const blanks = /\s+/g;

export class Paragraphs {
  readonly blocks: Block[] = [];
  /** CSS class of the paragraphs to come: `h` heading, `li` item, `pre` lines that stay lines. */
  kind = '';
  private text = '';
  private marked = false;
  private startedAs = '';
  /** The removal whose `<del>` is open. */
  private open: Span | null = null;
  private endsInBlank = true;

  /** @param name the article's name in the page: removal 3 of article `a7` is `a7c3` */
  constructor(private readonly name: string) {}

  /** Adds text that stays, or that `span` took. */
  add(text: string, span: Span | null): void {
    for (let at = 0; at < text.length; at += longest.piece) {
      const rest = text.length - at;
      this.piece(text.slice(at, at + longest.piece), span);
      if (span && rest > 2 * longest.piece) {
        this.piece(' […] ', span);
        at += rest - 2 * longest.piece;
      }
    }
  }

  /** Adds markup of the page's own: an image, a line break. */
  addMarkup(markup: Html, span: Span | null): void {
    this.switchTo(span);
    this.text += markup.text;
    this.endsInBlank = markup.text.endsWith(' ') || markup.text === '<br>';
  }

  /** Shows a removal that has no text: what it was. */
  addMark(span: Span, what: string): void {
    this.close();
    span.shown = true;
    this.marked = true;
    if (this.text === '') this.startedAs = this.kind;
    const id = `${this.name}c${span.index}`;
    const mark =
      what === 'blanks'
        ? html`<del id="${id}" class="blank" title="${span.label}"><span class="unseen">${span.label}</span></del>`
        : html`<del id="${id}"><b class="rule">${span.label} <i>${clip(what, longest.label)}</i></b></del>`;
    this.text += mark.text;
  }

  /** Ends the paragraph. */
  flush(): void {
    this.close();
    if (this.text !== '') {
      const markup = new Html(`<p${this.startedAs === '' ? '' : ` class="${this.startedAs}"`}>${this.text}</p>`);
      this.blocks.push(block(markup, this.marked));
    }
    this.text = '';
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
    this.text += escapeHtml(shown);
    this.endsInBlank = shown.endsWith(' ');
    if (this.text.length > longest.paragraph) this.flush();
  }

  private switchTo(span: Span | null): void {
    if (this.text === '') this.startedAs = this.kind;
    if (span === this.open && (span === null || this.text !== '')) return;
    this.close();
    this.open = span;
    if (!span) return;
    this.marked = true;
    // The name of the rule stands where its removal starts, and only there.
    const first = html`<del id="${this.name}c${span.index}"><b class="rule">${span.label} </b>`;
    this.text += span.shown ? '<del>' : first.text;
    span.shown = true;
  }

  private close(): void {
    if (this.open) this.text += '</del>';
    this.open = null;
  }
}
