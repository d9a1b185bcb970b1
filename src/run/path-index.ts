/** All inputs of a batch and their outputs, as memory that all workers share: no thread has a copy of its own. */
import { type Stats, statSync } from 'node:fs';
import type { OutputOf } from '../output/relink.js';
import { type Identities, type Identity, identify, identitiesFor } from './identities.js';

/** UTF-8, one path behind the other. */
interface Paths {
  bytes: Uint8Array;
  /** Where each path begins, and where the last one ends. */
  starts: Uint32Array;
}

export interface PathIndex {
  /** Absolute. */
  inputs: Paths;
  /** Absolute outputs that links lead to, in the same order; none where no link is followed. */
  outputs: Paths;
  /** A hash table of inputs: their indexes from 1, and 0 for a free place. Half of it is free. */
  table: Uint32Array;
  identities: Identities;
}

/** Puts paths where every thread can read them. */
export function pathIndexOf(inputs: readonly string[], outputs: readonly string[]): PathIndex {
  const paths = shared(inputs);
  return { inputs: paths, outputs: shared(outputs), table: tableOf(paths), identities: identitiesFor(inputs.length) };
}

/** Path by path: one text of them all would stay on the heap, twice as long, until it is full. */
function shared(paths: readonly string[]): Paths {
  let size = 0;
  for (const path of paths) size += Buffer.byteLength(path);
  const bytes = Buffer.from(new SharedArrayBuffer(size));
  const starts = numbers(paths.length + 1);
  let at = 0;
  for (const [index, path] of paths.entries()) {
    starts[index] = at;
    at += bytes.write(path, at);
  }
  starts[paths.length] = at;
  return { bytes: new Uint8Array(bytes.buffer), starts };
}

function numbers(length: number): Uint32Array {
  return new Uint32Array(new SharedArrayBuffer(length * 4));
}

function tableOf({ bytes, starts }: Paths): Uint32Array {
  const count = starts.length - 1;
  const table = numbers(2 ** Math.ceil(Math.log2(count * 2 + 2)));
  for (let index = 0; index < count; index++) {
    let place = hashOf(bytes, starts[index] as number, starts[index + 1] as number) & (table.length - 1);
    while (table[place] !== 0) place = (place + 1) & (table.length - 1);
    table[place] = index + 1;
  }
  return table;
}

/** FNV-1a. */
function hashOf(bytes: Uint8Array, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ (bytes[at] as number), 0x01000193);
  return hash;
}

function pathAt({ bytes, starts }: Paths, index: number): string {
  return Buffer.from(bytes.buffer).toString('utf8', starts[index], starts[index + 1]);
}

/** The index of an input; -1 for another path. */
function indexOf(path: string, { inputs, table }: PathIndex): number {
  const wanted = Buffer.from(path);
  const all = Buffer.from(inputs.bytes.buffer);
  let place = hashOf(wanted, 0, wanted.length) & (table.length - 1);
  for (let entry = table[place]; entry; entry = table[place]) {
    const [start, end] = [inputs.starts[entry - 1] as number, inputs.starts[entry] as number];
    if (end - start === wanted.length && wanted.compare(all, start, end) === 0) return entry - 1;
    place = (place + 1) & (table.length - 1);
  }
  return -1;
}

export interface LookUps {
  outputOf: OutputOf;
  /** Whether a file is one of the inputs, by device and inode. */
  isInput: (stats: Identity) => boolean;
}

/** The two look-ups. */
export function lookUps(pathIndex: PathIndex): LookUps {
  let known: ((stats: Identity) => boolean) | null = null;
  const { inputs, outputs } = pathIndex;
  return {
    outputOf(absolute) {
      const index = indexOf(absolute, pathIndex);
      if (index < 0) return undefined;
      return index < outputs.starts.length - 1 ? pathAt(outputs, index) : '';
    },
    isInput(stats) {
      known ??= identify(pathIndex.identities, () => statsOf(inputs));
      return known(stats);
    },
  };
}

function* statsOf(paths: Paths): Generator<Identity> {
  for (let index = 0; index < paths.starts.length - 1; index++) {
    const stats = statsAt(pathAt(paths, index));
    if (stats) yield stats;
  }
}

function statsAt(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    // What cannot even be looked at was never read, and fails by name when its turn comes.
    return undefined;
  }
}
