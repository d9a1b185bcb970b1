/** A Markdown file: the front matter as the options want it, the title where only the page's head has it, the body. */
import { append, createDocument, ELEMENT, Node, TEXT } from '../body/tree.js';
import { asBody } from '../front-matter/as-body.js';
import { normalizeFrontMatter } from '../front-matter/normalize.js';
import { type FinishedArticle, titled } from '../write/finished.js';
import { writeMarkdown } from '../write/markdown/index.js';
import type { OutputFormat } from './format.js';

export const markdown: OutputFormat = {
  write: markdownFile,
  prove: async (file, article) => (await import('../verify/outputs.js')).proveMarkdownFile(file, article),
};

function markdownFile(article: FinishedArticle): string {
  const { split, cleaned, written, options } = article;
  const { markdown } = written;
  const mode = options.frontMatter ?? 'keep';
  if (!split.frontMatter || mode === 'none') {
    const { title } = cleaned.metadata;
    if (!cleaned.titleFromHead || title === null || written.titleHeading) return asBody(markdown.replace(/^\n+/, ''));
    return `${titleHeading(title)}\n${markdown === '' ? '' : `\n${markdown}`}`;
  }
  const { raw, data } = split.frontMatter;
  const block = mode === 'normalize' ? normalizeFrontMatter(titled(article), data) : raw;
  if (markdown === '') return block;
  // A Markdown body begins as its author began it; a body that we wrote stands after one blank line.
  return cleaned.body.kind === 'markdown' ? block + markdown : `${block}\n${markdown}`;
}

function titleHeading(title: string): string {
  const root = createDocument();
  const heading = new Node(ELEMENT, 'h1', '', 0, 0);
  append(root, heading);
  append(heading, new Node(TEXT, '#text', title, 0, 0));
  return writeMarkdown(root);
}
