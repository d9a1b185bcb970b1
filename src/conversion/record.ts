/** The JSON record of an article. */
import { defanged } from '../body/live.js';
import { Lines } from '../body/offsets.js';
import { countCharacters } from '../body/white-space.js';
import type { Change } from '../clean/change.js';
import type { ArticleRecord, ChangeRecord, Decoded, MetadataFrom, Warning } from '../types.js';
import { type FinishedArticle, titled } from '../write/finished.js';

/** What the record says beside what files are made of. */
export interface RecordParts extends Omit<FinishedArticle, 'record'> {
  decoded: Decoded;
  kept: number;
  removed: number;
  warnings: readonly Warning[];
}

/** The body's text, without what says the title again. */
export function bodyText(article: Pick<FinishedArticle, 'cleaned' | 'written'>): string {
  const { written } = article;
  // Without a heading there is nothing to compare, and triage asks for the text where nobody asks for the metadata.
  if (!written.titleHeading && written.heading === null) return written.text(null);
  const { title } = titled(article);
  return written.text(written.titleHeading || title === written.heading ? title : null);
}

export function buildRecord(article: RecordParts): ArticleRecord {
  const { decoded, split, cleaned, written, options, kept, removed, warnings } = article;
  const metadata = titled(article);
  const text = bodyText(article);
  return {
    schemaVersion: 1,
    source: options.source ?? '-',
    encoding: decoded.encoding,
    ...metadata,
    frontMatter: split.frontMatter?.data ?? null,
    markdown: written.markdown.replace(/^\n+/, ''),
    text,
    links: written.links,
    images: written.images,
    characters: countCharacters(text),
    kept,
    removed,
    changes: changeRecords(decoded.text, [...written.changes, ...written.textChanges]),
    warnings: [...warnings],
    ...(cleaned.found && { article: cleaned.found.article, metadataFrom: sourcesOf(article) }),
  };
}

/** The title may be the first heading, which only the written body shows. */
function sourcesOf({ cleaned, written }: Pick<FinishedArticle, 'cleaned' | 'written'>): MetadataFrom {
  const { metadata, metadataFrom } = cleaned;
  return metadata.title === null && written.heading ? { title: 'heading', ...metadataFrom } : metadataFrom;
}

function changeRecords(source: string, changes: readonly Change[]): ChangeRecord[] {
  const lines = new Lines(source);
  return changes.map((change) => ({
    rule: change.rule,
    action: change.action,
    ...lines.locate(change.start),
    start: change.start,
    end: change.end,
    text: logText(change),
    ...(change.reason === undefined ? {} : { reason: change.reason }),
  }));
}

/** A log names the address that went, but is no place to follow it from. */
function logText({ action, text, target }: Change): string {
  return target || action === 'attributes' ? defanged(text) : text;
}
