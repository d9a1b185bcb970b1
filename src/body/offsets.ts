/** From places in decoded text to places in the input: entities are longer there than what they stand for. */

import { DecodingMode, EntityDecoder, htmlDecodeTree } from 'entities/decode';
import { firstIndex } from './bisect.js';
import type { Node } from './tree.js';

/**
 * Where the character at `index` of a text node starts in the input.
 * @param source the decoded input
 * @param text a text node that the parser made (or a split of one)
 * @returns UTF-16 offset into `source`
 */
export function sourceIndex(source: string, text: Node, index: number): number {
  if (text.end - text.start === text.data.length) return text.start + index;
  let at = text.start;
  let decoded = 0;
  let width = 0;
  const decoder = new EntityDecoder(htmlDecodeTree, (codepoint) => {
    width += codepoint > 0xffff ? 2 : 1;
  });
  while (decoded < index && at < text.end) {
    if (source.charCodeAt(at) === 0x26) {
      width = 0;
      decoder.startEntity(DecodingMode.Legacy);
      let consumed = decoder.write(source, at + 1);
      if (consumed < 0) consumed = decoder.end();
      if (consumed > 0) {
        at += consumed;
        decoded += width;
        continue;
      }
    }
    at++;
    decoded++;
  }
  return at;
}

/** Line and column (both from 1, UTF-16 units) of offsets in one text. */
export class Lines {
  private readonly starts: number[] = [0];

  constructor(text: string) {
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) this.starts.push(at + 1);
  }

  locate(offset: number): { line: number; column: number } {
    const { starts } = this;
    const line = Math.max(
      1,
      firstIndex(starts.length, (index) => (starts[index] as number) > offset),
    );
    return { line, column: offset - (starts[line - 1] as number) + 1 };
  }
}
