/** Where a front matter block starts and may end, before anything reads what is in it. */
import type { FrontMatterSyntax } from '../types.js';

/** A block of more is none that a person wrote; it is kept, and not read. UTF-16 units. */
export const longestBlock = 1_048_576;
/** Ends that are tried: `---` may stand inside a quoted scalar, `+++` inside a TOML string. */
const mostEnds = 4;

/** `---`, `--- `, `---yaml`, `--- toml` */
const namedFence = /^---[ \t]*(yaml|yml|toml|json)?[ \t]*$/i;
/** `+++` */
const tomlFence = /^\+\+\+[ \t]*$/;
/** Hexo's JSON: `;;;` */
const hexoFence = /^;;;[ \t]*$/;
const dashes = /^---[ \t]*$/;
/** The line that closes a block, with the line end before it: `---` or `...` in YAML. */
const yamlEnd = /\n(?:---|\.\.\.)[ \t]*(?![^\n])/g;
const dashEnd = /\n---[ \t]*(?![^\n])/g;
const tomlEnd = /\n\+\+\+[ \t]*(?![^\n])/g;
const hexoEnd = /\n;;;[ \t]*(?![^\n])/g;
/** `---js`, `--- coffee`, `---title: x`: starts like a fence and is none. Not a rule of more dashes. */
const otherFence = /^---[ \t]*[^-\s].*$/;
/** A line that starts a pair: `title: x`, `title = "x"`, `"title": ...` */
const pairStart = /^["']?[\p{L}_][\p{L}\p{N}_.-]{0,60}["']?[ \t]*[:=]/u;

export interface End {
  /** End of the block's text: where the closing fence's line starts. */
  start: number;
  /** Where the body starts. */
  bodyStart: number;
}

export type Opening =
  /** `isOpen`: no fence opens it, so what is no mapping is text. `ends` are looked for as they are asked for: nearly always the first is the one, and the body is not read. */
  | {
      kind: 'block';
      syntax: FrontMatterSyntax;
      start: number;
      blockStart: number;
      first: End;
      ends: Iterable<End>;
      isOpen?: boolean;
    }
  /** A fence that opens and does not close, or names another language. */
  | { kind: 'unclosed'; start: number; line: string }
  | { kind: 'refused'; start: number; line: string }
  | { kind: 'none' };

/** Looks at the first line that is not blank. Text before it can only be blank lines. */
export function findOpening(text: string): Opening {
  const start = firstLine(text);
  const line = text.slice(start, lineEnd(text, start));
  if (line.startsWith('{')) return bareJson(text, start);
  const named = namedFence.exec(line);
  if (named) {
    const name = named[1]?.toLowerCase();
    const syntax = name === 'toml' || name === 'json' ? name : 'yaml';
    return fenced(text, start, line, syntax, syntax === 'yaml' ? yamlEnd : dashEnd);
  }
  if (tomlFence.test(line)) return fenced(text, start, line, 'toml', tomlEnd);
  if (hexoFence.test(line)) return fenced(text, start, line, 'json', hexoEnd);
  if (otherFence.test(line)) return { kind: 'refused', start, line };
  return unfenced(text, start) ?? { kind: 'none' };
}

/** `title: x`, `"title": x`, `tags:` */
const barePair = /^["']?[a-z][\w-]{0,40}["']?[ \t]*:(?:[ \t]|$)/i;
/** What may follow a pair: `- rain`, an indented line, a comment. */
const bareRest = /^(?:[ \t]+\S|- |#)/;
/** A line break of Markdown: then these are lines of a text. */
const hardBreak = / {2}$/;
/** Hexo asks for one of these. */
const bareName = /^["']?(?:title|date)["']?[ \t]*:/m;
const mostBareLines = 200;

/**
 * A block of Hexo's posts until 2016: names and values from the first line on, closed by `---` and opened by nothing.
 * A blank line stands at its end or nowhere, and only below two pairs: one pair, a blank line and a rule are a text.
 */
function unfenced(text: string, start: number): Opening | null {
  let pairs = 0;
  let hasBlank = false;
  let at = start;
  for (let left = mostBareLines; at < text.length && left > 0; left--) {
    const stop = lineEnd(text, at);
    const line = text.slice(at, Math.min(stop, at + 2000));
    if (dashes.test(line)) {
      if (pairs < (hasBlank ? 2 : 1) || !bareName.test(text.slice(start, at))) return null;
      const first = { start: at, bodyStart: Math.min(text.length, stop + 1) };
      return { kind: 'block', syntax: 'yaml', start, blockStart: start, first, ends: [first], isOpen: true };
    }
    if (line.trim() === '') hasBlank = true;
    else if (hasBlank || hardBreak.test(line)) return null;
    else if (barePair.test(line)) pairs++;
    else if (pairs === 0 || !bareRest.test(line)) return null;
    at = stop + 1;
  }
  return null;
}

function fenced(text: string, start: number, line: string, syntax: FrontMatterSyntax, end: RegExp): Opening {
  const blockStart = Math.min(text.length, start + line.length + 1);
  const ends = { [Symbol.iterator]: () => findEnds(text, blockStart, end) };
  const [first] = ends;
  if (first) return { kind: 'block', syntax, start, blockStart, first, ends };
  // A rule with a blank line below it, then prose: Markdown, and nothing to warn of.
  const below = text.slice(blockStart, lineEnd(text, blockStart)).trim();
  const next = text.slice(blockStart).trimStart().slice(0, 100);
  return below === '' && !pairStart.test(next) ? { kind: 'none' } : { kind: 'unclosed', start, line };
}

/** The lines below the opening fence that a pattern takes for a closing one. */
function* findEnds(text: string, blockStart: number, end: RegExp): Generator<End> {
  let from = blockStart - 1;
  for (let left = mostEnds; left > 0; left--) {
    end.lastIndex = from;
    const found = end.exec(text);
    if (found === null || found.index - blockStart > longestBlock) return;
    from = end.lastIndex;
    yield { start: found.index + 1, bodyStart: Math.min(text.length, from + 1) };
  }
}

/** Hugo's JSON: an object at the start of the file, the body on the line after it. Not `{% liquid %}`. */
function bareJson(text: string, start: number): Opening {
  let inner = start + 1;
  while (inner < text.length && ' \t\n'.includes(text.charAt(inner))) inner++;
  if (text.charAt(inner) !== '"') return { kind: 'none' };
  const close = objectEnd(text, start);
  if (close < 0) return { kind: 'unclosed', start, line: '{' };
  const stop = lineEnd(text, close);
  if (text.slice(close, stop).trim() !== '') return { kind: 'none' };
  const first = { start: close, bodyStart: Math.min(text.length, stop + 1) };
  return { kind: 'block', syntax: 'json', start, blockStart: start, first, ends: [first] };
}

/** The offset behind the brace that closes the object at `start`, or -1. */
function objectEnd(text: string, start: number): number {
  let depth = 0;
  let inString = false;
  const limit = Math.min(text.length, start + longestBlock);
  for (let index = start; index < limit; index++) {
    const char = text.charCodeAt(index);
    if (inString) {
      if (char === 0x5c) index++;
      else if (char === 0x22) inString = false;
    } else if (char === 0x22) inString = true;
    else if (char === 0x7b || char === 0x5b) depth++;
    else if ((char === 0x7d || char === 0x5d) && --depth === 0) return index + 1;
  }
  return -1;
}

/** The start of the first line that is not blank; a byte order mark counts as blank. */
function firstLine(text: string): number {
  let start = 0;
  for (let index = 0; index < text.length; index++) {
    const char = text.charAt(index);
    if (char === '\n' || char === '\ufeff') start = index + 1;
    else if (char !== ' ' && char !== '\t') break;
  }
  return start;
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}
