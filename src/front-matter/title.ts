/** Titles as text: without HTML, decoded once, and written so that reading them again gives the same. */
import { decodeHTMLStrict } from 'entities';
import { folded } from '../body/white-space.js';
import { parseDate } from './dates.js';

/** HTML that people put into titles. `List<String>` and `<details>` between backticks are words. */
const formatting =
  /`[^`\n]*`|<!--[\s\S]{0,2000}?-->|<\/?(?:a|abbr|b|bdi|bdo|big|br|center|cite|code|del|div|em|font|h[1-6]|i|img|ins|kbd|mark|p|q|rb|rp|rt|ruby|s|small|span|strike|strong|sub|sup|tt|u|wbr)(?:\s[^<>]{0,2000})?\/?>/gi;

/** The title that a source's text means. */
export function readTitle(source: string): string {
  const text = source.includes('<')
    ? source.replace(formatting, (match) => (match.startsWith('`') ? match : /^<br/i.test(match) ? ' ' : ''))
    : source;
  const decoded = text.includes('&') ? decodeHTMLStrict(text) : text;
  return folded(decoded).trim();
}

/** The text from which `readTitle` reads this title: encoded only where it would be decoded or cut once more. */
export function writeTitle(title: string): string {
  return readTitle(title) === title ? title : title.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

/** `title - site`, `title | site`, `标题_频道_网站`: marks between a page's title and the names of its site. */
const separators = [/\s[|｜·•»«‹›:：]{1,2}\s|[|｜]/, /\s[-–—]{1,2}\s/, /[_＿]/, /--/] as const;

/** The parts that such marks stand between, the first kind of mark that is there. */
export function titleParts(title: string): string[] {
  const separator = separators.find((one) => one.test(title));
  return separator ? title.split(separator).map((part) => part.trim()) : [title];
}

/**
 * A page's `<title>` without the site's name.
 * @param title the element's text, decoded
 * @param site `og:site_name`, where the page has one
 * @param headings text of the page's headings, of any level: the longest that opens or ends the title is the title
 */
export function cutSiteName(title: string, site: string | null, headings: readonly string[]): string {
  const heading = shownHeading(title, headings);
  if (heading !== null) return heading;
  if (site !== null && site !== '') {
    const cut = cutEnd(title, site);
    if (cut !== null) return cut;
  }
  for (const separator of separators) {
    const at = title.search(separator);
    if (at < 0) continue;
    const parts = title.split(separator).map((part) => part.trim());
    const first = parts[0] ?? '';
    // The title is the first part where it is the longest: `Home | My long site name` shows nothing.
    if ([...first].length >= 6 && parts.every((part) => part.length <= first.length)) return first;
  }
  return title;
}

/** A letter or digit: a heading that ends in front of one is only a part of a word of the title. */
const wordCharacter = /[\p{L}\p{N}]/u;
/** Runs of letters and digits: what dashes, quotes and blanks of either spelling stand between. */
const words = /[\p{L}\p{N}]+/gu;

export function wordsOf(text: string): string[] {
  return text.normalize('NFKC').toLowerCase().match(words) ?? [];
}

/** A heading that is the title, or the longest that stands whole at its start or end, apart from the rest. */
function shownHeading(title: string, headings: readonly string[]): string | null {
  const all = wordsOf(title);
  let longest: string | null = null;
  for (const heading of headings) {
    if (heading === title) return title;
    if (heading.length < 2 || heading.length <= (longest?.length ?? 0)) continue;
    const [isStart, isEnd] = standsIn(heading, title, all);
    // A short heading at the end is the site's name, as in most titles.
    if (isStart || (isEnd && heading.length * 2 > title.length)) longest = heading;
  }
  return longest;
}

/** Whether a heading stands at the start and at the end of a title: letter by letter, or by two words or more. */
function standsIn(heading: string, title: string, all: readonly string[]): [start: boolean, end: boolean] {
  const own = wordsOf(heading);
  const isLike = own.length > 1 && own.length <= all.length;
  const isStart =
    (title.startsWith(heading) && !wordCharacter.test(title.charAt(heading.length))) ||
    (isLike && own.every((word, index) => word === all[index]));
  const isEnd =
    (title.endsWith(heading) && !wordCharacter.test(title.charAt(title.length - heading.length - 1))) ||
    (isLike && own.every((word, index) => word === all[all.length - own.length + index]));
  return [isStart, isEnd];
}

/** Whether a line stands whole at the start or the end of a title. */
export function standsAtEdge(line: string, title: string): boolean {
  return standsIn(line, title, wordsOf(title)).includes(true);
}

/** `3.1`: the number of a chapter. */
const chapter = /^\d{1,3}(?:\.\d{1,3})*\.?$/;
/** A day as many languages write it: `26. Februar 2009`, `26 de agosto de 2009`, `26 августа 2009`. */
const day = /^\d{1,2}(?:\.|º|st|nd|rd|th)?\s(?:de\s)?\p{L}{3,12}\.?,?\s(?:de\s)?\d{4}(?:\sг\.?)?$/u;
const edges = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}.]+$/gu;

/**
 * Whether a heading says the title: the same words, or with what sites put beside them: their name, the day, a number.
 * @param names the site's name, and the page's titles as its head has them
 */
export function saysTitle(heading: string, title: string, names: readonly string[]): boolean {
  if (heading === title) return true;
  const own = wordsOf(heading);
  const wanted = wordsOf(title);
  if (wanted.length === 0 || own.length === 0) return false;
  const [line, part] = [own.join(' '), wanted.join(' ')];
  if (own.join('') === wanted.join('')) return true;
  const isStart = line.startsWith(`${part} `);
  if (!isStart && !line.endsWith(` ${part}`)) return false;
  const rest = isStart ? line.slice(part.length + 1) : line.slice(0, -part.length - 1);
  if (names.some((name) => isBeside(wordsOf(name).join(' '), part, rest))) return true;
  const at = heading.indexOf(title);
  if (at < 0) return false;
  const beside = (isStart ? heading.slice(at + title.length) : heading.slice(0, at)).replace(edges, '');
  return parseDate(beside) !== null || day.test(beside) || (!isStart && chapter.test(beside));
}

/** The rest of a heading is the site's name, or what the page's own title has beside the title. */
function isBeside(name: string, part: string, rest: string): boolean {
  return name === rest || name === `${part} ${rest}` || name === `${rest} ${part}`;
}

function cutEnd(title: string, site: string): string | null {
  if (!title.toLowerCase().endsWith(site.toLowerCase())) return null;
  const rest = title.slice(0, -site.length).trimEnd();
  const cut = rest.replace(/[-–—|｜_＿·•:：»]{1,3}$/, '').trim();
  return cut.length > 0 && cut !== rest ? cut : null;
}
