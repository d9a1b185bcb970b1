/** Who signs a page: people before the site that names itself as its own author. */
import type { Metadata, MetadataSource } from '../../types.js';
import { unique } from '../fields.js';
import { titleParts } from '../title.js';
import type { Evidence } from './evidence.js';

const LONGEST = 80;
/** Example: `By Ada Quay`, `Written by Ada Quay` */
const by = /^(?:(?:posted|written|words|text)\s)?by:?\s+/i;
const tags = /<[^<>]{1,80}>/g;
/** `gb.cri.cn`, `Express.gr` */
const domain = /^(?:[\w-]{1,40}\.){1,4}(?:[a-z]{2,4}|[A-Z]{2,4})$/;
const letter = /\p{L}/u;
const han = /[\u3400-\u9fff]/;

function clean(name: string): string {
  return name.replace(tags, '').replace(by, '').trim();
}

const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** What editors' programs write where nobody set a name: a domain, a number, a line for search engines. */
const isNone = (name: string): boolean => name.length > LONGEST || !letter.test(name) || domain.test(name);

/** The site's name, or its handle. A person who writes alone may bear it, so it goes only where others sign. */
function isSite(
  name: string,
  { title, canonical, saved, meta }: Evidence,
  publisher: string | null | undefined,
): boolean {
  if (name.startsWith('@')) return true;
  if (publisher && same(name, publisher)) return true;
  const host = /^https?:\/\/([^/]{1,253})/i.exec(canonical ?? saved ?? meta.get('og:url') ?? '')?.[1] ?? '';
  if (host.split('.').some((label) => same(label, name))) return true;
  const [, ...site] = titleParts(title ?? '');
  return site.some((part) => part.toLowerCase().startsWith(name.toLowerCase()));
}

export interface Signed {
  source: MetadataSource;
  names: string[];
  /** Nobody signs but the site. */
  isSite: boolean;
}

/** The authors and who names them: the first source with people; a site signs only where nobody else does. */
export function signing(
  sources: readonly (readonly [MetadataSource, Partial<Metadata>])[],
  evidence: Evidence,
  { publisher }: Partial<Metadata>,
): Signed | null {
  let site: Signed | null = null;
  for (const [source, { authors = [] }] of sources) {
    const names = unique(authors.map(clean)).filter((name) => !isNone(name));
    const people = names.filter((name) => !isSite(name, evidence, publisher));
    if (people.length > 0) return { source, names: people, isSite: false };
    // In structured data a paper may well be its own author; a Chinese portal is none.
    if (names.length > 0 && (source === 'json-ld' || !han.test(names[0] ?? '')))
      site ??= { source, names, isSite: true };
  }
  return site;
}
