/** Everything that is decided before the first article is converted: inputs, outputs, tasks. */
import { extname, resolve, sep } from 'node:path';
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
import type { Output } from '../output/result.js';
import { checkTemplate, type NamedBy, namer } from '../output/template.js';
import { execute } from './execute.js';
import { findInputs, onlyMarkdown, openInputs } from './inputs.js';
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
  const named = await findInputs(names, settings, io, isOwn);
  // A wrong command is said before stdin is read, which may take for ever.
  const first = named.inputs.length > 0 ? destinationOf(settings, named.several, io.cwd) : null;
  const found = await openInputs(named, settings, io, first?.kind !== 'in-place');
  // Where nothing was found, that is what to say, and not how it could be written.
  const destination: Destination =
    found.inputs.length === 0 || first === null
      ? { kind: 'stdout', format: settings.format?.[0] ?? 'markdown' }
      : found.several === named.several
        ? first
        : destinationOf(settings, found.several, io.cwd);
  const problems = [...found.problems];
  const inputs = destination.kind === 'in-place' ? onlyMarkdown(found.inputs, problems) : found.inputs;
  const formats = filesOf(destination);
  const manifest = destination.kind === 'folder' ? (known ?? new Manifest(destination.path, settings.shard)) : null;
  const job = jobOf(settings, destination, io.paint !== plain, manifest?.path ?? null);
  const isNamedByArticles = destination.kind === 'folder' && readsArticles;
  const asked = isNamedByArticles ? await askNames(inputs, { ...job, namesOnly: true }, settings, io) : [];
  const stems = stemsOf(inputs, settings.name, formats, asked);
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
  return { inputs, problems, base: found.base, destination, job, pathIndex, outputsOf, manifest };
}

/** The path that an output is named by: a container is a folder of its entries. Example: `feed.xml#3-rain` stands in `feed` */
function namedBy({ source, entry }: Input): string {
  if (!entry) return source;
  const container = source.slice(0, -entry.name.length - 1);
  const ending = extname(container);
  const folder = container === '-' ? 'stdin' : container.slice(0, container.length - ending.length);
  return `${folder}/${entry.name}${ending || '.xml'}`;
}

function stemsOf(
  inputs: readonly Input[],
  template: string,
  formats: readonly Format[],
  named: readonly (NamedBy | null)[],
): string[] {
  const stemOf = namer(template);
  const wanted = inputs.map((input, i) => ({ source: input.source, stem: stemOf(namedBy(input), named[i] ?? null) }));
  return planStems(
    wanted,
    formats.map((format) => FORMATS[format].ending),
  );
}

/** Reads all articles for what their names are made of. One that fails is named by its source, and fails again. */
async function askNames(inputs: readonly Input[], job: Job, settings: Settings, io: Io): Promise<(NamedBy | null)[]> {
  const taskAt = (index: number): Task => ({ index, input: inputs[index] as Input, outputs: [] });
  const work = { job, pathIndex: () => pathIndexOf([], []), count: inputs.length, taskAt };
  const names: (NamedBy | null)[] = [];
  for await (const { named } of (await execute(work, settings, io.worker)).results) names.push(named);
  return names;
}

/** The output that links to an article lead to: Markdown where there is one. */
function linkedOutput(outputs: readonly Planned[]): string {
  return (outputs.find(({ format }) => format === 'markdown') ?? outputs[0])?.path ?? '';
}
