/** `--changed`: which articles are as the manifest says. */
import { existsSync, lstatSync, readFileSync, statSync } from 'node:fs';
import { sep } from 'node:path';
import type { Input } from '../input/discover/types.js';
import type { Entry } from '../output/entry.js';
import type { Manifest } from '../output/manifest.js';
import { relinker } from '../output/relink.js';
import { hashOf } from '../output/save.js';
import type { LookUps } from './path-index.js';
import type { Planned } from './prepare.js';

/** Whether an article need not be converted again: input, settings, outputs and the targets of its links are as they were. */
export function isUnchanged(
  input: Input,
  outputs: readonly Planned[],
  manifest: Manifest,
  settings: string,
  outputOf: LookUps['outputOf'],
): boolean {
  // What is not there need not be asked for: the first run of a part would read what all others wrote.
  if (outputs.some(({ path }) => !existsSync(path))) return false;
  const entry = manifest.entryOf(input.source);
  if (!entry || entry.settings !== settings || entry.outputs.length !== outputs.length) return false;
  return (
    isSameInput(input, entry) &&
    outputs.every(({ path }, index) => isSameOutput(path, entry.outputs[index], manifest.folder)) &&
    isSameLinks(input, outputs, entry, outputOf)
  );
}

function isSameInput({ absolute }: Input, { size, mtime, input }: Entry): boolean {
  const stats = statSync(absolute, { throwIfNoEntry: false });
  if (!stats?.isFile() || stats.size !== size) return false;
  // A checkout sets new times on files that are the same.
  return stats.mtimeMs === mtime || hashOf(readFileSync(absolute)) === input;
}

function isSameOutput(path: string, known: Entry['outputs'][number] | undefined, folder: string): boolean {
  if (!known || folder + sep + known.path !== path) return false;
  const stats = lstatSync(path, { throwIfNoEntry: false });
  return stats?.isFile() === true && stats.size === known.size && stats.mtimeMs === known.mtime;
}

function isSameLinks(
  { absolute }: Input,
  outputs: readonly Planned[],
  { links }: Entry,
  outputOf: LookUps['outputOf'],
): boolean {
  const place = outputs.find(({ format }) => format === 'markdown') ?? outputs[0];
  if (!place || links.length === 0) return true;
  const { relink } = relinker(absolute, place.path, outputOf);
  return links.every(([url, answer]) => (relink(url) ?? null) === answer);
}
