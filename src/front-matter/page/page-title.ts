/** The title of a page: what it is shared as, or what its head says, without the site's name. */
import type { Metadata, MetadataSource } from '../../types.js';
import { cutSiteName, readTitle, standsAtEdge, wordsOf } from '../title.js';
import type { Evidence } from './evidence.js';

/** Whether one title begins with all words of the other. */
export function sameWords(a: string, b: string): boolean {
  const [one, other] = [wordsOf(a).join(' '), wordsOf(b).join(' ')];
  return one !== '' && other !== '' && (one.startsWith(other) || other.startsWith(one));
}

export interface PageTitle {
  text: string;
  source: MetadataSource;
}

/** @param shown the line above the text that says the title, or null */
export function pageTitle(
  { meta, title, headings }: Evidence,
  sources: readonly (readonly [MetadataSource, Partial<Metadata>])[],
  shown: string | null,
): PageTitle | null {
  const says = new Map(sources);
  const site = meta.get('og:site_name') ?? meta.get('application-name') ?? says.get('json-ld')?.publisher ?? null;
  const lines = shown === null ? headings : [...headings, shown];
  const cut = (text: string | null | undefined): string => {
    if (!text) return '';
    return shown !== null && standsAtEdge(shown, text) ? readTitle(shown) : cutSiteName(text, site, headings);
  };
  const candidates: PageTitle[] = [
    { source: 'json-ld' as const, text: cut(says.get('json-ld')?.title) },
    { source: 'open-graph' as const, text: cut(meta.get('og:title')) },
    { source: 'meta' as const, text: cut(meta.get('twitter:title')) },
    { source: 'head' as const, text: cut(title && readTitle(title)) },
    { source: 'microdata' as const, text: cut(says.get('microdata')?.title) },
  ].filter(({ text }) => text !== '');
  // What is shared or indexed may be shorter, longer, or bear the site's name: the one that the page shows is its title.
  const best = candidates.find(({ text }) => lines.includes(text)) ?? candidates[0] ?? null;
  // Only the head says it, and there it is the name of a part of the site.
  if (shown !== null && (best === null || (best.source === 'head' && !isPart(shown, best.text)))) {
    return { source: 'heading', text: readTitle(shown) };
  }
  return best;
}

/** Whether one stands in the other, signs and blanks apart. */
function isPart(a: string, b: string): boolean {
  const [one, other] = [wordsOf(a).join(''), wordsOf(b).join('')];
  return one !== '' && other !== '' && (one.includes(other) || other.includes(one));
}
