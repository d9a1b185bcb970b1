/** Character classes of the CommonMark specification (0.31, section 2.1). */

export const BLANK = 0;
export const PUNCTUATION = 1;
export const LETTER = 2;
/** Beyond the basic plane and a symbol: some readers see punctuation, some half a letter. */
export const UNSURE = 3;

const BLANK_CHARACTER = /\s/;
const PUNCTUATION_CHARACTER = /[\p{P}\p{S}]/u;

/** Class of the character that starts at `index`; outside of the text there is a line's edge, which is blank. */
export function classAt(text: string, index: number): number {
  const code = text.charCodeAt(index);
  if (Number.isNaN(code)) return BLANK;
  if (code < 0x80) {
    if (code <= 0x20 || code === 0x7f) return code === 0x7f ? LETTER : BLANK;
    return isAsciiPunctuation(code) ? PUNCTUATION : LETTER;
  }
  if (code >= 0xd800 && code <= 0xdfff) {
    const start = code >= 0xdc00 && index > 0 ? index - 1 : index;
    return PUNCTUATION_CHARACTER.test(String.fromCodePoint(text.codePointAt(start) ?? 0)) ? UNSURE : LETTER;
  }
  const character = text[index] as string;
  if (BLANK_CHARACTER.test(character)) return BLANK;
  return PUNCTUATION_CHARACTER.test(character) ? PUNCTUATION : LETTER;
}

/** `!` to `/`, `:` to `@`, `[` to backtick, `{` to `~`. */
export function isAsciiPunctuation(code: number): boolean {
  return (
    (code >= 0x21 && code <= 0x2f) ||
    (code >= 0x3a && code <= 0x40) ||
    (code >= 0x5b && code <= 0x60) ||
    (code >= 0x7b && code <= 0x7e)
  );
}

/** `a-z`, `A-Z` */
export function isAsciiLetter(code: number): boolean {
  const lower = code | 0x20;
  return lower >= 0x61 && lower <= 0x7a;
}

/** Whether a run of `*` or `~` between two characters of these classes can open emphasis, whoever reads it. */
export function canOpen(before: number, after: number): boolean {
  if (after === BLANK) return false;
  return after === LETTER || before === BLANK || before === PUNCTUATION;
}

/** The same for closing. */
export function canClose(before: number, after: number): boolean {
  return canOpen(after, before);
}

/** Whether any reader might open emphasis here: the question for literal characters. */
export function mightOpen(before: number, after: number): boolean {
  if (after === BLANK) return false;
  return after !== PUNCTUATION || before !== LETTER;
}

export function mightClose(before: number, after: number): boolean {
  return mightOpen(after, before);
}

/**
 * Stands for a delimiter where text is searched for marks that could pair: punctuation that hardly any text has.
 */
export const DELIMITER_STAND_IN = '\u2056';

/**
 * Whether a run beside this character might open or close whatever stands on its other side: micromark, which many
 * readers are built on, sees it so beside other delimiters, against the specification.
 */
export function isDelimiterCharacter(character: string | undefined): boolean {
  return character === '*' || character === '_' || character === '~' || character === DELIMITER_STAND_IN;
}
