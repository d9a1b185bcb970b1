/** Opens what a run writes to: the folders of its outputs, its stream and its report. */
import { statSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import { ArticleError, UsageError } from '../errors.js';
import type { Settings } from '../options/settings.js';
import { type Folders, prepareFolders } from '../output/folders.js';
import { fileStream, type Stream, stdoutStream } from '../output/stream.js';
import type { Io } from './io.js';
import { lookUps } from './places.js';
import type { Batch } from './prepare.js';

export interface Outlets {
  /** Null where nothing is written. */
  folders: Folders | null;
  stream: Stream | null;
  /** Absolute; null for stdout. */
  streamPath: string | null;
  report: Stream | null;
}

/**
 * Opens them all.
 * @param from first input of this run
 * @param to the one after the last
 * @throws {ArticleError} where the output folder takes no files
 * @throws {UsageError} where an input would be replaced
 */
export function openOutlets(batch: Batch, settings: Settings, io: Io, from: number, to: number): Outlets {
  const { job, destination, manifest } = batch;
  const streamPath = job.stream ? pathOf(batch, settings) : null;
  const reportPath = settings.report === null ? null : resolve(io.cwd, settings.report);
  for (const path of [streamPath, reportPath]) {
    const stats = path === null ? undefined : statSync(path, { throwIfNoEntry: false });
    if (stats && lookUps(batch.places()).isInput(stats))
      throw new UsageError(`${path} is an input`, 'name another file');
  }
  const folders = job.write && destination.kind !== 'in-place' ? makeFolders(batch, streamPath, from, to) : null;
  let stream: Stream | null = null;
  if (streamPath) {
    const owned = manifest?.ownedAt(streamName(settings)) ?? [];
    stream = fileStream(streamPath, owned, settings.force, job.write);
  } else if (job.stream) stream = stdoutStream(job.write ? io.write : async () => true);
  return { folders, stream, streamPath, report: reportPath ? fileStream(reportPath, [], true, true) : null };
}

function pathOf({ destination }: Batch, settings: Settings): string | null {
  if (destination.kind === 'folder') return join(destination.path, streamName(settings));
  return destination.kind === 'file' ? destination.path : null;
}

/** Name of the NDJSON stream in a folder. */
export function streamName({ shard }: Pick<Settings, 'shard'>): string {
  return shard ? `articles.${shard.index}-of-${shard.count}.ndjson` : 'articles.ndjson';
}

function makeFolders(batch: Batch, streamPath: string | null, from: number, to: number): Folders | null {
  const { destination, outputsOf } = batch;
  if (destination.kind === 'stdout') return null;
  const root = destination.kind === 'folder' ? destination.path : dirname((destination as { path: string }).path);
  const wanted = new Set(streamPath ? [dirname(streamPath)] : []);
  for (let index = from; index < to; index++) {
    for (const { path } of outputsOf(index)) {
      // `dirname` takes longer, and an archive has few folders for many outputs.
      const end = path.lastIndexOf(sep);
      wanted.add(end > 0 ? path.slice(0, end) : dirname(path));
    }
  }
  const folders = prepareFolders(root, wanted);
  const reason = folders.refused.get(root);
  if (reason) throw new ArticleError('not-saved', `${root} takes no files: ${reason}`, 'choose another folder with -o');
  return folders;
}
