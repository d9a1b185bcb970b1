/** Where every output goes, decided before anything is written: no two inputs share a path. */
import { basename, dirname, extname } from 'node:path';
import { sha256 } from './hash.js';
import { safeName } from './safe.js';

/** A source with the stem that its template gives. */
interface Wanted {
  source: string;
  stem: string;
}

/** The most that a stem shows of its source's own name; 0 is nothing. */
const LAST_LEVEL = 3;

/**
 * Gives each source the stem of its outputs. Sources that want one path (in NFC and lower case, as some file systems
 * compare) all show their ending, then a hash of their path: what an article is called depends on no order.
 * @param wanted in input order
 * @param endings of the outputs
 */
export function planStems(wanted: readonly Wanted[], endings: readonly string[]): string[] {
  const levels = new Uint8Array(wanted.length);
  const stems = wanted.map((one) => stemAt(one, 0));
  // Each round moves at least one source up one of three levels; two are the rule.
  for (let round = 0; round < LAST_LEVEL * wanted.length; round++) {
    const clashing = findClashes(stems, endings).filter((index) => (levels[index] as number) < LAST_LEVEL);
    if (clashing.length === 0) break;
    for (const index of clashing) {
      const level = (levels[index] as number) + 1;
      levels[index] = level;
      stems[index] = stemAt(wanted[index] as Wanted, level);
    }
  }
  return stems;
}

/** No name with so few UTF-16 units needs to be cut. */
const SHORT = 60;

function stemAt({ source, stem }: Wanted, level: number): string {
  if (level === 0 && stem.length - stem.lastIndexOf('/') < SHORT) return stem;
  const own = extname(source);
  const extra = level === 0 ? '' : level === 1 ? own : `${own}-${sha256(source).slice(0, level === 2 ? 8 : 64)}`;
  // The output's ending (`.markdown` at most) counts towards the name's length.
  const name = safeName(basename(stem), `${extra}.ndjson`).slice(0, -'.ndjson'.length);
  const folder = dirname(stem);
  return folder === '.' ? name : `${folder}/${name}`;
}

/** Indexes of the sources whose output another one wants too, as a file or as a folder. */
function findClashes(stems: readonly string[], endings: readonly string[]): number[] {
  const owners = new Map<string, number>();
  const others = new Map<string, number[]>();
  const folders = new Set<string>();
  for (const [index, stem] of stems.entries()) {
    const key = keyOf(stem);
    for (const ending of endings) {
      const path = key + ending;
      const owner = owners.get(path);
      if (owner === undefined) {
        owners.set(path, index);
        continue;
      }
      const other = others.get(path);
      if (other) other.push(index);
      else others.set(path, [owner, index]);
    }
    for (let end = key.lastIndexOf('/'); end > 0; end = key.lastIndexOf('/', end - 1)) {
      const folder = key.slice(0, end);
      if (folders.has(folder)) break;
      folders.add(folder);
    }
  }
  const clashing = new Set<number>();
  for (const indexes of others.values()) for (const index of indexes) clashing.add(index);
  for (const folder of folders) {
    const owner = owners.get(folder);
    if (owner !== undefined) clashing.add(owner);
  }
  return [...clashing];
}

const ascii = /^[\x20-\x7e]*$/;

function keyOf(path: string): string {
  if (ascii.test(path)) return path.toLowerCase();
  return path.normalize('NFC').toLowerCase();
}
