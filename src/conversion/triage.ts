/** Triage: which articles of an archive a person should look at, since ten thousand cannot be read by eye. */

import { countCharacters } from '../body/white-space.js';
import { parseDate } from '../front-matter/dates.js';
import { readField } from '../front-matter/fields.js';
import type { ArticleRecord } from '../types.js';

/** More removed text than this share is worth a look... */
const REMOVED = 0.3;
/** ...unless it is only a line: a short note with a share bar below it is nothing unusual. Non-white characters. */
const A_LINE = 40;
/** An article with more text than this is no mere picture, however long its caption. Non-white characters. */
export const SHORT = 400;

/** Below this sureness a person should see which part of a page was taken for its article. */
const SURE = 0.55;

/** What an article's counts and metadata say about it. */
export type Triaged = Pick<ArticleRecord, 'removed' | 'warnings' | 'frontMatter' | 'article'>;

/** What is shown of an article with little text. */
export type Shown = Pick<ArticleRecord, 'images' | 'links'>;

/**
 * Names what is unusual about one article, as stable words for scripts. Runs on every article of a batch, so what costs
 * is asked for late.
 * @param kept characters that were kept, asked for where much was removed
 * @param isShort true where those are no more than `SHORT`
 * @param shown asked for where there is little text
 * @param characters of the written text, asked for where images and links leave it open
 * @returns `removed-much`, `unsure-article`, `empty-body`, `only-images`, `guessed-encoding`, `invalid-date`; none for most articles
 */
export function triage(
  article: Triaged,
  kept: () => number,
  isShort: boolean,
  shown: () => Shown,
  characters: () => number,
): string[] {
  const reasons: string[] = [];
  const { removed, warnings, frontMatter, article: part } = article;
  // Of a page most goes always; there it counts how sure the choice was.
  if (part) {
    if (part.sureness < SURE) reasons.push('unsure-article');
  } else if (removed > A_LINE && removed > REMOVED * (kept() + removed)) reasons.push('removed-much');
  const bare = isShort ? bareness(shown(), characters) : null;
  if (bare) reasons.push(bare);
  if (warnings.some(({ code }) => code === 'guessed-encoding')) reasons.push('guessed-encoding');
  if (frontMatter !== null && hasInvalidDate(frontMatter)) reasons.push('invalid-date');
  return reasons;
}

function bareness({ images, links }: Shown, characters: () => number): 'only-images' | 'empty-body' | null {
  if (images.length === 0) return links.length === 0 && characters() === 0 ? 'empty-body' : null;
  const said = images.reduce((all, { alt, caption }) => all + countCharacters(alt || caption), 0);
  return characters() <= said ? 'only-images' : null;
}

/** The front matter has a date, but it is none: `Invalid Date`, and no other key gives one. */
function hasInvalidDate(frontMatter: Record<string, unknown>): boolean {
  const value = frontMatter.date ?? frontMatter.publishDate;
  if (value === undefined || value === null || value === '') return false;
  return parseDate(value) === null && readField('date', frontMatter) === null;
}
