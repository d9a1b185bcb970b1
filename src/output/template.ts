/** `--name`: the path of an output below its folder. */
import { dirname } from 'node:path';
import { UsageError } from '../errors.js';
import { nearest } from '../nearest.js';
import { safeName } from './safe.js';

/** What a name may be made of besides the source's own path. */
export interface NamedBy {
  title: string | null;
  date: string | null;
  slug: string | null;
}

const FIELDS = ['dir', 'name', 'ext', 'title', 'slug', 'date', 'year', 'month'];
const FIELD = /\{([^{}]*)\}/g;

/**
 * Checks a template.
 * @returns whether the names come out of the articles, so that they must be read before anything is planned
 * @throws {UsageError} for an unknown field, or a path that leaves the folder
 */
export function checkTemplate(template: string): boolean {
  let readsArticles = false;
  for (const [, field = ''] of template.matchAll(FIELD)) {
    if (!FIELDS.includes(field)) {
      const guess = nearest(field, FIELDS);
      throw new UsageError(
        `--name: there is no field {${field}}`,
        guess ? `did you mean {${guess}}?` : `the fields are ${FIELDS.map((name) => `{${name}}`).join(' ')}`,
      );
    }
    readsArticles ||= !['dir', 'name', 'ext'].includes(field);
  }
  if (template.startsWith('/') || template.split('/').includes('..')) {
    throw new UsageError('--name leads out of the output folder', 'write a path below it');
  }
  return readsArticles;
}

/** Names an output: its path without the ending, safe parts joined by `/`. */
export type Namer = (source: string, by: NamedBy | null) => string;

/**
 * Reads a template once for all sources. The namer takes the input's path below the base, and what the article says
 * where the template asks for that.
 */
export function namer(template: string): Namer {
  const parts = template.replace(/\{ext\}$/, '').split('/');
  const folders = new Map<string, string>();
  const safeFolder = (folder: string): string => {
    let safe = folders.get(folder);
    if (safe === undefined) {
      safe = join(folder.split('/'));
      folders.set(folder, safe);
    }
    return safe;
  };
  return (source, by) => {
    const own = source === '-' ? 'stdin' : source;
    const slash = own.lastIndexOf('/');
    const name = withoutEnding(own.slice(slash + 1));
    let path = '';
    for (const part of parts) {
      let safe: string;
      if (part === '{dir}') safe = safeFolder(slash < 0 ? '.' : own.slice(0, slash));
      else if (part === '{name}') safe = safeName(name);
      else safe = join(fill(part, own, name, by).split('/'));
      path += path !== '' && safe !== '' ? `/${safe}` : safe;
    }
    return path === '' ? safeName(name) : path;
  };
}

/** A file's name without what follows its last dot; a dot at its start begins a hidden name. */
function withoutEnding(file: string): string {
  const dot = file.lastIndexOf('.');
  return dot > 0 ? file.slice(0, dot) : file;
}

function join(parts: readonly string[]): string {
  return parts
    .filter((part) => part !== '' && part !== '.' && part !== '..')
    .map((part) => safeName(part))
    .join('/');
}

/** Fills one part; a field that is empty takes the dash or blank beside it along. */
function fill(part: string, own: string, name: string, by: NamedBy | null): string {
  let empty = false;
  const filled = part.replace(FIELD, (_, field: string) => {
    const value = fieldOf(field, own, name, by);
    empty ||= value === '' && field !== 'ext';
    return value;
  });
  return empty ? filled.replace(/^[-_ ]+|[-_ ]+$/g, '') : filled;
}

function fieldOf(field: string, own: string, name: string, by: NamedBy | null): string {
  const date = () => /^\d{4}-\d{2}-\d{2}/.exec(by?.date ?? '')?.[0] ?? '';
  switch (field) {
    case 'dir':
      return dirname(own);
    case 'name':
      return name;
    case 'title':
      return flat(by?.title || name);
    case 'slug':
      return slugOf(by?.slug || by?.title || name) || name;
    case 'date':
      return date();
    case 'year':
      return date().slice(0, 4);
    case 'month':
      return date().slice(5, 7);
    default:
      return '';
  }
}

/** A title as one part of a path. */
function flat(title: string): string {
  return title
    .replace(/[/\s]+/g, ' ')
    .trim()
    .replaceAll('/', '_');
}

/** Letters and digits of any script in lower case, a dash between words. */
function slugOf(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, '-')
    .replace(/^-|-$/g, '');
}
