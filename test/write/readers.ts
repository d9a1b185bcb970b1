/** Two independent readers of Markdown. */
import { HtmlRenderer, Parser } from 'commonmark';
import MarkdownIt from 'markdown-it';

const parser = new Parser();
const renderer = new HtmlRenderer();
const markdownIt = new MarkdownIt({ html: true });
markdownIt.set({ maxNesting: 10_000 } as never);
// Schemes are the writer's business here: the reader shows what is there.
markdownIt.validateLink = () => true;

/** Pure CommonMark: no tables, no strikethrough. */
export function readCommonMark(markdown: string): string {
  return renderer.render(parser.parse(markdown));
}

/** CommonMark with GFM tables and strikethrough. */
export function readGfm(markdown: string): string {
  return markdownIt.render(markdown);
}
