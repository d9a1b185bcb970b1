/** `--where`: the inputs whose front matter passes. */
import { closeSync, openSync, readSync } from 'node:fs';
import { splitFrontMatter } from '../front-matter/split.js';
import { decode } from '../input/decode.js';
import type { Input } from '../input/discover/types.js';
import { passes } from '../input/where/match.js';
import { parseWhere } from '../input/where/parse.js';

/** Front matter ends within them; a file that begins otherwise has none. Bytes. */
const HEAD = 65_536;

/**
 * Leaves out what does not pass. One that cannot be read stays, and fails by name; stdin was named by hand.
 * @param encoding overrides detection
 */
export async function selected(inputs: readonly Input[], where: string, encoding: string | null): Promise<Input[]> {
  const condition = parseWhere(where);
  const buffer = Buffer.alloc(HEAD);
  const found: Input[] = [];
  for (const input of inputs) {
    if (input.path === '-' || passes(condition, await frontMatterOf(input.absolute, buffer, encoding)))
      found.push(input);
  }
  return found;
}

async function frontMatterOf(path: string, buffer: Buffer, encoding: string | null) {
  let bytes: Buffer;
  try {
    const file = openSync(path, 'r');
    bytes = buffer.subarray(0, readSync(file, buffer, 0, HEAD, 0));
    closeSync(file);
    const { text } = await decode(whole(bytes), encoding ?? undefined);
    return splitFrontMatter(text).frontMatter?.data ?? null;
  } catch {
    return null;
  }
}

/** Without the line that the end of the buffer cut. */
function whole(bytes: Buffer): Buffer {
  if (bytes.length < HEAD) return bytes;
  return bytes.subarray(0, bytes.lastIndexOf(0x0a) + 1);
}
