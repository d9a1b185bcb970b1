/** All inputs of a batch and their outputs, as memory that all workers share; spread out only where it is needed. */
import { statSync } from 'node:fs';
import type { OutputOf } from '../output/relink.js';

/** UTF-8. */
export interface Places {
  /** Absolute inputs, NUL between them. */
  inputs: Uint8Array;
  /** Absolute outputs that links lead to, in the same order, NUL between them. */
  outputs: Uint8Array;
}

/** Puts paths where every thread can read them without a copy of its own. */
export function placesOf(inputs: readonly string[], outputs: readonly string[]): Places {
  return { inputs: shared(inputs), outputs: shared(outputs) };
}

/** Path by path: one text of them all would stay on the heap, twice as long, until it is full. */
function shared(paths: readonly string[]): Uint8Array {
  let size = Math.max(0, paths.length - 1);
  for (const path of paths) size += Buffer.byteLength(path);
  const bytes = Buffer.from(new SharedArrayBuffer(size));
  let at = 0;
  for (const path of paths) at += bytes.write(path, at) + 1;
  return new Uint8Array(bytes.buffer);
}

function pathsIn({ buffer }: Uint8Array): string[] {
  return Buffer.from(buffer).toString().split('\0');
}

export interface LookUps {
  outputOf: OutputOf;
  /** Whether a file is one of the inputs, by device and inode. */
  isInput: (stats: { dev: number; ino: number }) => boolean;
}

/** The two look-ups over all places, each made at its first use. */
export function lookUps({ inputs, outputs }: Places): LookUps {
  let byInput: Map<string, string> | null = null;
  let identities: Set<string> | null = null;
  return {
    outputOf(absolute) {
      if (!byInput) {
        const targets = pathsIn(outputs);
        byInput = new Map(pathsIn(inputs).map((input, index) => [input, targets[index] ?? '']));
      }
      return byInput.get(absolute);
    },
    isInput({ dev, ino }) {
      if (!identities) {
        identities = new Set();
        for (const input of pathsIn(inputs)) {
          const stats = statSync(input, { throwIfNoEntry: false });
          if (stats) identities.add(`${stats.dev}:${stats.ino}`);
        }
      }
      return identities.has(`${dev}:${ino}`);
    },
  };
}
