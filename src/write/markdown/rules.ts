/** The caller's own conversion rules, in turndown's form. */
import type { ConversionRule, WriteOptions } from '../options.js';

/** The rules to try, the last one given first. */
export function rulesOf({ rules }: WriteOptions): readonly ConversionRule[] {
  if (!rules) return [];
  return Array.isArray(rules) ? [...rules].reverse() : Object.values(rules).reverse();
}
