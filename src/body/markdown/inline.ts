/** What stands in one paragraph, heading or cell of Markdown besides text: raw HTML, and source that no rule may touch. */
import { Search } from '../search.js';
import { BacktickRuns, runEnd } from './backticks.js';
import { HtmlScanner } from './html-syntax.js';

export interface InlineSpan {
  /** `html`: a tag or comment. `code`: copied, whatever is in it. `placeholder`: `<your-name>`, plain text. */
  what: 'html' | 'code' | 'placeholder';
  start: number;
  end: number;
  /** Lower-case name of an opening tag. */
  opens?: string;
  closes?: string;
}

/** `[text](target "title")`, `![alt](target)` or `<target>` in the source. */
export interface InlineLink {
  image: boolean;
  /** From `[` or `![` to behind `)`. */
  start: number;
  end: number;
  /** What stands between the brackets. */
  textStart: number;
  textEnd: number;
  /** The target alone, angle brackets included. */
  urlStart: number;
  urlEnd: number;
}

export interface Inline {
  spans: readonly InlineSpan[];
  links: readonly InlineLink[];
}

const NOTHING: Inline = { spans: [], links: [] };

/** Every character that can start a span, e.g. "`". */
const special = /[\\`<{$[\]]/g;

/** Parentheses that a link's target may nest; CommonMark asks for at least three. */
const maxParentheses = 32;

/**
 * Left to right: backslash escapes, code spans, autolinks, raw HTML, template tags, math and link targets.
 * @param text one paragraph, heading or table cell as it stands in the source
 * @param base added to every offset
 */
export function scanInline(text: string, base: number): Inline {
  return text.search(special) < 0 ? NOTHING : new InlineScanner(text, base).run();
}

class InlineScanner {
  private readonly spans: InlineSpan[] = [];
  private readonly links: InlineLink[] = [];
  /** Places of the `[` that wait for their `]`. */
  private readonly brackets: number[] = [];
  /** How many of them stand before a link: they open none, a link holds no link. */
  private dead = 0;
  private readonly runs: BacktickRuns;
  private readonly html: HtmlScanner;
  private readonly search: Search;

  constructor(
    private readonly text: string,
    private readonly base: number,
  ) {
    this.runs = new BacktickRuns(text);
    this.html = new HtmlScanner(text);
    this.search = new Search(text);
  }

  run(): Inline {
    const { text } = this;
    special.lastIndex = 0;
    for (let match = special.exec(text); match; match = special.exec(text)) {
      const at = match.index;
      special.lastIndex = this.step(at, match[0]);
    }
    return { spans: this.spans, links: this.links };
  }

  /** Reads what starts at `at` and returns where to go on. */
  private step(at: number, char: string): number {
    if (char === '\\') return at + 2;
    if (char === '<') return this.angle(at);
    if (char === '[') this.brackets.push(at);
    if (char === '[' || char === ']') return char === ']' ? this.closeBracket(at) : at + 1;
    let end = -1;
    if (char === '`') {
      const open = runEnd(this.text, at);
      const close = this.runs.next(open - at, open);
      if (close < 0) return open;
      end = close + open - at;
    } else if (char === '{') end = this.template(at);
    else end = this.math(at);
    if (end <= at) return at + 1;
    this.add('code', at, end);
    return end;
  }

  private closeBracket(at: number): number {
    const open = this.brackets.pop();
    const start = at + 2;
    const isDead = this.brackets.length < this.dead;
    this.dead = Math.min(this.dead, this.brackets.length);
    if (open === undefined || this.text[at + 1] !== '(') return at + 1;
    const image = this.text[open - 1] === '!';
    if (isDead && !image) return at + 1;
    const target = this.target(start);
    if (!target) return at + 1;
    const { urlStart, urlEnd, end } = target;
    if (end > start) this.add('code', start, end);
    const { base } = this;
    if (!image) this.dead = this.brackets.length;
    this.links.push({
      image,
      start: base + open - (image ? 1 : 0),
      end: base + end + 1,
      textStart: base + open + 1,
      textEnd: base + at,
      urlStart: base + urlStart,
      urlEnd: base + urlEnd,
    });
    return end + 1;
  }

  private add(what: InlineSpan['what'], start: number, end: number): InlineSpan {
    const span = { what, start: start + this.base, end: end + this.base };
    this.spans.push(span);
    return span;
  }

  private angle(at: number): number {
    const autolink = autolinkEnd(this.text, at);
    if (autolink > 0) {
      this.add('code', at, autolink);
      const [start, end] = [at + this.base, autolink + this.base];
      const inner = { textStart: start + 1, textEnd: end - 1, urlStart: start + 1, urlEnd: end - 1 };
      this.links.push({ image: false, start, end, ...inner });
      this.dead = this.brackets.length;
      return autolink;
    }
    const piece = this.html.read(at);
    if (!piece) return at + 1;
    if (piece.what === 'placeholder') this.add('placeholder', at, piece.end);
    else if (piece.what === 'other') this.add('code', at, piece.end);
    else {
      const span = this.add('html', at, piece.end);
      if (piece.what === 'tag' && !piece.empty) span[piece.close ? 'closes' : 'opens'] = piece.name;
    }
    return piece.end;
  }

  /** `{{ x }}`, `{% x %}`, `{{< x >}}`. */
  private template(at: number): number {
    const second = this.text[at + 1];
    if (second === '{') return this.search.after('}}', at + 2);
    return second === '%' ? this.search.after('%}', at + 2) : -1;
  }

  /** `$$..$$`, and `$..$` as Pandoc reads it: no blank inside the dollars, no digit behind them, no HTML in it. */
  private math(at: number): number {
    const { text } = this;
    if (text[at + 1] === '$') return this.search.after('$$', at + 2);
    if ((text[at + 1] ?? ' ').trim() === '') return -1;
    const end = this.search.after('$', at + 1);
    if (end < 0 || (text[end - 2] as string).trim() === '' || isDigit(text.charCodeAt(end))) return -1;
    return text.slice(at, end).includes('</') ? -1 : end;
  }

  /** A link's target at `from`, and where the closing parenthesis behind its title stands; null where it is none. */
  private target(from: number): { urlStart: number; urlEnd: number; end: number } | null {
    const { text } = this;
    const urlStart = skipBlanks(text, from);
    const urlEnd = this.url(urlStart);
    if (urlEnd < 0) return null;
    const title = skipBlanks(text, urlEnd);
    if (text[title] === ')') return { urlStart, urlEnd, end: title };
    const close = { '"': '"', "'": "'", '(': ')' }[text[title] ?? ''];
    if (title === urlEnd || close === undefined) return null;
    const end = skipBlanks(text, this.search.after(close, title + 1));
    return end > 0 && text[end] === ')' ? { urlStart, urlEnd, end } : null;
  }

  private url(from: number): number {
    const { text } = this;
    let at = from;
    if (text[at] === '<') {
      at++;
      while (at < text.length && !'<>\n'.includes(text[at] as string)) at += text[at] === '\\' ? 2 : 1;
      return text[at] === '>' ? at + 1 : -1;
    }
    let depth = 0;
    for (; at < text.length && text.charCodeAt(at) > 0x20; at++) {
      const char = text[at];
      if (char === '\\') at++;
      else if (char === '(' && ++depth > maxParentheses) return -1;
      else if (char === ')' && --depth < 0) break;
    }
    return Math.min(at, text.length);
  }
}

/** `<https://x.y>` or `<a@b.c>`; the scheme is bounded, an address has no blank. */
const autolinkStart = /<(?:[a-zA-Z][a-zA-Z0-9+.-]{1,31}:|[\w.!#$%&'*+/=?^`{|}~-]{1,200}@)/y;

/** Where the autolink that stands at a `<` ends; -1 where none does. */
export function autolinkEnd(text: string, at: number): number {
  autolinkStart.lastIndex = at;
  if (!autolinkStart.test(text)) return -1;
  let end = autolinkStart.lastIndex;
  while (end < text.length && text.charCodeAt(end) > 0x20 && text[end] !== '<' && text[end] !== '>') end++;
  return text[end] === '>' ? end + 1 : -1;
}

function skipBlanks(text: string, from: number): number {
  let at = from;
  while (at >= 0 && ' \t\n'.includes(text[at] ?? 'x')) at++;
  return at;
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}
