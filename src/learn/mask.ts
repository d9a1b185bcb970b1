/**
 * A line without what changes from article to article: numbers, the names of months and days in a date. Lines with one
 * mask are one shape. Characters, not words: Chinese has no blanks between its words.
 */
import { dateWords } from './date-words.js';

/** What stands in a shape for a number, for a word of a date, for a link's text, for anything. */
export const NUMBER = '\ue000';
export const DATE_WORD = '\ue001';
export const LINK = '\ue002';
export const GAP = '\ue003';

/**
 * Group 1 a number or a date in digits, 2 a Chinese numeral of a date, 3 a day of the week, 4 a word.
 * Examples: `3.14`, `2014-05-03`; `五` of `五月`; `星期六`, `土曜日`, `오후`; `Mai`.
 */
const TOKEN =
  /(\d+(?:[.,:/\-–]\d+)*)|([〇零一二三四五六七八九十廿百]+(?=[年月日号號]))|((?:星期|周|週|礼拜)[一二三四五六日天](?!\p{Script=Han})|[月火水木金土日]曜日?|(?<=[(（])[月火水木金土日](?=[)）])|上午|下午|오전|오후|[월화수목금토일]요일)|((?:(?!\p{Script=Han})[\p{L}\p{M}])+)/gu;
const HALF_DAY = /^[ap]m$/i;
/** How far a month's name may stand from a number of its date, e.g. `3 de mayo`. UTF-16 units. */
const NEAR = 5;

interface Token {
  text: string;
  start: number;
  end: number;
  mark: string;
}

/** The shape of a line, e.g. `Posted 3 May 2014` and `Posted 21 June 2015` have one. Linear. */
export function maskLine(text: string): string {
  const tokens: Token[] = [];
  for (const { 0: found, 1: number, 2: numeral, 3: dayName, index } of text.matchAll(TOKEN)) {
    const mark = (number ?? numeral) !== undefined ? NUMBER : dayName !== undefined ? DATE_WORD : '';
    tokens.push({ text: found, start: index, end: index + found.length, mark });
  }
  let shape = '';
  let at = 0;
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index] as Token;
    const mark = token.mark || (isInDate(tokens, index) ? DATE_WORD : '');
    if (mark === '') continue;
    shape += text.slice(at, token.start) + mark;
    at = token.end;
  }
  return shape + text.slice(at);
}

/** A month's or a day's name beside a number, or beside another such name that is. */
function isInDate(tokens: readonly Token[], index: number): boolean {
  const { text } = tokens[index] as Token;
  // `am` is a word in German: half a day stands behind its hour.
  if (HALF_DAY.test(text)) return tokens[index - 1]?.mark === NUMBER;
  if (!isDateWord(tokens[index] as Token)) return false;
  return touchesNumber(tokens, index, 1) || touchesNumber(tokens, index, -1);
}

function touchesNumber(tokens: readonly Token[], index: number, side: 1 | -1): boolean {
  for (let at = index, left = 2; left > 0; at += side) {
    const token = tokens[at] as Token;
    const next = tokens[at + side];
    if (!next || (side === 1 ? next.start - token.end : token.start - next.end) > NEAR) return false;
    if (next.mark !== '') return true;
    // `de`, `of`, `den` may stand between.
    if (!isDateWord(next)) {
      if (next.text.length > 3) return false;
      left--;
    }
  }
  return false;
}

function isDateWord({ text }: Token): boolean {
  return text.length > 2 && dateWords.has(text.toLowerCase());
}

const SPECIAL = /[\\^$.*+?()[\]{}|/]/g;
const MARKS = /[\ue000-\ue003]/g;

/** What the marks of a shape stand for in a rule's pattern. */
const PATTERNS: Readonly<Record<string, string>> = {
  [NUMBER]: '(?:\\d+(?:[.,:/\\-–]\\d+)*|[〇零一二三四五六七八九十廿百]+)',
  [DATE_WORD]: '[\\p{L}\\p{M}]+',
};

/**
 * A shape as a regular expression.
 * @param gap what stands for a gap or a link's text
 */
export function patternOf(shape: string, gap: string): string {
  return shape.replace(SPECIAL, '\\$&').replace(MARKS, (mark) => PATTERNS[mark] ?? gap);
}
