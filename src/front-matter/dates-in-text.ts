/** Dates that stand in a line, as people write them under a title. */
import { parseDate } from './dates.js';
import { monthOf } from './months.js';

export interface DateInText {
  start: number;
  end: number;
  /** ISO 8601. */
  date: string;
}

const clock = String.raw`(?:[\s,(]{0,3}(?:[-–—|·/]|at|um|à|a las|alle|ore|klo|kl\.|o|в|об|στις|om|as|às|en|[（(]?[日月火水木金土一二三四五六天][)）]|(?:星期|周|週)[一二三四五六日天])?[\s,]{0,3}(?<half>上午|下午|午前|午後|오전|오후|[ap]\.?m\.?)?\s?(?<hour>[012]?\d)\s?[:：h時时]\s?(?<minute>[0-5]\d)分?(?:[:：](?<second>[0-5]\d)秒?)?(?!\d)(?:\s?(?<after>[ap]\.?m\b\.?))?(?:\s{0,2}(?<zone>Z\b|(?:GMT|UTC)(?:[+-]\d{1,2})?\b|[+-]\d\d:?\d\d\b|C?E[SD]T\b|[CPM]DT\b|[MP]ST\b|CET\b|JST\b|KST\b))?)?`;
const year = String.raw`(?<year>(?:19|20)\d\d)`;
const notInside = String.raw`(?<![\p{N}./-])`;

/** `2012-01-12 17:04`, `2012.1.12`, `2012年01月12日 15:47`, `2012년 1월 12일` */
const yearFirst = new RegExp(
  String.raw`${notInside}${year}(?:(?<mark>[-/.])\s?(?<month>\d{1,2})\k<mark>\s?|\s?[年년]\s?(?<month2>\d{1,2})\s?[月월]\s?)(?<day>\d{1,2})(?:\s?[日號号일]|\.(?!\d)|(?!\d))T?${clock}`,
  'giu',
);
/** `12.01.2012`, `27/11/2011 11:18` */
const yearLast = new RegExp(
  String.raw`${notInside}(?<day>\d{1,2})(?<mark>[./-])(?<month>\d{1,2})\k<mark>${year}(?![.]?\d)${clock}`,
  'giu',
);
// No month's name has fewer than three letters; that `{3,12}` would say so costs the engine 15 ms.
/** `14 December 2011`, `3. stycznia 2012`, `12 de enero de 2012` */
const monthSecond = new RegExp(
  String.raw`${notInside}(?<day>\d{1,2})(?:\.|º|er|st|nd|rd|th)?[\s,-]{1,2}(?:de\s|of\s)?(?<name>\p{L}{1,12})\.?,?[\s-](?:de\s|del\s)?${year}(?:\s?(?:г\.|р\.|года|r\.))?(?!\d)${clock}`,
  'giu',
);
/** `March 5, 2019 at 10:20 am`, `Mar. 5th, 2019` */
const monthFirst = new RegExp(
  String.raw`(?<!\p{L})(?<name>\p{L}{1,12})\.?\s(?<day>\d{1,2})(?:st|nd|rd|th)?,?\s${year}(?!\d)${clock}`,
  'giu',
);

type Groups = Readonly<Record<string, string | undefined>>;

const weekdays = 'sunmontuewedthufrisat';
const weekdayBefore = /(?<![A-Za-z])(sun|mon|tue|wed|thu|fri|sat)[a-z]{0,6}\.?,?\s{0,2}$/i;

/**
 * Month and day of `03/01/2012`. With points the day comes first everywhere; else a number over 12 tells, or the
 * language, or the weekday in front; null where nothing does.
 */
function sortOut(
  { day: first = '', month: second = '', mark, year = '' }: Groups,
  isDayFirst: boolean,
  before: string,
): [month: string, day: string] | null {
  if (mark === '.' || isDayFirst || Number(first) > 12 || first === second) return [second, first];
  if (Number(second) > 12) return [first, second];
  const name = weekdayBefore.exec(before)?.[1]?.toLowerCase();
  if (name === undefined) return null;
  const isOn = (month: string, day: string): boolean =>
    new Date(Date.UTC(Number(year), Number(month) - 1, Number(day))).getUTCDay() * 3 === weekdays.indexOf(name);
  if (isOn(second, first)) return [second, first];
  return isOn(first, second) ? [first, second] : null;
}

function twentyFour(hour: string, half: string | undefined): string {
  if (half === undefined || Number(hour) > 12) return hour;
  return String((Number(hour) % 12) + (/^(?:p|下午|午後|오후)/i.test(half) ? 12 : 0));
}

function write(groups: Groups, month: string | number | null, day: string): string | null {
  const { year, hour, minute, second, half, after, zone = '' } = groups;
  if (hour === undefined) return parseDate(`${year}-${month}-${day}`);
  const seconds = second === undefined ? '' : `:${second}`;
  return parseDate(`${year}-${month}-${day} ${twentyFour(hour, half ?? after)}:${minute}${seconds} ${zone}`.trim());
}

/**
 * Dates with a day, in the order in which they stand. What may be day or month is none, unless the language tells.
 * @param isDayFirst whether `03/01/2012` is in January
 */
export function datesIn(text: string, isDayFirst: boolean): DateInText[] {
  const found: DateInText[] = [];
  const add = ({ index, 0: all }: RegExpExecArray, date: string | null): void => {
    const end = index + all.length;
    const isTaken = found.some((other) => index < other.end && other.start < end);
    if (date !== null && !isTaken) found.push({ start: index, end, date });
  };
  for (const match of text.matchAll(yearFirst)) {
    const groups = match.groups as Groups;
    add(match, write(groups, groups.month ?? groups.month2 ?? null, groups.day ?? ''));
  }
  for (const match of text.matchAll(yearLast)) {
    const sorted = sortOut(match.groups as Groups, isDayFirst, text.slice(Math.max(0, match.index - 12), match.index));
    if (sorted) add(match, write(match.groups as Groups, ...sorted));
  }
  for (const form of [monthSecond, monthFirst]) {
    for (const match of text.matchAll(form)) {
      const { name = '', day = '' } = match.groups as Groups;
      add(match, write(match.groups as Groups, monthOf(name), day));
    }
  }
  return found.sort((a, b) => a.start - b.start);
}
