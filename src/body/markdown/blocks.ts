/** markdown-it's block phase: which lines are which block. Its inline phase, four fifths of its time, is not run. */
import { blockTokens } from './block-phase.js';

export interface Block {
  /**
   * markdown-it's token: `inline` (paragraph, heading), `html_block`, `fence`, `code_block`, `hr`, `table_open`; of what
   * holds them `blockquote_open`, `bullet_list_open`, `ordered_list_open`, `list_item_open`.
   */
  type: string;
  /** What holds it: `paragraph_open`, `heading_open h2`. */
  parent: string;
  level: number;
  /** First line and the line after the last, from 0. */
  from: number;
  to: number;
  content: string;
}

/** Start of each line, and the text's length at the end. */
function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  if (starts.at(-1) !== text.length) starts.push(text.length);
  return starts;
}

/** What link reference definitions say, as markdown-it keeps it for its inline phase. */
export type References = Record<string, { title: string; href: string }>;

interface ReadBlocks {
  /** In order, containers before what they hold. Tables are one block; link reference definitions are none. */
  blocks: Block[];
  references: References;
}

function readBlocks(text: string, lines: readonly number[]): ReadBlocks {
  const env: { references?: References } = {};
  // markdown-it reads NUL as a line's end in places; its own normalize step replaces it so.
  const tokens = blockTokens(text.replaceAll('\0', '\ufffd'), lines, env);
  const blocks: Block[] = [];
  let parent = '';
  let table = 0;
  for (const { type, tag, level, map, content } of tokens) {
    if (type === 'table_close') table--;
    if (type === 'paragraph_open' || type === 'heading_open') parent = `${type} ${tag}`;
    if (table === 0 && map && (leaves.has(type) || containers.has(type))) {
      blocks.push({ type, parent: type === 'inline' ? parent : '', level, from: map[0], to: map[1], content });
    }
    if (type === 'table_open') table++;
  }
  return { blocks: wholeListings(blocks, text), references: env.references ?? {} };
}

const listing = /^ {0,3}<pre[\s>]/i;
const listingEnd = /<\/pre\s*>/gi;

/**
 * To CommonMark `</script>` and its like end a block that began with `<pre>` (0.31, section 4.6). Its author pasted
 * code that holds one: the block goes on to the line of `</pre>`.
 */
function wholeListings(blocks: Block[], text: string): Block[] {
  const isCut = ({ type, level, content }: Block): boolean =>
    type === 'html_block' && level === 0 && listing.test(content) && content.search(listingEnd) < 0;
  if (!blocks.some(isCut)) return blocks;
  const lines = lineStarts(text);
  const whole: Block[] = [];
  let last: Block | null = null;
  let isLast = false;
  for (const block of blocks) {
    if (last && block.from < last.to) {
      last.to = Math.max(last.to, block.to);
      continue;
    }
    whole.push(block);
    last = null;
    if (isLast || !isCut(block)) continue;
    listingEnd.lastIndex = lines[block.from] as number;
    const end = listingEnd.exec(text)?.index;
    isLast = end === undefined;
    if (end === undefined) continue;
    last = block;
    let line = block.to;
    while ((lines[line] ?? text.length) <= end && line < lines.length - 1) line++;
    block.to = Math.max(block.to, line);
    block.content = text.slice(lines[block.from], lines[block.to]);
  }
  return whole;
}

const containers = new Set(['blockquote_open', 'bullet_list_open', 'ordered_list_open', 'list_item_open']);
const leaves = new Set(['inline', 'html_block', 'fence', 'code_block', 'hr', 'table_open']);

/** A Markdown text with its lines and blocks: read once, when they are asked for. */
export class BlockText {
  #lines: number[] | null = null;
  #read: ReadBlocks | null = null;

  /** @param text LF line ends; all offsets are from its start */
  constructor(readonly text: string) {}

  /** Start of each line, and the text's length at the end. */
  get lines(): readonly number[] {
    this.#lines ??= lineStarts(this.text);
    return this.#lines;
  }

  get read(): ReadBlocks {
    this.#read ??= readBlocks(this.text, this.lines);
    return this.#read;
  }

  /** The blocks that hold no other: an empty item or quote, too. */
  get leaves(): Block[] {
    return this.read.blocks.filter(
      ({ type, level }, index, blocks) => leaves.has(type) || level >= (blocks[index + 1]?.level ?? 0),
    );
  }
}
