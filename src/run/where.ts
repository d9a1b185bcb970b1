/** `--where`: the inputs whose front matter passes. */
import { splitFrontMatter } from '../front-matter/split.js';
import { decode } from '../input/decode.js';
import type { Input } from '../input/discover/types.js';
import { type Limits, openHead } from '../input/open.js';
import { passes } from '../input/where/match.js';
import { parseWhere } from '../input/where/parse.js';

/**
 * Leaves out what does not pass. One that cannot be read stays, and fails by name; stdin was named by hand.
 * @param encoding overrides detection
 */
export async function selected(
  inputs: readonly Input[],
  where: string,
  encoding: string | null,
  limits: Limits,
): Promise<Input[]> {
  const condition = parseWhere(where);
  const found: Input[] = [];
  for (const input of inputs) {
    if (input.path === '-' || passes(condition, await frontMatterOf(input, encoding, limits))) found.push(input);
  }
  return found;
}

async function frontMatterOf(input: Input, encoding: string | null, limits: Limits) {
  try {
    const { text } = await decode(await openHead(input, limits), encoding ?? undefined);
    return splitFrontMatter(text).frontMatter?.data ?? null;
  } catch {
    return null;
  }
}
