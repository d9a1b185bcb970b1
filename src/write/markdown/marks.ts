/** The marks on text that Markdown knows, and in which order they nest. */
import { DEL, EM, MARK_TAGS, STRONG } from '../vocabulary.js';

function rank(bit: number): number {
  if (bit === STRONG) return 3;
  if (bit === EM) return 2;
  return bit === DEL ? 1 : 0;
}

/** All marks, the outermost first where they cover the same text: `***a***` is read as strong inside emphasis. */
export const MARK_BITS: readonly number[] = MARK_TAGS.map((_, index) => 1 << index).sort((a, b) => rank(a) - rank(b));

/** Delimiter of a mark, or an empty string where it has only a tag. */
export function delimiterOf(bit: number): string {
  if (bit === STRONG) return '**';
  if (bit === EM) return '*';
  return bit === DEL ? '~~' : '';
}

export function tagOf(bit: number): string {
  return MARK_TAGS[31 - Math.clz32(bit)] as string;
}
