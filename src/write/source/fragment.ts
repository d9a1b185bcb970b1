/** A stretch of HTML in a Markdown text as Markdown, through the Markdown writer and its forms. */
import { parseHtml } from '../../body/html.js';
import type { References } from '../../body/markdown/blocks.js';
import type { Span } from '../../body/markdown/opaque.js';
import type { MarkdownText } from '../../body/markdown/text.js';
import type { Change } from '../../clean/change.js';
import { Edits } from '../../clean/edits.js';
import { applyForms } from '../forms/index.js';
import { writeMarkdown } from '../markdown/index.js';
import type { WriteOptions } from '../options.js';
import { applyEdits, placeInSource, type SourceEdit } from './changes.js';
import { withoutReferences } from './references.js';

export interface Written {
  written: string;
  /** What the written forms did, with places in the text. */
  changes: Change[];
}

export class Fragments {
  private readonly text: string;
  /** Stretches that look like tags and are words. */
  private readonly words: readonly Span[];
  private word = 0;
  private readonly references: References;

  constructor(
    { text, segments, read }: MarkdownText,
    private readonly options: WriteOptions,
  ) {
    this.text = text;
    this.words = segments.list.filter(({ what }) => what === 'placeholder');
    this.references = read.references;
  }

  /** One stretch; ask with rising places. */
  write(start: number, end: number): Written {
    while ((this.words[this.word]?.end ?? end) <= start) this.word++;
    const escapes: SourceEdit[] = [];
    for (let index = this.word; (this.words[index]?.start ?? end) < end; index++) {
      escapes.push(...lessThans(this.text, this.words[index] as Span, start));
    }
    const { text, applied } = applyEdits(this.text.slice(start, end), escapes);
    const { root } = parseHtml(text);
    const edits = new Edits(text);
    applyForms(root, edits, this.options);
    for (const change of edits.changes) {
      change.start = start + placeInSource(applied, change.start);
      change.end = start + placeInSource(applied, change.end);
    }
    const written = writeMarkdown(root, this.options).trim();
    return { written: withoutReferences(written, this.references), changes: edits.changes };
  }
}

/** Each `<` of a stretch as a reference; offsets are from `base`. */
function lessThans(text: string, { start, end }: Span, base: number): SourceEdit[] {
  const edits: SourceEdit[] = [];
  for (let at = text.indexOf('<', start); at >= 0 && at < end; at = text.indexOf('<', at + 1)) {
    edits.push({ start: at - base, end: at - base + 1, text: '&lt;', groups: [], free: true });
  }
  return edits;
}
