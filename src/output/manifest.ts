/** `.article-clean.ndjson` in an output folder: what this tool wrote there, and from what. */
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
  /** Entries by source, those of the own manifest last. */
  readonly entries = new Map<string, Entry>();
  /** Hashes that we wrote, by output path: shards and whole runs may have written the same path, so there may be two. */
  private readonly hashes = new Map<string, readonly string[]>();
  private readonly own = new Map<string, Entry>();
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
      for (const entry of readEntries(join(folder, name))) {
        this.entries.set(entry.source, entry);
        if (name === this.name) this.own.set(entry.source, entry);
        for (const { path, hash } of entry.outputs) {
          const known = this.hashes.get(path) ?? [];
          if (!known.includes(hash)) this.hashes.set(path, [...known, hash]);
        }
      }
    }
  }

  readonly name: string;

  /** Hashes of what earlier runs wrote under this path, which is relative to the folder. */
  ownedAt(path: string): readonly string[] {
    return this.hashes.get(path) ?? [];
  }

  /** The same for an absolute path. */
  ownedBy(absolute: string): readonly string[] {
    const prefix = this.folder + sep;
    if (this.hashes.size === 0 || !absolute.startsWith(prefix)) return [];
    return this.ownedAt(absolute.slice(prefix.length).replaceAll(sep, '/'));
  }

  /** Takes note of an article for the next manifest. */
  record(entry: Entry): void {
    const line = `${JSON.stringify(entry)}\n`;
    const known = this.own.get(entry.source);
    this.own.set(entry.source, entry);
    if (known && `${JSON.stringify(known)}\n` === line) return;
    this.changed = true;
    this.journal += line;
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
    const entries = [...this.own.values()].sort((a, b) => (a.source < b.source ? -1 : a.source > b.source ? 1 : 0));
    const target = join(this.folder, this.name);
    const file = new AtomicFile(target);
    let lines = `${JSON.stringify(HEAD)}\n`;
    for (const entry of entries) {
      lines += `${JSON.stringify(entry)}\n`;
      if (lines.length < 1_000_000) continue;
      file.write(Buffer.from(lines));
      lines = '';
    }
    file.write(Buffer.from(lines));
    file.commit(null);
  }
}

function* readEntries(path: string): Generator<Entry> {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    return;
  }
  for (const line of text.split('\n')) {
    try {
      const entry = JSON.parse(line);
      if (typeof entry.source === 'string' && Array.isArray(entry.outputs) && Array.isArray(entry.links)) yield entry;
    } catch {
      // The rest of a line that a full disk cut.
    }
  }
}
