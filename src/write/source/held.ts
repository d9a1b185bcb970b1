/** HTML in lists and quotes of Markdown source: what stands in front of it, and how Markdown stands there. */

/** In front of a block in lists and quotes. Example: `> 1. ` */
const LEAD = /^[ \t]*(?:(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))[ \t]*)*$/;
const INDENT_SHOWS = /<(?:pre|textarea|listing|xmp|plaintext)[\s>]/i;

/** The marks of quotes and items in front of a place on its line; null where anything else stands there. */
export function leadOf(text: string, at: number): string | null {
  return LEAD.exec(text.slice(text.lastIndexOf('\n', at - 1) + 1, at))?.[0] ?? null;
}

/** Whether no line of the HTML begins with a quote's mark, and the indent of its lines shows nothing. */
export function isWhole(html: string, lead: string): boolean {
  return !html.includes('\n') || !(lead.includes('>') || INDENT_SHOWS.test(html));
}

/** Lines of Markdown for the place behind a lead: each further one begins with the quote's marks or the item's indent. */
export function heldLines(markdown: string, lead: string): string {
  const held = lead.replace(/[^>\t]/g, ' ');
  return markdown
    .split('\n')
    .map((line, index) => (index === 0 ? line : line === '' ? held.trimEnd() : held + line))
    .join('\n');
}
