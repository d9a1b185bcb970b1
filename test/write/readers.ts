/** Two independent readers of Markdown. */
import { HtmlRenderer, Parser } from 'commonmark';
import MarkdownIt from 'markdown-it';

const parser = new Parser();
const renderer = new HtmlRenderer();
// As GFM's readers do, it makes links of bare addresses.
const markdownIt = new MarkdownIt({ html: true, linkify: true });
const withoutLinks = new MarkdownIt({ html: true });
const WWW = /^[a-z\d-]+(?:\.[a-z\d-]+)+/i;
/** What `www.` may stand behind (GFM 0.29, section 6.9). */
const BEFORE_WWW = /^[\s*_~(]?$/;
markdownIt.linkify
  .set({ fuzzyLink: false, fuzzyEmail: false })
  .add('//', null)
  .add('mailto:', null)
  .add('www.', {
    validate: (text, end) => {
      const start = end - 'www.'.length;
      if (!BEFORE_WWW.test(text.slice(Math.max(0, start - 1), start))) return 0;
      return WWW.exec(text.slice(end, end + 70))?.[0].length ?? 0;
    },
  });
for (const reader of [markdownIt, withoutLinks]) {
  reader.set({ maxNesting: 10_000 } as never);
  // Schemes are the writer's business here: the reader shows what is there.
  reader.validateLink = () => true;
  // In an address between angle brackets it would show percent codes decoded.
  reader.normalizeLinkText = (text) => text;
  // Addresses as they are written: the other reader writes them in percent code.
  reader.normalizeLink = (url) => url;
}

// In the texts of images it loses escaped characters (markdown-it 14, `renderInlineAsText`).
for (const { renderer } of [markdownIt, withoutLinks]) {
  const plain = renderer.renderInlineAsText.bind(renderer);
  renderer.renderInlineAsText = (tokens, options, env) =>
    tokens.map((token) => (token.type === 'text_special' ? token.content : plain([token], options, env))).join('');
}

/** Pure CommonMark: no tables, no strikethrough. */
export function readCommonMark(markdown: string): string {
  return renderer.render(parser.parse(markdown));
}

/** CommonMark with GFM tables and strikethrough, and links of bare addresses to themselves. */
export function readGfm(markdown: string): string {
  return markdownIt.render(markdown);
}

/** The same without such links, to write it again: an address that was text is text. */
export function readWithTables(markdown: string): string {
  return withoutLinks.render(markdown);
}

/** `[^1]: A note.`: footnotes are known to neither reader, and a note of one word would be a link's definition. */
const NOTE = /^\[\^([^\]\n]+)\]:(?=[ \t])/;
const FENCE = /^ {0,3}(`{3,}|~{3,})/;

/** Markdown whose notes are paragraphs that begin with their mark, and whose further blocks stand below them. */
export function withNotesAsText(markdown: string): string {
  let fence = '';
  let note = false;
  const lines = markdown.split('\n').map((line) => {
    const mark = FENCE.exec(line)?.[1];
    if (fence === '' && mark) fence = mark;
    else if (mark?.startsWith(fence) && line.trim() === mark) fence = '';
    if (fence === '' && NOTE.test(line)) {
      note = true;
      return `\\${line}`;
    }
    if (note && line.startsWith('    ')) return line.slice(4);
    if (line !== '') note = false;
    return line;
  });
  return lines.join('\n');
}
