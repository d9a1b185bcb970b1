/** What a Markdown text is parted into. */
import type { InlineLink } from './inline.js';
import type { Span } from './opaque.js';

export interface Segment extends Span {
  /**
   * `html`: read as HTML. `lone`: a tag of an element that holds nothing. `stray`: a tag that is copied and shows
   * nothing. `pre`, `code`: copied. `placeholder`: text like `<your-name>`.
   */
  what: 'html' | 'lone' | 'stray' | 'pre' | 'code' | 'placeholder';
}

export interface HtmlBlock extends Span {
  /** How many quotes, lists and items hold it. */
  level: number;
  /** It begins with a placeholder: text to a reader, but to Markdown a block in which no mark counts. */
  literal?: boolean;
}

export interface Segments {
  /** In order, not overlapping. */
  list: Segment[];
  /** Whole HTML blocks, in order: an unclosed `<p>` ends with its block. */
  htmlBlocks: HtmlBlock[];
  /** Paragraphs, headings and cells: where inline Markdown is read. In order. */
  inlines: Span[];
  links: InlineLink[];
}
