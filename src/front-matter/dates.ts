/**
 * Dates as archives write them, to ISO 8601. Nothing is added that the text does not say: no zone, no second, no
 * day. Nothing depends on the machine's zone, so `Date.parse` is not used.
 */

interface Parts {
  year: string;
  month?: string | undefined;
  day?: string | undefined;
  hour?: string | undefined;
  minute?: string | undefined;
  second?: string | undefined;
  fraction?: string | undefined;
  /** Morning or afternoon in any of the languages, where the clock has twelve hours. */
  half?: string | undefined;
  zone?: string | undefined;
}

const clock = String.raw`(?<hour>\d{1,2})[:时時](?<minute>\d{1,2})分?(?:[:]?(?<second>\d{1,2})秒?(?:[.,](?<fraction>\d{1,12}))?)?`;
const half = String.raw`(?:\s{0,3}(?<half>[ap]\.?m\.?))?`;
const zone = String.raw`(?:\s{0,3}(?<zone>[A-Z]{1,4}|(?:GMT|UTC)?[+-]\d{1,2}:?(?:\d\d)?))?(?:\s{0,3}\([^()]{0,60}\))?`;
const time = `${clock}${half}${zone}`;
const months = 'jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec';
const monthName = String.raw`(?<month>${months})[a-z]{0,6}\.?`;
const weekday = String.raw`(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\.?,?\s{1,3})?`;

const pattern = (source: string) => new RegExp(`^${source}$`, 'i');

/** `2013-04-05`, `2013/4/5 10:20`, `2013-04-05T10:20:30.5+08:00`, `2013-04`, `2013` */
const iso = pattern(
  String.raw`(?<year>\d{4})(?:([-/.])(?<month>\d{1,2})(?:\2(?<day>\d{1,2})(?:(?:[T,]|\s){1,3}${time})?)?)?`,
);
/** `20130405`, `20130405T102030Z` */
const compact = pattern(
  String.raw`(?<year>\d{4})(?<month>\d\d)(?<day>\d\d)(?:T?(?<hour>\d\d)(?<minute>\d\d)(?<second>\d\d)${zone})?`,
);
/** `Fri, 30 Jul 2010 17:25:40 +0000` (RFC 822), `30 July 2010` */
const rfc822 = pattern(
  String.raw`${weekday}(?<day>\d{1,2})(?:st|nd|rd|th)?[\s-]{1,3}${monthName}[\s,-]{1,3}(?<year>\d{4})(?:,?\s{1,3}${time})?`,
);
/** `July 30, 2010`, `Fri Jul 30 2010 17:25:40 GMT+0800 (China Standard Time)` */
const american = pattern(
  String.raw`${weekday}${monthName}\s{1,3}(?<day>\d{1,2})(?:st|nd|rd|th)?,?\s{1,3}(?<year>\d{4})(?:(?:,|\s|at){1,4}${time})?`,
);
/** `Fri Jul 30 17:25:40 2010`, `Fri Jul 30 17:25:40 UTC 2010` */
const asctime = pattern(
  String.raw`${weekday}${monthName}\s{1,3}(?<day>\d{1,2})\s{1,3}${clock}(?:\s(?<zone>[A-Z]{1,4}|[+-]\d{4}))?\s(?<year>\d{4})`,
);
/** `2026年7月25日 星期六 下午3:05`, `2026년 7월 25일` */
const cjk = pattern(
  String.raw`(?<year>\d{4})\s?[年년]\s?(?<month>\d{1,2})\s?[月월](?:\s?(?<day>\d{1,2})\s?[日号號일](?:\s{0,3}[（(]?(?:星期|周|週)?[一二三四五六日天月火水木金土](?:曜日?)?[)）]?)?(?:\s{0,3}(?<half>上午|下午|午前|午後|오전|오후)?\s?${clock}${zone})?)?`,
);
/** `25/07/2026`, `07/25/2026 03:05:00 PM`: only where one of the numbers can be no month, or the clock is American. */
const slashes = pattern(String.raw`(?<first>\d{1,2})[/.-](?<second_>\d{1,2})[/.-](?<year>\d{4})(?:[\s,]{1,3}${time})?`);

/** By what a date starts with: each pattern takes its time to compile. */
const yearFirst = [iso, compact, cjk];
const dayFirst = [rfc822, slashes];
const wordFirst = [rfc822, american, asctime];

const monthNumber = 'janfebmaraprmayjunjulaugsepoctnovdec';

/** Zone names that mean one zone. `CST` and `IST` mean several, and give none. */
const zones: Readonly<Record<string, string>> = {
  Z: 'Z',
  UT: 'Z',
  UTC: 'Z',
  GMT: 'Z',
  EST: '-05:00',
  EDT: '-04:00',
  CDT: '-05:00',
  MST: '-07:00',
  MDT: '-06:00',
  PST: '-08:00',
  PDT: '-07:00',
  CET: '+01:00',
  CEST: '+02:00',
  JST: '+09:00',
  KST: '+09:00',
};
const afternoon = /^(?:p\.?m\.?|下午|午後|오후)$/i;
/** `+0800`, `GMT+8`, `-05:30` */
const offset = /^(?:GMT|UTC)?([+-])(\d{1,2}):?(\d\d)?$/i;

/**
 * ISO 8601 form of a date as front matter or a page gives it: as exact as the text is, the zone only if it has one,
 * a fraction only if not zero; null for what is no date. A number is a year, a compact date or Unix time.
 */
export function parseDate(value: unknown): string | null {
  if (typeof value === 'number') return fromNumber(value);
  if (typeof value !== 'string') return null;
  const text = value.trim();
  if (text.length < 4 || text.length > 100) return null;
  for (const form of /^\d{4}/.test(text) ? yearFirst : /^\d/.test(text) ? dayFirst : wordFirst) {
    const groups = form.exec(text)?.groups;
    if (groups && form === slashes) return fromSlashes(groups as Record<string, string | undefined>);
    if (groups) return write(groups as unknown as Parts, form === rfc822);
  }
  return null;
}

function fromNumber(value: number): string | null {
  if (!Number.isInteger(value) || value < 1000) return null;
  if (value < 99_999_999) return parseDate(String(value));
  // Unix time in seconds or milliseconds is an instant: UTC is its own zone.
  const milliseconds = value < 1e11 ? value * 1000 : value;
  return milliseconds < 8e15 ? new Date(milliseconds).toISOString().replace('.000Z', 'Z') : null;
}

function fromSlashes(groups: Record<string, string | undefined>): string | null {
  const { first = '', second_: second = '' } = groups;
  const isAmerican = groups.half !== undefined || Number(second) > 12;
  if (!isAmerican && Number(first) <= 12) return null;
  const parts = { ...groups, month: isAmerican ? first : second, day: isAmerican ? second : first };
  return write(parts as unknown as Parts, false);
}

function write(parts: Parts, isRfc822: boolean): string | null {
  const year = Number(parts.year);
  // Zero values of MySQL (`0000-00-00`) and Go (`0001-01-01`) are no dates.
  if (year < 1000) return null;
  if (parts.month === undefined) return parts.year;
  const month = readMonth(parts.month);
  if (month < 1 || month > 12) return null;
  const yearAndMonth = `${parts.year}-${pad(month)}`;
  if (parts.day === undefined) return yearAndMonth;
  const day = Number(parts.day);
  if (day < 1 || day > daysIn(year, month)) return null;
  const date = `${yearAndMonth}-${pad(day)}`;
  if (parts.hour === undefined) return date;
  const clockTime = writeTime(parts);
  if (clockTime === null) return null;
  const written = writeZone(parts.zone ?? '');
  return `${date}T${clockTime}${isRfc822 && written === '+00:00' ? 'Z' : written}`;
}

function writeTime({ hour, minute, second, fraction, half: part }: Parts): string | null {
  let hours = Number(hour);
  if (part !== undefined && hours <= 12) hours = (hours % 12) + (afternoon.test(part) ? 12 : 0);
  if (hours > 23 || Number(minute) > 59 || Number(second ?? 0) > 60) return null;
  let text = `${pad(hours)}:${pad(Number(minute))}`;
  if (second !== undefined) text += `:${pad(Number(second))}`;
  const digits = fraction?.replace(/0+$/, '') ?? '';
  return digits === '' ? text : `${text}.${digits}`;
}

function writeZone(text: string): string {
  const [, sign, hours = '', minutes = '00'] = offset.exec(text) ?? [];
  if (sign === undefined) return zones[text.toUpperCase()] ?? '';
  // `-0000` says that the zone is not known (RFC 5322), but the instant is that of UTC.
  if (Number(hours) === 0 && minutes === '00') return '+00:00';
  return Number(hours) > 14 ? '' : `${sign}${hours.padStart(2, '0')}:${minutes}`;
}

function readMonth(text: string): number {
  const index = monthNumber.indexOf(text.slice(0, 3).toLowerCase());
  return index >= 0 && index % 3 === 0 ? index / 3 + 1 : Number(text);
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

const pad = (number: number) => String(number).padStart(2, '0');
