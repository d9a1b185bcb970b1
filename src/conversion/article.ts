/** What `convert` returns: the outputs, and what is worked out when somebody asks. */
import type { Conversion, ConvertOptions, Outputs } from '../api.js';
import { countCharacters } from '../body/white-space.js';
import type { Cleaned } from '../clean/stage.js';
import { FORMATS, type Format } from '../formats/list.js';
import type { ArticleRecord, BodyKind, Decoded, Split, Warning } from '../types.js';
import type { Written } from '../write/body.js';
import type { FinishedArticle } from '../write/finished.js';
import { removedBy, visibleCharacters } from './count.js';
import { bodyText, buildRecord } from './record.js';
import { SHORT, triage } from './triage.js';

/** Where Node looks for what `console.log` prints. */
const PRINTED = /* @__PURE__ */ Symbol.for('nodejs.util.inspect.custom');

type Inspect = (value: object, how: object) => string;

/** A converted article; `F` are the formats that it was asked for. */
export class Article<F extends Format = Format> implements Conversion<F>, FinishedArticle {
  /** What a program's user sees of it when it is printed, and no minifier may shorten. */
  static readonly name = 'Conversion';
  /** Filled by `write`. */
  readonly outputs = {} as Outputs<F>;
  readonly warnings: Warning[];
  readonly changes: number;
  readonly encoding: string;
  readonly bodyKind: BodyKind;
  readonly bodyReason: string;
  #record: ArticleRecord | null = null;
  #kept: number | null = null;
  #weights: number[] | null = null;

  constructor(
    readonly decoded: Decoded,
    readonly split: Split,
    readonly cleaned: Cleaned,
    readonly written: Written,
    readonly options: ConvertOptions<F>,
    warnings: readonly Warning[],
  ) {
    this.warnings = [...warnings];
    this.changes = written.changes.length;
    this.encoding = decoded.encoding;
    this.bodyKind = cleaned.body.kind;
    this.bodyReason = cleaned.body.reason;
    // Printed without the stages' own values. A method of that name is nothing that a bundler could leave out.
    const value = (_: number, how: object, inspect: Inspect) => `${Article.name} ${inspect(this.toJSON(), how)}`;
    Object.defineProperty(this, PRINTED, { value });
  }

  /** Puts the files together that `options.formats` names. */
  async write(): Promise<void> {
    const outputs: Partial<Record<Format, string>> = this.outputs;
    for (const format of this.options.formats ?? ['markdown']) {
      const { write } = await FORMATS[format].load();
      outputs[format] = write(this);
    }
  }

  get source(): string {
    return this.decoded.text;
  }

  get record(): ArticleRecord {
    this.#record ??= buildRecord(this);
    return this.#record;
  }

  get kept(): number {
    this.#kept ??= visibleCharacters(this.cleaned.root);
    return this.#kept;
  }

  get removed(): number {
    return this.weights.reduce((sum, weight) => sum + weight, 0);
  }

  get weights(): readonly number[] {
    this.#weights ??= removedBy(this.written.changes);
    return this.#weights;
  }

  get triage(): string[] {
    const { split, removed, warnings, written } = this;
    const { found } = this.cleaned;
    const frontMatter = split.frontMatter?.data ?? null;
    const article = { removed, warnings, frontMatter, ...(found && { article: found.article }) };
    return triage(
      article,
      () => this.kept,
      this.kept <= SHORT,
      () => written,
      () => countCharacters(bodyText(this)),
    );
  }

  toJSON(): Omit<Conversion<F>, 'toJSON' | 'weights' | 'source'> {
    const { outputs, record, warnings, changes, kept, removed, triage, encoding, bodyKind, bodyReason } = this;
    return { outputs, record, warnings, changes, kept, removed, triage, encoding, bodyKind, bodyReason };
  }
}
