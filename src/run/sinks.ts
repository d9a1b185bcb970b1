/** Opens what a run writes to: the folders of its outputs, its stream and its report. */
import { dirname, join, resolve, sep } from 'node:path';
import { ArticleError, UsageError } from '../errors.js';
import { firstSource } from '../formats/json.js';
import type { Settings } from '../options/table.js';
import { channelStream } from '../output/channel.js';
import { type Folders, prepareFolders, removeEmpty } from '../output/folders.js';
import type { Io } from '../output/io.js';
import { hashOf } from '../output/save.js';
import { fileStream, type Stream, stdoutStream } from '../output/stream.js';
import { formatMessage, shownFrom } from '../report/message.js';
import { isPage, isReport } from '../report/record.js';
import { makeFolderOf, named, namedPage, streamTo } from './named-stream.js';
import { lookUps } from './path-index.js';
import type { Batch } from './prepare.js';

export interface Sinks {
  /** Null where nothing is written. */
  folders: Folders | null;
  stream: Stream | null;
  /** Absolute; null where the stream is no file. */
  streamPath: string | null;
  report: Stream | null;
  page: Stream | null;
}

/**
 * Opens them all.
 * @param from first input of this run
 * @param to the one after the last
 * @throws {ArticleError} where a folder takes no files, or a file that is not ours has the report's name
 * @throws {UsageError} where an input, a link or a folder has the name
 */
export function openSinks(batch: Batch, settings: Settings, io: Io, from: number, to: number): Sinks {
  const { job, destination } = batch;
  const streamPath = job.stream ? pathOf(batch, settings) : null;
  const folders =
    job.write && destination.kind !== 'in-place' ? makeFolders(batch, streamPath, settings, io, from, to) : null;
  let report: Stream | null = null;
  let page: Stream | null = null;
  try {
    report = besideStream(batch, settings, io, streamPath, '--report', isReport);
    page = besideStream(batch, settings, io, streamPath, '--page', isPage);
    const stream = job.stream ? articleStream(batch, settings, io, streamPath, from, to) : null;
    return { folders, report, page, streamPath, stream };
  } catch (error) {
    report?.abort();
    page?.abort();
    if (folders) removeEmpty(folders);
    throw error;
  }
}

function articleStream(batch: Batch, settings: Settings, io: Io, path: string | null, from: number, to: number) {
  const { job, destination, manifest, pathIndex } = batch;
  if (destination.kind === 'channel' && job.write) {
    return channelStream(destination.channel, shownFrom(io.cwd, destination.path), job.timeout);
  }
  if (path === null) return stdoutStream(job.write ? io.write : async () => true);
  const { isInput } = lookUps(pathIndex());
  const owned = manifest?.ownedAt(streamName(settings)) ?? [];
  const isOurs =
    destination.kind === 'file'
      ? (bytes: Buffer) => isStreamOf(bytes, batch, from, to)
      : (bytes: Buffer) => owned.length > 0 && owned.includes(hashOf(bytes));
  return fileStream(path, {
    isInput,
    isOurs,
    force: settings.force,
    named: destination.kind === 'file',
    shown: shownFrom(io.cwd, path),
    write: job.write,
  });
}

/** No manifest tells of a stream outside a folder: its lines do. Another part's stream is another's. */
function isStreamOf(bytes: Buffer, { inputs }: Batch, from: number, to: number): boolean {
  if (bytes.length === 0) return true;
  const first = firstSource(bytes);
  const index = inputs.findIndex(({ source }) => source === first);
  return first !== null && (index < 0 || (index >= from && index < to));
}

/** What stands beside the outputs: `--report` and `--page`. */
function besideStream(
  batch: Batch,
  settings: Settings,
  io: Io,
  streamPath: string | null,
  option: '--report' | '--page',
  isOurs: (bytes: Buffer) => boolean,
): Stream | null {
  const { destination } = batch;
  const name = option === '--page' ? settings.page : settings.report;
  if (name === null) return null;
  const target = option === '--page' ? namedPage(name, io.cwd) : named(name, io.cwd);
  const { path, isStdout } = target;
  if (path === null || isStdout) {
    const isTaken =
      destination.kind === 'stdout' || settings.dryRun || (option === '--page' && settings.report === '-');
    if (isTaken) throw new UsageError('stdout is taken already', `name a file for ${option}`);
    return stdoutStream(io.write);
  }
  if (isPlanned(batch, path) || path === streamPath || (destination.kind === 'channel' && path === destination.path)) {
    throw new UsageError(`${shownFrom(io.cwd, path)} is an output`, `name another file for ${option}`);
  }
  if (option === '--page' && settings.report !== null && path === resolve(io.cwd, settings.report)) {
    throw new UsageError(`${shownFrom(io.cwd, path)} is the report`, 'name another file for --page');
  }
  // Other than for outputs, a new folder may well be a slip.
  if (makeFolderOf(target, io.cwd) && !settings.quiet) {
    io.print(`${formatMessage({ what: `made the folder of ${shownFrom(io.cwd, path)}` })}\n`);
  }
  return streamTo(target, { isInput: lookUps(batch.pathIndex()).isInput, isOurs }, settings, io);
}

function isPlanned({ destination, inputs, outputsOf }: Batch, path: string): boolean {
  if (destination.kind === 'folder' && !path.startsWith(destination.path + sep)) return false;
  return inputs.some((_, index) => outputsOf(index).some((output) => output.path === path));
}

function pathOf({ destination }: Batch, settings: Settings): string | null {
  if (destination.kind === 'folder') return join(destination.path, streamName(settings));
  return destination.kind === 'file' ? destination.path : null;
}

/** Name of the NDJSON stream in a folder. */
export function streamName({ shard }: Pick<Settings, 'shard'>): string {
  return shard ? `articles.${shard.index}-of-${shard.count}.ndjson` : 'articles.ndjson';
}

function makeFolders(
  batch: Batch,
  streamPath: string | null,
  { shard }: Settings,
  io: Io,
  from: number,
  to: number,
): Folders | null {
  const { destination, outputsOf } = batch;
  if (destination.kind !== 'folder' && destination.kind !== 'file') return null;
  const root = destination.kind === 'folder' ? destination.path : dirname(destination.path);
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
  if (reason) {
    const what =
      destination.kind === 'folder'
        ? `${root} takes no files`
        : `${shownFrom(io.cwd, destination.path)} cannot be written`;
    throw new ArticleError('not-saved', `${what}: ${reason}`, 'choose another folder with -o');
  }
  // Another part may be about to write into a folder that this one has made and does not need.
  return shard === null ? folders : { ...folders, made: [] };
}
