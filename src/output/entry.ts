/** The lines of a manifest. Each part of a line is checked before it is believed: anybody may have written it. */

/** One line: an article and its outputs. */
export interface Entry {
  source: string;
  /** The input: bytes, last change in ms, content. */
  size: number;
  mtime: number;
  input: string;
  /** Fingerprint of options, rules and tool. */
  settings: string;
  /** The folder that `source` counts from, as seen from the manifest's; absent for a stream. */
  base?: string;
  outputs: { path: string; hash: string; size: number; mtime: number }[];
  /** Relative links that were asked, and the answers: they depend on other files. */
  links: [url: string, answer: string | null][];
}

/** An output that was about to appear. */
export interface ClaimLine {
  path: string;
  hash: string;
}

const SOURCE = '{"source":';

/** The source that a line is about, without reading all of the line; null for one that is damaged. */
export function sourceIn(line: string): string | null {
  const end = line.indexOf(',"size":');
  if (!line.startsWith(SOURCE) || !line.endsWith(']}') || end < 0) return null;
  try {
    const source = line.slice(SOURCE.length, end);
    const value: unknown = source.includes('\\') ? JSON.parse(source) : source.slice(1, -1);
    return source.startsWith('"') && typeof value === 'string' ? value : null;
  } catch {
    return entryIn(line)?.source ?? null;
  }
}

/** What a line says; null where any part of it is not what it must be. */
export function entryIn(line: string): Entry | null {
  const value = parse(line);
  if (!isRecord(value)) return null;
  const { source, base = '', size, mtime, input, settings, outputs, links } = value;
  const isEntry =
    areTexts(source, base, input, settings) &&
    areNumbers(size, mtime) &&
    Array.isArray(outputs) &&
    outputs.every(isOutput) &&
    Array.isArray(links) &&
    links.every(isLink);
  return isEntry ? (value as unknown as Entry) : null;
}

/** What a line claims; null for any other line. */
export function claimIn(line: string): ClaimLine | null {
  if (!line.startsWith('{"claim":')) return null;
  const value = parse(line);
  if (!isRecord(value) || !areTexts(value.claim, value.hash)) return null;
  return { path: value.claim as string, hash: value.hash as string };
}

function isOutput(value: unknown): boolean {
  return isRecord(value) && areTexts(value.path, value.hash) && areNumbers(value.size, value.mtime);
}

function isLink(value: unknown): boolean {
  return Array.isArray(value) && areTexts(value[0]) && (value[1] === null || areTexts(value[1]));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function areTexts(...values: unknown[]): boolean {
  return values.every((value) => typeof value === 'string');
}

function areNumbers(...values: unknown[]): boolean {
  return values.every((value) => typeof value === 'number');
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    // The rest of a line that a full disk cut.
    return null;
  }
}
