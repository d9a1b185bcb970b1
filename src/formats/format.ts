/** One output format: what it is called, how it is written, and how it is proved. All three are asked of each. */
import type { FinishedArticle } from '../write/finished.js';

export interface OutputFormat {
  /** Other names on the command line. */
  aliases: readonly string[];
  /** Of its files, with the dot. */
  ending: string;
  /** One stream for all articles, not a file each. */
  isStream?: boolean;
  /** The whole file. */
  write: (article: FinishedArticle) => string;
  /**
   * Takes the file apart again: it holds the body that was proved, and the front matter that came in.
   * @throws {ArticleError} `verify-failed`
   */
  prove: (file: string, article: FinishedArticle) => Promise<void>;
}
