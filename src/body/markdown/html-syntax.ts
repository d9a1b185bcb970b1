/**
 * Raw HTML inside Markdown text, by CommonMark's grammar (0.31, section 6.6). Scanners instead of patterns: a tag with
 * a million attributes must not grow a backtracking stack.
 */
import { Search } from '../search.js';
import { isHtmlElement } from './elements.js';

export type HtmlPiece =
  | { what: 'tag'; end: number; name: string; close: boolean; empty: boolean }
  /** Named like no HTML element: a placeholder that its author forgot to escape. */
  | { what: 'placeholder'; end: number }
  | { what: 'comment'; end: number }
  /** `<?...?>`, `<!X...>`, CDATA: copied, never read as HTML. */
  | { what: 'other'; end: number };

/** They hold nothing where their tag closes itself, as their authors meant it: `<video src="a.mp4" />`. */
const media: ReadonlySet<string> = new Set(['audio', 'iframe', 'object', 'video']);

/** Below them the names are those of SVG and MathML. */
const foreignRoots: ReadonlySet<string> = new Set(['svg', 'math']);

/** Reads raw HTML in one piece of text; remembers which terminators do not come any more. */
export class HtmlScanner {
  private readonly search: Search;
  /** Where the drawing or formula ends that was read last: in it every name is an element's. */
  private foreignEnd = 0;

  constructor(private readonly text: string) {
    this.search = new Search(text);
  }

  /** What stands at `at`, where there is a `<`; null for a plain character. */
  read(at: number): HtmlPiece | null {
    const { text } = this;
    if (text.startsWith('<!--', at)) {
      if (text.startsWith('>', at + 4)) return { what: 'comment', end: at + 5 };
      if (text.startsWith('->', at + 4)) return { what: 'comment', end: at + 6 };
      const end = this.search.after('-->', at + 4);
      if (end < 0) return null;
      // HTML ends a comment at `--!>` too, CommonMark does not: such a comment is copied.
      const early = text.slice(at, end).includes('--!>');
      return { what: early ? 'other' : 'comment', end };
    }
    if (text.startsWith('<?', at)) return this.other('?>', at + 2);
    if (text.startsWith('<![CDATA[', at)) return this.other(']]>', at + 9);
    if (text[at + 1] === '!') return isLetter(text.charCodeAt(at + 2)) ? this.other('>', at + 3) : null;
    return this.tag(at);
  }

  private tag(at: number): HtmlPiece | null {
    const { text } = this;
    const close = text[at + 1] === '/';
    const start = at + (close ? 2 : 1);
    if (!isLetter(text.charCodeAt(start))) return null;
    let end = start + 1;
    while (isNameCharacter(text.charCodeAt(end))) end++;
    const name = text.slice(start, end).toLowerCase();
    const last = close ? skipSpace(text, end) : this.attributes(end);
    if (last < 0 || text[last] !== '>') return null;
    if (foreignRoots.has(name) && !close && at >= this.foreignEnd) {
      this.foreignEnd = this.search.after(`</${text.slice(start, end)}`, last);
    }
    if (at >= this.foreignEnd && !isHtmlElement(name)) return { what: 'placeholder', end: last + 1 };
    return { what: 'tag', end: last + 1, name, close, empty: media.has(name) && text[last - 1] === '/' };
  }

  /** Place of the `>` that ends an opening tag whose attributes start at `from`, or -1. */
  private attributes(from: number): number {
    const { text } = this;
    let at = from;
    for (;;) {
      const space = skipSpace(text, at);
      if (text[space] === '>') return space;
      if (text[space] === '/') return text[space + 1] === '>' ? space + 1 : -1;
      const code = text.charCodeAt(space);
      if (space === at || !(isLetter(code) || code === 0x5f || code === 0x3a)) return -1;
      at = space + 1;
      while (isAttributeCharacter(text.charCodeAt(at))) at++;
      const equals = skipSpace(text, at);
      if (text[equals] !== '=') continue;
      at = this.value(skipSpace(text, equals + 1));
      if (at < 0) return -1;
    }
  }

  /** End of the attribute value at `at`, or -1. */
  private value(at: number): number {
    const { text } = this;
    const quote = text[at];
    if (quote === '"' || quote === "'") return this.search.after(quote, at + 1);
    let end = at;
    while (end < text.length && !' \t\n\f\r"\'=<>`'.includes(text[end] as string)) end++;
    return end === at ? -1 : end;
  }

  private other(terminator: string, from: number): HtmlPiece | null {
    const end = this.search.after(terminator, from);
    return end < 0 ? null : { what: 'other', end };
  }
}

/**
 * Where the HTML parser sees the end of a tag or comment that CommonMark's grammar does not know (HTML standard,
 * 13.2.5): `<td"x">`, `</=>`. -1 where it has none in this text: the parser would go on in the Markdown behind it.
 * @param at place of a `<`; its own place plus one is the answer where it is a plain character
 */
export function laxTagEnd(text: string, at: number): number {
  const start = at + (text[at + 1] === '/' ? 2 : 1);
  if (!isLetter(text.charCodeAt(start))) {
    if (start === at + 1 && text[start] !== '?' && text[start] !== '!') return at + 1;
    return text.indexOf('>', start) + 1 || -1;
  }
  for (let end = start; end < text.length; end++) {
    if (text[end] === '>') return end + 1;
    if (text[end] !== '=') continue;
    const value = skipSpace(text, end + 1);
    const quote = text[value];
    if (quote !== '"' && quote !== "'") continue;
    end = text.indexOf(quote, value + 1);
    if (end < 0) return -1;
  }
  return -1;
}

function isLetter(code: number): boolean {
  return (code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a;
}

function isNameCharacter(code: number): boolean {
  return isLetter(code) || (code >= 0x30 && code <= 0x39) || code === 0x2d;
}

function isAttributeCharacter(code: number): boolean {
  return isNameCharacter(code) || code === 0x5f || code === 0x3a || code === 0x2e;
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (' \t\n\r\f'.includes(text[at] ?? 'x')) at++;
  return at;
}
