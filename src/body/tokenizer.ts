/** htmlparser2's tokenizer with its two longest loops made short: text and attribute values are skipped in one go. */
import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2';

/** The part of the tokenizer (version 12, pinned) that is driven here; its type declarations call it private. */
interface Machine {
  buffer: string;
  index: number;
  write(chunk: string): void;
  end(): void;
  stateText(code: number): void;
  handleInAttributeValue(code: number, quote: number): void;
  fastForwardTo(code: number): boolean;
  stateCDATASequence(code: number): void;
  stateInSpecialTag(code: number): void;
  /** How much of what it looks for was read. */
  sequenceIndex: number;
  /** Set, a tag that closes itself holds no raw text. */
  recognizeSelfClosing: boolean;
}

const Base = Tokenizer as unknown as new (
  options: { decodeEntities: boolean },
  callbacks: TokenizerCallbacks,
) => Machine;

const LESS_THAN = 0x3c;
const UPPER_C = 0x43;
const AMPERSAND = 0x26;
/** What ends a stretch of text. A pattern and no `indexOf`: see `search.ts`. */
const special = /[<&]/g;
/** What ends a stretch of an attribute's value, by its quotation mark. */
const inQuotes: Readonly<Record<number, RegExp>> = { 34: /["&]/g, 39: /['&]/g };

/** For input that is written in one piece. */
export class FastTokenizer extends Base {
  constructor(private readonly callbacks: TokenizerCallbacks) {
    super({ decodeEntities: true }, callbacks);
  }

  override stateText(code: number): void {
    if (code === LESS_THAN || code === AMPERSAND) {
      super.stateText(code);
      return;
    }
    special.lastIndex = this.index;
    // The loop of the tokenizer goes on behind this place.
    this.index = special.test(this.buffer) ? special.lastIndex - 2 : this.buffer.length - 1;
  }

  override handleInAttributeValue(code: number, quote: number): void {
    const end = inQuotes[quote];
    if (code === quote || code === AMPERSAND || end === undefined) {
      super.handleInAttributeValue(code, quote);
      return;
    }
    end.lastIndex = this.index;
    this.index = end.test(this.buffer) ? end.lastIndex - 2 : this.buffer.length - 1;
  }

  /** In raw text and comments, one character at a time in the original. */
  override fastForwardTo(code: number): boolean {
    const at = this.buffer.indexOf(String.fromCharCode(code), this.index + 1);
    this.index = at < 0 ? this.buffer.length - 1 : at;
    return at >= 0;
  }

  /** In a title or a box a reference is one behind `<` too; the original took it for a part of the end tag. */
  override stateInSpecialTag(code: number): void {
    if (code === AMPERSAND) this.sequenceIndex = 0;
    super.stateInSpecialTag(code);
  }

  /** `<![CDATA[` in HTML is a bogus comment, which ends at the next `>` (HTML standard, 13.2.5.42). */
  override stateCDATASequence(code: number): void {
    const isText = code !== UPPER_C || (this.callbacks.isInForeignContext?.() ?? true);
    // Any other character in the place of the `C` makes a bogus comment of it.
    super.stateCDATASequence(isText ? code : 0);
  }
}
