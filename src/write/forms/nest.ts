/** Lists that their editor wrote flat, each item with its level: the items are nested. */
import { isElement, isText, type Node } from '../../body/tree.js';
import type { Edits } from '../../clean/edits.js';

export interface FlatItem {
  node: Node;
  /** From 0. */
  level: number;
  ordered: boolean;
  /** The number that it shows, or null. */
  number: number | null;
}

/** A list over the items `from` to `to`. */
interface Range {
  from: number;
  to: number;
  level: number;
  ordered: boolean;
}

/** Levels that an editor offers; deeper ones stand on the last. */
export const MOST_LEVELS = 9;

/** The node and the siblings behind it that pass, with nothing but blanks between them. */
export function runOf(first: Node, isItem: (node: Node) => boolean): Node[] {
  const run = [first];
  for (let next = first.next; next; next = next.next) {
    if (isElement(next) && isItem(next)) run.push(next);
    else if (!isText(next) || next.data.trim() !== '') break;
  }
  return run;
}

/** Puts siblings, which are items now, into lists by their levels and kinds; a list directly in a list goes on an item. */
export function nestItems(items: readonly FlatItem[], edits: Edits): void {
  for (const { from, to, ordered } of rangesOf(items)) {
    const first = items[from] as FlatItem;
    const start =
      ordered && first.number !== null && first.number !== 1 ? [['start', String(first.number)] as const] : [];
    edits.wrap(ordered ? 'ol' : 'ul', start, first.node, (items[to] as FlatItem).node);
  }
}

/** The lists, outer ones before those inside them. */
function rangesOf(items: readonly FlatItem[]): Range[] {
  const ranges: Range[] = [];
  const open: Range[] = [];
  for (const [index, { level, ordered }] of items.entries()) {
    while (open.length > 0) {
      const last = open[open.length - 1] as Range;
      if (last.level < level || (last.level === level && last.ordered === ordered)) break;
      last.to = index - 1;
      open.pop();
    }
    if ((open[open.length - 1]?.level ?? -1) >= level) continue;
    const range = { from: index, to: items.length - 1, level, ordered };
    open.push(range);
    ranges.push(range);
  }
  return ranges;
}
