/**
 * Reads YAML that is not valid, for its metadata only: the block itself is kept as it stands. Scraped titles are
 * full of `title: Foo: bar`, `title: @foo` and quotes in quotes; each top-level pair is read alone, so that one bad
 * value costs nothing but itself.
 */
import { isMapping } from './engines.js';
import { BlockError, parseYaml } from './yaml.js';

/** Maps in maps that are repaired. Deeper ones stay text. */
const deepest = 4;
/** Bad pairs that are repaired, in their order; a block with more is no work of a person, and what is left stays raw. */
const mostBad = 200;

/** Names that front matter has in every generator: one of them shows that a broken block is one. */
const known =
  /^(?:title|date|layout|tags?|categor(?:y|ies)|authors?|slug|draft|permalink|url|description|published|lastmod|updated)$/i;
/** A name of one word. */
const word = /^["']?[^\s<>"'|]{1,100}["']?$/;

/** Whether these keys are metadata. Prose between two rules can be valid YAML too: `He said: no`. */
export function looksLikeMetadata(keys: readonly string[]): boolean {
  return keys.length === 0 || keys.some((key) => key !== '__proto__' && (known.test(key) || word.test(key)));
}

/**
 * @param block YAML without its fences
 * @returns the pairs that could be read, or null where this is prose and no front matter
 */
export function repairYaml(block: string): Record<string, unknown> | null {
  const tabless = leadingTabs(block);
  const whole = attempt(tabless);
  if (isMapping(whole)) return looksLikeMetadata(Object.keys(whole)) ? whole : null;
  const { data, stray } = readPairs(tabless, 0);
  const keys = Object.keys(data);
  if (keys.length === 0) return null;
  // A line that belongs to no pair is a sign of prose, unless a known name stands beside it.
  if (stray ? !keys.some((key) => known.test(key)) : !looksLikeMetadata(keys)) return null;
  return data;
}

interface Pair {
  key: string;
  /** The pair's own lines. */
  lines: string[];
  /** What stands behind the colon. */
  value: string;
}

/** Belongs to the pair above it: indented, a list's item, or the end of a flow collection. */
const continuation = /^(?:\s|-(?:\s|$)|[\]}])/;

/** A plain value on the key's own line: not `|`, a quote, `[`... */
const complete = /^[^|>"'[{&*!#]/;

function readPairs(block: string, depth: number): { data: Record<string, unknown>; stray: boolean } {
  const pairs: Pair[] = [];
  let stray = false;
  for (const line of block.split('\n')) {
    const last = pairs.at(-1);
    const isIndented = continuation.test(line);
    // Below a value that is complete, a pair or an item is only indented wrong.
    const isWrong = isIndented && last !== undefined && complete.test(last.value);
    const isBelow = isIndented && !(isWrong && (splitPair(line.trim()) || line.trimStart().startsWith('- ')));
    const pair = isBelow || line.startsWith('#') ? null : splitPair(line.trim());
    if (pair) pairs.push(pair);
    else if (isBelow && last) last.lines.push(line);
    else if (line.trim() !== '' && !line.startsWith('#')) stray = true;
  }
  return { data: readAll(pairs, depth), stray };
}

/** Reads as many pairs at once as are valid: halves, and halves of halves, down to the pair that is not. */
function readAll(pairs: readonly Pair[], depth: number): Record<string, unknown> {
  const data: Record<string, unknown> = {};
  const ranges = [{ from: 0, to: pairs.length }];
  let bad = 0;
  for (let range = ranges.pop(); range !== undefined && bad < mostBad; range = ranges.pop()) {
    const { from, to } = range;
    const part = pairs.slice(from, to);
    const read = attempt(part.flatMap(({ lines }) => lines).join('\n'));
    const single = part.length === 1 ? part[0] : undefined;
    const found = isMapping(read) ? read : single && { [single.key]: readPair(single, depth) };
    // Assigning `__proto__` would set a prototype; it is dropped from valid blocks too.
    if (found) for (const key of Object.keys(found)) if (key !== '__proto__') data[key] = found[key];
    if (!isMapping(read) && single) bad++;
    if (!found && part.length > 1) {
      const middle = (from + to) >> 1;
      ranges.push({ from: middle, to }, { from, to: middle });
    }
  }
  return data;
}

function splitPair(line: string): Pair | null {
  const colon = line.endsWith(':') && !line.includes(': ') ? line.length - 1 : line.indexOf(': ');
  if (colon <= 0 || colon > 200) return null;
  return { key: stripQuotes(line.slice(0, colon).trim()), lines: [line], value: line.slice(colon + 1).trim() };
}

/** The value of a pair that is no YAML: a list or a map of what can be read, else its text. */
function readPair({ lines, value }: Pair, depth: number): unknown {
  const below = lines.slice(1).filter((line) => line.trim() !== '');
  if (value === '' && below.length > 0) {
    if (below.every((line) => line.trimStart().startsWith('-'))) {
      return below.map((line) => readScalar(line.trimStart().slice(1).trim()));
    }
    if (depth < deepest) {
      const indent = Math.min(...below.map((line) => line.length - line.trimStart().length));
      const { data, stray } = readPairs(below.map((line) => line.slice(indent)).join('\n'), depth + 1);
      if (!stray && Object.keys(data).length > 0) return data;
    }
  }
  return readScalar([value, ...below.map((line) => line.trim())].join(' ').trim());
}

function readScalar(text: string): unknown {
  const value = attempt(text);
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? stripQuotes(text)
    : (value ?? stripQuotes(text));
}

function attempt(yaml: string): unknown {
  try {
    return parseYaml(yaml, true);
  } catch (error) {
    if (error instanceof BlockError) return undefined;
    throw error;
  }
}

/** Quotes in runs that no YAML has: `"""""""'SP'"""""""`. */
const quoteRun = /^"{2,100}([^"].*?)"{2,100}$/;

/** The text without the quotes around it, or without the one that was left open. `"a" b` keeps its own. */
/** A quote in quotes begins words or stands in one; `"a" and "b"` are two. Example: `'L'eau et la roue'`, `"A "b" c"`. */
function opensInside(text: string, at: number): boolean {
  const isWord = /^\p{L}\S\p{L}$/u.test(text.slice(at - 1, at + 2));
  return isWord || /^[\s(]/.test(text.slice(at - 1));
}

function stripQuotes(text: string): string {
  const run = quoteRun.exec(text);
  if (run) return run[1] ?? text;
  const quote = text.charAt(0);
  if (quote !== '"' && quote !== "'") return text;
  const inner = text.slice(1);
  if (!inner.includes(quote)) return inner.trim();
  const next = inner.indexOf(quote);
  const isClosed = next === inner.length - 1;
  return isClosed || (inner.endsWith(quote) && opensInside(inner, next)) ? inner.slice(0, -1) : text;
}

/** YAML takes no tab for indentation: two blanks each. */
function leadingTabs(block: string): string {
  if (!block.includes('\t')) return block;
  return block.replace(/^[ \t]+/gm, (indent) => indent.replaceAll('\t', '  '));
}
