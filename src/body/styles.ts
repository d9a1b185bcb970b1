/** What style attributes say that a reader of text must know. */
import type { Node } from './tree.js';

/** Example: `font-weight: normal`, `font-weight:400`. */
const NOT_BOLD = /(?:^|[;\s])font-weight\s*:\s*(?:normal|lighter|[1-4]00)\b/i;
/** Example: `font-style: normal`. */
const NOT_ITALIC = /(?:^|[;\s])font-style\s*:\s*normal\b/i;

/**
 * Whether an element that is bold or italic by its name looks like plain text: how word processors wrap what they
 * copy. Example: `<b style="font-weight:normal">` around a whole document of Google Docs.
 */
export function isPlainMark({ name, attributes }: Node): boolean {
  const style = attributes?.get('style');
  if (!style) return false;
  return (name === 'b' || name === 'strong' ? NOT_BOLD : NOT_ITALIC).test(style);
}
