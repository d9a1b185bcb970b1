/** Changes of source text: what goes, what comes, applied in one pass. */

import { firstIndex } from '../../body/bisect.js';
import type { Change } from '../../clean/change.js';

export interface SourceEdit {
  start: number;
  end: number;
  text: string;
  /** Edits of one node have one number: they are kept or given up together. */
  groups: number[];
  /** Its text is Markdown of its own: any block may stand there. */
  free: boolean;
  /** What its text took out and put in, for the log; offsets are those of the edit. */
  changes?: Change[];
}

/** An applied edit, with the place of its text in the result. */
export interface Applied extends SourceEdit {
  at: number;
}

/**
 * Where an edit leaves two blank lines in a row, or a blank line at the start, the second one goes with it.
 * @param edits in order, not overlapping
 */
export function applyEdits(source: string, edits: readonly SourceEdit[]): { text: string; applied: Applied[] } {
  const parts: string[] = [];
  const applied: Applied[] = [];
  let from = 0;
  let length = 0;
  /** The last characters written: enough to see a blank line. */
  let tail = '\n\n';
  const push = (part: string) => {
    parts.push(part);
    length += part.length;
    if (part !== '') tail = (tail + part).slice(-2);
  };
  for (let index = 0; index < edits.length; index++) {
    const edit = edits[index] as SourceEdit;
    push(source.slice(from, edit.start));
    const at = length;
    push(edit.text);
    let { end } = edit;
    const limit = edits[index + 1]?.start ?? source.length;
    if (tail === '\n\n') end = skipBlankLines(source, end, limit);
    applied.push({ at, ...edit, end });
    from = end;
  }
  push(source.slice(from));
  return { text: parts.join(''), applied };
}

function skipBlankLines(source: string, from: number, limit: number): number {
  let end = from;
  for (let at = from; at < limit; at++) {
    if (source[at] === '\n') end = at + 1;
    else if (source[at] !== ' ' && source[at] !== '\t') break;
  }
  return end;
}

/**
 * Says where a place of an edited text was in its source. Ask with any place, in any order.
 * @param applied in order
 */
export function placeInSource(applied: readonly Applied[], place: number): number {
  const before = applied[firstIndex(applied.length, (index) => (applied[index] as Applied).at > place) - 1];
  if (!before) return place;
  const behind = place - before.at - before.text.length;
  return behind < 0 ? before.start : before.end + behind;
}

/**
 * Says where a place of the source, one that no edit took, is in the edited text.
 * @param applied in order
 */
export function placeInText(applied: readonly Applied[], place: number): number {
  const before = applied[firstIndex(applied.length, (index) => (applied[index] as Applied).end > place) - 1];
  return before ? before.at + before.text.length + place - before.end : place;
}
