/** `.article-clean.ndjson` in an output folder: what this tool wrote there, and from what. */
import { isAscii } from 'node:buffer';
import { appendFileSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { Shard } from '../options/settings.js';
import { AtomicFile } from './atomic.js';
import type { Saved } from './save.js';

/** One line: an article and its outputs. */
export interface Entry {
  source: string;
  /** The input: bytes, last change in ms, content. */
  size: number;
  mtime: number;
  input: string;
  /** Fingerprint of options, rules and tool. */
  settings: string;
  outputs: { path: string; hash: string; size: number; mtime: number }[];
  /** Relative links that were asked, and the answers: they depend on other files. */
  links: [url: string, answer: string | null][];
}

const HEAD = {
  manifest: 1,
  tool: 'article-clean',
  note: 'what article-clean wrote here; without it, outputs are never replaced',
};
const NAME = /^\.article-clean(?:\.\d+-of-\d+)?\.ndjson$/; // .article-clean.2-of-8.ndjson

/** Characters of notes that wait in memory. */
const JOURNAL = 16_384;

/** Name of the manifest; each shard has its own. */
export function manifestName(shard: Shard | null): string {
  return shard ? `.article-clean.${shard.index}-of-${shard.count}.ndjson` : '.article-clean.ndjson';
}

export class Manifest {
  readonly name: string;
  /** A line for each source, those of the own manifest last. Lines, not objects: an archive has many. */
  private readonly lines = new Map<string, string>();
  /** The own manifest's. */
  private readonly own = new Map<string, string>();
  /** Lines whose source another manifest has too. */
  private readonly hidden: string[] = [];
  /** Hashes that we wrote, by output path: shards and whole runs may have written the same path, so there may be two. */
  private hashes: Map<string, readonly string[]> | null = null;
  private changed = false;
  private journal = '';

  /**
   * Reads the manifests in a folder. A line that is damaged is passed over: its outputs then count as not ours.
   * @param folder absolute; need not exist
   */
  constructor(
    readonly folder: string,
    shard: Shard | null,
  ) {
    this.name = manifestName(shard);
    if (!existsSync(folder)) return;
    const names = readdirSync(folder).filter((name) => NAME.test(name) && name !== this.name);
    for (const name of [...names.sort(), this.name]) {
      for (const line of linesOf(join(folder, name))) {
        const source = sourceIn(line);
        if (source === null) continue;
        const other = this.lines.get(source);
        if (other !== undefined) this.hidden.push(other);
        this.lines.set(source, line);
        if (name === this.name) this.own.set(source, line);
      }
    }
  }

  /** What is known of a source; null where nothing is, or its line is damaged. */
  entryOf(source: string): Entry | null {
    const line = this.lines.get(source);
    return line === undefined ? null : parse(line);
  }

  /** All sources, in no order. */
  sources(): IterableIterator<string> {
    return this.lines.keys();
  }

  /** Hashes of what earlier runs wrote under this path, which is relative to the folder. */
  ownedAt(path: string): readonly string[] {
    this.hashes ??= this.readHashes();
    return this.hashes.get(path) ?? [];
  }

  private readHashes(): Map<string, readonly string[]> {
    const hashes = new Map<string, readonly string[]>();
    for (const lines of [this.hidden, this.lines.values()]) {
      for (const line of lines) {
        for (const { path, hash } of parse(line)?.outputs ?? []) {
          const known = hashes.get(path) ?? [];
          if (!known.includes(hash)) hashes.set(path, [...known, hash]);
        }
      }
    }
    return hashes;
  }

  /** The same for an absolute path. */
  ownedBy(absolute: string): readonly string[] {
    const prefix = this.folder + sep;
    if (this.lines.size === 0 || !absolute.startsWith(prefix)) return [];
    return this.ownedAt(absolute.slice(prefix.length).replaceAll(sep, '/'));
  }

  /** Takes note of an article for the next manifest. */
  record(entry: Entry): void {
    const line = JSON.stringify(entry);
    if (this.own.get(entry.source) === line) return;
    this.own.set(entry.source, line);
    this.changed = true;
    this.journal += `${line}\n`;
    if (this.journal.length > JOURNAL) this.append();
  }

  /** A run that is killed has noted most of what it wrote: its lines follow the old ones until the next save. */
  private append(): void {
    try {
      appendFileSync(join(this.folder, this.name), this.journal);
    } catch {
      // `save` will meet the same trouble, and says so.
    }
    this.journal = '';
  }

  /** Takes note of the stream, which comes from all articles. */
  recordStream(path: string, { hash, size, mtime }: Saved): void {
    this.record({
      source: '',
      size: 0,
      mtime: 0,
      input: '',
      settings: '',
      outputs: [{ path, hash, size, mtime }],
      links: [],
    });
  }

  /** Writes the manifest, where it changed. */
  save(): void {
    if (!this.changed) return;
    const target = join(this.folder, this.name);
    const file = new AtomicFile(target);
    let lines = `${JSON.stringify(HEAD)}\n`;
    for (const source of [...this.own.keys()].sort()) {
      lines += `${this.own.get(source)}\n`;
      if (lines.length < 1_000_000) continue;
      file.write(Buffer.from(lines));
      lines = '';
    }
    file.write(Buffer.from(lines));
    file.commit(null);
  }
}

function* linesOf(path: string): Generator<string> {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch {
    return;
  }
  // Cut out of one text: a line is then a view of it, and takes no memory of its own.
  const text = bytes.toString(isAscii(bytes) ? 'latin1' : 'utf8');
  for (let start = 0; start < text.length; ) {
    const found = text.indexOf('\n', start);
    const end = found < 0 ? text.length : found;
    yield text.slice(start, end);
    start = end + 1;
  }
}

const SOURCE = '{"source":';

/** The source that a line is about, without reading all of the line; null for one that is damaged. */
function sourceIn(line: string): string | null {
  const end = line.indexOf(',"size":');
  if (!line.startsWith(SOURCE) || !line.endsWith(']}') || end < 0) return null;
  try {
    const source = line.slice(SOURCE.length, end);
    return source.startsWith('"') && !source.includes('\\') ? source.slice(1, -1) : JSON.parse(source);
  } catch {
    return parse(line)?.source ?? null;
  }
}

function parse(line: string): Entry | null {
  try {
    const entry = JSON.parse(line);
    if (typeof entry.source === 'string' && Array.isArray(entry.outputs) && Array.isArray(entry.links)) return entry;
  } catch {
    // The rest of a line that a full disk cut.
  }
  return null;
}
