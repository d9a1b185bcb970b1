/** The writing stage: a cleaned body to Markdown, plain text, links and images. Each is written when asked for. */
import { headingText } from '../body/heading.js';
import { headings } from '../body/tags.js';
import { following, isElement, type Node, textOf } from '../body/tree.js';
import { audit } from '../clean/audit.js';
import { Edits } from '../clean/edits.js';
import type { Cleaned } from '../clean/stage.js';
import { ArticleError } from '../errors.js';
import { markdownPart, verifyPart } from '../parts.js';
import type { ConvertOptions, Image, Link, Warning } from '../types.js';
import { collectImages, collectLinks } from './collect.js';
import { applyForms } from './forms/index.js';
import { MissingTargets, moveLinks } from './links.js';
import { writeMarkdown } from './markdown/index.js';
import type { WriteOptions } from './options.js';
import { Moves, wantedOf, writeSoundly } from './source/verified.js';
import { writeText } from './text.js';

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
}

/**
 * Writes a cleaned body.
 * @throws {ArticleError} `unaccounted` where the log does not account for every token of the input: a bug, never the
 *   article's fault; nothing is written for it
 */
export async function writeBody(cleaned: Cleaned, options: ConvertOptions): Promise<Written> {
  const writeOptions = pickWriteOptions(options);
  const missing = new MissingTargets();
  const write = cleaned.body.markdown ? writeMarkdownKind : writeHtmlKind;
  const written = await write(cleaned, missing.watch(options), writeOptions);
  written.warnings.push(...missing.warnings());
  return written;
}

function pickWriteOptions({ target, images, links }: ConvertOptions): WriteOptions {
  const picked: WriteOptions = {};
  if (target) picked.target = target;
  if (images) picked.images = images;
  if (links) picked.links = links;
  return picked;
}

async function writeHtmlKind(cleaned: Cleaned, options: ConvertOptions, writeOptions: WriteOptions): Promise<Written> {
  const { root, edits } = cleaned;
  moveLinks(root, edits, options);
  const warnings = applyForms(root, edits, writeOptions);
  proveAccounted(cleaned);
  const verify = options.verify ? await verifyPart() : null;
  const expected = verify?.expectedOf(root, writeOptions);
  const written = new WrittenHtml(root, cleaned, warnings, writeOptions);
  if (verify && expected) {
    verify.verifyMarkdown(expected, written.markdown);
    verify.verifyText(expected, written.text(null));
  }
  return written;
}

async function writeMarkdownKind(
  cleaned: Cleaned,
  options: ConvertOptions,
  writeOptions: WriteOptions,
): Promise<Written> {
  const { renderMarkdown } = await markdownPart();
  const { root, edits } = cleaned;
  proveAccounted(cleaned);
  const moves = new Moves(options);
  const { markdown, warnings, log } = await writeSoundly(cleaned, moves, writeOptions);
  edits.changes.length = 0;
  for (const change of log) edits.changes.push(change);
  const written = new WrittenMarkdown(markdown, renderMarkdown, cleaned, warnings, writeOptions);
  if (options.verify) {
    const { expectedOf, verifyMarkdownBody, verifyText } = await verifyPart();
    verifyMarkdownBody(edits.source.slice(root.start), markdown, edits.changes, wantedOf(moves, writeOptions));
    verifyText(expectedOf(written.root), written.text(null));
  }
  return written;
}

function proveAccounted({ root, edits, before }: Cleaned): void {
  const { problem } = audit(root, edits.changes, before);
  if (problem)
    throw new ArticleError('unaccounted', `text is unaccounted for: ${problem}`, 'please report it with this file');
}

/**
 * Text, links and images, each computed at its first use. A class, not closures: V8 (Node 20) keeps a closure that is
 * stored in an object beside its own scope from one young collection to the next, and with it the article's tree.
 */
abstract class LazyWritten implements Written {
  abstract readonly root: Node;
  abstract readonly markdown: string;
  #links: Link[] | null = null;
  #images: Image[] | null = null;
  #heading: string | null | undefined;
  #titleHeading: Node | null | undefined;

  constructor(
    private readonly cleaned: Cleaned,
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
  #markdown: string | null = null;

  constructor(
    readonly root: Node,
    cleaned: Cleaned,
    warnings: Warning[],
    options: WriteOptions,
  ) {
    super(cleaned, warnings, options);
  }

  get markdown(): string {
    this.#markdown ??= ended(writeMarkdown(this.root, this.options));
    return this.#markdown;
  }
}

class WrittenMarkdown extends LazyWritten {
  #root: Node | null = null;

  constructor(
    readonly markdown: string,
    private readonly render: (markdown: string) => Node,
    cleaned: Cleaned,
    warnings: Warning[],
    options: WriteOptions,
  ) {
    super(cleaned, warnings, options);
  }

  /** Rendered only when asked for: a batch that writes Markdown never does. */
  get root(): Node {
    if (!this.#root) {
      this.#root = this.render(this.markdown);
      applyForms(this.#root, new Edits(this.markdown), this.options);
    }
    return this.#root;
  }
}

/** One final newline, or nothing at all. */
function ended(text: string): string {
  return text === '' ? '' : `${text}\n`;
}

function firstHeading(root: Node): string | null {
  for (let node = root.first; node; node = following(node, root)) {
    if (isElement(node, 'h1')) return textOf(node).replace(/[\s]+/g, ' ').trim() || null;
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
  return first.replace(/\s+/g, ' ').trim() === title ? text.slice(end < 0 ? text.length : end + 2) : text;
}
