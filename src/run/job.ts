/** From settings to what every article of the batch shares. */

import type { ConvertOptions } from '../api.js';
import type { Format } from '../formats/list.js';
import { isStream } from '../formats/list.js';
import { ARTICLE_OPTIONS, type ArticleSettings } from '../options/article.js';
import { DEFAULT_TIMEOUT, type Settings } from '../options/table.js';
import type { Destination } from '../output/destination.js';
import type { Job } from './types.js';

/** The formats that are a file an article. */
export function filesOf(destination: Destination): Format[] {
  if (destination.kind === 'stdout' || destination.kind === 'channel') return [];
  if (destination.kind === 'in-place') return ['markdown'];
  const formats = destination.kind === 'file' ? [destination.format] : destination.formats;
  return formats.filter((format) => !isStream(format));
}

/**
 * The job of a batch.
 * @param colored whether messages are coloured
 * @param manifest path of the manifest
 */
export function jobOf(settings: Settings, destination: Destination, colored: boolean, manifest: string | null): Job {
  const write = !settings.dryRun && !settings.check;
  const streams =
    destination.kind === 'stdout' ||
    destination.kind === 'channel' ||
    (destination.kind === 'file' && isStream(destination.format));
  const formats =
    destination.kind === 'folder' ? destination.formats : destination.kind === 'in-place' ? [] : [destination.format];
  const files = filesOf(destination);
  const streamed = destination.kind === 'folder' ? formats.find(isStream) : undefined;
  return {
    convert: convertOptions(settings, [...new Set([...formats, ...files])]),
    namesOnly: false,
    observes: false,
    stream: streams ? (formats[0] ?? null) : (streamed ?? null),
    force: settings.force,
    write,
    named: destination.kind === 'file',
    journal: write ? manifest : null,
    inPlace: destination.kind === 'in-place',
    relinks: files.length > 0 && destination.kind !== 'in-place' && settings.baseUrl === null,
    strict: settings.strict,
    maxSize: settings.maxSize,
    timeout: settings.timeout ?? DEFAULT_TIMEOUT,
    wantsLog: settings.explain || settings.report !== null || settings.page !== null,
    page: settings.page === null ? null : settings.limit,
    diff: settings.diff ? (colored ? 'color' : 'plain') : null,
  };
}

/** What `convert` is asked for each article: the options of the table that one has a value for. */
export function convertOptions(settings: Settings, formats: Format[]): ConvertOptions {
  const set = Object.keys(ARTICLE_OPTIONS)
    .map((key) => [key, settings[key as keyof ArticleSettings]] as const)
    .filter(([, value]) => value !== null);
  return { ...(Object.fromEntries(set) as ArticleSettings), formats, rules: settings.rules };
}
