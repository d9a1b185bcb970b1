/**
 * The Markdown as a reader will see it. The tags are markdown-it's own, its `html` option is off; what could load,
 * run or leave the page by itself is written by the rules below: an image as its words, a link only where it is web.
 */
import type MarkdownIt from 'markdown-it';
import type { Token } from 'markdown-it';
import { type Block, block } from './fit.js';
import { clip, Html, html } from './html.js';
import { plainTags } from './plain-tags.js';

export type RenderResult = (markdown: string) => Block[];

/** UTF-16 units that are rendered; the Markdown pane says how much more there is. */
const longest = 60_000;

const web = /^(?:https?:\/\/|mailto:)/i;

/** Loads markdown-it; the function that it gives back renders one article. */
export async function resultRenderer(): Promise<RenderResult> {
  const { default: MarkdownIt } = await import('markdown-it');
  const markdown = new MarkdownIt({ html: false, linkify: false, typographer: false });
  // Every address is taken and shown; which of them become links is decided below.
  markdown.validateLink = () => true;
  plainTags(markdown);
  setRules(markdown);
  return (text) => {
    const tokens = markdown.parse(cut(text), {});
    const shown: Block[] = [];
    let depth = 0;
    let from = 0;
    for (const [index, token] of tokens.entries()) {
      depth += token.nesting;
      if (depth > 0) continue;
      const rendered = markdown.renderer.render(tokens.slice(from, index + 1), markdown.options, {});
      shown.push(block(new Html(rendered)));
      from = index + 1;
    }
    return shown;
  };
}

/** The start of a long text, up to a paragraph's end. */
function cut(text: string): string {
  if (text.length <= longest) return text;
  const blank = text.lastIndexOf('\n\n', longest);
  return text.slice(0, blank > 0 ? blank : longest);
}

function setRules({ renderer }: MarkdownIt): void {
  const { rules } = renderer;
  // The page has headings of its own above these.
  rules.heading_open = (tokens, index) => `<h${level(tokens[index])} class="l${tokens[index]?.tag[1]}">`;
  rules.heading_close = (tokens, index) => `</h${level(tokens[index])}>\n`;
  rules.link_open = (tokens, index) => {
    const address = tokens[index]?.attrGet('href') ?? '';
    if (!web.test(address)) return html`<a title="${clip(address, 300)}">`.text;
    return html`<a href="${address}" rel="noreferrer noopener nofollow" target="_blank">`.text;
  };
  rules.image = (tokens, index) => {
    const { content = '' } = tokens[index] ?? {};
    const address = tokens[index]?.attrGet('src') ?? '';
    return html`<span class="picture"><b>Image</b> ${content} <code>${clip(address, 160)}</code></span>`.text;
  };
  rules.plain_tag = (tokens, index) => tokens[index]?.markup ?? '';
  rules.fence = (tokens, index) => html`<pre><code>${tokens[index]?.content ?? ''}</code></pre>\n`.text;
  rules.table_open = () => '<div class="wide"><table>\n';
  rules.table_close = () => '</table></div>\n';
}

function level(token: Token | undefined): number {
  return Math.min(6, Number(token?.tag[1] ?? 3) + 3);
}
