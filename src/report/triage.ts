/** Triage: which articles of an archive a person should look at, since ten thousand cannot be read by eye. */
import { readField } from '../front-matter/fields.js';
import type { ArticleRecord } from '../types.js';

/** More removed text than this share is worth a look... */
const REMOVED = 0.3;
/** ...unless it is only a line: a short note with a share bar below it is nothing unusual. Non-white characters. */
const A_LINE = 40;
/** An article with more text than this is no mere picture, however long its caption. Non-white characters. */
const SHORT = 400;

/** What an article's counts and metadata say about it. */
export type Triaged = Pick<ArticleRecord, 'kept' | 'removed' | 'warnings' | 'frontMatter'>;

/**
 * Names what is unusual about one article, as stable words for scripts.
 * @param record is only asked for where there is little text: building it costs
 * @returns `removed-much`, `empty-body`, `only-images`, `guessed-encoding`, `invalid-date`; none for most articles
 */
export function triage(article: Triaged, record: () => ArticleRecord): string[] {
  const reasons: string[] = [];
  const { kept, removed, warnings, frontMatter } = article;
  if (removed > A_LINE && removed > REMOVED * (kept + removed)) reasons.push('removed-much');
  const bare = kept <= SHORT ? bareness(record()) : null;
  if (bare) reasons.push(bare);
  if (warnings.some(({ code }) => code === 'guessed-encoding')) reasons.push('guessed-encoding');
  if (hasDate(frontMatter) && readField('date', frontMatter) === null) reasons.push('invalid-date');
  return reasons;
}

function bareness({ characters, images, links }: ArticleRecord): 'only-images' | 'empty-body' | null {
  const words = images.reduce((rest, { alt, caption }) => rest - width(alt || caption), characters);
  if (images.length > 0) return words <= 0 ? 'only-images' : null;
  return characters === 0 && links.length === 0 ? 'empty-body' : null;
}

/** Code points that are not white space, as `characters` counts them. */
function width(text: string): number {
  return [...text.replace(/\s+/g, '')].length;
}

/** The front matter has a date, but it is none: `Invalid Date`. */
function hasDate(frontMatter: Record<string, unknown> | null): frontMatter is Record<string, unknown> {
  const value = frontMatter?.date ?? frontMatter?.publishDate;
  return value !== undefined && value !== null && value !== '';
}
