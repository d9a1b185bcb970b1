/** Where the links of a Markdown body went: the log does not say it, as the source is written with them in place. */
import type { Change } from '../../clean/change.js';
import type { ArticleOptions } from '../../types.js';
import { isRelative, movedTarget } from '../links.js';
import type { WriteOptions } from '../options.js';

/** The batch is asked once a link: its answers go into messages. */
export class Moves {
  readonly options: Pick<ArticleOptions, 'baseUrl' | 'relink'> = {};
  readonly #answers = new Map<string, string>();

  constructor({ baseUrl, relink }: ArticleOptions) {
    if (baseUrl) this.options.baseUrl = baseUrl;
    if (!relink) return;
    this.options.relink = (url) => {
      const answer = relink(url);
      if (answer) this.#answers.set(url, answer);
      return answer;
    };
  }

  /** The relative targets that moved with the batch's outputs, and where they lead now. */
  get answers(): ReadonlyMap<string, string> {
    return this.#answers;
  }

  /** Where `--base-url` puts a target; null where it stays. */
  resolved(url: string): string | null {
    const { baseUrl } = this.options;
    return baseUrl && isRelative(url) ? movedTarget(url, { baseUrl, relink: undefined }) : null;
  }
}

/** What the options do to a Markdown body beyond the log. */
export interface Wanted extends Pick<WriteOptions, 'links' | 'images'> {
  /** Null where no link moved. */
  moves: Moves | null;
}

/**
 * Compares what a reader shows of a Markdown body before and after. `verify/` has it, which knows this stage: so it is
 * handed in.
 * @returns null where the log accounts for every difference; else what is wrong
 */
export type SourceProof = (
  input: string,
  output: string,
  changes: readonly Change[],
  wanted: Wanted,
) => Promise<string | null>;
