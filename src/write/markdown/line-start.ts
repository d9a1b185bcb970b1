/** The start of a line of text: where it would be read as a heading, a list, a quote, a rule, a fence, a table. */

/** `- a`, `+ a`, `* a`, `# a`, `###### a`, or nothing behind it */
const MARKER = /^(?:[-+*]|#{1,6})(?:[ \t]|$)/;
/** `1. a`, `12) a` */
const NUMBER = /^(\d{1,9})[.)](?:[ \t]|$)/;
/** `***`, `_ _ _`, `---` */
const BREAK = /^(?:(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}|(?:-[ \t]*){3,})$/;
/** `~~~`, three backticks */
const FENCE = /^(?:~~~|```)/;
/** A line that would underline the one before: `===`, `--` */
const UNDERLINE = /^(?:=+|-+)[ \t]*$/;
/** A table's second row: `--- | :-:` */
const DELIMITER_ROW = /^[-:|][-:| \t]*$/;
/** `[a]: b`, `[\]]: b`: a link's definition */
const DEFINITION = /^\[(?:[^\]\\]|\\.){1,999}\]:/;

/** `[x] a`, `[ ] a`: the box of a task at the start of a list item (GFM 0.29, section 5.3) */
const TASK = /^\[[ xX]\](?=\s|$)/;

/** What begins an HTML block, closed or not (CommonMark 4.6): `<div`, `</p>`, `<!--`, `<?` */
const HTML_START = /^<(?:[!?]|\/?[a-z][a-z\d]*(?:[ \t/>]|$))/i;

/** Marks side by side: behind a backslash what is left of them could close emphasis that began a line before. */
const RUN = /^(?:\*+|_+|~+|`+|-)/;

/** Blanks that are not ASCII: readers trim a no-break space where it would show */
const LEADING_BLANKS = /^[\u00a0\u3000]+/;

/**
 * Escapes the start of a line.
 * @param line escaped text that begins with text, not with markup
 * @param first whether it is a block's first line
 */
export function escapeLineStart(line: string, first: boolean): string {
  const code = line.charCodeAt(0);
  switch (code) {
    case 0x23: // #
    case 0x2b: // +
      return MARKER.test(line) ? `\\${line}` : line;
    case 0x2d: // -
    case 0x2a: // *
    case 0x5f: // _
      return MARKER.test(line) || BREAK.test(line) || (!first && (UNDERLINE.test(line) || DELIMITER_ROW.test(line)))
        ? escapeRun(line, first)
        : line;
    case 0x3e: // >
      return `\\${line}`;
    case 0x3c: // <
      return HTML_START.test(line) ? `\\${line}` : line;
    case 0x3d: // =
      return !first && UNDERLINE.test(line) ? `\\${line}` : line;
    case 0x7e: // ~
    case 0x60: // `
      return FENCE.test(line) ? escapeRun(line, first) : line;
    case 0x3a: // :
    case 0x7c: // |
      return !first && DELIMITER_ROW.test(line) ? `\\${line}` : line;
    case 0x5b: // [
      return DEFINITION.test(line) ? `\\${line}` : line;
    case 0xa0:
    case 0x3000:
      return !line.includes('\u00a0')
        ? line
        : line.replace(LEADING_BLANKS, (blanks) => blanks.replaceAll('\u00a0', '&nbsp;'));
    default:
      if (code < 0x30 || code > 0x39) return line;
      return line.replace(NUMBER, (match, digits: string) => `${digits}\\${match.slice(digits.length)}`);
  }
}

function escapeRun(line: string, first: boolean): string {
  return first ? `\\${line}` : line.replace(RUN, (run) => `\\${Array.from(run).join('\\')}`);
}

/** Brackets that are text where a list item begins: readers would draw a box. */
export function escapeBox(line: string): string {
  return TASK.test(line) ? `\\${line}` : line;
}
