/** A Markdown text with what is read out of it, inline HTML and links too: each once, when it is asked for. */
import { BlockText } from './blocks.js';
import type { Segments } from './segment.js';
import { findSegments } from './segments.js';

export class MarkdownText extends BlockText {
  #segments: Segments | null = null;

  get segments(): Segments {
    this.#segments ??= findSegments(this);
    return this.#segments;
  }
}
