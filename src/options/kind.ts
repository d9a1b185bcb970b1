/** The kinds of values that options take: how each is read from text, and what a program may give instead. */
import { UsageError } from '../errors.js';
import { nearest } from '../nearest.js';

/** A JSON Schema. */
export type Schema = Readonly<Record<string, unknown>>;

export interface Kind<T> {
  /**
   * Turns what was typed, or stands in a config, into the value.
   * @throws {UsageError} that says what would be right
   */
  read: (text: string) => T;
  /** What a program gave instead of such a value is not: `is one of a, b`; null where it is right. */
  check: (value: unknown) => string | null;
  /** All values there are, for help, completion and the schema. */
  words?: readonly string[];
  /** One value in a config file. */
  schema: Schema;
}

type Check = Kind<unknown>['check'];

/** Checks the type of a program's value. */
export function typeOf(type: 'string' | 'boolean' | 'function' | 'number'): Check {
  return (value) => (typeof value === type ? null : `is a ${type}`);
}

/** Checks that a program's value is a list, of these words where there are any. */
export function listOf(...choices: readonly string[]): Check {
  return (value) => {
    if (!Array.isArray(value)) return 'is an array';
    return choices.length > 0 && value.some((one) => !choices.includes(one)) ? `holds ${choices.join(', ')}` : null;
  };
}

/** YAML writes a number or a truth value for what is meant as text: `encoding: 1252`. */
export const SCALAR: Schema = { type: ['string', 'number', 'boolean'], minLength: 1 };

/** A text that is not empty. */
export const text: Kind<string> = {
  read: (typed) => {
    if (typed === '') throw new UsageError('the value is empty', 'give it a value or leave the option out');
    return typed;
  },
  check: typeOf('string'),
  schema: SCALAR,
};

/** An absolute http or https address. */
export const url: Kind<string> = {
  read: (typed) => {
    if (/^https?:\/\//i.test(typed) && URL.canParse(typed)) return typed;
    throw new UsageError(`"${typed}" is no address`, 'write it with its scheme, for example https://example.org/blog/');
  },
  check: (value) => (URL.canParse(String(value)) ? null : 'is an absolute URL'),
  schema: { type: 'string', pattern: '^[Hh][Tt][Tt][Pp][Ss]?://[^/\\s]' },
};

/** One of a few words. */
export function wordOf<const W extends string>(...words: readonly W[]): Kind<W> {
  return {
    read: (typed) => {
      const word = words.find((one) => one === typed);
      if (word === undefined) throw noneOf(typed, words);
      return word;
    },
    check: (value) => (words.some((one) => one === value) ? null : `is one of ${words.join(', ')}`),
    words,
    schema: { enum: words },
  };
}

/** Says that a word is none of those there are, and which was probably meant. */
export function noneOf(word: string, words: readonly string[]): UsageError {
  const guess = nearest(word, words);
  return new UsageError(`"${word}" is none of ${words.join(', ')}`, guess ? `did you mean "${guess}"?` : '');
}
