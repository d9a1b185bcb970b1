/** `--name`: the path of an output below its folder. */
import { basename, dirname, extname } from 'node:path';
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

/**
 * The output's path without its ending: safe parts joined by `/`.
 * @param source the input's path below the base
 * @param by null where the template does not ask
 */
export function stemOf(template: string, source: string, by: NamedBy | null): string {
  const own = source === '-' ? 'stdin' : source;
  const name = basename(own, extname(own));
  const date = /^\d{4}-\d{2}-\d{2}/.exec(by?.date ?? '')?.[0] ?? '';
  const values: Record<string, () => string> = {
    dir: () => dirname(own),
    name: () => name,
    ext: () => '',
    title: () => flat(by?.title || name),
    slug: () => slugOf(by?.slug || by?.title || name) || name,
    date: () => date,
    year: () => date.slice(0, 4),
    month: () => date.slice(5, 7),
  };
  const path = template
    .replace(/\{ext\}$/, '')
    .split('/')
    .map((part) => fill(part, values))
    .join('/');
  const parts = path.split('/').filter((part) => part !== '' && part !== '.' && part !== '..');
  return (parts.length > 0 ? parts : [name]).map((part) => safeName(part)).join('/');
}

/** Fills one part; a field that is empty takes the dash or blank beside it along. */
function fill(part: string, values: Readonly<Record<string, () => string>>): string {
  let empty = false;
  const filled = part.replace(FIELD, (_, field: string) => {
    const value = values[field]?.() ?? '';
    empty ||= value === '' && field !== 'ext';
    return value;
  });
  return empty ? filled.replace(/^[-_ ]+|[-_ ]+$/g, '') : filled;
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
