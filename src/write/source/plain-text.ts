/** Plain characters as source of Markdown. */

/** Characters that would be marks in Markdown text, e.g. "*". */
const marks = /[\\`*_[\]]/g;

/** What would begin a block or end a heading, e.g. "# a", "- b", "1. c", "> d", "==="; group 2 the mark. */
const blockMarks = /^([ \t]*(?:\d{1,9}(?=[.)]))?)(#{1,6}(?=\s|$)|[-+.)](?=\s|$)|>|=+[ \t]*$|-{2,}[ \t]*$|~{3})/gm;

/** A text in which no character is a mark of the line. */
export function withoutMarks(text: string): string {
  return text.replace(marks, '\\$&');
}

/** A text none of whose lines begins a block. */
export function withoutBlocks(text: string): string {
  return text.replace(blockMarks, '$1\\$2');
}
