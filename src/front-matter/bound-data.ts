/** Parsed data made plain: bounded, without keys that other code could trip over, texts as they were meant. */

/** What aliases and merge keys may make of a block, as a multiple of its length; and what any block may have. */
const growth = 4;
const allowance = 100_000;
/** Levels of lists and maps; js-yaml and smol-toml stop there too, JSON has no limit of its own. */
const deepest = 100;

export class TooLargeError extends Error {
  override name = 'TooLargeError';
}

export interface BoundedData {
  data: Record<string, unknown>;
  /** Keys that were dropped: `__proto__`. */
  dropped: string[];
}

/**
 * Walks the data as it would be written, aliases followed, and stops an alias bomb by its size.
 * @param data what a parser gave for the block
 * @param length UTF-16 units of the block
 * @param readText applied to every text
 * @throws TooLargeError where aliases make more than four times the block, or it is nested deeper than 100 levels
 */
export function boundData(
  data: Record<string, unknown>,
  length: number,
  readText: ((text: string) => string) | null,
): BoundedData {
  const dropped: string[] = [];
  let budget = growth * length + allowance;
  const pending = [{ record: data, depth: 1 }];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { record, depth } = next;
    if (depth > deepest) throw new TooLargeError('it is nested too deep');
    if (Object.hasOwn(record, '__proto__')) {
      // Own here, but code that copies keys by assignment would set a prototype.
      Reflect.deleteProperty(record, '__proto__');
      dropped.push('__proto__');
    }
    for (const key in record) {
      const value = record[key];
      budget -= 1 + key.length;
      if (typeof value === 'string') {
        budget -= value.length;
        if (readText) record[key] = readText(value);
      } else if (typeof value === 'object' && value !== null)
        pending.push({ record: value as Record<string, unknown>, depth: depth + 1 });
      if (budget < 0) throw new TooLargeError('its aliases stand for too much text');
    }
    if (--budget < 0) throw new TooLargeError('its aliases stand for too much text');
  }
  return { data, dropped };
}
