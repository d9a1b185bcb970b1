/** A text file: the title, a blank line, the body. */
import { type FinishedArticle, titled } from '../write/finished.js';
import type { OutputFormat } from './format.js';

export const text: OutputFormat = {
  write: textFile,
  prove: async (file, article) => (await import('../verify/outputs.js')).proveTextFile(file, article),
};

function textFile(article: FinishedArticle): string {
  const { written, options } = article;
  const { title } = titled(article);
  if (options.frontMatter === 'none') return written.text(null);
  const body = written.text(title);
  if (title === null) return body;
  return body === '' ? `${title}\n` : `${title}\n\n${body}`;
}
