/** Kinds of values that only a run knows: sizes, times, formats, parts of a whole. */

import { UsageError } from '../errors.js';
import { FORMATS, type Format, formatNames } from '../formats/list.js';
import { parseWhere } from '../input/where/parse.js';
import { type Kind, listOf, noneOf, SCALAR, type Schema, typeOf } from './kind.js';

/** A number within a range, or a text of a number that is not zero with its unit. */
function amount(range: Schema, unit: string, example: string): Schema {
  const nothing = { type: 'string', pattern: '^[0.]+ ?[A-Za-z]*$' };
  const pattern = `^\\d+(\\.\\d+)? ?${unit}$`;
  return { type: ['number', 'string'], ...range, pattern, not: nothing, examples: [example] };
}

/** Texts with commas, alone or in a list; `names` are what an editor offers. */
function commaList(item: string, names: readonly string[], type: unknown): Schema {
  const one = {
    anyOf: [{ enum: names }, { type, pattern: `^\\s*(${item})\\s*(,\\s*(${item})\\s*)*$` }],
  };
  return { anyOf: [one, { type: 'array', minItems: 1, items: one }] };
}

/** `md` as `[mM][dD]`: patterns of JSON Schema know no flag. */
function anyCase(word: string): string {
  return [...word].map((letter) => `[${letter}${letter.toUpperCase()}]`).join('');
}

/** What formats are called, and which they are. */
const FORMAT_WORDS: ReadonlyMap<string, Format> = new Map(
  formatNames().flatMap((format) => [format, ...FORMATS[format].aliases].map((word) => [word, format] as const)),
);

/** `md,txt` as formats, each once, in the order typed. */
export const formats: Kind<Format[]> = {
  read: (typed) => {
    const found = typed.split(',').map((word) => {
      const format = FORMAT_WORDS.get(word.trim().toLowerCase());
      if (!format) throw noneOf(word.trim(), [...FORMAT_WORDS.keys()]);
      return format;
    });
    return [...new Set(found)];
  },
  check: listOf(...formatNames()),
  words: formatNames(),
  schema: commaList([...FORMAT_WORDS.keys()].map(anyCase).join('|'), [...FORMAT_WORDS.keys()], 'string'),
};

/** `.txt,md` as endings in lower case, each with its dot. */
export const endings: Kind<string[]> = {
  read: (typed) => {
    const found = typed.split(',').map((word) => word.trim().toLowerCase());
    if (found.some((ending) => ending === '' || /[/\\]/.test(ending))) {
      throw new UsageError(`"${typed}" is no list of file name endings`, 'write them as .html,.md');
    }
    return found.map((ending) => (ending.startsWith('.') ? ending : `.${ending}`));
  },
  check: listOf(),
  schema: commaList('[^,/\\\\]*[^,/\\\\\\s][^,/\\\\]*', ['.html', '.md'], SCALAR.type),
};

const SIZE = /^(\d+(?:\.\d+)?) ?([kmg]?)b?$/i; // 20MB, 500k, 1.5 GB
const UNITS: Readonly<Record<string, number>> = { '': 1, k: 1e3, m: 1e6, g: 1e9 };

/** `20MB` in bytes. */
export const size: Kind<number> = {
  read: (typed) => {
    const [, number = '', unit = ''] = SIZE.exec(typed) ?? [];
    const bytes = Math.floor(Number(number) * (UNITS[unit.toLowerCase()] ?? 0));
    if (bytes < 1) throw new UsageError(`"${typed}" is no size`, 'write bytes, or a number with kB, MB or GB');
    return bytes;
  },
  check: typeOf('number'),
  schema: amount({ minimum: 1 }, '[KkMmGg]?[Bb]?', '20MB'),
};

const DURATION = /^(\d+(?:\.\d+)?) ?(ms|s|m|)$/; // 20, 1.5s, 500ms, 2m
const SECONDS: Readonly<Record<string, number>> = { '': 1, s: 1, ms: 0.001, m: 60 };

/** `500ms` in seconds. */
export const duration: Kind<number> = {
  read: (typed) => {
    const [, number = '', unit = ''] = DURATION.exec(typed) ?? [];
    const seconds = Number(number) * (SECONDS[unit] ?? 0);
    // A timer holds 31 bits of milliseconds.
    if (!(seconds > 0 && seconds < 2_000_000)) {
      throw new UsageError(`"${typed}" is no time`, 'write seconds, or a number with ms, s or m');
    }
    return seconds;
  },
  check: typeOf('number'),
  schema: amount({ exclusiveMinimum: 0, exclusiveMaximum: 2_000_000 }, '(ms|s|m)?', '30s'),
};

/** A count of workers, 1 to 256. */
export const workers: Kind<number> = {
  read: (typed) => {
    const count = /^\d{1,3}$/.test(typed) ? Number(typed) : 0;
    if (count < 1 || count > 256)
      throw new UsageError(`"${typed}" is no number of jobs`, 'write a number from 1 to 256');
    return count;
  },
  check: typeOf('number'),
  schema: {
    type: ['integer', 'string'],
    minimum: 1,
    maximum: 256,
    pattern: '^(0{0,2}[1-9]|0?[1-9]\\d|1\\d\\d|2[0-4]\\d|25[0-6])$',
  },
};

/** The `index`-th (from 1) of `count` parts. */
export interface Shard {
  index: number;
  count: number;
}

const SHARD = /^(\d{1,6})\/(\d{1,6})$/; // 2/8

/** `2/8` as the second of eight parts. */
export const shard: Kind<Shard> = {
  read: (typed) => {
    const [, index = '0', count = '0'] = SHARD.exec(typed) ?? [];
    if (Number(index) < 1 || Number(index) > Number(count)) {
      throw new UsageError(`"${typed}" is no part of a whole`, 'write I/N with I from 1 to N, for example 2/8');
    }
    return { index: Number(index), count: Number(count) };
  },
  check: typeOf('string'),
  schema: { type: 'string', pattern: '^\\d{1,6}/\\d{1,6}$' },
};

/** Articles that a page shows side by side. */
export const articles: Kind<number> = {
  read: (typed) => {
    if (/^\d{1,5}$/.test(typed)) return Number(typed);
    throw new UsageError(`"${typed}" is no number of articles`, 'write one such as 200');
  },
  check: typeOf('number'),
  schema: { type: ['integer', 'string'], minimum: 0, maximum: 99_999, pattern: '^\\d{1,5}$' },
};

/** A condition on front matter, as it was typed: a mistake is told before anything is read. */
export const condition: Kind<string> = {
  read: (typed) => {
    parseWhere(typed);
    return typed;
  },
  check: typeOf('string'),
  schema: { type: 'string', minLength: 1 },
};
