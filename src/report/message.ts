/** Messages for people: `path:line: what; why; what to do`, one line each. */
import { isAbsolute, relative } from 'node:path';
import { oneLine } from '../body/white-space.js';

export interface Message {
  path?: string;
  line?: number | null;
  what: string;
  hint?: string;
}

/** The message on one line, without anything that a terminal would obey. */
export function formatMessage({ path, line, what, hint }: Message): string {
  const place = path === undefined ? '' : `${nameOf(path)}:${line ? `${line}:` : ''} `;
  return `article-clean: ${place}${escapeControls(what)}${hint ? `; ${escapeControls(hint)}` : ''}`;
}

/** The message as GitHub Actions shows it at its line: `::warning file=a.md,line=3::what; what to do`. */
export function annotation(level: 'error' | 'warning', { path, line, what, hint }: Message): string {
  const place = [
    ...(path === undefined || path === '-'
      ? []
      : [`file=${encoded(path).replace(/[:,]/g, (sign) => `%${hex(sign)}`)}`]),
    ...(line ? [`line=${line}`] : []),
  ].join(',');
  return `::${level}${place === '' ? '' : ` ${place}`}::${encoded(`${what}${hint ? `; ${hint}` : ''}`)}`;
}

function encoded(text: string): string {
  return text.replace(/[%\r\n]/g, (sign) => `%${hex(sign)}`);
}

function hex(sign: string): string {
  return sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0');
}

function nameOf(path: string): string {
  if (path === '') return '""';
  return path === '-' ? 'stdin' : escapeControls(path);
}

/** A path as a person in the working folder writes it. */
export function shownFrom(cwd: string, path: string): string {
  const near = relative(cwd, path);
  return near === '' || near.startsWith('..') || isAbsolute(near) ? path : near;
}

// C0, DEL, C1, line separators, the marks that turn the writing direction, and tags, which no screen shows.
const CONTROL =
  /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\u{e0000}-\u{e007f}]/gu;

/** Shows control characters as `\x1b`, so that a name can neither colour nor break a message. */
export function escapeControls(text: string): string {
  return text.replace(CONTROL, (sign) => {
    if (sign === '\n') return '\\n';
    if (sign === '\t') return '\\t';
    const code = (sign.codePointAt(0) as number).toString(16);
    if (code.length > 4) return `\\u{${code}}`;
    return code.length > 2 ? `\\u${code.padStart(4, '0')}` : `\\x${code.padStart(2, '0')}`;
  });
}

/** The same, but an address that begins within the width is shown whole: half of one says nothing. */
export function wholeWords(text: string, width: number): string {
  const line = oneLine(text);
  const begin = line.lastIndexOf(' ', width) + 1;
  const found = line.indexOf(' ', width);
  const end = found < 0 ? line.length : found;
  const isAddress = end - begin < LONGEST_ADDRESS && line.slice(begin, end).includes('/');
  return firstWords(line, isAddress ? end + (end < line.length ? 1 : 0) : width);
}

/** UTF-16 units. */
const LONGEST_ADDRESS = 1000;

/** The start of a text on one line, at most `width` UTF-16 units. */
export function firstWords(text: string, width: number): string {
  const line = oneLine(text);
  return escapeControls(line.length > width ? `${line.slice(0, width - 1).toWellFormed()}…` : line);
}
