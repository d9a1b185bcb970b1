/** Footnotes for a Markdown reader that knows none: each definition is a paragraph, what goes on below it stands beside. */
import { findFences } from './fences.js';

/** A definition, e.g. "[^1]: text". */
const definition = /^ {0,3}\[\^[^\][\s]{1,100}\]:/;
const blank = /^[ \t]*$/;
const indented = /^(?: {4}|\t)/;

/** `[^1]` anywhere in text. */
export const footnoteMark = /\[\^[^\][\s]{1,100}\]:?/g;

/** Parts definitions by blank lines and takes the indent off their further paragraphs. Linear. */
export function spreadFootnotes(text: string): string {
  if (!text.includes('[^')) return text;
  const fences = findFences(text);
  const lines: string[] = [];
  let inside = false;
  let last = '';
  let at = 0;
  let fence = 0;
  for (const line of text.split('\n')) {
    while ((fences[fence]?.end ?? Number.POSITIVE_INFINITY) <= at) fence++;
    const fenced = (fences[fence]?.start ?? text.length) <= at;
    at += line.length + 1;
    let written = line;
    if (!fenced && definition.test(line)) {
      if (!blank.test(last)) lines.push('');
      inside = true;
    } else if (inside && !blank.test(line)) {
      if (indented.test(line)) written = line.replace(indented, '');
      else if (blank.test(last)) inside = false;
    }
    lines.push(written);
    last = line;
  }
  return lines.join('\n');
}
