/** The writing stage: a cleaned body to Markdown, plain text, links and images. Each is written when asked for. */
import { headingText } from '../body/heading.js';
import { partedText } from '../body/parted-text.js';
import { headings } from '../body/tags.js';
import { following, isElement, type Node } from '../body/tree.js';
import { oneLine } from '../body/white-space.js';
import type { Change } from '../clean/change.js';
import { Edits } from '../clean/edits.js';
import type { Cleaned } from '../clean/stage.js';
import { lazily } from '../lazily.js';
import type { ArticleOptions, Image, Link, Warning } from '../types.js';
import type { Adapted } from './adapt.js';
import { collectImages, collectLinks } from './collect.js';
import { applyForms } from './forms/index.js';
import { MissingTargets } from './links.js';
import { writeMarkdown } from './markdown/index.js';
import { pickWriteOptions, type WriteOptions } from './options.js';
import { Moves, type SourceProof } from './source/moves.js';
import { writeText } from './text.js';

const loadSource = lazily(() => import('./source/index.js'));

export interface Written {
  /** The body as Markdown, one final newline; empty where there is nothing to show. */
  markdown: string;
  /** The tree that text, links and images are read from. */
  root: Node;
  links: Link[];
  images: Image[];
  /** Text of the first level-1 heading, or null. */
  heading: string | null;
  /** The heading that says a title which only the page's head has beside it, or null. */
  titleHeading: Node | null;
  /** The body as plain text; `without` leaves out what says the title again: that heading, or a first paragraph. */
  text: (without: string | null) => string;
  warnings: Warning[];
  /** The log: what the rules, moved links and written forms changed, and stayed changed. */
  changes: readonly Change[];
  /** What text, links and images lack besides: words of HTML that a Markdown body keeps and that only it can show. */
  textChanges: readonly Change[];
  /** Where the links of a Markdown body went; null for other bodies, whose log says it. */
  moves: Moves | null;
}

/**
 * Writes an adapted body.
 * @param prove holds a Markdown body's output against its input where readers do not agree about its HTML
 */
export function writeBody(
  cleaned: Cleaned,
  adapted: Adapted,
  options: ArticleOptions,
  prove: SourceProof,
): Written | Promise<Written> {
  return cleaned.body.markdown ? writeMarkdownKind(cleaned, options, prove) : writeHtmlKind(cleaned, adapted, options);
}

function writeHtmlKind(cleaned: Cleaned, { root, changes, warnings }: Adapted, options: ArticleOptions): Written {
  const log = [...cleaned.edits.changes, ...changes];
  return new WrittenHtml(root, cleaned, log, [...warnings], pickWriteOptions(options));
}

async function writeMarkdownKind(cleaned: Cleaned, options: ArticleOptions, prove: SourceProof): Promise<Written> {
  const { renderMarkdown, writeVerified } = await loadSource();
  const missing = new MissingTargets();
  const moves = new Moves(missing.watch(options));
  const writeOptions = pickWriteOptions(options);
  const { markdown, warnings, log } = await writeVerified(cleaned, moves, writeOptions, prove);
  return new WrittenMarkdown(
    markdown,
    cleaned,
    log,
    [...warnings, ...missing.warnings()],
    writeOptions,
    renderMarkdown,
    moves,
  );
}

/**
 * Text, links and images, each computed at its first use. A class, not closures: V8 (Node 20) keeps a closure that is
 * stored in an object beside its own scope from one young collection to the next, and with it the article's tree.
 */
abstract class LazyWritten implements Written {
  abstract readonly root: Node;
  abstract readonly markdown: string;
  abstract readonly moves: Moves | null;
  abstract readonly textChanges: readonly Change[];
  #links: Link[] | null = null;
  #images: Image[] | null = null;
  #heading: string | null | undefined;
  #titleHeading: Node | null | undefined;

  constructor(
    private readonly cleaned: Cleaned,
    readonly changes: readonly Change[],
    readonly warnings: Warning[],
    protected readonly options: WriteOptions,
  ) {}

  get links(): Link[] {
    this.#links ??= collectLinks(this.root);
    return this.#links;
  }

  get images(): Image[] {
    this.#images ??= collectImages(this.root);
    return this.#images;
  }

  get heading(): string | null {
    if (this.#heading === undefined) this.#heading = firstHeading(this.root);
    return this.#heading;
  }

  get titleHeading(): Node | null {
    if (this.#titleHeading === undefined) {
      this.#titleHeading = this.cleaned.titleFromHead ? titleHeading(this.root, this.cleaned) : null;
    }
    return this.#titleHeading;
  }

  text(without: string | null): string {
    const heading = without === null ? null : this.titleHeading;
    const text = writeText(this.root, this.options, heading);
    return ended(heading ? text : withoutTitle(text, without));
  }
}

class WrittenHtml extends LazyWritten {
  readonly moves = null;
  readonly textChanges: readonly Change[] = [];
  #markdown: string | null = null;

  constructor(
    readonly root: Node,
    cleaned: Cleaned,
    changes: readonly Change[],
    warnings: Warning[],
    options: WriteOptions,
  ) {
    super(cleaned, changes, warnings, options);
  }

  get markdown(): string {
    this.#markdown ??= ended(writeMarkdown(this.root, this.options));
    return this.#markdown;
  }
}

class WrittenMarkdown extends LazyWritten {
  #root: Node | null = null;
  #textChanges: readonly Change[] = [];
  readonly #body: Node;
  readonly #source: string;

  constructor(
    readonly markdown: string,
    cleaned: Cleaned,
    changes: readonly Change[],
    warnings: Warning[],
    options: WriteOptions,
    private readonly render: (markdown: string) => Node,
    readonly moves: Moves,
  ) {
    super(cleaned, changes, warnings, options);
    this.#body = cleaned.root;
    this.#source = cleaned.edits.source;
  }

  get textChanges(): readonly Change[] {
    return this.root ? this.#textChanges : [];
  }

  /** Rendered only when asked for: a batch that writes Markdown never does. */
  get root(): Node {
    if (!this.#root) {
      this.#root = this.render(this.markdown);
      const edits = new Edits(this.markdown);
      applyForms(this.#root, edits, this.options);
      this.#textChanges = inSource(edits.changes, this.#source, this.#body);
    }
    return this.#root;
  }
}

/** The words that forms took out of a rendered tree, with their places in the source as far as it has them. */
function inSource(changes: readonly Change[], source: string, { start, end }: Node): Change[] {
  const found: Change[] = [];
  let at = start;
  for (const change of changes) {
    if (!change.removed || change.removed.added || change.text.trim() === '' || change.text.startsWith('<')) continue;
    const place = at < end ? source.indexOf(change.text, at) : -1;
    at = place < 0 ? end : place + change.text.length;
    found.push({ ...change, start: place < 0 ? start : place, end: place < 0 ? end : at });
  }
  return found;
}

/** One final newline, or nothing at all. */
function ended(text: string): string {
  return text === '' ? '' : `${text}\n`;
}

function firstHeading(root: Node): string | null {
  for (let node = root.first; node; node = following(node, root)) {
    if (isElement(node, 'h1')) return oneLine(partedText(node)) || null;
  }
  return null;
}

function titleHeading(root: Node, cleaned: Cleaned): Node | null {
  for (let node = root.first; node; node = following(node, root)) {
    if (headings.has(node.name) && cleaned.saysTitle(headingText(node))) return node;
  }
  return null;
}

/** Plain text without a first paragraph that only says the title again. */
function withoutTitle(text: string, title: string | null): string {
  if (title === null) return text;
  const end = text.indexOf('\n\n');
  const first = end < 0 ? text : text.slice(0, end);
  return oneLine(first) === title ? text.slice(end < 0 ? text.length : end + 2) : text;
}
