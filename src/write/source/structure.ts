/** The proof that edits of Markdown source changed only what they meant to: the blocks around them are the same. */
import type { Block, BlockText } from '../../body/markdown/blocks.js';
import type { Applied } from './changes.js';

/** A block that is one tag holds no mark that could lose its meaning, e.g. "<img src=x>". */
const loneTag = /^\s*<[^<>]*>\s*$/;

/** A line that may define a link. Example: `[a]: b` */
const label = /^[ \t>]*\[/m;

interface Placed extends Block {
  start: number;
  end: number;
}

/**
 * Groups of edits to give up, because more differs than what they touched: a block elsewhere is another one now, or
 * text that was a paragraph became code, a heading, a list. Linear.
 * @param applied in order, with their places in `after`
 */
export function brokenGroups(before: BlockText, after: BlockText, applied: readonly Applied[]): Set<number> {
  const broken = new Set<number>();
  if (applied.length === 0) return broken;
  const old = place(before);
  const now = new Map(place(after).map((block) => [block.start, block]));
  /** For each edit, what the blocks that it touched were. */
  const touched: Placed[][] = applied.map(() => []);
  const blame = (index: number) => {
    for (const group of applied[Math.max(0, index)]?.groups ?? []) broken.add(group);
  };

  let next = 0;
  let shift = 0;
  for (const block of old) {
    while (next < applied.length && (applied[next] as Applied).end <= block.start) {
      const { at, text, end } = applied[next] as Applied;
      shift = at + text.length - end;
      next++;
    }
    let hit = false;
    const textEnd = before.text[block.end - 1] === '\n' ? block.end - 1 : block.end;
    for (let index = next; index < applied.length && (applied[index] as Applied).start < textEnd; index++) {
      touched[index]?.push(block);
      hit = true;
    }
    if (hit) continue;
    const same = now.get(block.start + shift);
    if (same && isSame(block, same)) now.delete(same.start);
    else blame(next - 1);
  }
  blameNew(now, applied, touched, blame);
  // What would define a link shows nothing, and is no block.
  if (labels(before) !== labels(after)) {
    for (const [index, blocks] of touched.entries())
      if (blocks.some(({ content }) => label.test(content))) blame(index);
  }
  return broken;
}

/** Blocks that were not there: an edit may leave a paragraph or HTML, and what it touched before. */
function blameNew(
  now: ReadonlyMap<number, Placed>,
  applied: readonly Applied[],
  touched: readonly Placed[][],
  blame: (index: number) => void,
): void {
  let index = -1;
  for (const block of now.values()) {
    while (index + 1 < applied.length && (applied[index + 1] as Applied).at < block.end) index++;
    const edit = applied[Math.max(0, index)] as Applied;
    if (edit.free) continue;
    const known = touched[Math.max(0, index)] ?? [];
    const isHtml =
      block.type === 'html_block' && (known.some(({ type }) => type === 'html_block') || loneTag.test(block.content));
    const plain = isHtml || block.parent === 'paragraph_open p';
    const deepest = known.reduce((level, { level: one }) => Math.max(level, one), 1);
    if (plain ? block.level > deepest : !known.some((one) => one.type === block.type && one.parent === block.parent)) {
      blame(index);
    }
  }
}

/** Link reference definitions, by their labels. */
function labels({ read }: BlockText): string {
  return Object.keys(read.references).sort().join('\n');
}

function isSame(a: Block, b: Block): boolean {
  return a.type === b.type && a.parent === b.parent && a.level === b.level && a.content === b.content;
}

function place({ text, lines, leaves }: BlockText): Placed[] {
  return leaves.map((block) => ({
    start: lines[block.from] as number,
    end: lines[block.to] ?? text.length,
    ...block,
  }));
}
