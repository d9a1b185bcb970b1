/** From the text of an option's value to the value. The same readers serve the command line and the config file. */
import { UsageError } from '../errors.js';
import { FORMATS, type Format, formatNames } from '../formats/list.js';
import { nearest } from '../nearest.js';
import type { Shard } from './settings.js';

/** Turns what was typed into the value, or throws a `UsageError` that says what would be right. */
export type Reader = (text: string) => unknown;

/** What formats are called, and which they are. */
export const FORMAT_WORDS: ReadonlyMap<string, Format> = new Map(
  formatNames().flatMap((format) => [format, ...FORMATS[format].aliases].map((word) => [word, format] as const)),
);

/** `md,txt` as formats, each once, in the order typed. */
export function readFormats(text: string): Format[] {
  const formats = text.split(',').map((word) => {
    const format = FORMAT_WORDS.get(word.trim().toLowerCase());
    if (!format) throw oneOf(word.trim(), [...FORMAT_WORDS.keys()]);
    return format;
  });
  return [...new Set(formats)];
}

/** `.txt,md` as endings in lower case, each with its dot. */
export function readEndings(text: string): string[] {
  const endings = text.split(',').map((word) => word.trim().toLowerCase());
  if (endings.some((ending) => ending === '' || /[/\\]/.test(ending))) {
    throw new UsageError(`"${text}" is no list of file name endings`, 'write them as .html,.md');
  }
  return endings.map((ending) => (ending.startsWith('.') ? ending : `.${ending}`));
}

/** A reader for one of a few words. */
export function choice(words: readonly string[]): Reader {
  return (text) => {
    if (!words.includes(text)) throw oneOf(text, words);
    return text;
  };
}

function oneOf(word: string, words: readonly string[]): UsageError {
  const guess = nearest(word, words);
  return new UsageError(`"${word}" is none of ${words.join(', ')}`, guess ? `did you mean "${guess}"?` : '');
}

const SIZE = /^(\d+(?:\.\d+)?) ?([kmg]?)b?$/i; // 20MB, 500k, 1.5 GB
const UNITS: Readonly<Record<string, number>> = { '': 1, k: 1e3, m: 1e6, g: 1e9 };

/** `20MB` in bytes. */
export function readSize(text: string): number {
  const [, number = '', unit = ''] = SIZE.exec(text) ?? [];
  const size = Math.floor(Number(number) * (UNITS[unit.toLowerCase()] ?? 0));
  if (size < 1) throw new UsageError(`"${text}" is no size`, 'write bytes, or a number with kB, MB or GB');
  return size;
}

const DURATION = /^(\d+(?:\.\d+)?) ?(ms|s|m|)$/; // 20, 1.5s, 500ms, 2m
const SECONDS: Readonly<Record<string, number>> = { '': 1, s: 1, ms: 0.001, m: 60 };

/** `500ms` in seconds. */
export function readDuration(text: string): number {
  const [, number = '', unit = ''] = DURATION.exec(text) ?? [];
  const seconds = Number(number) * (SECONDS[unit] ?? 0);
  // A timer holds 31 bits of milliseconds.
  if (!(seconds > 0 && seconds < 2_000_000)) {
    throw new UsageError(`"${text}" is no time`, 'write seconds, or a number with ms, s or m');
  }
  return seconds;
}

/** A count of workers, 1 to 256. */
export function readCount(text: string): number {
  const count = /^\d{1,3}$/.test(text) ? Number(text) : 0;
  if (count < 1 || count > 256) throw new UsageError(`"${text}" is no number of jobs`, 'write a number from 1 to 256');
  return count;
}

const SHARD = /^(\d{1,6})\/(\d{1,6})$/; // 2/8

/** `2/8` as the second of eight parts. */
export function readShard(text: string): Shard {
  const [, index = '0', count = '0'] = SHARD.exec(text) ?? [];
  if (Number(index) < 1 || Number(index) > Number(count)) {
    throw new UsageError(`"${text}" is no part of a whole`, 'write I/N with I from 1 to N, for example 2/8');
  }
  return { index: Number(index), count: Number(count) };
}

/** An absolute http or https address. */
export function readUrl(text: string): string {
  if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) {
    throw new UsageError(`"${text}" is no address`, 'write it with its scheme, for example https://example.org/blog/');
  }
  return text;
}

/** A text that is not empty. */
export function readText(text: string): string {
  if (text === '') throw new UsageError('the value is empty', 'give it a value or leave the option out');
  return text;
}
