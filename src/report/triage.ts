/** Triage: which articles of an archive a person should look at, since ten thousand cannot be read by eye. */
import type { ArticleRecord } from '../types.js';

/** More removed text than this share is worth a look. */
const REMOVED = 0.3;

/**
 * Names what is unusual about one article, as stable words for scripts.
 * @returns `removed-much`, `empty-body`, `only-images`, `guessed-encoding`, `invalid-date`; none for most articles
 */
export function triage(record: ArticleRecord): string[] {
  const reasons: string[] = [];
  const { kept, removed, characters, images, links, warnings, frontMatter, date } = record;
  if (removed > REMOVED * (kept + removed)) reasons.push('removed-much');
  const isBare =
    characters === 0 || images.reduce((rest, { alt, caption }) => rest - width(alt || caption), characters) <= 0;
  if (isBare && images.length > 0) reasons.push('only-images');
  else if (characters === 0 && links.length === 0) reasons.push('empty-body');
  if (warnings.some(({ code }) => code === 'guessed-encoding')) reasons.push('guessed-encoding');
  if (date === null && hasDate(frontMatter)) reasons.push('invalid-date');
  return reasons;
}

/** Code points that are not white space, as `characters` counts them. */
function width(text: string): number {
  return [...text.replace(/\s+/g, '')].length;
}

/** The front matter has a date, but it is none: `Invalid Date`. */
function hasDate(frontMatter: Record<string, unknown> | null): boolean {
  const value = frontMatter?.date ?? frontMatter?.publishDate;
  return value !== undefined && value !== null && value !== '';
}
