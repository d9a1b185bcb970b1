/** htmlparser2's tokenizer with its two longest loops made short: text and attribute values are skipped in one go. */
import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2';
import { nextPlace } from './search.js';

/** The part of the tokenizer (version 12, pinned) that is driven here; its type declarations call it private. */
interface Machine {
  buffer: string;
  index: number;
  write(chunk: string): void;
  end(): void;
  stateText(code: number): void;
  handleInAttributeValue(code: number, quote: number): void;
}

const Base = Tokenizer as unknown as new (
  options: { decodeEntities: boolean },
  callbacks: TokenizerCallbacks,
) => Machine;

const LESS_THAN = 0x3c;
const AMPERSAND = 0x26;

/** For input that is written in one piece. */
export class FastTokenizer extends Base {
  /** Where the next `<` and `&` stand, as far as known: each is looked for once. */
  private tagAt = -1;
  private referenceAt = -1;

  constructor(callbacks: TokenizerCallbacks) {
    super({ decodeEntities: true }, callbacks);
  }

  override stateText(code: number): void {
    this.tagAt = nextPlace(this.buffer, '<', this.tagAt, this.index);
    this.referenceAt = nextPlace(this.buffer, '&', this.referenceAt, this.index);
    if (code === LESS_THAN || code === AMPERSAND) super.stateText(code);
    // The loop of the tokenizer goes on behind this place.
    else this.index = Math.min(this.tagAt, this.referenceAt) - 1;
  }

  override handleInAttributeValue(code: number, quote: number): void {
    const { buffer } = this;
    let { index } = this;
    let current = code;
    while (current !== quote && current !== AMPERSAND) {
      if (++index >= buffer.length) break;
      current = buffer.charCodeAt(index);
    }
    if (index >= buffer.length) {
      this.index = buffer.length - 1;
      return;
    }
    this.index = index;
    super.handleInAttributeValue(current, quote);
  }
}
