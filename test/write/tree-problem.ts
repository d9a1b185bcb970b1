/**
 * Laws 2 and 3 for one piece of HTML: a GFM reader shows from our Markdown what the HTML means (edge punctuation of
 * emphasis may stand outside it), and what it shows is written in the same bytes again.
 */
import { toMarkdown } from '../../src/write/html-to-markdown.js';
import { Meaning } from './meaning.js';
import { readGfm, readWithTables } from './readers.js';

export interface TreeProblem {
  law: 2 | 3;
  want: string;
  got: string;
  html: string;
}

/** What is wrong with the Markdown of this HTML, or null. */
export function treeProblem(html: string): TreeProblem | null {
  const markdown = toMarkdown(html);
  const read = readGfm(markdown);
  const want = new Meaning(html).loose();
  const got = new Meaning(read).loose();
  if (want !== got) return { law: 2, want, got, html };
  const again = toMarkdown(readWithTables(markdown));
  return again === markdown ? null : { law: 3, want: markdown, got: again, html };
}
