/** One set of metadata from everything that says something of the article. */
import type { Credits, Metadata, MetadataFrom } from '../types.js';
import { unique } from './fields.js';
import type { Sourced } from './page/index.js';

export { frontMatterMetadata } from './fields.js';
export { type Evidence, pageEvidence } from './page/evidence.js';
export { pageMetadata, type Sourced } from './page/index.js';

export interface SourcesToMerge {
  /** Of `frontMatterMetadata`; `{}` where there is no front matter. */
  frontMatter: Partial<Metadata>;
  /** Of `pageMetadata`. */
  page: Sourced;
  /** What rules moved out of credit lines. */
  credits: Credits;
  /** Images that rules removed as noise: a QR code of the body is no image of the article either. */
  noiseImages?: ReadonlySet<string>;
}

/** Metadata, and where each that is given is from. */
export interface Merged {
  metadata: Metadata;
  from: MetadataFrom;
}

/**
 * The post's own front matter is stronger than a page: a whole HTML page pasted into a post has the title, author and
 * date of that page. So the page is heard only where the front matter says nothing at all. Who signs the text itself
 * comes before whom the front matter names: that may be a column, or who posted it. Other credits only fill gaps, and
 * an editor is not an author.
 */
export function mergeMetadata({ frontMatter, page, credits, noiseImages }: SourcesToMerge): Merged {
  const isPost = Object.keys(frontMatter).length > 0;
  const own = isPost ? frontMatter : page.metadata;
  const image = own.image ?? null;
  const isOnlySite = !isPost && page.isSignedBySite === true && credits.authors.length > 0;
  const authors = isOnlySite ? [] : (own.authors ?? []);
  const metadata: Metadata = {
    title: own.title ?? null,
    date: own.date ?? null,
    updated: own.updated ?? null,
    authors: unique([...credits.authors, ...authors]),
    editors: unique([...(own.editors ?? []), ...credits.editors]),
    publisher: own.publisher ?? credits.publisher,
    categories: own.categories ?? [],
    tags: own.tags ?? [],
    image: image !== null && noiseImages?.has(image) ? null : image,
    url: own.url ?? credits.url,
    language: own.language ?? null,
  };
  const from: MetadataFrom = {};
  for (const key of Object.keys(metadata) as (keyof Metadata)[]) {
    if ((metadata[key]?.length ?? 0) === 0) continue;
    const source =
      own[key] === undefined || (key === 'authors' && isOnlySite)
        ? undefined
        : isPost
          ? 'front-matter'
          : page.from[key];
    // A list of people may be put together from the text and from what stands beside it.
    const isSigned = (key === 'authors' || key === 'editors') && credits[key].some((name) => !own[key]?.includes(name));
    from[key] = source === undefined ? 'credits' : isSigned ? `credits, ${source}` : source;
  }
  return { metadata, from };
}
