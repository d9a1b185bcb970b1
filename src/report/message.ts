/** Messages for people: `path:line: what; why; what to do`, one line each. */

export interface Message {
  path?: string;
  line?: number | null;
  what: string;
  hint?: string;
}

/** The message on one line, without anything that a terminal would obey. */
export function formatMessage({ path, line, what, hint }: Message): string {
  const place = path === undefined ? '' : `${path === '-' ? 'stdin' : escapeControls(path)}:${line ? `${line}:` : ''} `;
  return `article-clean: ${place}${escapeControls(what)}${hint ? `; ${escapeControls(hint)}` : ''}`;
}

// C0, DEL, C1, line separators, and the marks that turn the writing direction.
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/g;

/** Shows control characters as `\x1b`, so that a name can neither colour nor break a message. */
export function escapeControls(text: string): string {
  return text.replace(CONTROL, (sign) => {
    if (sign === '\n') return '\\n';
    if (sign === '\t') return '\\t';
    const code = sign.charCodeAt(0).toString(16);
    return code.length > 2 ? `\\u${code.padStart(4, '0')}` : `\\x${code.padStart(2, '0')}`;
  });
}

/** The start of a text on one line, at most `width` UTF-16 units. */
export function firstWords(text: string, width: number): string {
  const line = text.trim().replace(/\s+/g, ' ');
  return escapeControls(line.length > width ? `${line.slice(0, width - 1).toWellFormed()}…` : line);
}
