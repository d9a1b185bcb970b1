/** HTML of one paragraph, heading or cell of Markdown, turned into marks as far as a reader sees the same. */
import type { Span } from '../../body/markdown/opaque.js';
import type { MarkdownText } from '../../body/markdown/text.js';
import type { Node } from '../../body/tree.js';
import { writeMarkdown } from '../markdown/index.js';
import type { WriteOptions } from '../options.js';
import type { SourceEdit } from './changes.js';
import { copyInline, hasInlineForm } from './inline-copy.js';
import { showSame } from './same-inline.js';

/** How often a paragraph is read to find which of its elements can be marks. */
const READINGS = 16;

const BREAK_TAG = /^<br\s*\/?>$/i;
/** The longest tag that is looked at: `<br />` */
const LONGEST_TAG = 12;

/** Where a paragraph ends without the blanks and `<br>` at its end. */
function shownEnd(text: string, { start, end }: Span): number {
  let at = end;
  for (;;) {
    while (at > start && (text[at - 1] as string).trim() === '') at--;
    const tag = text.slice(Math.max(start, at - LONGEST_TAG), at);
    const open = tag.lastIndexOf('<');
    if (open < 0 || !BREAK_TAG.test(tag.slice(open))) return at;
    at -= tag.length - open;
  }
}

export interface Environment {
  source: MarkdownText;
  options: WriteOptions;
  /** Whether an element's tags go. */
  isBare: (node: Node) => boolean;
  /** Whether links point to an element. */
  isTarget: (node: Node) => boolean;
}

/** Text for an element. */
type Form = Pick<SourceEdit, 'start' | 'end' | 'text'>;

/** Tags that go: all of them in order, and where one begins or ends the place of its other side. */
interface Gone {
  tags: readonly Form[];
  starts: ReadonlyMap<number, number>;
  ends: ReadonlyMap<number, number>;
}

/** Collects the elements that stand in paragraphs, and writes them one paragraph after the other. */
export class Paragraphs {
  /** The elements of a paragraph, by its place among all. */
  private readonly taken = new Map<number, Node[]>();
  private current = 0;
  /** Where what the current paragraph shows ends, once it was asked. */
  private shown = { paragraph: -1, end: 0 };

  constructor(private readonly around: Environment) {}

  /** The paragraph, heading or cell that a place stands in, or behind which it stands; ask with rising places. */
  private at(place: number): Span | undefined {
    const { inlines } = this.around.source.segments;
    while ((inlines[this.current]?.end ?? Number.POSITIVE_INFINITY) <= place) this.current++;
    return inlines[this.current];
  }

  /** Whether a `<br>` ends its paragraph, where it shows nothing; ask with rising places. */
  isLastBreak({ name, start }: Node): boolean {
    const paragraph = name === 'br' ? this.at(start) : undefined;
    if (!paragraph || paragraph.start > start) return false;
    if (this.shown.paragraph !== this.current) {
      this.shown = { paragraph: this.current, end: shownEnd(this.around.source.text, paragraph) };
    }
    return start >= this.shown.end && this.shown.end > paragraph.start;
  }

  /** Takes an element that Markdown may have a form for; ask with rising places. */
  take(node: Node): boolean {
    const { isTarget } = this.around;
    const { start, end } = node;
    const paragraph = this.at(start);
    if (!hasInlineForm(node) || isTarget(node) || !paragraph || paragraph.start > start || end > paragraph.end)
      return false;
    const nodes = this.taken.get(this.current);
    if (nodes) nodes.push(node);
    else this.taken.set(this.current, [node]);
    return true;
  }

  /**
   * @param others the edits of what stands around the paragraphs
   * @param ends where the tags begin that go, by their ends
   * @param group the first number that no group has
   */
  edits(others: readonly SourceEdit[], ends: ReadonlyMap<number, number>, group: number): SourceEdit[] {
    const edits: SourceEdit[] = [];
    const tags = [...ends].map(([end, start]) => ({ start, end, text: '' })).sort((a, b) => a.start - b.start);
    const starts = new Map(tags.map(({ start, end }) => [start, end]));
    const isLoose = this.behindHtml(others);
    let next = 0;
    let groups = group;
    for (const [index, nodes] of this.taken) {
      const paragraph = this.around.source.segments.inlines[index] as Span;
      while ((tags[next]?.end ?? Number.POSITIVE_INFINITY) <= paragraph.start) next++;
      const first = next;
      while ((tags[next]?.start ?? Number.POSITIVE_INFINITY) < paragraph.end) next++;
      const forms = this.forms(paragraph, nodes, { tags: tags.slice(first, next), starts, ends });
      const { start } = paragraph;
      const together = forms.length > 0 && isLoose(start) ? groups++ : null;
      if (together !== null) edits.push({ start, end: start, text: '\n', groups: [together], free: true });
      for (const form of forms) edits.push({ ...form, groups: [together ?? groups++], free: false });
    }
    return edits;
  }

  /** Says where text stands right behind a line of HTML that stays: there CommonMark reads no mark before a blank line. */
  private behindHtml(edits: readonly SourceEdit[]): (start: number) => boolean {
    const { text, segments } = this.around.source;
    const blockEnds = new Set(segments.htmlBlocks.map(({ end }) => end));
    const written = new Set(edits.map(({ end }) => end));
    return (start) => {
      if (!blockEnds.has(start) || text.endsWith('\n\n', start)) return false;
      let at = start;
      while (at > 0 && (text[at - 1] as string).trim() === '' && !written.has(at)) at--;
      return !written.has(at);
    };
  }

  /** Those forms of a paragraph's elements in which a reader sees the same as before. */
  private forms(paragraph: Span, nodes: readonly Node[], gone: Gone): readonly Form[] {
    const { text, read } = this.around.source;
    const before = text.slice(paragraph.start, paragraph.end);
    const isSame = (forms: readonly Form[]): boolean =>
      showSame(before, withForms(before, paragraph.start, [...forms, ...gone.tags]), read.references);
    let readings = READINGS;
    const accept = (known: readonly Form[], more: readonly Form[]): readonly Form[] => {
      if (more.length === 0 || readings-- <= 0) return known;
      const all = [...known, ...more];
      if (isSame(all)) return all;
      if (more.length === 1) return known;
      const half = more.length >> 1;
      return accept(accept(known, more.slice(0, half)), more.slice(half));
    };
    return accept(
      [],
      nodes.flatMap((node) => formOf(node, paragraph, this.around, gone) ?? []),
    );
  }
}

function formOf(node: Node, paragraph: Span, around: Environment, { starts, ends }: Gone): Form | null {
  const { source, options, isBare, isTarget } = around;
  const { text } = source;
  const { start, end } = node;
  const before = characterBefore(text, start, paragraph.start, ends);
  const after = characterAfter(text, end, paragraph.end, starts);
  const written = writeMarkdown(copyInline(node, text, { before, after }, isBare, isTarget), options);
  if (!written.startsWith(before) || !written.endsWith(after)) return null;
  const form = written.slice(before.length, written.length - after.length);
  return form.includes('\n\n') ? null : { start, end, text: form };
}

/** The character before a place, behind tags that go; empty where a blank or the edge of the paragraph is. */
function characterBefore(text: string, from: number, floor: number, ends: ReadonlyMap<number, number>): string {
  let at = from;
  for (let tag = ends.get(at); tag !== undefined; tag = ends.get(at)) at = tag;
  if (at <= floor) return '';
  return (/[\s\S]$/u.exec(text.slice(Math.max(floor, at - 2), at))?.[0] ?? '').trim();
}

function characterAfter(text: string, from: number, limit: number, starts: ReadonlyMap<number, number>): string {
  let at = from;
  for (let tag = starts.get(at); tag !== undefined; tag = starts.get(at)) at = tag;
  return at >= limit ? '' : String.fromCodePoint(text.codePointAt(at) as number).trim();
}

/** The paragraph with texts in the places of elements and tags. */
function withForms(source: string, base: number, forms: readonly Form[]): string {
  const parts: string[] = [];
  let at = base;
  for (const { start, end, text } of [...forms].sort((a, b) => a.start - b.start)) {
    if (start < at) continue;
    parts.push(source.slice(at - base, start - base), text);
    at = end;
  }
  parts.push(source.slice(at - base));
  return parts.join('');
}
