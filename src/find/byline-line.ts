/** Reads a line that says who wrote an article, where it is from, and when: `2012-01-12 15:47 来源：中广网`, `By Ada Quay`. */
import type { Line } from '../body/lines.js';
import { type Node, textOf } from '../body/tree.js';
import { datesIn } from '../front-matter/dates-in-text.js';
import { creditsIn, readCredits } from '../rules/lib/credits/read.js';
import type { Metadata } from '../types.js';
import { wordsOf } from './names.js';

export type Byline = Partial<Metadata>;

/** A line with more characters is prose. */
const LONGEST = 200;
/** What a line may say besides, in letters. */
const MOST_ELSE = 90;

/** Of the site, of the page's own clock, or of what the article tells of. */
const others =
  /©|\(c\)\s|copyright|all rights|版权|版權|今天|сегодня|σήμερα|today is|heute ist|現在|现在时间|アクセス|会议|會議|活动|活動|截止|开赛|venue|event|deadline|born|geboren|né[e]?\sle/i;
/** In front of a date on which the article was changed. */
const updatedWord =
  /(?:updated?|modified|revised|edited|revision|last change[d]?|更新|修改|編輯|最后编辑|编辑于|編輯於|修正|수정|aktualisier\p{L}{0,6}|geändert|zaktualizowano|aktualizacja|modyfikacj\p{L}|modifi[ée]\p{L}{0,2}|mis à jour|mise à jour|actualizad[oa]|atualizad[oa]|aggiornat[oa]|обновлен[оа]|изменен[оа]|ενημέρωση|bijgewerkt|uppdaterad)[\p{L}\s:：.(@]{0,16}$/iu;
/** In front of the date of the article: such a line says so wherever it stands. */
const saidWord =
  /(?:post(?:ed)?|publish(?:ed)?|published on|written|发布|發布|发表|發表|投稿|公開|掲載|作成|时间|時間|日期|日時|입력|등록|작성|게재|veröffentlicht|erstellt|publié|publicado|pubblicato|опубликовано|добавлено|dodano|opublikowan\p{L}|data publikacji|geplaatst|publicerad|lagt ut)[\p{L}\s:：.@,(]{0,24}$/iu;
/** A date right behind such a letter is a part of a sentence. */
const sentenceBefore = /(?:[\p{Ll}\p{Lo}][,]?\s?)$/u;
/** A weekday, a place, a label: what may stand right before a date. */
const label =
  /(?:[:：@|｜•·,，)）】\]–—-]\s?|^\s?(?:\p{L}{1,12}[,.]?\s){1}|\b(?:on|am|le|el|den|the|em|il)\s|[日月火水木金土一二三四五六天]\s?)$/iu;

const stops = /[。！？!?]|\p{Ll}\.\s\p{Lu}/u;

/** `http://www.paper.example 2012-01-12`: an address is no sentence. */
const addresses = /(?:https?:\/\/)?[\w-]+(?:\.[\w-]+)+\/?\s*$/;
const lastBlank = /\s$/;

/** Not within a sentence: behind a mark or a capital, or at the end of a Chinese line that a blank parts. */
function isApart(before: string, after: string): boolean {
  const words = before.replace(addresses, '');
  if (!sentenceBefore.test(words) || label.test(words)) return true;
  return lastBlank.test(before) && hanOrKana.test(words.trim().slice(-1)) && !/[\p{L}\p{N}]/u.test(after);
}

interface Dates {
  date?: string;
  updated?: string;
  /** The line without them. */
  rest: string;
  /** Says that it is of a publication. */
  isSaid: boolean;
}

/** The time in the attribute of `<time>` is more exact than what is shown. */
function exact(line: Line, shown: string, isDayFirst: boolean): string {
  for (const { parent } of line.nodes) {
    const value = parent?.name === 'time' ? parent.get('datetime') : null;
    const date = value === null || value === undefined ? undefined : datesIn(value.trim(), isDayFirst)[0]?.date;
    if (date?.slice(0, 10) === shown.slice(0, 10)) return date;
  }
  return shown;
}

/** Elements that mark words within a sentence. */
const marks: ReadonlySet<string> = new Set('b i em strong u mark font'.split(' '));
/** The end of a name, a number or a label. */
const noSentence = /(?:^|[^\p{L}]|\p{Lu}[\p{L}\p{M}.'’-]*)$/u;

/** Behind `By Ada Quay`, or as the beginning of a box of its own in the line: `<span>Ada Quay</span> <span>5 March` */
function isByItself(line: Line, before: string, date: string): boolean {
  const words = before.trim();
  if (by.test(words) && person.test(words.replace(by, ''))) return true;
  if (!noSentence.test(words)) return false;
  return line.nodes.some(({ parent, data }) => {
    if (!parent || parent === line.block || marks.has(parent.name)) return false;
    return data.trimStart().normalize('NFKC').startsWith(date);
  });
}

function readDates(line: Line, text: string, isDayFirst: boolean): Dates {
  const dates: Dates = { rest: '', isSaid: false };
  let from = 0;
  const found = datesIn(text, isDayFirst);
  for (const [index, { start, end, date }] of found.entries()) {
    const before = text.slice(from, start);
    const shown = text.slice(start, end);
    // What stands between two dates speaks of the second.
    const after = index === found.length - 1 ? text.slice(end, end + 24) : '';
    dates.rest += `${before} | `;
    from = end;
    if (updatedWord.test(before) || /^\s{0,2}[([]?\s{0,2}(?:last\s)?(?:updated|更新|修改)/i.test(after)) {
      dates.updated ??= exact(line, date, isDayFirst);
      dates.isSaid = true;
    } else if (saidWord.test(before) || isApart(before, text.slice(end)) || isByItself(line, before, shown)) {
      dates.date ??= exact(line, date, isDayFirst);
      if (saidWord.test(before)) dates.isSaid = true;
    } else return { rest: text, isSaid: false };
  }
  dates.rest += text.slice(from);
  return dates;
}

const by =
  /^(?:(?:\p{L}{2,9}\s)?(?:by|von)|par|por|di|door|av|af|tekst|texte|texto|testo|текст|автор|autor(?:ka|in|a|zy)?|auteure?s?|autore|authors?|κείμενο|글쓴이|글)(?:\s?[:：]\s?|\s)/iu;
const koreanReporter = /(?:^|\s)([가-힣]{2,4})\s?(?:기자|특파원)(?:\s|$|[([|])/;
const personWord = String.raw`(?:\p{Lu}[\p{L}\p{M}.'’-]{0,24}|de|da|del|van|von|der|den|la|le|bin|al|el|dos|do|di|y)`;
const person = new RegExp(String.raw`^(?=.{0,30}\p{Lu})${personWord}(?:\s${personWord}){0,4}$`, 'u');
/** What a person is at a paper, and papers themselves. */
const role =
  /\b(?:news|press|editor|correspondent|staff|writer|reporter|associated|times|post|agency|contributor|journalist|redaktion|redakcja|desk|team|editorial|admin|guest|producer|columnist|chief)\b/i;
const between = /\s?[,;、]\s?|\s(?:and|und|et|i|en|och|og|и)\s|\s?&\s?/iu;
const ends = /\s?[|｜•·/／]\s?|\s[–—-]\s|\s(?:on|at|in|für|pour|for|am|le)\s|\s?\(|<|$/iu;

/** Words that stand beside a name, and are none. */
const beside =
  /^(?:by|von|par|por|di|door|follow|posted|published|updated|author|autor|veröffentlicht|publié|publicado|share)$|\s(?:updated|published|veröffentlicht|aktualisiert|publié|publicado|posted)$/iu;

/** The people of `By Ada Quay and Bo Reed, Courier`; behind a full name a single word is a paper or a place. */
function peopleIn(text: string, least: number): string[] {
  const said = text.split(ends, 1)[0] ?? '';
  const people: string[] = [];
  for (const part of said.split(between)) {
    const name = part.trim().replace(beside, '');
    if (!person.test(name) || role.test(name) || name.length > 60) break;
    if (people[0]?.includes(' ') && !name.includes(' ')) break;
    people.push(name);
  }
  return people.every((name) => name.split(' ').length >= least || /[^\p{ASCII}]/u.test(name)) ? people : [];
}

const authorWords: ReadonlySet<string> = new Set(
  'author byline writer reporter journalist nickname autor auteur'.split(' '),
);
const notAName: ReadonlySet<string> = new Set(
  'avatar bio badge detail photo image title role job social box'.split(' '),
);
const LEVELS = 4;

function wordsFor({ className, attributes }: Node): string[] {
  return wordsOf(`${className} ${attributes?.get('itemprop') ?? ''} ${attributes?.get('rel') ?? ''}`);
}

function isAuthor(words: readonly string[]): boolean {
  return words.some((word) => authorWords.has(word)) || (words.includes('reader') && words.includes('credits'));
}

/**
 * What a line calls the author, by an element that it stands in; all of it where that is a box around it.
 * @param rest the line without its dates
 */
function namedAuthor(line: Line, rest: string): string | null {
  for (const { parent } of line.nodes) {
    let isAround = false;
    let element = parent;
    for (let left = LEVELS; left > 0 && element; left--, element = element.parent) {
      const words = wordsFor(element);
      if (words.some((word) => notAName.has(word))) break;
      isAround ||= element === line.block;
      if (isAuthor(words)) return isAround ? rest : textOf(element);
    }
  }
  return null;
}

const hanOrKana = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/;
/** Example: `本报记者 江边` */
const reporterBefore = /^(?:本报|本网|本刊|本台|实习|见习|特约|首席)?(?:记者|記者)[\s:：]{0,2}/;
const reporter = /(?:本报|本网|本刊|本台|实习|见习|特约|首席)?(?:记者|記者)\s/g;

function readPeople(line: Line, rest: string, isHead: boolean): string[] {
  const text = rest.replace(/^[\s|–—·•:-]+/, '');
  if (by.test(text)) return peopleIn(text.replace(by, ''), isHead ? 1 : 2);
  const korean = koreanReporter.exec(text)?.[1];
  if (korean !== undefined) return [korean];
  const named = isHead ? namedAuthor(line, text) : null;
  if (named === null) return [];
  const name = named.replace(/\s+/g, ' ').trim().replace(by, '').replace(reporterBefore, '');
  if (name.length <= 20 && hanOrKana.test(name) && !/[\d:：,，。|]/.test(name)) return [name];
  return peopleIn(name, 1);
}

/** Credit words with their names, in a line that holds other things too. */
function readPieces(rest: string): Byline {
  const found: Byline = {};
  const pieces = rest
    .replace(reporter, ' ')
    .replace(/[(（【[]\s?|\s?[)）】\]]/g, ' ')
    .replace(/\s?([:：])\s?/g, '$1')
    .split(/[|｜]|\s/);
  for (const piece of pieces) {
    const credits = readCredits(piece);
    if (!credits) continue;
    const { authors, editors, publisher } = creditsIn(credits, null);
    if (authors.length > 0) found.authors ??= authors;
    if (editors.length > 0) found.editors ??= editors;
    if (publisher !== null) found.publisher ??= publisher;
  }
  return found;
}

/**
 * @param isHead it stands under the title: there a date alone says enough
 * @returns null where the line says nothing of the kind
 */
export function readByline(line: Line, isHead: boolean, isDayFirst: boolean): Byline | null {
  const text = line.text.normalize('NFKC');
  if (text.length > LONGEST || text === '' || others.test(text)) return null;
  const { date, updated, rest, isSaid } = readDates(line, text, isDayFirst);
  if (stops.test(rest)) return null;
  const credits = readPieces(rest);
  const authors = credits.authors ?? readPeople(line, rest, isHead);
  const isOfIt = isHead ? rest.replace(/[^\p{L}]+/gu, '').length <= MOST_ELSE : isSaid || authors.length > 0;
  const byline: Byline = {
    ...(date !== undefined && isOfIt && { date }),
    ...(updated !== undefined && isOfIt && { updated }),
    ...(authors.length > 0 && { authors }),
    ...(credits.editors && { editors: credits.editors }),
    ...(credits.publisher && { publisher: credits.publisher }),
  };
  return Object.keys(byline).length > 0 ? byline : null;
}
