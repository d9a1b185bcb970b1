/** The writing stage: a cleaned body to Markdown, plain text, links and images. Each is written when asked for. */
import { following, isElement, type Node, textOf } from '../body/tree.js';
import { audit } from '../clean/audit.js';
import type { Cleaned } from '../clean/body.js';
import { Edits } from '../clean/edits.js';
import { ArticleError } from '../errors.js';
import type { ConvertOptions, Image, Link, Warning } from '../types.js';
import { collectImages, collectLinks } from './collect.js';
import { applyForms } from './forms/index.js';
import { moveLinks } from './links.js';
import { writeMarkdown } from './markdown/index.js';
import type { WriteOptions } from './options.js';
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
  /** The body as plain text; `without` leaves a heading out that says the title again at its start. */
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
  return cleaned.body.markdown
    ? writeMarkdownKind(cleaned, options, writeOptions)
    : writeHtmlKind(cleaned, options, writeOptions);
}

function pickWriteOptions({ target, images, links }: ConvertOptions): WriteOptions {
  return {
    ...(target ? { target } : {}),
    ...(images ? { images } : {}),
    ...(links ? { links } : {}),
  };
}

async function writeHtmlKind(cleaned: Cleaned, options: ConvertOptions, writeOptions: WriteOptions): Promise<Written> {
  const { root, edits } = cleaned;
  moveLinks(root, edits, options);
  const warnings = applyForms(root, edits, writeOptions);
  proveAccounted(cleaned);
  const verify = options.verify ? await import('../verify/index.js') : null;
  const expected = verify?.expectedTokens(root) ?? '';
  const written = lazily(root, warnings, () => ended(writeMarkdown(root, writeOptions)), writeOptions);
  verify?.verifyMarkdown(expected, written.markdown);
  verify?.verifyText(expected, written.text(null));
  return written;
}

async function writeMarkdownKind(
  cleaned: Cleaned,
  options: ConvertOptions,
  writeOptions: WriteOptions,
): Promise<Written> {
  const [{ writeMarkdownBody }, { renderMarkdown }] = await Promise.all([
    import('../body/markdown/write.js'),
    import('../body/render.js'),
  ]);
  const { body, root, edits } = cleaned;
  if (!body.markdown) throw new ArticleError('internal', 'a Markdown body without its source');
  proveAccounted(cleaned);
  const { markdown, warnings } = writeMarkdownBody(body.markdown, edits.source, {
    ...writeOptions,
    ...moving(options),
  });
  if (options.verify) {
    const { verifyMarkdownBody } = await import('../verify/index.js');
    verifyMarkdownBody(edits.source.slice(root.start), markdown, edits.changes);
  }
  // Rendered only when asked for: a batch that writes Markdown never does.
  const rendered = (): Node => {
    const tree = renderMarkdown(markdown);
    applyForms(tree, new Edits(markdown), writeOptions);
    return tree;
  };
  return lazily(rendered, warnings, () => markdown, writeOptions);
}

function moving({ baseUrl, relink }: ConvertOptions): Pick<ConvertOptions, 'baseUrl' | 'relink'> {
  return { ...(baseUrl ? { baseUrl } : {}), ...(relink ? { relink } : {}) };
}

function proveAccounted({ root, edits, before }: Cleaned): void {
  const { problem } = audit(root, edits.changes, before);
  if (problem)
    throw new ArticleError('unaccounted', `text is unaccounted for: ${problem}`, 'please report it with this file');
}

/** Markdown, text, links and images, each computed at its first use. */
function lazily(
  tree: Node | (() => Node),
  warnings: Warning[],
  markdown: () => string,
  writeOptions: WriteOptions,
): Written {
  const once = <Value>(make: () => Value): (() => Value) => {
    let value: { made: Value } | null = null;
    return () => {
      value ??= { made: make() };
      return value.made;
    };
  };
  const root = once(typeof tree === 'function' ? tree : () => tree);
  const written = once(markdown);
  const links = once(() => collectLinks(root()));
  const images = once(() => collectImages(root()));
  const heading = once(() => firstHeading(root()));
  return {
    warnings,
    get markdown() {
      return written();
    },
    get root() {
      return root();
    },
    get links() {
      return links();
    },
    get images() {
      return images();
    },
    get heading() {
      return heading();
    },
    text: (without) => ended(withoutTitle(writeText(root(), writeOptions), without)),
  };
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

/** Plain text without a first paragraph that only says the title again. */
function withoutTitle(text: string, title: string | null): string {
  if (title === null) return text;
  const end = text.indexOf('\n\n');
  const first = end < 0 ? text : text.slice(0, end);
  return first.replace(/\s+/g, ' ').trim() === title ? text.slice(end < 0 ? text.length : end + 2) : text;
}
