/** Body to tree: what kind of text it is, and the parser for that kind. */

import { lazily } from '../lazily.js';
import type { ArticleOptions, BodyKind, Split, Warning } from '../types.js';
import { parseHtml, type Unclosed } from './html.js';
import { isPlainHtml } from './kind/plain-html.js';
import { detectKind } from './kind.js';
import type { MarkdownBody } from './markdown/parse.js';
import { splitParagraphs } from './paragraphs.js';
import { maskTemplateTags } from './template-tags.js';
import type { Node } from './tree.js';

const loadMarkdown = lazily(() => import('./markdown/parse.js'));

export interface Body {
  kind: BodyKind;
  /** Why this kind, for the report. */
  reason: string;
  root: Node;
  /** Set where the body is Markdown: what is needed to write it back. */
  markdown: MarkdownBody | null;
  warnings: Warning[];
}

/** Parses the body of an article. */
export async function parseBody(split: Split, options: ArticleOptions): Promise<Body> {
  const forced = options.body && options.body !== 'auto' ? { kind: options.body, reason: 'as --body says' } : null;
  // Tags come first in most bodies, and the parsed tree tells at once whether they hold all text.
  const masked = maskTemplateTags(split.body);
  const first = forced || !/^\s*</.test(split.body) ? null : parseHtml(masked.html, split.bodyOffset);
  const { kind, reason } =
    forced ??
    (first && isPlainHtml(first, split.body)
      ? { kind: 'html', reason: 'all text is in block elements' }
      : detectKind(split.body, options.source));
  if (kind === 'markdown') {
    const { parseMarkdown } = await loadMarkdown();
    const markdown = parseMarkdown(split.body, split.bodyOffset);
    return { kind, reason, root: markdown.root, markdown, warnings: [] };
  }
  const { root, unclosed } = first ?? parseHtml(masked.html, split.bodyOffset);
  if (kind === 'text') splitParagraphs(root, masked.html, split.bodyOffset);
  masked.restore(root);
  return { kind, reason, root, markdown: null, warnings: unclosedWarnings(unclosed, split) };
}

/** An element that swallowed the rest of the file is worth a word: the text behind it may be the article. */
function unclosedWarnings(unclosed: readonly Unclosed[], split: Split): Warning[] {
  return unclosed
    .filter(({ length }) => length > 1024)
    .map(({ name, start, length }) => ({
      code: 'unclosed-element',
      message: `<${name}> is never closed and holds the last ${length} characters`,
      line: lineAt(split, start),
    }));
}

function lineAt(split: Split, offset: number): number {
  let line = split.frontMatter ? split.frontMatter.raw.split('\n').length : 1;
  const end = offset - split.bodyOffset;
  for (let at = split.body.indexOf('\n'); at >= 0 && at < end; at = split.body.indexOf('\n', at + 1)) line++;
  return line;
}
