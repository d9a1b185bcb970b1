/**
 * The YAML that nearly all posts are made of, read line by line: maps and lists by their indents, scalars of one line
 * or folded. js-yaml 5 takes many times as long on such blocks. Whatever is not surely this subset is left to js-yaml;
 * where this reader answers, the answer is the same (property tests compare them).
 */
import { closingQuote, foldPlain, isClosed, readQuoted, readValue, trimBlanks, words } from './simple-scalar.js';

/** Tabs, control characters and other line ends: js-yaml decides on them. */
const unusual = /[\t\0-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/;
/** `title: One`, `tags:` */
const pair = /^([A-Za-z_][\w-]{0,99}):(?: +([^ ].*)?)?$/;
/** A blank that an escape may keep at the end of a line. */
const keptBlank = /\\ +$/;
/** Levels of maps and lists; more is rare, and js-yaml's. */
const deepest = 8;

type Pairs = Record<string, unknown>;

/** @returns the pairs, or null where the block is anything but this subset */
export function readSimpleYaml(block: string): Pairs | null {
  if (unusual.test(block)) return null;
  const reader = new Reader(block.split('\n'));
  const data = reader.map(0, deepest);
  return data !== undefined && reader.isAtEnd && Object.keys(data).length > 0 ? data : null;
}

/** Each part reads from the line at `at` on and leaves it behind what it has read; undefined gives the block up. */
class Reader {
  private at = 0;

  constructor(private readonly lines: readonly string[]) {}

  get isAtEnd(): boolean {
    return this.at >= this.lines.length;
  }

  /** @param start what the first line goes on with where a `- ` stands before it, else null */
  map(indent: number, levels: number, start: string | null = null): Pairs | undefined {
    const data: Pairs = {};
    for (let text = start; text !== null || !this.isAtEnd; text = null) {
      const line = text ?? this.textAt(indent);
      if (line === null) break;
      if (line === '' || line.startsWith('#')) {
        // Inside a map of a lower level a blank line or a comment may belong to a scalar.
        if (indent > 0) return undefined;
        this.at++;
        continue;
      }
      const [, key = '', rest = ''] = pair.exec(line) ?? [];
      if (key === '' || key === '__proto__' || words.has(key) || Object.hasOwn(data, key)) return undefined;
      this.at++;
      const value = rest === '' ? this.below(indent, levels) : this.scalar(rest, indent);
      if (value === undefined) return undefined;
      data[key] = value;
    }
    return data;
  }

  /** What stands below a key: a list, a map, or nothing, which is null. */
  private below(indent: number, levels: number): unknown {
    const next = this.indentAt();
    const line = this.lines[this.at] ?? '';
    if (next >= indent && line.startsWith('- ', next)) return this.list(next, levels);
    if (next > indent) return levels > 0 ? this.map(next, levels - 1) : undefined;
    return null;
  }

  private list(indent: number, levels: number): unknown[] | undefined {
    const items: unknown[] = [];
    for (let line = this.textAt(indent); line?.startsWith('- '); line = this.textAt(indent)) {
      const text = trimBlanks(line.slice(2));
      if (text === '') return undefined;
      const inner = indent + line.length - line.slice(2).trimStart().length;
      const isMap = pair.test(text);
      if (isMap && levels === 0) return undefined;
      if (!isMap) this.at++;
      const value = isMap ? this.map(inner, levels - 1, text) : this.scalar(text, indent);
      if (value === undefined) return undefined;
      items.push(value);
    }
    return items;
  }

  /** @param text of the scalar's first line @param indent of what it belongs to: lines that go on stand further in */
  private scalar(text: string, indent: number): unknown {
    const first = trimBlanks(text);
    const quote = first.charAt(0);
    if ((quote === '"' || quote === "'") && !isClosed(first)) return this.quoted(text, indent);
    if (this.indentAt() <= indent) return readValue(first);
    const lines = [first];
    while (this.indentAt() > indent) lines.push(trimBlanks(this.lines[this.at++] as string));
    return foldPlain(lines);
  }

  private quoted(text: string, indent: number): string | undefined {
    const quote = text.charAt(0);
    const lines = [trimBlanks(text)];
    for (let line = text, isOpen = true; isOpen; ) {
      // An escape may keep the blank at a line's end: js-yaml knows.
      if (keptBlank.test(line) || this.indentAt() <= indent) return undefined;
      line = this.lines[this.at++] as string;
      const rest = trimBlanks(line);
      lines.push(rest);
      isOpen = closingQuote(rest, 0, quote) < 0;
    }
    return readQuoted(lines);
  }

  /** Blanks before the line; -1 for an empty line, blanks alone, and behind the end. */
  private indentAt(): number {
    const line = this.lines[this.at] ?? '';
    let indent = 0;
    while (line.charCodeAt(indent) === 0x20) indent++;
    return indent === line.length ? -1 : indent;
  }

  /** The line without its indent, where it has just this one; null where the part ends before it. */
  private textAt(indent: number): string | null {
    const next = this.indentAt();
    if (next === indent) return (this.lines[this.at] as string).slice(indent);
    return next < 0 && indent === 0 && !this.isAtEnd ? '' : null;
  }
}
