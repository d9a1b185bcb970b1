/**
 * The YAML that nine of ten posts are made of, read line by line: pairs of one line, lists of one level, maps of one
 * level. js-yaml 5 takes four times as long as js-yaml 3 on such blocks. Whatever is not surely this subset is left
 * to js-yaml; where this reader answers, the answer is the same (a property test compares them).
 */
import { exactNumber } from './numbers.js';

/** Tabs, control characters and other line ends: js-yaml decides on them. */
const unusual = /[\t\0-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/;
/** `title: One`, `tags:` */
const pair = /^( *)([A-Za-z_][\w-]{0,99}):(?: +([^ ].*)?)?$/;
/** `- one`, `  - one` */
const item = /^( *)- +([^ ].*)$/;
/** `"one"` without escapes, `'one'` without quotes in it */
const quoted = /^(?:"[^"\\]*"|'[^']*')$/;
/** What a plain scalar may start with here. */
const plainStart = /^[^\s!"#%&'*,\-:<=>?@[\]`{|}~]/;
/** What a plain scalar in a flow list may not have. */
const flowMarks = /[[\]{}:#"'\\]/;

const words: ReadonlyMap<string, boolean | null> = new Map([
  ...['true', 'True', 'TRUE'].map((word) => [word, true] as const),
  ...['false', 'False', 'FALSE'].map((word) => [word, false] as const),
  ...['null', 'Null', 'NULL'].map((word) => [word, null] as const),
]);

type Map1 = Record<string, unknown>;

/** @returns the pairs, or null where the block is anything but this subset */
export function readSimpleYaml(block: string): Map1 | null {
  if (unusual.test(block)) return null;
  const lines = block.split('\n');
  const data: Map1 = {};
  for (let index = 0; index < lines.length; ) {
    const line = lines[index++] ?? '';
    if (line === '' || line.startsWith('#')) continue;
    const [, indent, key = '', text = ''] = pair.exec(line) ?? [];
    if (indent !== '' || !isNewKey(data, key)) return null;
    if (text !== '') {
      const value = readValue(trimBlanks(text));
      if (value === undefined) return null;
      data[key] = value;
      continue;
    }
    const below = readBelow(lines, index);
    if (below === null) return null;
    data[key] = below.value;
    index = below.next;
  }
  return Object.keys(data).length > 0 ? data : null;
}

function isNewKey(data: Map1, key: string): boolean {
  return key !== '__proto__' && !words.has(key) && !Object.hasOwn(data, key);
}

/** The list or map below a key without a value; nothing below it is the value null. */
function readBelow(lines: readonly string[], from: number): { value: unknown; next: number } | null {
  const items: unknown[] = [];
  const map: Map1 = {};
  let indent: string | undefined;
  let next = from;
  for (; next < lines.length; next++) {
    const line = lines[next] ?? '';
    const isItem = items.length > 0 || (indent === undefined && item.test(line));
    const [, blanks, ...rest] = (isItem ? item : pair).exec(line) ?? [];
    if (blanks === undefined || (!isItem && blanks === '')) break;
    indent ??= blanks;
    const text = trimBlanks((isItem ? rest[0] : rest[1]) ?? '');
    const value = blanks === indent && text !== '' ? readValue(text) : undefined;
    if (value === undefined) return null;
    if (isItem) items.push(value);
    else if (isNewKey(map, rest[0] ?? '')) map[rest[0] ?? ''] = value;
    else return null;
  }
  if (indent === undefined) return { value: null, next };
  return { value: items.length > 0 ? items : map, next };
}

/** A scalar or a flow list of scalars; undefined for everything else. */
function readValue(text: string): unknown {
  if (!text.startsWith('[')) return readScalar(text);
  if (!text.endsWith(']')) return undefined;
  const inner = trimBlanks(text.slice(1, -1));
  if (inner === '') return [];
  const values: unknown[] = [];
  for (const part of inner.split(',')) {
    const scalar = trimBlanks(part);
    const value = flowMarks.test(scalar) && !quoted.test(scalar) ? undefined : readScalar(scalar);
    if (value === undefined) return undefined;
    values.push(value);
  }
  return values;
}

/** Only blanks go: YAML keeps a no-break or ideographic one, which `trim` does not. */
function trimBlanks(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && text.charCodeAt(start) === 0x20) start++;
  while (end > start && text.charCodeAt(end - 1) === 0x20) end--;
  return text.slice(start, end);
}

function readScalar(text: string): unknown {
  if (quoted.test(text)) return text.slice(1, -1);
  if (!plainStart.test(text) || text.includes(': ') || text.endsWith(':') || text.includes(' #')) return undefined;
  const word = words.get(text);
  return word === undefined ? (exactNumber(text) ?? text) : word;
}
