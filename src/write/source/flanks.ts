/**
 * Edits beside stars, underscores and tildes. What stands next to such a run decides whether it is a mark or a character
 * (CommonMark 0.31, section 6.2): `a*<i></i>b*c` shows two stars, `a*b*c` none.
 */
import MarkdownIt from 'markdown-it';
import { spanAt } from '../../body/bisect.js';
import type { Span } from '../../body/markdown/opaque.js';
import type { MarkdownText } from '../../body/markdown/text.js';
import { classAt, mightClose, mightOpen } from '../markdown/characters.js';
import { type Applied, placeInText } from './changes.js';

const reader = new MarkdownIt({ html: true });
reader.validateLink = () => true;

const delimiter = /[*_~]/;
const delimiters = /[*_~]/g;
const escaped = /\\[*_~]/g;

/**
 * Groups of the edits that make a character of a mark, or a mark of a character. Linear.
 * @param text `source` with the edits
 * @param applied in order
 */
export function changedMarks(source: MarkdownText, text: string, applied: readonly Applied[]): Set<number> {
  const changed = new Map<Span, Applied[]>();
  for (const edit of applied) {
    if (!changesFlank(source.text, text, edit)) continue;
    const inline = spanAt(source.segments.inlines, edit.start);
    if (inline) changed.set(inline, [...(changed.get(inline) ?? []), edit]);
  }
  const groups = new Set<number>();
  for (const [{ start, end }, edits] of changed) {
    const shown = shownDelimiters(source.text.slice(start, end), source);
    const now = shownDelimiters(text.slice(placeInText(applied, start), placeInText(applied, end)), source);
    // What an edit wrote or took as a character is none of these marks.
    const written = sum(edits, (edit) => escapes(edit.text) - escapes(source.text.slice(edit.start, edit.end)));
    if (now === shown || now === shown + written) continue;
    for (const edit of edits) for (const group of edit.groups) groups.add(group);
  }
  return groups;
}

function sum(edits: readonly Applied[], count: (edit: Applied) => number): number {
  return edits.reduce((total, edit) => total + count(edit), 0);
}

function escapes(source: string): number {
  return source.match(escaped)?.length ?? 0;
}

/** Whether a run beside the edit may open or close now what it could not, or no more what it could. */
function changesFlank(source: string, text: string, { start, end, at, text: { length } }: Applied): boolean {
  return (
    (isRun(source, text, start - 1, at - 1) && flank(source, start - 1) !== flank(text, at - 1)) ||
    (isRun(source, text, end, at + length) && flank(source, end) !== flank(text, at + length))
  );
}

function isRun(source: string, text: string, index: number, place: number): boolean {
  const character = source[index];
  return character !== undefined && delimiter.test(character) && text[place] === character;
}

/** What a run that holds this place might do. */
function flank(text: string, index: number): string {
  const character = text[index];
  let from = index;
  let to = index + 1;
  while (text[from - 1] === character) from--;
  while (text[to] === character) to++;
  const before = from === 0 ? classAt('', 0) : classAt(text, from - 1);
  const after = classAt(text, to);
  return `${mightOpen(before, after)} ${mightClose(before, after)}`;
}

/** How many of these characters a reader shows. */
function shownDelimiters(markdown: string, { read }: MarkdownText): number {
  const tokens = reader.parseInline(markdown, { references: read.references });
  let count = 0;
  for (const { type, content } of tokens[0]?.children ?? []) {
    if (type === 'text' || type === 'text_special') count += content.match(delimiters)?.length ?? 0;
  }
  return count;
}
