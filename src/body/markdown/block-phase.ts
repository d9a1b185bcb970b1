/**
 * A shorter way through markdown-it's block phase, with the same blocks. Most lines of an article begin with a letter,
 * and none of its rules but that of paragraphs takes such a line: it need not ask all the others, twice for each line.
 */
import MarkdownIt, { type Options } from 'markdown-it';

/**
 * Quotes and lists deeper than this stay text. Each level goes over its lines again, so the limit also bounds the work;
 * our own Markdown never goes deeper than 40.
 */
export const maxNesting = 200;

const parser = new MarkdownIt({ html: true, maxNesting } as Options);
// A definition is one whatever it leads to, as in CommonMark: what runs code is known elsewhere (`live.ts`).
parser.validateLink = () => true;
parser.block.ruler.before('table', 'plain_paragraph', plainParagraph);

type State = InstanceType<typeof parser.block.State>;
export type Token = State['tokens'][number];
/** Exported by markdown-it, and not in its types. */
type Utils = typeof parser.utils & { asciiTrim: (text: string) => string };

/** What a line begins with that another rule may take. Example: `#`, `1` of `1.`, `|` of a table's second row */
const marks: ReadonlySet<number> = new Set(Array.from('#>-+*_=|:`~<[0123456789', (mark) => mark.charCodeAt(0)));

/** A paragraph each of whose lines begins with no such mark; all else is left to the other rules. */
function plainParagraph(state: State, start: number, end: number): boolean {
  // Indented that far its first line is code.
  if ((state.sCount[start] as number) - state.blkIndent > 3) return false;
  let line = start;
  for (; line < end; line++) {
    const at = (state.bMarks[line] as number) + (state.tShift[line] as number);
    if (at >= (state.eMarks[line] as number)) break;
    if (marks.has(state.src.charCodeAt(at))) return false;
  }
  state.line = line;
  state.push('paragraph_open', 'p', 1).map = [start, line];
  const inline = state.push('inline', '', 0);
  inline.content = (parser.utils as Utils).asciiTrim(state.getLines(start, line, state.blkIndent, false));
  inline.map = [start, line];
  inline.children = [];
  state.push('paragraph_close', 'p', -1);
  return true;
}

/**
 * What markdown-it's `block.parse` does, with lines that are known.
 * @param lines start of each line, and the text's length at the end
 */
export function blockTokens(text: string, lines: readonly number[], env: object): Token[] {
  const tokens: Token[] = [];
  const state = new parser.block.State('', parser, env, tokens);
  state.src = text;
  for (const list of [state.bMarks, state.eMarks, state.tShift, state.sCount, state.bsCount]) list.length = 0;
  for (let line = 0; line + 1 < lines.length; line++) {
    const start = lines[line] as number;
    const next = lines[line + 1] as number;
    const end = text.charCodeAt(next - 1) === NEWLINE ? next - 1 : next;
    let at = start;
    let indent = 0;
    for (; at < end; at++) {
      const code = text.charCodeAt(at);
      if (code === TAB) indent += 4 - (indent % 4);
      else if (code === BLANK) indent++;
      else break;
    }
    // Blanks that no newline ends are no line to it.
    if (at === next) break;
    pushLine(state, start, end, at - start, indent);
  }
  state.lineMax = state.bMarks.length;
  // The line behind the last, which its rules look at.
  pushLine(state, text.length, text.length, 0, 0);
  parser.block.tokenize(state, 0, state.lineMax);
  return tokens;
}

const TAB = 0x09;
const NEWLINE = 0x0a;
const BLANK = 0x20;

function pushLine(state: State, start: number, end: number, shift: number, indent: number): void {
  state.bMarks.push(start);
  state.eMarks.push(end);
  state.tShift.push(shift);
  state.sCount.push(indent);
  state.bsCount.push(0);
}
