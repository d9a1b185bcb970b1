/** What `convert` is asked, checked as values: a program in JavaScript has no compiler to tell it of a slip. */

import type { ConvertOptions } from '../api.js';
import { UsageError } from '../errors.js';
import { formatNames } from '../formats/list.js';
import { nearest } from '../nearest.js';
import { ARTICLE_OPTIONS, type ArticleSettings } from './article.js';
import { type Kind, listOf, typeOf } from './kind.js';
import type { Option } from './row.js';

type Checks = Readonly<Record<keyof ConvertOptions, Kind<unknown>['check']>>;

/** Made at the first call: a bundler leaves out what a program does not ask for. */
let checks: Checks | null = null;

function makeChecks(): Checks {
  const rows = Object.entries(ARTICLE_OPTIONS).map(([name, { kind, repeat }]: [string, Option]) => {
    const one = kind ? kind.check : typeOf('boolean');
    return [name, repeat ? listOf() : one];
  });
  const ofTheTable: Record<keyof ArticleSettings, Kind<unknown>['check']> = Object.fromEntries(rows);
  return {
    ...ofTheTable,
    formats: listOf(...formatNames()),
    source: typeOf('string'),
    rules: listOf(),
    relink: typeOf('function'),
    onRule: typeOf('function'),
  };
}

/**
 * Checks what `convert` was given; rules, selectors and encodings are checked where they are read.
 * @throws {UsageError} with the name of the option and what it may be
 */
export function checkCall(input: unknown, options: object): void {
  if (typeof input !== 'string' && !(input instanceof Uint8Array)) {
    throw new UsageError('convert takes a string or a Uint8Array', 'read the file first, or use convertFiles');
  }
  checks ??= makeChecks();
  for (const [name, value] of Object.entries(options)) {
    if (value === undefined) continue;
    if (!Object.hasOwn(checks, name)) {
      const guess = nearest(name, Object.keys(checks));
      throw new UsageError(`there is no option "${name}"`, guess ? `did you mean "${guess}"?` : '');
    }
    const mistake = checks[name as keyof ConvertOptions](value);
    if (mistake) throw new UsageError(`the option "${name}" ${mistake}`);
  }
}
