/** All inputs of a batch and their outputs, as two plain strings: quick to send, spread out only where needed. */
import { statSync } from 'node:fs';
import type { OutputOf } from '../output/relink.js';

export interface Places {
  /** Absolute inputs, NUL between them. */
  inputs: string;
  /** Absolute outputs that links lead to, in the same order, NUL between them. */
  outputs: string;
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
        const targets = outputs.split('\0');
        byInput = new Map(inputs.split('\0').map((input, index) => [input, targets[index] ?? '']));
      }
      return byInput.get(absolute);
    },
    isInput({ dev, ino }) {
      if (!identities) {
        identities = new Set();
        for (const input of inputs.split('\0')) {
          const stats = statSync(input, { throwIfNoEntry: false });
          if (stats) identities.add(`${stats.dev}:${stats.ino}`);
        }
      }
      return identities.has(`${dev}:${ino}`);
    },
  };
}
