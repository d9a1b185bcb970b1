/** What `convert` is asked, checked as values: a program in JavaScript has no compiler to tell it of a slip. */

import type { ConvertOptions } from '../api.js';
import { UsageError } from '../errors.js';
import { formatNames } from '../formats/list.js';
import { nearest } from '../nearest.js';
import { WORDS } from './words.js';

type Check = (value: unknown) => string | null;

const oneOf =
  (...choices: readonly string[]): Check =>
  (value) =>
    choices.includes(value as string) ? null : `is one of ${choices.join(', ')}`;
const listOf =
  (...choices: readonly string[]): Check =>
  (value) => {
    if (!Array.isArray(value)) return 'is an array';
    return choices.length > 0 && value.some((one) => !choices.includes(one)) ? `holds ${choices.join(', ')}` : null;
  };
const typeOf =
  (type: 'string' | 'boolean' | 'function'): Check =>
  (value) =>
    typeof value === type ? null : `is a ${type}`;

type Checks = Readonly<Record<keyof ConvertOptions, Check>>;

/** Made at the first call: a bundler leaves out what a program does not ask for. */
let made: Checks | null = null;

const makeChecks = (): Checks => ({
  formats: listOf(...formatNames()),
  source: typeOf('string'),
  encoding: typeOf('string'),
  body: oneOf(...WORDS.body),
  baseUrl: (value) => (URL.canParse(String(value)) ? null : 'is an absolute URL'),
  frontMatter: oneOf(...WORDS.frontMatter),
  target: oneOf(...WORDS.target),
  only: listOf(),
  skip: listOf(),
  keep: listOf(),
  drop: listOf(),
  images: oneOf(...WORDS.images),
  links: oneOf(...WORDS.links),
  whole: typeOf('boolean'),
  verify: typeOf('boolean'),
  rules: listOf(),
  relink: typeOf('function'),
  onRule: typeOf('function'),
});

/**
 * Checks what `convert` was given; rules, selectors and encodings are checked where they are read.
 * @throws {UsageError} with the name of the option and what it may be
 */
export function checkCall(input: unknown, options: object): void {
  if (typeof input !== 'string' && !(input instanceof Uint8Array)) {
    throw new UsageError('convert takes a string or a Uint8Array', 'read the file first, or use convertFiles');
  }
  made ??= makeChecks();
  for (const [name, value] of Object.entries(options)) {
    if (value === undefined) continue;
    if (!Object.hasOwn(made, name)) {
      const guess = nearest(name, Object.keys(made));
      throw new UsageError(`there is no option "${name}"`, guess ? `did you mean "${guess}"?` : '');
    }
    const mistake = made[name as keyof ConvertOptions](value);
    if (mistake) throw new UsageError(`the option "${name}" ${mistake}`);
  }
}
