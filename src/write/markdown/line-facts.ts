/** What the text of a whole line has: whether its characters could pair decides which of them need an escape. */
import { BREAK, CODE, type LinePlace, MARKUP, type Piece, TAG, WORDS } from '../line.js';
import { DEL, EM, STRONG } from '../vocabulary.js';
import { DELIMITER_STAND_IN } from './characters.js';
import { type LineFacts, pairsIn } from './escape.js';
import { NESTED_MARKS } from './marks.js';

/** What markup is in the text that is searched for pairs: neither blank nor letter. */
const MARKUP_STAND_IN = '.';

/**
 * @param link whether the line is the text of a link or image
 * @param place a break is a line end in flow, and `<br>` elsewhere
 */
export function lineFacts(pieces: Piece[], link: boolean, place: LinePlace = 'flow'): LineFacts {
  let text = '';
  let markup = false;
  let stars = false;
  let tildes = false;
  let code = false;
  let before = 0;
  for (const { kind, value, marks } of pieces) {
    // A delimiter or tag stands where the marks change: `_x_` before `</em>` pairs, whatever letter comes behind it.
    if (marks !== before) text += DELIMITER_STAND_IN;
    before = marks;
    if (kind === WORDS) text += value;
    else {
      text += kind === BREAK && place === 'flow' ? '\n' : MARKUP_STAND_IN;
      markup ||= kind === MARKUP || kind === TAG;
      code ||= kind === CODE || value.includes('`');
    }
    stars ||= (marks & (STRONG | EM | NESTED_MARKS)) !== 0;
    tildes ||= (marks & DEL) !== 0;
    markup ||= marks > DEL * 2 - 1;
  }
  const hasStar = text.includes('*');
  const hasTilde = text.includes('~');
  return {
    star: hasStar && (stars || pairsIn(text, '*')),
    underscore: text.includes('_') && pairsIn(text, '_'),
    tilde: hasTilde && (tildes || pairsIn(text, '~')),
    backtick: text.includes('`') && (code || link || hasTwoBacktickRuns(text)),
    angle:
      (link && GOES_ON.test(text)) ||
      markup ||
      code ||
      stars ||
      tildes ||
      (pieces.length > 1 && text.lastIndexOf('>') > text.indexOf('<')),
    link,
    // `[^` is escaped as a note's mark, and its other half with it.
    brackets: link && (text.includes('[^') || !areBracketsBalanced(text)),
  };
}

/** What begins in the text of a link and could end behind it: `<a b="`, `<a b=`, `<tp:`, `<!--` */
const GOES_ON = /<(?:[!?]|[A-Za-z][^<]*["'=:])/;

/** Two runs of backticks could pair; one alone is text. */
const TWO_BACKTICK_RUNS = /`[^`]+`/;

function hasTwoBacktickRuns(text: string): boolean {
  return TWO_BACKTICK_RUNS.test(text);
}

function areBracketsBalanced(text: string): boolean {
  let depth = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === 0x5b) depth++;
    else if (code === 0x5d && --depth < 0) return false;
  }
  return depth === 0 && !text.includes('](');
}
