/**
 * What a removal leaves around it: a line that is empty now goes, blank lines beside it are squeezed to one, blanks do
 * not turn into a hard break or into indented code, and a mark that stands bare now is escaped.
 */

import type { HtmlBlock } from '../../body/markdown/segment.js';
import type { SourceEdit } from './changes.js';

/** Text at a line's start that would begin a block, e.g. "# x", "- x", "> x", "[a]: b"; for "1. x" the mark is group 1. */
const blockMark =
  /^(?:#{1,6}(?=[ \t\n<]|$)|>|[-+*](?=[ \t\n<]|$)|={1,}[ \t]*(?=\n|$)|(\d{1,9})[.)](?=[ \t\n<]|$)|`{3}|~{3}|\[[^\]\n]{1,100}\]:)/;

/**
 * Widens removals as said above. Linear.
 * @param edits in order, not overlapping
 * @param htmlBlocks offsets into `source`, in order
 */
export function tidyEdits(
  source: string,
  edits: readonly SourceEdit[],
  htmlBlocks: readonly HtmlBlock[],
): SourceEdit[] {
  const tidied: SourceEdit[] = [];
  const blocks = [...htmlBlocks].reverse();
  const merged = mergeLines(source, edits);
  for (let index = 0; index < merged.length; index++) {
    const edit = merged[index] as SourceEdit;
    if (edit.text !== '') {
      tidied.push(
        edit.free ? { ...edit, start: Math.max(tidied.at(-1)?.end ?? 0, blanksBack(source, edit.start)) } : edit,
      );
      continue;
    }
    while (blocks.length > 0 && (blocks.at(-1) as HtmlBlock).end <= edit.start) blocks.pop();
    const block = blocks.at(-1);
    const inBlock = block !== undefined && block.start < edit.end ? block : null;
    const floor = tidied.at(-1)?.end ?? 0;
    const ceiling = merged[index + 1]?.start ?? source.length;
    tidied.push({ ...edit, ...widen(source, edit, inBlock, floor, ceiling) });
  }
  return tidied;
}

/**
 * Removals with only blank lines between them are one, where the first takes its line. What comes in front of what goes
 * stands in its place.
 */
function mergeLines(source: string, edits: readonly SourceEdit[]): SourceEdit[] {
  const merged: SourceEdit[] = [];
  for (const edit of edits) {
    const last = merged.at(-1);
    const isReplaced = last && last.start === last.end && last.end === edit.start && edit.text === '';
    const joined =
      last &&
      last.text === '' &&
      edit.text === '' &&
      (last.end === edit.start ||
        (isLineStart(source, last.start) && source.slice(last.end, edit.start).trim() === ''));
    if (isReplaced || joined) {
      last.end = edit.end;
      last.groups.push(...edit.groups);
    } else merged.push({ ...edit, groups: [...edit.groups] });
  }
  return merged;
}

function widen(
  source: string,
  { start, end }: SourceEdit,
  block: HtmlBlock | null,
  floor: number,
  ceiling: number,
): Pick<SourceEdit, 'start' | 'end' | 'text'> {
  const before = Math.max(floor, blanksBack(source, start));
  const after = Math.min(ceiling, blanksOn(source, end));
  const lineStart = before === 0 || source[before - 1] === '\n';
  const lineEnd = after === source.length || source[after] === '\n';
  // Inside an HTML block a blank line would end it.
  const endsBlock = block !== null && (before <= block.start || after >= block.end - 1);
  if (lineStart && lineEnd) return wholeLines(source, before, after, endsBlock, floor, ceiling);
  if (lineStart) {
    // An HTML block may follow a paragraph at once; a paragraph may not.
    const text =
      block && block.start >= before && before > 1 && source[before - 2] !== '\n' && block.level === 0 ? '\n' : '';
    // What is replaced anyway has its escapes.
    return { start, end: after, text: after < ceiling ? text + escapeFor(source, after) : text };
  }
  const bare = lineEnd && !block ? bareMark(source, before, floor) : null;
  if (bare) return { ...bare, end };
  if (lineEnd) return { start: before, end: after - end >= 2 ? end : after, text: '' };
  const blank = before < start ? after : end;
  return { start, end: blank, text: '' };
}

/** A line of which only a mark is left, e.g. "*": it would begin a list. */
function bareMark(source: string, end: number, floor: number): Pick<SourceEdit, 'start' | 'text'> | null {
  const lineStart = source.lastIndexOf('\n', end - 1) + 1;
  const left = source.slice(Math.max(lineStart, end - 12), end).trimStart();
  const match = blockMark.exec(left);
  // With a blank behind it, or as a quote's, it was a mark before.
  const wasMark = left.startsWith('>') || /\s/.test(source[end] ?? '');
  if (match?.[0] !== left || wasMark || lineStart < floor || match[1] !== undefined) return null;
  return { start: end - left.length, text: `\\${left}` };
}

/** Takes lines out, and all blank lines around them but one. */
function wholeLines(
  source: string,
  before: number,
  after: number,
  endsBlock: boolean,
  floor: number,
  ceiling: number,
): Pick<SourceEdit, 'start' | 'end' | 'text'> {
  let start = before;
  while (start > floor && source[start - 1] === '\n' && isBlankLine(source, start - 1)) {
    start = blanksBack(source, start - 1);
    if (start < floor) start = floor;
  }
  let end = Math.min(after + 1, source.length);
  let next = blanksOn(source, end);
  while (next < ceiling && source[next] === '\n') {
    end = next + 1;
    next = blanksOn(source, end);
  }
  end = Math.min(end, Math.max(ceiling, after));
  const hadBlank = start < before || end > after + 1;
  const inside = start > 0 && end < source.length;
  return { start, end, text: inside && (endsBlock || hadBlank) ? '\n' : '' };
}

/** A backslash where the text at `at` would now begin a block. Digits keep theirs: the mark behind them is escaped. */
function escapeFor(source: string, at: number): string {
  const match = blockMark.exec(source.slice(at, at + 110));
  return match && match[1] === undefined ? '\\' : '';
}

function isLineStart(source: string, at: number): boolean {
  const before = blanksBack(source, at);
  return before === 0 || source[before - 1] === '\n';
}

/** Whether the line that ends at this newline holds only blanks. */
function isBlankLine(source: string, newline: number): boolean {
  const before = blanksBack(source, newline);
  return before === 0 || source[before - 1] === '\n';
}

function blanksBack(source: string, from: number): number {
  let at = from;
  while (at > 0 && (source[at - 1] === ' ' || source[at - 1] === '\t')) at--;
  return at;
}

function blanksOn(source: string, from: number): number {
  let at = from;
  while (source[at] === ' ' || source[at] === '\t') at++;
  return at;
}
