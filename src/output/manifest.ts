/** `.article-clean.ndjson` in an output folder: what this tool wrote there, and from what. */
import { existsSync, lstatSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { Shard } from '../options/values.js';
import { AtomicFile } from './atomic.js';
import { ask } from './door.js';
import { claimIn, type Entry, entryIn } from './entry.js';
import { Journal } from './journal.js';
import { linesOf, ManifestLines, type Written } from './manifest-lines.js';
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
  /** Its own lines last, and those of all others but of the other parts of the same whole. */
  private readonly lines = new ManifestLines();
  /** The own manifest's. */
  private readonly own: Map<string, string> = new Map();
  /**
   * Manifests of the other parts of the same whole: they tell of other outputs, but where the archive has changed since,
   * and to read them takes each of a hundred parts as long as to plan a million outputs. Read where one of them may tell.
   */
  private readonly ofParts: readonly string[] = [];
  private partLines: ManifestLines | null = null;
  private changed = false;
  private waiting = '';
  private readonly journal: Journal;

  /**
   * Reads the manifests in a folder.
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
    const others = readdirSync(folder).filter((name) => NAME.test(name) && name !== own);
    const isPart = (name: string) => shard !== null && name.endsWith(`-of-${shard.count}.ndjson`);
    this.ofParts = others.filter(isPart);
    for (const name of others.filter((other) => !isPart(other)).sort()) this.lines.read(join(folder, name));
    this.own = this.lines.read(this.path);
  }

  /** What the other parts say. */
  private fromParts(): ManifestLines {
    if (this.partLines === null) {
      this.partLines = new ManifestLines();
      for (const name of [...this.ofParts].sort()) this.partLines.read(join(this.folder, name));
    }
    return this.partLines;
  }

  /** What is known of a source; null where nothing is, or its line is damaged. */
  entryOf(source: string): Entry | null {
    const line = this.lines.bySource.get(source) ?? this.fromParts().bySource.get(source);
    return line === undefined ? null : entryIn(line);
  }

  /** All sources, in no order, without those of the other parts. */
  sources(): IterableIterator<string> {
    return this.lines.bySource.keys();
  }

  /** The sources of the other parts. */
  sourcesOfParts(): IterableIterator<string> {
    return this.fromParts().bySource.keys();
  }

  /** Hashes of what earlier runs wrote under this path, which is relative to the folder, and of what may stand there. */
  ownedAt(path: string): readonly string[] {
    const written = this.lines.writtenAt(path);
    if (this.ofParts.length === 0) return hashesOf(written);
    const stats = lstatSync(join(this.folder, path), { throwIfNoEntry: false });
    const isKnown = written.some(({ size, mtime }) => size === stats?.size && mtime === stats.mtimeMs);
    return !stats || isKnown ? hashesOf(written) : hashesOf([...written, ...this.fromParts().writtenAt(path)]);
  }

  /** The same for an absolute path. */
  ownedBy(absolute: string): readonly string[] {
    const { bySource, claims } = this.lines;
    const isKnown = bySource.size > 0 || claims.size > 0 || this.ofParts.length > 0;
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
    for (const { path } of entry.outputs) this.lines.claims.delete(path);
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
    this.lines.claims.set(path, hash);
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
    for (const [path, hash] of this.lines.claims) lines += `${JSON.stringify({ claim: path, hash })}\n`;
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

function hashesOf(written: readonly Written[]): string[] {
  return [...new Set(written.map(({ hash }) => hash))];
}
