/** One line of text in Markdown: links, marks, code spans and escapes, decided with all neighbours known. */
import { BREAK, CODE, type LinePlace, type Piece, WORDS } from '../line.js';
import { bracketAddresses } from './autolink.js';
import { mayHoldAddress } from './bare-address.js';
import { codeSpan } from './code.js';
import { markTokens, plainTokens } from './emphasis.js';
import { escapeText, isPlain, type LineFacts } from './escape.js';
import { lineFacts } from './line-facts.js';
import { escapeLineStart } from './line-start.js';
import { foldLinks } from './link.js';
import { delimiterOf, type Token, tagOf } from './marks.js';

/** Writes a line that stands in `place`. */
export function writeLine(pieces: Piece[], place: LinePlace): string {
  const only = pieces.length === 1 ? (pieces[0] as Piece) : null;
  if (only && only.kind === WORDS && only.marks === 0 && !only.link) {
    const { value } = only;
    if (isPlain(value)) return finish(value, place);
    if (!mayHoldAddress(value)) return finish(escapeText(value, '', '', lineFacts(pieces, false)), place);
  }
  const lines = writePieces(bracketAddresses(foldLinks(pieces, place, writePieces), place), place, false);
  return place === 'flow' ? lines : finish(lines, place);
}

/** `Title #`: a closing sequence that the reader would take away */
const CLOSING_SEQUENCE = /(^|[ \t])(#+)$/;

function finish(text: string, place: LinePlace): string {
  if (place === 'flow') return escapeLineStart(text, true);
  if (place === 'heading') return text.replace(CLOSING_SEQUENCE, '$1\\$2');
  return text;
}

/** `[^1]: `: what stands behind it begins a line of the note. */
const NOTE_MARK = /^\[\^[^\]]*\]: $/;

/** Writes pieces that have no links any more. */
export function writePieces(pieces: Piece[], place: LinePlace, link: boolean): string {
  const tokens = hasMarks(pieces) ? (plainTokens(pieces) ?? markTokens(pieces, place, link)) : pieces.map(asToken);
  // Most lines have nothing that could be a mark, and need no facts.
  let facts: LineFacts | null = null;
  let out = '';
  let line = '';
  /** The line begins with text, so that its start may need an escape. */
  let startsWithText = false;
  let first = true;
  const endLine = (): void => {
    // The first line of a link's text stands behind a bracket.
    out += startsWithText && place === 'flow' && !(link && first) ? escapeLineStart(line, first) : line;
    first = false;
    line = '';
    startsWithText = false;
  };
  for (let index = 0; index < tokens.length; index++) {
    const { segment, run, open } = tokens[index] as Token;
    if (run) line += run.tag ? `<${open ? '' : '/'}${tagOf(run.bit)}>` : delimiterOf(run.bit);
    else if (segment?.kind === WORDS) {
      if (line === '') startsWithText = true;
      let { value } = segment;
      // Marks that came to nothing leave text in parts; what it needs is seen in the whole.
      for (let next = tokens[index + 1]?.segment; next?.kind === WORDS; next = tokens[index + 1]?.segment) {
        value += next.value;
        index++;
      }
      if (isPlain(value)) line += value;
      else {
        const before = line === '' ? '' : (line[line.length - 1] as string);
        facts ??= lineFacts(segmentsOf(tokens), link, place);
        line += escapeText(value, before, following(tokens, index + 1, place, link), facts);
      }
    } else if (segment?.kind === CODE) {
      let code = segment.value;
      for (let next = tokens[index + 1]?.segment; next?.kind === CODE; next = tokens[index + 1]?.segment) {
        code += next.value;
        index++;
      }
      line += codeSpan(code, place);
    } else if (segment?.kind === BREAK) {
      if (place === 'flow') {
        endLine();
        out += '  \n';
      } else line += '<br>'.repeat(Number(segment.value));
    } else if (segment && line === '' && out === '' && NOTE_MARK.test(segment.value)) out = segment.value;
    else if (segment) line += segment.value;
  }
  endLine();
  // What a note begins with stands below its mark.
  return NOTE_MARK.test(out) ? out.trimEnd() : out;
}

/** The pieces as they are laid out: what the source's own marks were does not count any more. */
function segmentsOf(tokens: Token[]): Piece[] {
  const segments: Piece[] = [];
  for (const { segment } of tokens) if (segment) segments.push(segment);
  return segments;
}

function hasMarks(pieces: Piece[]): boolean {
  for (const { marks } of pieces) if (marks !== 0) return true;
  return false;
}

function asToken(segment: Piece): Token {
  return { segment, run: null, open: false };
}

/** What is written behind a text: the first character, where it is a mark with the one behind all marks. */
function following(tokens: Token[], from: number, place: LinePlace, link: boolean): string {
  let marks = '';
  for (let index = from; ; index++) {
    const token = tokens[index];
    if (!token) return marks + (link ? ']' : '');
    const { run, segment } = token;
    if (run?.tag) return `${marks}<`;
    if (run) marks += delimiterOf(run.bit)[0];
    else if (segment?.kind === BREAK) return marks + (place === 'flow' ? '\n' : '<');
    else if (segment?.kind === CODE) return `${marks}\``;
    else {
      const first = segment?.value[0] ?? '';
      // In text it may get a backslash, and is no tag.
      return marks + (first === '<' && segment?.kind === WORDS ? '\\' : first);
    }
  }
}
