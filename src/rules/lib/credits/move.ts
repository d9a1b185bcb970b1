/** What a line says of who wrote, edited and printed the article, on its way to the metadata. */

import type { Context } from '../../../clean/context.js';
import type { Edits } from '../../../clean/edits.js';
import { type Line, removeLine } from '../../../clean/line.js';
import type { Credits } from '../../../types.js';

export function noCredits(): Credits {
  return { authors: [], editors: [], publisher: null, url: null };
}

/** Stores what a line says: the first publisher and the first address of an article count. */
export function addCredits({ authors, editors, publisher, url }: Credits, credits: Credits): void {
  for (const name of authors) if (!credits.authors.includes(name)) credits.authors.push(name);
  for (const name of editors) if (!credits.editors.includes(name)) credits.editors.push(name);
  credits.publisher ??= publisher;
  credits.url ??= url;
}

/**
 * Stores what a line says and takes the line out where nothing of it is lost: who wrote and printed an article is
 * the reader's business, so a line that names them stays unless the output's front matter says the same.
 * @returns whether the line went
 */
export function moveLine(line: Line, said: Credits, edits: Edits, context: Context): boolean {
  addCredits(said, edits.credits);
  if (!context.says(said)) return false;
  removeLine(line, edits, 'move');
  return true;
}
