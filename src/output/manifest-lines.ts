/** What manifests say, a line for each source. Lines, not objects: an archive has many. */
import { isAscii } from 'node:buffer';
import { readRegular } from '../input/regular.js';
import { claimIn, entryIn, sourceIn } from './entry.js';

/** An output as it stood when it was written. */
export interface Written {
  hash: string;
  /** -1 where only its claim is known. */
  size: number;
  mtime: number;
}

export class ManifestLines {
  /** Of several manifests with a source the line of the last that was read. */
  readonly bySource = new Map<string, string>();
  /** Outputs of a run that died before it had noted their article: path to hash. */
  readonly claims = new Map<string, string>();
  /** Lines whose source a later manifest has too. */
  private readonly hidden: string[] = [];
  private outputs: Map<string, readonly Written[]> | null = null;

  /**
   * Reads a manifest. A line that is damaged is passed over: its outputs then count as not ours.
   * @returns its lines
   */
  read(path: string): Map<string, string> {
    const read = new Map<string, string>();
    for (const line of linesOf(path)) {
      const source = sourceIn(line);
      if (source === null) {
        const claim = claimIn(line);
        if (claim) this.claims.set(claim.path, claim.hash);
        continue;
      }
      const other = this.bySource.get(source);
      if (other !== undefined) this.hidden.push(other);
      this.bySource.set(source, line);
      read.set(source, line);
    }
    return read;
  }

  /** What was written under a path: parts and whole runs may have written the same, so there may be several. */
  writtenAt(path: string): readonly Written[] {
    this.outputs ??= this.readOutputs();
    return this.outputs.get(path) ?? [];
  }

  private readOutputs(): Map<string, readonly Written[]> {
    const outputs = new Map<string, readonly Written[]>();
    const add = (path: string, written: Written) => outputs.set(path, [...(outputs.get(path) ?? []), written]);
    for (const lines of [this.hidden, this.bySource.values()]) {
      for (const line of lines) {
        for (const { path, hash, size, mtime } of entryIn(line)?.outputs ?? []) add(path, { hash, size, mtime });
      }
    }
    for (const [path, hash] of this.claims) add(path, { hash, size: -1, mtime: -1 });
    return outputs;
  }
}

export function* linesOf(path: string): Generator<string> {
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
