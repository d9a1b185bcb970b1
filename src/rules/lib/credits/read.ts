/**
 * Reads credit lines: `责任编辑：李昂`, `编辑/王五 校对/赵六`, `文 | 张三`, `（来源：新华社）`, `Reporting by A; editing by B`.
 * A line is one only where every piece of it is a credit word with a name behind it; a sentence never is.
 */
import type { Credits } from '../../../types.js';
import { noCredits } from './move.js';
import { namesIn, outlet } from './names.js';
import { creditRoles, englishRoles, type Role, shortWords } from './words.js';

export interface Credit {
  role: Role;
  word: string;
  value: string;
  /** Only a blank, or nothing, stands between word and value. */
  bare: boolean;
}

const alternatives = (words: Iterable<string>): string => [...words].sort((a, b) => b.length - a.length).join('|');
/** Desks name their editors in many ways (流程编辑, 财经主编): a few characters before the word stay an editor. */
const anyEditor = /^[\u3400-\u9fff]{1,4}(?:编辑|主编|责编|校对|编审|监制|編輯|主編|責編|校對|監製)$/;
/** The same for those who made the pictures and the page. Example: `头图摄影`, `海报设计`. */
const anyMaker =
  /^[\u3400-\u9fff]{1,4}(?:摄影|设计|制作|排版|美编|剪辑|插画|制图|绘图|攝影|設計|製作|美編|剪輯|插畫|製圖|繪圖)$/;

/**
 * A line that may be credits: `【责任编辑：…`. The words are looked up, not spelled out in the patterns: one pattern
 * with all of them took 30 ms to compile, at every start. No mark but 丨 is a Han character, so a word is a whole run
 * of the others.
 */
const headRun =
  /^\s{0,40}[（(【[〔▍■丨|—►▶●◎◆★•※➤-]{0,3}\s{0,4}([\u3400-\u4e27\u4e29-\u9fff]{1,12})[\s:：|｜丨¦/／＝=▏︱·・、&)）】\]]/;

function isRole(word: string): boolean {
  return creditRoles.has(word) || anyEditor.test(word) || anyMaker.test(word);
}

/** True where a text is one credit word and nothing else: its mark and its value stand in other elements. */
export function isCreditWord(text: string): boolean {
  return text.length <= 60 && isRole(text.trim());
}

/** One anchored test for the many texts that are no credits. */
function startsWithCredit(text: string): boolean {
  const word = headRun.exec(text)?.[1];
  return word !== undefined && isRole(word);
}

const separator = /[\s:：|｜丨¦/／＝=▏︱·・、&)）】\]]/;

/** A cheap look before the two patterns: a credit word is short, and a mark or blank stands behind it. */
export function mayBeCredits(text: string): boolean {
  const head = text.slice(0, 60).trimStart();
  return separator.test(head.slice(1, 22)) && (startsWithCredit(text) || englishStart.test(text));
}

/** `Edited by Jane Doe`, `(Reporting by`. */
const englishStart = new RegExp(`^\\s{0,40}[([]{0,1}(?:${alternatives(englishRoles.keys())})[\\s:]`, 'i');

/** Han characters with no letter or digit before them. */
const wordRun = /(?<![\dA-Za-z\u00c0-\u024f\u3040-\u9fff])[\u3400-\u4e27\u4e29-\u9fff]+/g;
/** What pairs a credit word with the next: `文/图`, `编辑、校对`. They share one name. */
const pairedRun = /\s{0,2}[、&/／·・和]\s{0,2}([\u3400-\u4e27\u4e29-\u9fff]+)/y;
const mark = /\s{0,4}[:：|｜丨¦/／＝=▏︱]\s{0,4}|[)）】\]]\s{0,4}[:：]{0,1}|\s{1,4}|$/y;

/** A credit word, or a pair of them, with its mark; the words and the mark as they stand in the text. */
interface CreditMark {
  index: number;
  /** Of all of it, UTF-16 units. */
  length: number;
  word: string;
  mark: string;
}

function areRoles(run: string): boolean {
  return isRole(run) || (run.includes('和') && run.split('和').every(isRole));
}

function* chinesePieces(text: string): Generator<CreditMark> {
  wordRun.lastIndex = 0;
  for (let run = wordRun.exec(text); run; run = wordRun.exec(text)) {
    if (!areRoles(run[0])) continue;
    const ends = [wordRun.lastIndex];
    for (pairedRun.lastIndex = wordRun.lastIndex; ; ) {
      const pair = pairedRun.exec(text);
      if (!areRoles(pair?.[1] ?? '')) break;
      ends.push(pairedRun.lastIndex);
    }
    // `编辑/校对` is a pair with a name behind it or nothing; where no mark follows the pair, the slash is the mark.
    for (const end of ends.reverse()) {
      mark.lastIndex = end;
      const found = mark.exec(text)?.[0];
      if (found === undefined) continue;
      const { index } = run;
      yield { index, length: end + found.length - index, word: text.slice(index, end), mark: found };
      wordRun.lastIndex = end + found.length;
      break;
    }
  }
}

function* englishPieces(text: string): Generator<CreditMark> {
  for (const { 0: whole, 1: word = '', 2: found = '', index } of text.matchAll(englishPiece))
    yield { index, length: whole.length, word, mark: found };
}

const englishPiece = new RegExp(
  `(?:^|[;,.]\\s{1,2}|\\s)(${alternatives(englishRoles.keys())})(:\\s{0,2}|\\s{1,2})`,
  'gi',
);
const openers = /^[（(【[〔▍■丨|—►▶●◎◆★•※➤\s-]{0,4}/u;
const closers = /[）)】\]〕丨|。.；;\s]{0,4}$/u;

const bySomeone = /by$/i;
const dates = /\d{4}[-/年.]\d{1,2}[-/月.]\d{1,2}日?(?:\s{0,2}\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)?/g;
/** Example: `Ada Quay on November 14, 2019` */
const dayBehind =
  /,?\s(?:on\s)?(?:\d{1,2}\s)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?\s(?:\d{1,2},?\s)?\d{4}$/i;
const accountId = /\s{0,2}[（(]\s{0,2}(?:ID|id|微信号|公众号|微信)\s{0,2}[:：]?.{0,40}$/;
const counts = /^[\d,.万kK+\s]{0,12}(?:次|人|℃)?$/;
const sentenceMarks = /[。！？!?；;]|，.*，/u;
/** A site's own page is not where the article stands. Example: `https://paper.example/` */
const home = /^(?:https?:)?\/\/[^/?#]+\/?$/i;
const address = /^https?:\/\/[\x21-\x7e]{4,}$/i;

/** `文 观察者网 杨蓉`: who prints and who writes. A blank alone behind 文 would be any sentence. */
function isOutletAndName(value: string): boolean {
  const names = namesIn(value) ?? [];
  return names.length >= 2 && outlet.test(names[0] ?? '') && !outlet.test(names.at(-1) ?? '');
}

function isGood({ role, word, value, bare }: Credit): boolean {
  if (role === 'url') return address.test(value) || value === '';
  if (role === 'publisher') {
    if (bare || value === '' || value.length > 60 || sentenceMarks.test(value)) return false;
    // `首发：王一 李二`: the players who begin.
    if ((word === '首发' || word === '首發') && /[\s、，,/]/.test(value)) return false;
    return value.length <= 40 || address.test(value);
  }
  if (role === 'other') return value.length <= 40 && !sentenceMarks.test(value);
  if (value === '') return role === 'editor' && !bare;
  if (bare && shortWords.has(word)) return role === 'author' && isOutletAndName(value);
  if (bare && /^[a-z]/i.test(word) && !bySomeone.test(word)) return false;
  if (role === 'author' && counts.test(value)) return false;
  return value.length <= 60 && namesIn(value) !== null;
}

function read(text: string, pieces: Iterable<CreditMark>, roleOf: (word: string) => Role): Credit[] | null {
  const credits: Credit[] = [];
  let last: Credit | null = null;
  let from = 0;
  for (const { index, word, mark, length } of pieces) {
    if (last) last.value = text.slice(from, index);
    else if (index > 0) return null;
    last = { role: roleOf(word), word, value: '', bare: mark.trim() === '' };
    credits.push(last);
    from = index + length;
    if (credits.length > 16) return null;
  }
  if (!last) return null;
  last.value = text.slice(from);
  for (const credit of credits) {
    credit.value = credit.value
      .replace(openers, '')
      .replace(/[（(【[〔]{0,1}[）)】\]〕丨|。.；;,，、\s▍■-]{0,4}$/u, '')
      .trim();
    credit.value = credit.value.replace(dayBehind, '');
    if (credit.role === 'publisher') credit.value = credit.value.replace(dates, '').replace(accountId, '').trim();
  }
  return credits;
}

function roleOfPair(word: string): Role {
  const roles = word
    .split(/\s*[、&/／·・和]\s*/u)
    .map((part) => creditRoles.get(part) ?? (anyMaker.test(part) ? 'other' : undefined));
  const known = roles.find((role) => role !== undefined && role !== 'other');
  return known ?? (roles[0] === undefined ? 'editor' : 'other');
}

/**
 * Reads a line as credits, or returns null where it is none: not every piece has a role and a fitting value, or
 * only words of the kind `other` (an image credit alone belongs to its image).
 * @param text one line, white space normalised
 * @param others a line of the kind `other` is one too: the lines around it are credits
 */
export function readCredits(text: string, others = false): Credit[] | null {
  const inner = text.replace(openers, '').replace(closers, '');
  const credits = startsWithCredit(text)
    ? read(inner, chinesePieces(inner), roleOfPair)
    : englishStart.test(text)
      ? read(inner, englishPieces(inner), (word) => englishRoles.get(word.toLowerCase()) ?? 'other')
      : null;
  if (!credits?.every(isGood)) return null;
  // `来源：我们从农民那里买来的。` is a sentence: a name has no full stop.
  if (/[。！？]$/.test(text) && credits.at(-1)?.role === 'publisher') return null;
  return others || credits.some(({ role }) => role !== 'other') ? credits : null;
}

/** What credits say: an editor is never an author, the first publisher and address count. */
export function creditsIn(read: readonly Credit[], link: string | null): Credits {
  const credits = noCredits();
  for (const { role, value } of read) {
    if (role === 'editor') add(credits.editors, namesIn(value));
    else if (role === 'author') {
      const names = namesIn(value) ?? [];
      const printed = names.length > 1 ? names.find((name) => outlet.test(name)) : undefined;
      if (printed) credits.publisher ??= printed;
      add(
        credits.authors,
        names.filter((name) => name !== printed),
      );
    } else if (role === 'publisher') {
      if (address.test(value)) credits.url ??= value;
      else {
        credits.publisher ??= publisherName(value);
        credits.url ??= link && !home.test(link) ? link : null;
      }
    } else if (role === 'url') credits.url ??= address.test(value) ? value : link;
  }
  return credits;
}

function add(target: string[], names: string[] | null): void {
  for (const name of names ?? []) if (!target.includes(name)) target.push(name);
}

/** What stands around the name of an account. Example: `微信公众号：江上（ID：jiangshang）`, `江上公众号`. */
const accountBefore = /^(?:微信)?(?:公众号|公眾號|公号|公號|订阅号|訂閱號|服务号)\s{0,2}[:：|｜]?\s{0,2}(?=[^\s:：])/;
const accountAfter = /(?<=.)(?:的?(?:微信)?(?:公众号|公眾號|公号|公號|订阅号|訂閱號))$/;
const quotes = /^[“"「『《【]([^“”"「」『』《》【】]{1,40})[”"」』》】]$/;

/** A publisher's name without what only says what kind of thing it is. */
export function publisherName(value: string): string {
  const bare = value.replace(accountId, '').replace(accountBefore, '').replace(accountAfter, '').trim();
  return quotes.exec(bare)?.[1] ?? bare;
}
