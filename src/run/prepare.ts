/** Everything that is decided before the first article is converted: inputs, outputs, tasks. */
import { resolve, sep } from 'node:path';
import type { Format } from '../formats/list.js';
import { FORMATS } from '../formats/list.js';
import type { Input } from '../input/discover/types.js';
import { realOf } from '../input/discover/walk.js';
import type { Discovery } from '../input/discover.js';
import type { Settings } from '../options/table.js';
import { statAt } from '../output/channel.js';
import { type Destination, destinationOf } from '../output/destination.js';
import { type Io, plain } from '../output/io.js';
import { Manifest } from '../output/manifest.js';
import { planStems } from '../output/plan.js';
import type { Output, Result } from '../output/result.js';
import { checkTemplate, type NamedBy, namer } from '../output/template.js';
import { execute } from './execute.js';
import { findInputs, onlyMarkdown, stdinOf } from './inputs.js';
import { filesOf, jobOf } from './job.js';
import { type PathIndex, pathIndexOf } from './path-index.js';
import type { Job, Task } from './types.js';

/** A planned output; the path is absolute. */
export type Planned = Pick<Output, 'format' | 'path'>;

/** A planned batch. */
export interface Batch extends Pick<Discovery, 'problems' | 'base'> {
  inputs: Input[];
  destination: Destination;
  job: Job;
  /** Made when it is first asked for: a run that finds nothing to do needs none. */
  pathIndex: () => PathIndex;
  /** The outputs of each input, by its index. */
  outputsOf: (index: number) => Planned[];
  manifest: Manifest | null;
  /** Inputs that failed before they could be read. */
  failed: Map<number, Result>;
  stdin: Uint8Array | null;
}

/**
 * Finds the inputs and plans every output.
 * @throws {UsageError} where options or inputs do not go together
 */
export async function prepare(names: readonly string[], settings: Settings, io: Io): Promise<Batch> {
  const readsArticles = checkTemplate(settings.name);
  const outputFolder = settings.output === null || settings.output === '-' ? null : resolve(io.cwd, settings.output);
  const known = outputFolder && statAt(outputFolder)?.isDirectory() ? new Manifest(outputFolder, settings.shard) : null;
  const isOwn = (path: string): boolean => known !== null && (path === outputFolder || known.ownedBy(path).length > 0);
  const found = await findInputs(names, settings, io, isOwn);
  // Where nothing was found, that is what to say, and not how it could be written.
  const destination: Destination =
    found.inputs.length > 0
      ? destinationOf(settings, found.several, io.cwd)
      : { kind: 'stdout', format: settings.format?.[0] ?? 'markdown' };
  const problems = [...found.problems];
  const inputs = destination.kind === 'in-place' ? onlyMarkdown(found.inputs, problems) : found.inputs;
  const failed = new Map<number, Result>();
  const stdin = await stdinOf(inputs, settings, io, failed);
  const formats = filesOf(destination);
  const manifest = destination.kind === 'folder' ? (known ?? new Manifest(destination.path, settings.shard)) : null;
  const job = jobOf(settings, destination, io.paint !== plain, manifest?.path ?? null);
  const ask = () => askNames(inputs, { ...job, namesOnly: true }, stdin, settings, io);
  const named = destination.kind === 'folder' && readsArticles ? await ask() : [];
  const stems = stemsOf(inputs, settings.name, formats, named);
  const folder = manifest?.folder ?? '';
  const outputsOf = (index: number): Planned[] => {
    const input = inputs[index] as Input;
    if (destination.kind === 'in-place') {
      return [{ format: 'markdown', path: realOf(input.absolute) }];
    }
    if (destination.kind === 'file') return formats.map((format) => ({ format, path: destination.path }));
    return formats.map((format) => ({ format, path: folder + sep + stems[index] + FORMATS[format].ending }));
  };
  let made: PathIndex | null = null;
  const pathIndex = (): PathIndex => {
    made ??= pathIndexOf(
      inputs.map(({ absolute }) => absolute),
      job.relinks ? inputs.map((_, index) => linkedOutput(outputsOf(index))) : [],
    );
    return made;
  };
  return { inputs, problems, base: found.base, destination, job, pathIndex, outputsOf, manifest, failed, stdin };
}

function stemsOf(
  inputs: readonly Input[],
  template: string,
  formats: readonly Format[],
  named: readonly (NamedBy | null)[],
): string[] {
  const stemOf = namer(template);
  const wanted = inputs.map(({ source }, i) => ({ source, stem: stemOf(source, named[i] ?? null) }));
  return planStems(
    wanted,
    formats.map((format) => FORMATS[format].ending),
  );
}

/** Reads all articles for what their names are made of. One that fails is named by its source, and fails again. */
async function askNames(
  inputs: readonly Input[],
  job: Job,
  stdin: Uint8Array | null,
  settings: Settings,
  io: Io,
): Promise<(NamedBy | null)[]> {
  const taskAt = (index: number): Task => {
    const input = inputs[index] as Input;
    return { index, bytes: input.path === '-' ? stdin : null, outputs: [], ...input };
  };
  const work = { job, pathIndex: () => pathIndexOf([], []), count: inputs.length, taskAt };
  const names: (NamedBy | null)[] = [];
  for await (const { named } of (await execute(work, settings, io.worker)).results) names.push(named);
  return names;
}

/** The output that links to an article lead to: Markdown where there is one. */
function linkedOutput(outputs: readonly Planned[]): string {
  return (outputs.find(({ format }) => format === 'markdown') ?? outputs[0])?.path ?? '';
}
