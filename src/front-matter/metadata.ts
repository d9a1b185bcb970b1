/** One set of metadata from everything that says something of the article. */
import type { Credits, Metadata } from '../types.js';
import { unique } from './fields.js';

export { frontMatterMetadata } from './fields.js';
export { type Evidence, pageEvidence, pageMetadata } from './page.js';

export interface SourcesToMerge {
  /** Of `frontMatterMetadata`; `{}` where there is no front matter. */
  frontMatter: Partial<Metadata>;
  /** Of `pageMetadata`. */
  page: Partial<Metadata>;
  /** What rules moved out of credit lines. */
  credits: Credits;
  /** Images that rules removed as noise: a QR code of the body is no image of the article either. */
  noiseImages?: ReadonlySet<string>;
}

/**
 * The post's own front matter is stronger than a page: a whole HTML page pasted into a post has the title, author and
 * date of that page. So the page is heard only where the front matter says nothing at all. Who signs the text itself
 * comes before whom the front matter names: that may be a column, or who posted it. Other credits only fill gaps, and
 * an editor is not an author.
 */
export function mergeMetadata(sources: SourcesToMerge): Metadata {
  const { frontMatter, credits } = sources;
  const own = Object.keys(frontMatter).length > 0 ? frontMatter : sources.page;
  const image = own.image ?? null;
  return {
    title: own.title ?? null,
    date: own.date ?? null,
    updated: own.updated ?? null,
    authors: unique([...credits.authors, ...(own.authors ?? [])]),
    editors: unique([...(own.editors ?? []), ...credits.editors]),
    publisher: own.publisher ?? credits.publisher,
    categories: own.categories ?? [],
    tags: own.tags ?? [],
    image: image !== null && sources.noiseImages?.has(image) ? null : image,
    url: own.url ?? credits.url ?? null,
    language: own.language ?? null,
  };
}
