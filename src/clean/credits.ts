/**
 * Reads credit lines: `责任编辑：李昂`, `编辑/王五 校对/赵六`, `文 | 张三`, `（来源：新华社）`, `Reporting by A; editing by B`.
 * A line is one only where every piece of it is a credit word with a name behind it; a sentence never is.
 */
import type { Credits } from '../types.js';
import { creditRoles, englishRoles, type Role, shortWords } from './words.js';

export interface Credit {
  role: Role;
  word: string;
  value: string;
  /** Only a blank, or nothing, stands between word and value. */
  bare: boolean;
}

const alternatives = (words: Iterable<string>): string => [...words].sort((a, b) => b.length - a.length).join('|');
/**
 * Desks name their editors in many ways (流程编辑, 财经主编): a few characters before the word stay an editor. Plain
 * ranges, not `\p{Script=Han}`: the classes of all Unicode made this pattern take 30 ms to compile, at every start.
 */
const anyEditor = '[\\u3400-\\u9fff]{1,4}(?:编辑|主编|责编|校对|编审|监制)';
const roleWords = `${alternatives(creditRoles.keys())}|${anyEditor}`;

/** A line that may be credits: `【责任编辑：…`. One anchored test for the many texts that are none. */
export const creditStart = new RegExp(
  `^\\s{0,40}[（(【[〔▍■丨|—-]{0,3}\\s{0,4}(?:${roleWords})[\\s:：|｜丨¦/／＝=▏︱·)）】\\]]`,
);

const separator = /[\s:：|｜丨¦/／＝=▏︱·)）】\]]/;

/** A cheap look before the two patterns: a credit word is short, and a mark or blank stands behind it. */
export function mayBeCredits(text: string): boolean {
  const head = text.slice(0, 60).trimStart();
  return separator.test(head.slice(1, 22)) && (creditStart.test(text) || englishStart.test(text));
}

/** `Edited by Jane Doe`, `(Reporting by`. */
export const englishStart = new RegExp(`^\\s{0,40}[([]{0,1}(?:${alternatives(englishRoles.keys())})[\\s:]`, 'i');

/** A credit word with its mark; pairs such as `文/图` or `编辑、校对` share one name. */
const piece = new RegExp(
  `(?<![\\dA-Za-z\\u00c0-\\u024f\\u3040-\\u9fff])((?:${roleWords})(?:\\s{0,2}[、&/／·和]\\s{0,2}(?:${roleWords}))*)` +
    `(\\s{0,4}[:：|｜丨¦/／＝=▏︱]\\s{0,4}|[)）】\\]]\\s{0,4}[:：]{0,1}|\\s{1,4}|$)`,
  'g',
);
const englishPiece = new RegExp(
  `(?:^|[;,.]\\s{1,2}|\\s)(${alternatives(englishRoles.keys())})(:\\s{0,2}|\\s{1,2})`,
  'gi',
);
const openers = /^[（(【[〔▍■丨|—\s-]{0,4}/u;
const closers = /[）)】\]〕丨|。.；;\s]{0,4}$/u;

/** A person's name, or a few: 2 to 4 characters each, `卡尔·马克思`, `Jane Doe`, an editor's code (`NF4425`). */
const hanName =
  /^(?:[\p{Script=Han}]{1,4}|[\p{Script=Han}]{1,8}[·•・][\p{Script=Han}·•・]{1,12}|(?=\p{Script=Han}{0,6}[\p{Script=Hiragana}\p{Script=Katakana}])[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}ー]{2,10})$/u;
const latinName = /^[\p{Lu}@\d][\p{L}\p{M}\d.'’_-]{0,20}(?:\s[\p{Lu}\d(][\p{L}\p{M}\d.'’_()-]{0,20}){0,3}$/u;
const handle = /^@?(?=[\p{L}_.-]{0,12}[A-Za-z\d_])[\p{L}\p{N}_.-]{2,24}$/u;
const bySomeone = /by$/i;
const staffCode = /[_\s/]{0,2}(?:[A-Z]{1,4}\d{2,6}|\([A-Za-z]{0,4}\d{2,6}\))$/;
const nameNote = /[（(【[](?:实习生?|见习|实习编辑|微博|笔名|[A-Za-z]{0,3}\d{1,6}|[\p{Script=Han}]{1,6})[)）】\]]/gu;
const nameBorders = /[、,，;；&\s/|｜]+|和|及/u;
const dates = /\d{4}[-/年.]\d{1,2}[-/月.]\d{1,2}日?(?:\s{0,2}\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)?/g;
const accountId = /\s{0,2}[（(]\s{0,2}(?:ID|id|微信号|公众号|微信)\s{0,2}[:：]?.{0,40}$/;
const counts = /^[\d,.万kK+\s]{0,12}(?:次|人|℃)?$/;
const sentenceMarks = /[。！？!?；;]|，.*，/u;
const address = /^https?:\/\/[\x21-\x7e]{4,}$/i;

/** Names in the value of a credit, or null where it is something else. */
export function namesIn(value: string): string[] | null {
  const names: string[] = [];
  const plain = value.replace(nameNote, '').replace(staffCode, '').trim();
  if (plain === '') return names;
  if (/^[\p{Script=Latin}\p{M}\d\s.,'’&;()-]+$/u.test(plain)) {
    const latin = plain.split(/\s{0,3}[,;&]\s{0,3}(?:and\s)?|\sand\s/).filter((name) => name !== '');
    if (latin.length <= 8 && latin.every((name) => latinName.test(name))) return latin;
  }
  for (const part of plain.split(nameBorders)) {
    const name = part.replace(staffCode, '');
    if (name === '') continue;
    if (!hanName.test(name) && !latinName.test(name) && !(value.length <= 24 && handle.test(name))) return null;
    names.push(name);
  }
  // 李 昂: two characters set apart, not two people.
  if (names.length === 2 && names.every((name) => name.length === 1)) return [names.join('')];
  return names.length <= 8 ? names : null;
}

function isGood({ role, word, value, bare }: Credit): boolean {
  if (role === 'url') return address.test(value) || value === '';
  if (role === 'publisher') {
    if (bare || value === '' || value.length > 60 || sentenceMarks.test(value)) return false;
    return value.length <= 40 || address.test(value);
  }
  if (role === 'other') return value.length <= 40 && !sentenceMarks.test(value);
  if (value === '') return role === 'editor' && !bare;
  if (bare && (shortWords.has(word) || (/^[a-z]/i.test(word) && !bySomeone.test(word)))) return false;
  if (role === 'author' && counts.test(value)) return false;
  return value.length <= 60 && namesIn(value) !== null;
}

function read(text: string, pattern: RegExp, roleOf: (word: string) => Role): Credit[] | null {
  const credits: Credit[] = [];
  let last: Credit | null = null;
  let from = 0;
  pattern.lastIndex = 0;
  for (const match of text.matchAll(pattern)) {
    if (last) last.value = text.slice(from, match.index);
    else if (match.index > 0) return null;
    const [whole, word = '', mark = ''] = match;
    last = { role: roleOf(word), word, value: '', bare: mark.trim() === '' };
    credits.push(last);
    from = match.index + whole.length;
    if (credits.length > 16) return null;
  }
  if (!last) return null;
  last.value = text.slice(from);
  for (const credit of credits) {
    credit.value = credit.value
      .replace(openers, '')
      .replace(/[（(【[〔]{0,1}[）)】\]〕丨|。.；;,，、\s▍■-]{0,4}$/u, '')
      .trim();
    if (credit.role === 'publisher') credit.value = credit.value.replace(dates, '').replace(accountId, '').trim();
  }
  return credits;
}

function roleOfPair(word: string): Role {
  const roles = word.split(/\s*[、&/／·和]\s*/u).map((part) => creditRoles.get(part));
  const known = roles.find((role) => role !== undefined && role !== 'other');
  return known ?? (roles[0] === undefined ? 'editor' : 'other');
}

/**
 * Reads a line as credits, or returns null where it is none: not every piece has a role and a fitting value, or
 * only words of the kind `other` (an image credit alone belongs to its image).
 * @param text one line, white space normalised
 */
export function readCredits(text: string): Credit[] | null {
  const inner = text.replace(openers, '').replace(closers, '');
  const credits = creditStart.test(text)
    ? read(inner, piece, roleOfPair)
    : englishStart.test(text)
      ? read(inner, englishPiece, (word) => englishRoles.get(word.toLowerCase()) ?? 'other')
      : null;
  if (!credits?.every(isGood)) return null;
  // `来源：我们从农民那里买来的。` is a sentence: a name has no full stop.
  if (/[。！？]$/.test(text) && credits.at(-1)?.role === 'publisher') return null;
  const telling = credits.filter(({ role }) => role !== 'other');
  return telling.length > 0 ? credits : null;
}

/** Stores what credits say: an editor is never an author, the first publisher and address count. */
export function storeCredits(read: readonly Credit[], credits: Credits, link: string | null): void {
  for (const { role, value } of read) {
    if (role === 'editor') add(credits.editors, namesIn(value));
    else if (role === 'author') add(credits.authors, namesIn(value));
    else if (role === 'publisher') {
      if (address.test(value)) credits.url ??= value;
      else {
        credits.publisher ??= value;
        credits.url ??= link;
      }
    } else if (role === 'url') credits.url ??= value === '' ? link : value;
  }
}

function add(target: string[], names: string[] | null): void {
  for (const name of names ?? []) if (!target.includes(name)) target.push(name);
}
