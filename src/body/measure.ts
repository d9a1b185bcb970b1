/** How much a piece of text says, in a unit that does not depend on the script it is written in. */

/** A letter or digit counts 1; an ideograph stands for a word, kana and hangul for a part of one. */
const IDEOGRAPH = 3;
const KANA = 2;
const HANGUL = 2.5;

export interface Measure {
  /** Letters and digits; signs and blanks count nothing. */
  weight: number;
  /** Marks that end a sentence. */
  stops: number;
}

/** What may stand behind a full stop that ends a sentence: the text's end, a blank, a closing quote or parenthesis. */
function endsSentence(next: number): boolean {
  return Number.isNaN(next) || next <= 0x20 || next === 0x22 || next === 0x29 || next === 0x201d || next === 0xa0;
}

/** `…`, `؟`, `۔`, `।`, `。`, `！`, `？`. */
function isStop(unit: number): boolean {
  return (
    unit === 0x3002 ||
    unit === 0xff01 ||
    unit === 0xff1f ||
    unit === 0x2026 ||
    unit === 0x061f ||
    unit === 0x06d4 ||
    unit === 0x0964
  );
}

function wideWeight(unit: number): number {
  if (unit >= 0x4e00 && unit <= 0x9fff) return IDEOGRAPH;
  if ((unit >= 0x3040 && unit < 0x4e00) || (unit >= 0x2e80 && unit < 0x3000)) return KANA;
  if (unit >= 0xac00 && unit <= 0xd7a3) return HANGUL;
  // Of an ideograph outside the basic plane the first half counts.
  if (unit >= 0xd840 && unit <= 0xd888) return IDEOGRAPH;
  if (unit >= 0xf900 && unit <= 0xfaff) return IDEOGRAPH;
  return (unit >= 0x3000 && unit < 0x3040) || unit >= 0xd800 ? 0 : 1;
}

/** Weighs a text in one pass. */
export function measure(text: string): Measure {
  let weight = 0;
  let stops = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit < 0x80) {
      if ((unit >= 0x61 && unit <= 0x7a) || (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x30 && unit <= 0x39)) weight++;
      else if ((unit === 0x2e || unit === 0x21 || unit === 0x3f) && endsSentence(text.charCodeAt(at + 1))) stops++;
    } else if (isStop(unit)) stops++;
    else if (unit >= 0x2e80) weight += wideWeight(unit);
    else if (unit >= 0xc0 && unit < 0x2000 && unit !== 0xd7 && unit !== 0xf7) weight++;
    else if (unit >= 0x2c00) weight++;
  }
  return { weight, stops };
}
