/** An article whose body is written: what files are put together from. */
import type { Cleaned } from '../clean/stage.js';
import type { ArticleOptions, ArticleRecord, Metadata, Split } from '../types.js';
import type { Written } from './body.js';

export interface FinishedArticle {
  readonly split: Split;
  readonly cleaned: Cleaned;
  readonly written: Written;
  readonly options: ArticleOptions;
  /** The JSON object; built when it is first read. */
  readonly record: ArticleRecord;
}

/** The metadata; the first level-1 heading is the title where nothing else gives one. */
export function titled({ cleaned: { metadata }, written }: Pick<FinishedArticle, 'cleaned' | 'written'>): Metadata {
  return metadata.title === null ? { ...metadata, title: written.heading } : metadata;
}
