/** The cleaning stage: rules over a parsed body, and the metadata that only the untouched tree shows. */
import type { Body } from '../body/parse.js';
import type { Node } from '../body/tree.js';
import type { Merged } from '../front-matter/metadata.js';
import type { ArticleOptions, Credits, Metadata, MetadataFrom, Split } from '../types.js';
import { snapshot } from './audit.js';
import type { Context } from './context.js';
import { Edits } from './edits.js';
import { clean } from './engine.js';
import { applyCuts, type Found } from './found.js';
import { MetadataSources } from './metadata-sources.js';
import type { Rule } from './rule.js';

const nothing: ReadonlySet<Node> = new Set();

/** A class, as accessors in a literal make each such object a slow one, and every rule reads it. */
class ArticleContext implements Context {
  readonly memo = new Map<unknown, unknown>();

  constructor(
    readonly root: Node,
    readonly source: string,
    readonly markdown: boolean,
    readonly options: ArticleOptions,
    readonly shown: ReadonlySet<Node>,
    readonly edits: Edits,
    private readonly about: MetadataSources,
  ) {}

  says(credits: Credits): boolean {
    return this.about.says(credits, this.options.frontMatter ?? 'keep', this.edits.credits);
  }

  get url(): string | null {
    return this.about.url;
  }

  get sites(): ReadonlySet<string> {
    return this.about.sites;
  }
}

/** A body whose rules have run. */
export class Cleaned {
  readonly root: Node;
  readonly edits: Edits;
  readonly context: Context;
  /** Tokens before the first edit, for the audit. */
  readonly before: readonly string[];
  readonly #about: MetadataSources;
  readonly #rules: readonly Rule[];
  readonly #hasFrontMatter: boolean;
  #merged: Merged | null = null;

  constructor(
    readonly body: Body,
    source: string,
    split: Split,
    rules: readonly Rule[],
    options: ArticleOptions,
    readonly found: Found | null,
  ) {
    const { root } = body;
    this.root = root;
    this.before = snapshot(root);
    this.edits = new Edits(source);
    this.edits.leavesBorders = body.kind !== 'markdown';
    this.#rules = rules;
    const about = new MetadataSources(split, root, options.baseUrl ?? null, found);
    this.#about = about;
    this.#hasFrontMatter = split.frontMatter !== null;
    const isMarkdown = body.kind === 'markdown';
    const shown = found?.shown ?? nothing;
    this.context = new ArticleContext(root, source, isMarkdown, options, shown, this.edits, about);
    if (found) applyCuts(found, this.edits);
    clean(root, rules, this.edits, this.context, options.keep, options.onRule);
    options.onRule?.(null);
  }

  /** From front matter, head and credits; the title may still come from the first heading. */
  get metadata(): Metadata {
    return this.merged.metadata;
  }

  /** Where each value of the metadata is from. */
  get metadataFrom(): MetadataFrom {
    return this.merged.from;
  }

  private get merged(): Merged {
    this.#merged ??= this.#about.metadata(this.edits, this.#rules);
    return this.#merged;
  }

  /** Where the page says that its relative addresses lead, or null. */
  get base(): string | null {
    return this.#about.base;
  }

  /** The title stands in `<head>` only: outputs without front matter get it as a heading. */
  get titleFromHead(): boolean {
    return !this.#hasFrontMatter && this.metadata.title !== null;
  }

  /** Whether a heading says the title, the site's name and the day apart. */
  saysTitle(heading: string): boolean {
    const { title } = this.metadata;
    return title !== null && this.#about.saysTitle(heading, title);
  }
}

/**
 * Cleans a body in place and reads its metadata.
 * @param source the decoded input that the body's offsets refer to
 * @param rules in the order in which they run
 * @param found what the finder says of a page; null where there was nothing to find
 * @throws what `clean` throws
 */
export function cleanBody(
  body: Body,
  source: string,
  split: Split,
  rules: readonly Rule[],
  options: ArticleOptions,
  found: Found | null = null,
): Cleaned {
  return new Cleaned(body, source, split, rules, options, found);
}
