/** What the library's `convert` takes and returns. */
import type { Rule } from './clean/rule.js';
import type { Format } from './formats/list.js';
import type { ArticleOptions, ArticleRecord, BodyKind, RuleDefinition, Warning } from './types.js';

/** What `convert` does with one article. Every field has a default. */
export interface ConvertOptions<F extends Format = Format> extends ArticleOptions {
  /** Outputs to write. @default ['markdown'] */
  formats?: readonly F[];
  /** The user's own cleaning rules, run after the built-in ones. */
  rules?: readonly (Rule | RuleDefinition)[];
}

/** Each format that was asked for has its text; which those are, a list made at run time does not tell the compiler. */
export type Outputs<F extends Format> = Format extends F ? Partial<Record<Format, string>> : Record<F, string>;

/** Everything that `convert` returns. */
export interface Conversion<F extends Format = Format> {
  outputs: Outputs<F>;
  /** The JSON object; built when it is first read. */
  readonly record: ArticleRecord;
  warnings: Warning[];
  /** How many changes were logged. */
  changes: number;
  /** Non-white characters of the input's text that stayed, and that went: as in the record, without building it. */
  readonly kept: number;
  readonly removed: number;
  /** What of `removed` each of the record's changes took out; those beyond the end took nothing. */
  readonly weights: readonly number[];
  /** Why a person should look at this article, as stable words (`removed-much`, `empty-body`...); mostly empty. */
  readonly triage: readonly string[];
  encoding: string;
  /** The decoded input, in which the record's places count. */
  readonly source: string;
  bodyKind: BodyKind;
  /** Why the body was taken for this kind. */
  bodyReason: string;
  /** The above as plain data, without the input. */
  toJSON: () => Omit<Conversion<F>, 'toJSON' | 'weights' | 'source'>;
}
