/** Outputs of earlier runs whose input is gone: said, and with `--prune` removed. */
import { lstatSync, realpathSync, rmdirSync, unlinkSync } from 'node:fs';
import { dirname, resolve, sep } from 'node:path';
import { reasonOf } from '../input/reason.js';
import type { Settings } from '../options/table.js';
import { ask } from '../output/door.js';
import type { Io } from '../output/io.js';
import type { Manifest } from '../output/manifest.js';
import { hashOf } from '../output/save.js';
import type { Summary } from '../report/summary.js';
import type { Messages } from './messages.js';
import { lookUps } from './path-index.js';
import type { Batch } from './prepare.js';

/** Outputs that are named; the others are counted. */
const SHOWN = 5;

interface Orphan {
  source: string;
  /** Absolute. */
  path: string;
  hash: string;
}

/** Says what has lost its input, or removes it where the user asks for that. */
export async function sweep(
  batch: Batch,
  settings: Settings,
  io: Io,
  messages: Messages,
  summary: Summary,
): Promise<void> {
  const { manifest, job } = batch;
  if (!manifest || settings.check) return;
  const gone = orphansOf(batch, manifest);
  if (!settings.prune) {
    const shown = settings.verbose ? gone : gone.slice(0, SHOWN);
    for (const { path } of shown) {
      messages.note({ path: messages.shown(path), what: 'its input is gone', hint: '--prune removes it' });
    }
    const more = gone.length - shown.length;
    if (more > 0) messages.note({ what: `${more} more outputs whose input is gone`, hint: '-v shows all' });
    return;
  }
  for (const orphan of gone) {
    if (job.write) remove(orphan, batch, manifest, messages, summary);
    else await io.write(`would remove ${messages.shown(orphan.path)}\n`);
  }
  if (job.write) save(manifest, messages, summary);
}

/** In no run's way: below the folder, of a source below this run's base that is no more, and wanted by no other source. */
function orphansOf({ inputs, outputsOf, base }: Batch, manifest: Manifest): Orphan[] {
  const present = new Set(inputs.map(({ source }) => source));
  const wanted = new Set<string>();
  /** The outputs of a source that is gone; those of one that is not are wanted. */
  const outputsOfGone = (source: string): Orphan[] => {
    const entry = present.has(source) ? null : manifest.entryOf(source);
    if (!entry) return [];
    const paths = entry.outputs.map(({ path, hash }) => ({ source, path: resolve(manifest.folder, path), hash }));
    // A stream has no source, and lines of earlier versions do not say where theirs was.
    const input = entry.base === undefined ? null : resolve(manifest.folder, entry.base, source);
    const isGone =
      input !== null && source !== '-' && isBelow(input, base) && isNothing(input) && isNothing(holderOf(input));
    if (!isGone) for (const { path } of paths) wanted.add(path);
    return isGone ? paths.filter(({ path }) => isBelow(path, manifest.folder) && !isNothing(path)) : [];
  };
  const found = [...manifest.sources()].flatMap(outputsOfGone);
  if (found.length === 0) return found;
  // Those of the other parts are theirs to tell of, and may not be taken from them.
  for (const source of manifest.sourcesOfParts()) outputsOfGone(source);
  for (const index of inputs.keys()) for (const { path } of outputsOf(index)) wanted.add(path);
  const left = found.filter(({ path }) => !wanted.has(path) && isReallyBelow(path, manifest.folder));
  return left.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** The file that an entry of a container stands in; the path itself of any other. */
function holderOf(path: string): string {
  const mark = path.lastIndexOf('#');
  return mark < 0 ? path : path.slice(0, mark);
}

function remove(
  { source, path, hash }: Orphan,
  { pathIndex }: Batch,
  manifest: Manifest,
  messages: Messages,
  summary: Summary,
): void {
  const { isInput } = lookUps(pathIndex());
  const isOurs = (bytes: Buffer) => hashOf(bytes) === hash;
  try {
    if (ask(path, { isInput, isOurs, force: false, named: false }).may !== 'replace') {
      const what = 'its input is gone, but it was edited since and stays';
      messages.note({ path: messages.shown(path), what, hint: 'remove it if it should go too' });
      return;
    }
    unlinkSync(path);
  } catch (error) {
    messages.failure({ path: messages.shown(path), what: `it cannot be removed: ${reasonOf(error)}` });
    summary.failed++;
    return;
  }
  summary.pruned++;
  manifest.forget(source);
  messages.detail({ path: messages.shown(path), what: 'removed: its input is gone' });
  for (let folder = dirname(path); isBelow(folder, manifest.folder); folder = dirname(folder)) {
    try {
      rmdirSync(folder);
    } catch {
      // It holds other files.
      break;
    }
  }
}

function save(manifest: Manifest, messages: Messages, summary: Summary): void {
  try {
    manifest.save(true);
  } catch (error) {
    messages.failure({ what: (error as Error).message });
    summary.failed++;
  }
}

function isBelow(path: string, folder: string): boolean {
  return path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

/** Links resolved. */
function isReallyBelow(path: string, folder: string): boolean {
  try {
    const parent = realpathSync(dirname(path)) + sep;
    return parent.startsWith(realpathSync(folder) + sep);
  } catch {
    return false;
  }
}

/** Whether nothing has the name. What cannot be looked at may be there. */
function isNothing(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) === undefined;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOTDIR';
  }
}
