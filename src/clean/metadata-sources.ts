/**
 * What an article says of itself beside its text: front matter, the page's head, credits. Most articles are converted
 * without anybody asking, so that each answer is worked out at the first question.
 */
import type { Node } from '../body/tree.js';
import {
  type Evidence,
  frontMatterMetadata,
  type Merged,
  mergeMetadata,
  pageEvidence,
  pageMetadata,
  type Sourced,
} from '../front-matter/metadata.js';
import { saysTitle } from '../front-matter/title.js';
import type { Credits, FrontMatterMode, Metadata, Split } from '../types.js';
import type { Edits } from './edits.js';
import type { Found } from './found.js';
import { noiseImages } from './noise-images.js';
import type { Rule } from './rule.js';

export class MetadataSources {
  readonly #split: Split;
  readonly #baseUrl: string | null;
  readonly #evidence: Evidence;
  #frontMatter: Partial<Metadata> | null = null;
  #page: Sourced | null = null;
  readonly #byline: Partial<Metadata>;
  #sites: ReadonlySet<string> | null = null;

  /**
   * @param root as parsed: rules take the head away
   * @param found what the finder says of a page
   */
  constructor(split: Split, root: Node, baseUrl: string | null, found: Found | null) {
    this.#split = split;
    this.#baseUrl = baseUrl;
    this.#evidence = pageEvidence(root, found?.apart);
    this.#byline = found?.byline ?? {};
  }

  private get frontMatter(): Partial<Metadata> {
    this.#frontMatter ??= frontMatterMetadata(this.#split.frontMatter?.data ?? null);
    return this.#frontMatter;
  }

  private get page(): Sourced {
    this.#page ??= pageMetadata(this.#evidence, this.#byline);
    return this.#page;
  }

  /** Where the article stood on the web, if anything says so. */
  get url(): string | null {
    return this.frontMatter.url ?? this.page.metadata.url ?? this.#baseUrl;
  }

  /** Where relative addresses lead by the page's own word (`<base>`); null where that, too, is relative. */
  get base(): string | null {
    const { base } = this.#evidence;
    if (base === null) return null;
    const own = this.#baseUrl ?? (base.startsWith('//') ? (this.url ?? 'https://a.invalid') : undefined);
    return URL.canParse(base, own) ? new URL(base, own).href : null;
  }

  /** What shows the article's source: host of its address, author, categories; lower case. */
  get sites(): ReadonlySet<string> {
    this.#sites ??= siteNames(this.url, { ...this.page.metadata, ...this.frontMatter });
    return this.#sites;
  }

  /** Whether a heading says this title again. */
  saysTitle(heading: string, title: string): boolean {
    const { title: own, meta } = this.#evidence;
    const names = [this.page.metadata.publisher, own, meta.get('og:title'), meta.get('application-name')];
    return saysTitle(
      heading,
      title,
      names.filter((name) => name !== null && name !== undefined),
    );
  }

  /**
   * True where the front matter that is written names the same authors, publisher and address. A block that is kept
   * says what it said; a normalised one says what `metadata` will.
   * @param credits stored already
   */
  says({ authors, publisher, url }: Credits, mode: FrontMatterMode, stored: Credits): boolean {
    if (this.#split.frontMatter === null || mode === 'none') return authors.length === 0 && !publisher && !url;
    const { frontMatter, page } = this;
    const known = mode === 'keep' ? frontMatter : mergeMetadata({ frontMatter, page, credits: stored }).metadata;
    return (
      authors.every((name) => known.authors?.includes(name)) &&
      (publisher === null || publisher === known.publisher) &&
      (url === null || url === known.url)
    );
  }

  /** All metadata; the title may still come from the first heading. Ask when the rules have run. */
  metadata({ credits, changes }: Edits, rules: readonly Rule[]): Merged {
    const { frontMatter, page } = this;
    return mergeMetadata({ frontMatter, page, credits, noiseImages: noiseImages(changes, rules) });
  }
}

function siteNames(url: string | null, metadata: Partial<Metadata>): Set<string> {
  const names = new Set<string>();
  const host = url && /^[a-z]+:\/\/([^/?#]+)/i.exec(url)?.[1];
  if (host) names.add(host.toLowerCase());
  const { authors = [], categories = [], publisher } = metadata;
  for (const name of [...authors, ...categories, publisher]) if (name) names.add(name.toLowerCase());
  return names;
}
