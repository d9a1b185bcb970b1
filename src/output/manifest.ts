/** `.article-clean.ndjson` in an output folder: what this tool wrote there, and from what. */
import { isAscii } from 'node:buffer';
import { existsSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { readRegular } from '../input/regular.js';
import type { Shard } from '../options/values.js';
import { AtomicFile } from './atomic.js';
import { ask } from './door.js';
import { claimIn, type Entry, entryIn, sourceIn } from './entry.js';
import { Journal } from './journal.js';
import type { Saved } from './save.js';

const HEAD = {
  manifest: 1,
  tool: 'article-clean',
  note: 'what article-clean wrote here; without it, outputs are never replaced',
};
const NAME = /^\.article-clean(?:\.\d+-of-\d+)?\.ndjson$/; // .article-clean.2-of-8.ndjson

/** Characters of notes that wait in memory. */
const WAITING = 16_384;

/** Name of the manifest; each shard has its own. */
export function manifestName(shard: Shard | null): string {
  return shard ? `.article-clean.${shard.index}-of-${shard.count}.ndjson` : '.article-clean.ndjson';
}

export class Manifest {
  /** Absolute. */
  readonly path: string;
  /** A line for each source, those of the own manifest last. Lines, not objects: an archive has many. */
  private readonly lines = new Map<string, string>();
  /** The own manifest's. */
  private readonly own = new Map<string, string>();
  /** Lines whose source another manifest has too. */
  private readonly hidden: string[] = [];
  /** Outputs of a run that died before it had noted their article: path to hash. */
  private readonly claims = new Map<string, string>();
  /** Hashes that we wrote, by output path: shards and whole runs may have written the same path, so there may be two. */
  private hashes: Map<string, readonly string[]> | null = null;
  private changed = false;
  private waiting = '';
  private readonly journal: Journal;

  /**
   * Reads the manifests in a folder. A line that is damaged is passed over: its outputs then count as not ours.
   * @param folder absolute; need not exist
   */
  constructor(
    readonly folder: string,
    shard: Shard | null,
  ) {
    const own = manifestName(shard);
    this.path = join(folder, own);
    this.journal = new Journal(this.path);
    if (!existsSync(folder)) return;
    const names = readdirSync(folder).filter((name) => NAME.test(name) && name !== own);
    for (const name of [...names.sort(), own]) {
      for (const line of linesOf(join(folder, name))) {
        const source = sourceIn(line);
        if (source === null) {
          const claim = claimIn(line);
          if (claim) this.claims.set(claim.path, claim.hash);
          continue;
        }
        const other = this.lines.get(source);
        if (other !== undefined) this.hidden.push(other);
        this.lines.set(source, line);
        if (name === own) this.own.set(source, line);
      }
    }
  }

  /** What is known of a source; null where nothing is, or its line is damaged. */
  entryOf(source: string): Entry | null {
    const line = this.lines.get(source);
    return line === undefined ? null : entryIn(line);
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
    const add = (path: string, hash: string) => {
      const known = hashes.get(path) ?? [];
      if (!known.includes(hash)) hashes.set(path, [...known, hash]);
    };
    for (const lines of [this.hidden, this.lines.values()]) {
      for (const line of lines) for (const { path, hash } of entryIn(line)?.outputs ?? []) add(path, hash);
    }
    for (const [path, hash] of this.claims) add(path, hash);
    return hashes;
  }

  /** The same for an absolute path. */
  ownedBy(absolute: string): readonly string[] {
    const isKnown = this.lines.size > 0 || this.claims.size > 0;
    return isKnown && absolute.startsWith(this.folder + sep) ? this.ownedAt(this.nameOf(absolute)) : [];
  }

  /** A path as the manifest writes it: below the folder, `/` between its parts. */
  nameOf(absolute: string): string {
    const prefix = this.folder + sep;
    const name = absolute.startsWith(prefix) ? absolute.slice(prefix.length) : relative(this.folder, absolute);
    return sep === '/' ? name : name.replaceAll(sep, '/');
  }

  /** Takes note of an article for the next manifest. */
  record(entry: Entry): void {
    const line = JSON.stringify(entry);
    for (const { path } of entry.outputs) this.claims.delete(path);
    if (this.own.get(entry.source) === line) return;
    this.own.set(entry.source, line);
    this.changed = true;
    this.waiting += `${line}\n`;
    if (this.waiting.length < WAITING) return;
    // A run that is killed has noted most of what it wrote: its lines follow the old ones until the next save.
    this.journal.add(this.waiting);
    this.waiting = '';
  }

  /** Takes note of an output whose article failed, or was never told of. */
  keep(path: string, hash: string): void {
    this.claims.set(path, hash);
    this.changed = true;
  }

  /** Takes note of the stream, which comes from all articles. */
  recordStream(path: string, { hash, size, mtime }: Saved): void {
    const outputs = [{ path, hash, size, mtime }];
    this.record({ source: '', size: 0, mtime: 0, input: '', settings: '', outputs, links: [] });
  }

  /** Forgets a source whose outputs were removed. */
  forget(source: string): void {
    if (this.own.delete(source)) this.changed = true;
  }

  /**
   * Writes the manifest, where it changed.
   * @param whole false where articles may have been saved that nobody told of
   * @throws {ArticleError} where that cannot be
   */
  save(whole: boolean): void {
    if (!whole) this.keepUntold();
    if (!this.changed) return;
    const answer = ask(this.path, { isInput: () => false, isOurs: () => true, force: false, named: true });
    if (answer.may === 'nothing') throw this.journal.refusal();
    const file = new AtomicFile(this.path, this.path);
    let lines = `${JSON.stringify(HEAD)}\n`;
    for (const source of [...this.own.keys()].sort()) {
      lines += `${this.own.get(source)}\n`;
      if (lines.length < 1_000_000) continue;
      file.write(Buffer.from(lines));
      lines = '';
    }
    for (const [path, hash] of this.claims) lines += `${JSON.stringify({ claim: path, hash })}\n`;
    file.write(Buffer.from(lines));
    file.commit(null);
  }

  /** What the threads of this run were about to save, and no article's line tells. */
  private keepUntold(): void {
    const told = new Set(
      [...this.own.values()].flatMap((line) => entryIn(line)?.outputs ?? []).map(({ path }) => path),
    );
    for (const line of linesOf(this.path)) {
      const claim = claimIn(line);
      if (claim && !told.has(claim.path)) this.keep(claim.path, claim.hash);
    }
  }
}

function* linesOf(path: string): Generator<string> {
  const bytes = readRegular(path);
  if (!bytes) return;
  // Cut out of one text: a line is then a view of it, and takes no memory of its own.
  const text = bytes.toString(isAscii(bytes) ? 'latin1' : 'utf8');
  for (let start = 0; start < text.length; ) {
    const found = text.indexOf('\n', start);
    const end = found < 0 ? text.length : found;
    yield text.slice(start, end);
    start = end + 1;
  }
}
