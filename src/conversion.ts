/** Puts the outputs together: front matter with body, title with text, and the JSON record of section 2. */
import { Lines } from './body/offsets.js';
import { append, createDocument, ELEMENT, following, Node, TEXT } from './body/tree.js';
import { invisible } from './body/vocabulary.js';
import { countCharacters } from './clean/audit.js';
import type { Cleaned } from './clean/stage.js';
import { normalizeFrontMatter } from './front-matter/normalize.js';
import { SHORT, triage } from './report/triage.js';
import type {
  ArticleRecord,
  BodyKind,
  ChangeRecord,
  Conversion,
  ConvertOptions,
  Decoded,
  Format,
  Metadata,
  Split,
  Warning,
} from './types.js';
import type { Written } from './write/body.js';
import { writeMarkdown } from './write/markdown/index.js';

/** Builds the requested outputs; the record is built when it is first read. */
export function buildConversion(
  decoded: Decoded,
  split: Split,
  cleaned: Cleaned,
  written: Written,
  options: ConvertOptions,
): Conversion {
  const conversion = new Article({ decoded, split, cleaned, written, options });
  const parts = { split, cleaned, written, options, conversion };
  for (const format of options.formats ?? ['markdown']) conversion.outputs[format] = writers[format](parts);
  return conversion;
}

interface Stages {
  decoded: Decoded;
  split: Split;
  cleaned: Cleaned;
  written: Written;
  options: ConvertOptions;
}

class Article implements Conversion {
  readonly outputs: Conversion['outputs'] = {};
  readonly warnings: Warning[];
  readonly changes: number;
  readonly encoding: string;
  readonly bodyKind: BodyKind;
  readonly bodyReason: string;
  readonly #stages: Stages;
  #record: ArticleRecord | null = null;
  #kept: number | null = null;
  #removed: number | null = null;

  constructor(stages: Stages) {
    const { decoded, cleaned, written } = stages;
    this.warnings = [...cleaned.warnings, ...written.warnings];
    this.changes = cleaned.edits.changes.length;
    this.encoding = decoded.encoding;
    this.bodyKind = cleaned.body.kind;
    this.bodyReason = cleaned.body.reason;
    this.#stages = stages;
  }

  get record(): ArticleRecord {
    this.#record ??= buildRecord(this.#stages, this);
    return this.#record;
  }

  get kept(): number {
    this.#kept ??= visibleCharacters(this.#stages.cleaned.root);
    return this.#kept;
  }

  get removed(): number {
    this.#removed ??= removedCharacters(this.#stages.cleaned);
    return this.#removed;
  }

  get triage(): string[] {
    const { split, cleaned } = this.#stages;
    const { removed, warnings } = this;
    const article = { removed, warnings, frontMatter: split.frontMatter?.data ?? null };
    const isShort = visibleCharacters(cleaned.root, SHORT) <= SHORT;
    return triage(
      article,
      () => this.kept,
      isShort,
      () => this.record,
    );
  }
}

interface Parts extends Omit<Stages, 'decoded'> {
  conversion: Conversion;
}

const writers: Record<Format, (parts: Parts) => string> = {
  markdown: markdownFile,
  text: textFile,
  json: ({ conversion }) => `${JSON.stringify(conversion.record, null, 2)}\n`,
  ndjson: ({ conversion }) => `${JSON.stringify(conversion.record)}\n`,
};

function markdownFile({ split, cleaned, written, options }: Parts): string {
  const { markdown } = written;
  const mode = options.frontMatter ?? 'keep';
  if (!split.frontMatter || mode === 'none') {
    const { title } = cleaned.metadata;
    if (!cleaned.titleFromHead || title === null || written.titleHeading) return markdown.replace(/^\n+/, '');
    return `${titleHeading(title)}\n${markdown === '' ? '' : `\n${markdown}`}`;
  }
  const { raw, data } = split.frontMatter;
  const block = mode === 'normalize' ? normalizeFrontMatter(withHeading(cleaned, written), data) : raw;
  if (markdown === '') return block;
  // A Markdown body begins as its author began it; a body that we wrote stands after one blank line.
  return cleaned.body.kind === 'markdown' ? block + markdown : `${block}\n${markdown}`;
}

function titleHeading(title: string): string {
  const root = createDocument();
  const heading = new Node(ELEMENT, 'h1', '', 0, 0);
  append(root, heading);
  append(heading, new Node(TEXT, '#text', title, 0, 0));
  return writeMarkdown(root);
}

function textFile({ cleaned, written, options }: Parts): string {
  const { title } = withHeading(cleaned, written);
  if (options.frontMatter === 'none') return written.text(null);
  const text = written.text(title);
  if (title === null) return text;
  return text === '' ? `${title}\n` : `${title}\n\n${text}`;
}

/** The metadata; the first level-1 heading is the title where nothing else gives one. */
function withHeading({ metadata }: Cleaned, written: Written): Metadata {
  return metadata.title === null ? { ...metadata, title: written.heading } : metadata;
}

function buildRecord(stages: Stages, { kept, removed }: Pick<Conversion, 'kept' | 'removed'>): ArticleRecord {
  const { decoded, split, cleaned, written, options } = stages;
  const metadata = withHeading(cleaned, written);
  const text = written.text(written.titleHeading || metadata.title === written.heading ? metadata.title : null);
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
    changes: changeRecords(decoded.text, cleaned),
    warnings: [...cleaned.warnings, ...written.warnings],
  };
}

/** Non-white characters of the input's text that are still in the tree; the count ends where it is over `most`. */
function visibleCharacters(root: Node, most = Number.POSITIVE_INFINITY): number {
  let count = 0;
  for (let node: Node | null = root; node && count <= most; ) {
    const hidden = invisible.has(node.name);
    if (node.type === TEXT && !node.added) count += countCharacters(node.data);
    node = following(node, root, hidden);
  }
  return count;
}

function removedCharacters({ edits }: Cleaned): number {
  let count = 0;
  for (const { removed } of edits.changes) if (removed && !removed.added) count += visibleCharacters(removed);
  return count;
}

function changeRecords(source: string, { edits }: Cleaned): ChangeRecord[] {
  const lines = new Lines(source);
  return edits.changes.map(({ rule, action, start, end, text }) => ({
    rule,
    action,
    ...lines.locate(start),
    start,
    end,
    text,
  }));
}
