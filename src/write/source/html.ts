/**
 * HTML of a Markdown text that Markdown has a form for. A run of whole HTML blocks with nothing but HTML in it goes
 * through the Markdown writer; a wrapper around Markdown loses its tags; media inside a paragraph become links.
 */

import { parseSource } from '../../body/markdown/parse.js';
import type { HtmlBlock } from '../../body/markdown/segment.js';
import type { MarkdownText } from '../../body/markdown/text.js';
import { isBlankText } from '../../body/traverse.js';
import { ELEMENT, following, isElement, type Node, TEXT } from '../../body/tree.js';
import type { WriteOptions } from '../options.js';
import { fragmentsOf, isDeadAnchor } from './anchors.js';
import { looseCaptions } from './captions.js';
import type { SourceEdit } from './changes.js';
import { Fragments, type Written } from './fragment.js';
import { heldLines, isWhole, leadOf } from './held.js';
import { Paragraphs } from './paragraphs.js';
import { isClosed, Wrappers, wrappers } from './wrappers.js';

/** Void or closed elements that may be written in the middle of a paragraph. */
const media = new Set(['img', 'audio', 'video', 'iframe', 'embed', 'object']);

const players = new Set(['audio', 'video']);

/** What is in them is no text, or code. */
const closedToMarkdown = new Set(
  'audio button canvas code embed iframe input math noscript object pre script select style svg template textarea video'.split(
    ' ',
  ),
);

/** Containers whose blocks stand for themselves: beside Markdown, each of them can be Markdown. */
const flow = new Set([...wrappers, 'blockquote', 'body', 'details', 'dialog', 'fieldset', 'figure', 'form']);

export interface Conversions {
  /** In order, offsets into the text; each group may be given up alone. */
  edits: SourceEdit[];
  htmlBlocks: readonly HtmlBlock[];
  /** Tags of wrappers go: what was in them may stand in a paragraph then. */
  unwraps: boolean;
}

/** Finds what of a Markdown text's HTML can be Markdown. Linear. */
export function conversions(source: MarkdownText, options: WriteOptions): Conversions {
  const hasHtml =
    source.text.includes('<') && source.segments.list.some(({ what }) => what === 'html' || what === 'lone');
  return hasHtml ? new Converter(source, options).run() : { edits: [], htmlBlocks: [], unwraps: false };
}

class Converter {
  private readonly edits: SourceEdit[] = [];
  private readonly text: string;
  private readonly root: Node;
  private readonly blocks: readonly HtmlBlock[];
  private readonly paragraphs: Paragraphs;
  private readonly fragments: Fragments;
  private readonly wrappers: Wrappers;
  /** Names that links of the text lead to. */
  private readonly anchors: ReadonlySet<string>;
  private block = 0;
  private groups: number;

  constructor(source: MarkdownText, options: WriteOptions) {
    const { text, segments } = source;
    this.text = text;
    this.root = parseSource(source, 0).root;
    this.blocks = segments.htmlBlocks;
    this.fragments = new Fragments(source, options);
    this.anchors = fragmentsOf(text);
    const isTarget = (node: Node): boolean => this.isTarget(node);
    this.wrappers = new Wrappers(text, this.root, segments, isTarget);
    this.groups = this.wrappers.edits.length;
    for (const { node, tags } of looseCaptions(this.root, source)) {
      const groups = [this.groups++];
      for (const tag of tags) this.edits.push({ ...tag, groups, free: false });
      this.wrappers.bare.add(node);
    }
    const isBare = (node: Node): boolean => this.wrappers.bare.has(node) || this.isEmpty(node);
    this.paragraphs = new Paragraphs({ source, options, isBare, isTarget });
  }

  run(): Conversions {
    const { bare, mixed, gone } = this.wrappers;
    let node = this.root.first;
    while (node) {
      const last = bare.has(node) ? null : this.blockRun(node);
      const isDone = last !== null || (isElement(node) && !bare.has(node) && this.inParagraph(node));
      const isOpen = bare.has(node) || (mixed.has(node) && !closedToMarkdown.has(node.name));
      node = following(last ?? node, this.root, isDone || !isOpen);
    }
    const edits = [...this.wrappers.edits, ...this.edits];
    const inline = this.paragraphs.edits(edits, gone, this.groups);
    return {
      edits: apart([...edits, ...inline]),
      htmlBlocks: this.blocks,
      unwraps: bare.size > 0,
    };
  }

  private isTarget(node: Node): boolean {
    return [node.get('id'), node.get('name')].some((name) => name !== null && this.anchors.has(name));
  }

  /** A dead anchor, a wrapper's tag that nothing closes, or a `<br>` at a paragraph's end. */
  private isEmpty(node: Node): boolean {
    const isLone = wrappers.has(node.name) && !node.first && !isClosed(node) && !this.isTarget(node);
    return isLone || isDeadAnchor(node, this.anchors) || this.paragraphs.isLastBreak(node);
  }

  /** Converts the run of whole HTML blocks that starts here; its last node, or null where none starts. */
  private blockRun(first: Node): Node | null {
    const { parent } = first;
    const block = this.blockAt(first.start);
    if (parent !== this.root && !flow.has(parent?.name ?? '')) return null;
    if (block && block.level > 0) return this.heldBlock(first, block);
    if (!block || block.literal || !this.isPure(first) || !this.startsLine(first.start)) return null;
    const last = this.runEnd(first, block);
    if (isBlankText(first) || !this.endsLine(last) || (first.type === TEXT && last === first)) return null;
    const end = this.lineEnd(last.end);
    const { written, changes } = this.fragments.write(first.start, last.end);
    if (written === this.text.slice(first.start, last.end).trim()) return last;
    const before = this.text[first.start - 1] === undefined || this.text.endsWith('\n\n', first.start) ? '' : '\n';
    const after = this.text.startsWith('\n\n', end)
      ? ''
      : this.text[end - 1] === '\n' && this.text[end] !== '\n'
        ? '\n\n'
        : '\n';
    const replacement = written === '' ? '' : `${before}${written}${after}`;
    const groups = [this.groups++];
    this.edits.push({ start: first.start, end, text: replacement, groups, free: true, changes });
    return last;
  }

  /** The same for a whole block in a list or quote. */
  private heldBlock(first: Node, block: HtmlBlock): Node | null {
    const lead = leadOf(this.text, first.start);
    if (lead === null || block.literal || !this.isPure(first) || first.type === TEXT) return null;
    const last = this.runEnd(first, block);
    const end = this.lineEnd(last.end);
    if (this.text.slice(end, block.end).trim() !== '' || !isWhole(this.text.slice(first.start, end), lead)) return null;
    const { written, changes } = this.fragments.write(first.start, last.end);
    if (written === '') return null;
    // The blanks behind the mark are a part of it.
    const blanks = lead.slice(lead.trimEnd().length);
    const text = blanks + heldLines(written, lead);
    const groups = [this.groups++];
    this.edits.push({ start: first.start - blanks.length, end, text, groups, free: true, changes });
    return last;
  }

  /** The last node of the run of whole HTML that starts here. */
  private runEnd(first: Node, block: HtmlBlock): Node {
    let last = first;
    while (last.next && this.isPure(last.next) && last.next.start < block.end) last = last.next;
    while (last !== first && isBlankText(last)) last = last.prev as Node;
    return last;
  }

  private isPure(node: Node): boolean {
    if (node.type === TEXT) return !node.raw;
    if (node.name === 'summary') return false;
    return (
      node.type === ELEMENT && !this.wrappers.mixed.has(node) && (isClosed(node) || node.name === 'p' || !node.first)
    );
  }

  /** Media, marks, links, code and dead anchors in a paragraph, a heading or a cell. Returns whether it has a form. */
  private inParagraph(node: Node): boolean {
    if (this.blockAt(node.start)) return false;
    const { start, end } = node;
    const media = this.mediaForm(node);
    if (media || this.isEmpty(node)) {
      const { written: text, changes } = media ?? { written: '', changes: [] };
      this.edits.push({ start, end, text, groups: [this.groups++], free: false, changes });
      return true;
    }
    return this.paragraphs.take(node);
  }

  private mediaForm(node: Node): Written | null {
    const isMedia = media.has(node.name) || (node.name === 'a' && node.first !== null);
    // What stands in a film or a sound is for browsers that cannot play it.
    const isWhole = players.has(node.name) || !this.wrappers.mixed.has(node);
    if (!isMedia || !isWhole || !(isClosed(node) || !node.first)) return null;
    const form = this.fragments.write(node.start, node.end);
    return form.written === '' || /[\n|]/.test(form.written) ? null : form;
  }

  /** The HTML block around a place; ask with rising places. */
  private blockAt(at: number): HtmlBlock | null {
    while (this.block < this.blocks.length && (this.blocks[this.block] as HtmlBlock).end <= at) this.block++;
    const block = this.blocks[this.block];
    return block && block.start <= at ? block : null;
  }

  /** Nothing but blanks and tags that go stand before it on its line. */
  private startsLine(at: number): boolean {
    let from = at;
    for (;;) {
      const tag = this.wrappers.gone.get(from);
      if (tag !== undefined) from = tag;
      else if (this.text[from - 1] === ' ' || this.text[from - 1] === '\t') from--;
      else return from === 0 || this.text[from - 1] === '\n';
    }
  }

  /** The place behind the blanks that end a line, or the same place where they do not. */
  private lineEnd(at: number): number {
    let to = at;
    while (this.text[to] === ' ' || this.text[to] === '\t') to++;
    return to === this.text.length || this.text[to] === '\n' ? to : at;
  }

  private endsLine(last: Node): boolean {
    let to = last.end;
    while (this.text[to] === ' ' || this.text[to] === '\t') to++;
    if (to === this.text.length || this.text[to] === '\n' || this.text[to - 1] === '\n') return true;
    const { parent } = last;
    return parent !== null && this.wrappers.bare.has(parent) && parent.closeStart === to;
  }
}

/** The edits in order, without those inside another: what that one writes is without them already. */
function apart(edits: SourceEdit[]): SourceEdit[] {
  let end = 0;
  return edits
    .sort((a, b) => a.start - b.start || a.end - b.end)
    .filter((edit) => {
      if (edit.start < end) return false;
      end = edit.end;
      return true;
    });
}
