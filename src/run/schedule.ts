/** Which inputs of a run need work, and what is known of the others beforehand. */
import { dirname } from 'node:path';
import type { Input } from '../input/discover/types.js';
import type { Settings } from '../options/table.js';
import { emptyResult, type Result } from '../output/result.js';
import { isUnchanged } from './changed.js';
import { type LookUps, lookUps } from './path-index.js';
import type { Batch } from './prepare.js';
import type { Sinks } from './sinks.js';
import type { Task } from './types.js';

export interface Schedule {
  /** What is known of an input without work: its failure, or that `--changed` passes over it. */
  known: Map<number, Result | 'pass'>;
  /** Indexes of the other inputs. */
  todo: number[];
}

/** Looks at the inputs `from` to `to`. */
export function schedule(
  batch: Batch,
  settings: Settings,
  { folders }: Sinks,
  fingerprint: string,
  from: number,
  to: number,
): Schedule {
  const { inputs, outputsOf, manifest, pathIndex } = batch;
  let links: LookUps | null = null;
  const outputOf = (path: string) => {
    links ??= lookUps(pathIndex());
    return links.outputOf(path);
  };
  const known: Schedule['known'] = new Map();
  const todo: number[] = [];
  const anyRefused = (folders?.refused.size ?? 0) > 0;
  for (let index = from; index < to; index++) {
    const outputs = outputsOf(index);
    const reason = anyRefused ? folders?.refused.get(dirname(outputs[0]?.path ?? '')) : undefined;
    if (reason) known.set(index, refused(index, reason));
    else if (
      settings.changed &&
      manifest &&
      isUnchanged(inputs[index] as Input, outputs, manifest, fingerprint, outputOf)
    ) {
      known.set(index, 'pass');
    } else todo.push(index);
  }
  return { known, todo };
}

function refused(index: number, reason: string): Result {
  const message = `its output folder takes no files: ${reason}`;
  return emptyResult(index, { code: 'not-saved', message, hint: 'free the way and run again', line: null, stack: '' });
}

/** The task of an input. */
export function taskOf({ inputs, outputsOf, manifest }: Batch, index: number, number: number): Task {
  const outputs = outputsOf(index).map((one) => ({ owned: manifest?.ownedBy(one.path) ?? [], ...one }));
  return { index: number, input: inputs[index] as Input, outputs };
}
