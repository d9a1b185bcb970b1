/** Opening tags that no end tag closes: what ends them, and whether they were meant as tags. */
import { blocks, holders, textBlocks, voids } from '../vocabulary.js';
import type { Tag } from './tags.js';

/** Text before a tag on its line, e.g. "Wrap it in a "; a tag's end is none. */
const behindText = /[^\s>][ \t]*$/;

/** How far that text is looked for. */
const REACH = 40;

export interface Unclosed {
  /** Text blocks that end at a blank line, as an unclosed `<p>` does in CommonMark. */
  loose: ReadonlySet<number>;
  /** Tags that a sentence only names, in the middle of its line: "Wrap it in a <div> by hand." */
  mentioned: ReadonlySet<number>;
}

/** Indexes of the opening tags of blocks that nothing closes. Linear. */
export function unclosedTags(body: string, tags: readonly Tag[]): Unclosed {
  const loose = new Set<number>();
  const mentioned = new Set<number>();
  /** End tags behind this place that wait for their opening tags. */
  const ends = new Map<string, number>();
  /** What is closed, or begins a line: a sentence that names a table names its cells too. */
  const names = new Set(tags.filter((tag) => tag.close || !isBehindText(body, tag)).map(({ name }) => name));
  let next: Tag | null = null;
  for (let index = tags.length - 1; index >= 0; index--) {
    const tag = tags[index] as Tag;
    const { name, close } = tag;
    if (!blocks.has(name)) continue;
    const left = (ends.get(name) ?? 0) + (close ? 1 : -1);
    ends.set(name, Math.max(0, left));
    if (name === 'p') {
      // The next block's tag ends a paragraph, be it closed later or not.
      if (!close && !(next?.name === 'p' && next.close)) loose.add(index);
    } else if (left < 0 && !voids.has(name) && !holders[name]?.some((holder) => names.has(holder))) {
      if (isBehindText(body, tag)) mentioned.add(index);
      else if (textBlocks.has(name)) loose.add(index);
    }
    next = tag;
  }
  return { loose, mentioned };
}

function isBehindText(body: string, { start }: Tag): boolean {
  return behindText.test(body.slice(Math.max(0, start - REACH), start));
}

/** kramdown and PHP Markdown Extra read what is in such an element as Markdown, e.g. `<div markdown="1">`. */
const markdownAttribute = /\smarkdown\s*=\s*["']?(?:1|true|block|span)\b/i;

/** A blank line behind a tag, e.g. "\n\n". */
const blankLine = /^[ \t]*\n[ \t]*\n/;

/** A paragraph or a quote that begins with a blank line is a wrapper: HTML ends there (CommonMark 0.31, section 4.6). */
export function holdsMarkdown(body: string, { name, start, end }: Tag): boolean {
  if ((name === 'p' || name === 'blockquote') && blankLine.test(body.slice(end, end + REACH))) return true;
  return markdownAttribute.test(body.slice(start, end));
}
