/** How an output format is written, and how it is proved: both are asked of each. */
import type { FinishedArticle } from '../write/finished.js';

export interface OutputFormat {
  /** The whole file. */
  write: (article: FinishedArticle) => string;
  /**
   * Takes the file apart again: it holds the body that was proved, and the front matter that came in.
   * @throws {ArticleError} `verify-failed`
   */
  prove: (file: string, article: FinishedArticle) => Promise<void>;
}
