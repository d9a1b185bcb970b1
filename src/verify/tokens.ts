/** What a tree shows, as the token stream that the proof compares. */
import { ELEMENT, type Node, TEXT } from '../body/tree.js';
import { invisible, preformatted } from '../body/vocabulary.js';
import type { ArticleOptions } from '../types.js';
import { bareLines, isBareAddress } from './bare-links.js';
import { comparableUrl, END, IMAGE, LINK, NOTE, shownCharacters } from './stream.js';

/** How a tree is looked at. */
export interface View extends Pick<ArticleOptions, 'links' | 'images'> {
  /** Says which elements are the reader's own, not the article's (back links of footnotes). */
  isNoise?: (node: Node) => boolean;
  /** As plain text shows it: notes stay where they stand in the tree, without labels; a table in a cell is its text. */
  asText?: boolean;
}

/** A link that is open while the tree is walked. */
interface OpenLink {
  node: Node;
  mark: string;
  /** Texts of it that are its address alone, each on its own line. */
  bare: ReadonlySet<Node>;
  /** Something stood in it that a reader sees. */
  shown: boolean;
}

/** One flow of text: the body, or what readers show elsewhere: footnotes, and text in a table but in none of its cells. */
interface Flow {
  /** The note, or what stands loose in a table; null for the body. */
  node: Node | null;
  label: string;
  stream: string;
  /** Mark of the link that covers the end of the stream. */
  covered: string;
}

/** A footnote's call or beginning as our tree has it. Example: `[^1]`, `[^2-b]: ` */
const NOTE_MARK = /^\[\^([^\]]*)\](: )?$/;
/** Names that the reader gives to notes and their calls. Example: `user-content-fn-1` */
const READERS_NOTE = /^#?user-content-fn-(.*)$/;

/**
 * The token stream of a tree. A link's target stands where what it covers begins; a link that goes on in the next
 * paragraph is one link, and one around nothing stands where it is. Notes stand at the end, ordered by their labels.
 */
export function tokens(root: Node, view: View = {}): string {
  return new Walk(view).over(root);
}

/** An open table, and where what stands loose in it goes: in front, as browsers show it. */
interface OpenTable {
  node: Node;
  flow: Flow;
  at: number;
  covered: string;
}

class Walk {
  private readonly links: OpenLink[] = [];
  private readonly flows: Flow[] = [{ node: null, label: '', stream: '', covered: '' }];
  private readonly notes: Flow[] = [];
  private readonly tables: OpenTable[] = [];
  private heading: Node | null = null;
  private cell: Node | null = null;
  private fence: Node | null = null;

  constructor(private readonly view: View) {}

  over(root: Node): string {
    for (let node: Node | null = root.first; node; ) {
      const inside: Node | null = this.visit(node) ? node.first : null;
      if (inside) {
        node = inside;
        continue;
      }
      this.leave(node);
      while (node && !node.next) {
        node = node.parent === root ? null : node.parent;
        if (node) this.leave(node);
      }
      node = node?.next ?? null;
    }
    this.notes.sort((one, two) => (one.label < two.label ? -1 : 1));
    return [...this.flows, ...this.notes].map(({ label, stream }) => label + stream).join('');
  }

  /** The flow that is open. */
  private get flow(): Flow {
    return this.flows.at(-1) as Flow;
  }

  /** Tells what a node is by itself. Returns whether what is in it is looked at. */
  private visit(node: Node): boolean {
    const { isNoise, asText } = this.view;
    const call = node.has('data-footnote-ref') ? READERS_NOTE.exec(node.get('href') ?? '') : null;
    const isUnseen = node.type === ELEMENT && (invisible.has(node.name) || isNoise?.(node) === true);
    const mayBeLoose = !this.heading && !this.fence && !(asText && this.cell);
    const table = mayBeLoose && isLoose(node) ? this.tables.at(-1) : null;
    if (table) this.flows.push({ node, label: '', stream: '', covered: table.covered });
    if (call) this.show(noteMark(call[1] as string));
    else if (node.type === TEXT) this.text(node);
    else if (node.type === ELEMENT && !isUnseen) this.enter(node);
    return call === null && !isUnseen;
  }

  private show(value: string, text?: Node): void {
    if (value === '') return;
    const { flow } = this;
    // No link of Markdown covers a block of code.
    if (this.fence) {
      flow.stream += value;
      return;
    }
    const link = this.links.at(-1);
    const mark = !link || (text && link.bare.has(text)) ? '' : link.mark;
    if (mark !== flow.covered) flow.stream += mark === '' ? LINK + END : mark;
    flow.covered = mark;
    if (link) link.shown = true;
    flow.stream += value;
  }

  private text(node: Node): void {
    // Raw text is Markdown or HTML of our own: a reader shows what it means, not its characters.
    const [, label, isBeginning] = (node.raw && NOTE_MARK.exec(node.data)) || [];
    if (label === undefined) this.show(node.raw ? '' : shownCharacters(node.data), node);
    else if (isBeginning) this.flow.label = noteMark(label);
    else this.show(noteMark(label));
  }

  private image(node: Node): void {
    const { images = 'keep' } = this.view;
    const source = images === 'keep' ? node.get('src') : null;
    if (source && comparableUrl(source) !== '') this.show(IMAGE + comparableUrl(source) + END);
    else if (images !== 'none') this.show(shownCharacters(node.get('alt') ?? ''));
  }

  private enter(node: Node): void {
    if (node.name === 'footnote-text' || readersNote(node)) {
      this.flows.push({ node, label: noteMark(readersNote(node) ?? ''), stream: '', covered: '' });
    }
    if (node.name === 'table') {
      const { flow } = this;
      this.tables.push({ node, flow, at: flow.stream.length, covered: flow.covered });
    }
    if (HEADINGS.has(node.name)) this.heading ??= node;
    if (this.tables.length > 0 && CELLS.has(node.name)) this.cell ??= node;
    // In a heading or a cell code stands in the line, and a link covers it.
    if (preformatted.has(node.name) && !this.heading && !this.cell) this.fence ??= node;
    if (node.name === 'img') this.image(node);
    const { links = 'keep' } = this.view;
    const href = node.name === 'a' && links === 'keep' ? node.get('href') : null;
    if (href === null) return;
    const mark = isBareAddress(node, href) ? '' : LINK + comparableUrl(href) + END;
    this.links.push({ node, mark, bare: bareLines(node, href), shown: false });
  }

  private leave(node: Node): void {
    if (this.tables.at(-1)?.node === node) this.tables.pop();
    if (this.heading === node) this.heading = null;
    if (this.cell === node) this.cell = null;
    if (this.fence === node) this.fence = null;
    const link = this.links.at(-1);
    const { flow } = this;
    if (link?.node === node) {
      this.links.pop();
      if (!link.shown && link.mark !== '') {
        flow.stream += link.mark;
        flow.covered = link.mark;
      }
    }
    if (flow.node === node) this.endFlow(flow);
  }

  private endFlow(flow: Flow): void {
    this.flows.pop();
    const table = isLoose(flow.node as Node) ? this.tables.at(-1) : null;
    if (!table && !this.view.asText) this.notes.push(flow);
    else if (!table) this.flow.stream += flow.stream;
    if (!table || flow.stream === '') return;
    const { flow: around, at, covered } = table;
    const rest = around.stream.slice(at);
    const front = around.stream.slice(0, at) + flow.stream;
    around.stream = front + (rest === '' ? '' : behind(flow.covered, covered, rest));
    if (rest === '') around.covered = flow.covered;
    table.at = front.length;
    table.covered = flow.covered;
  }
}

/** A stream whose first mark was set against the link `was`, continued behind one that ends in the link `now`. */
function behind(now: string, was: string, rest: string): string {
  if (now === was) return rest;
  if (!rest.startsWith(LINK)) return (was || LINK + END) + rest;
  const mark = now || LINK + END;
  return rest.startsWith(mark) ? rest.slice(mark.length) : rest;
}

const CELLS: ReadonlySet<string> = new Set(['td', 'th']);
const HEADINGS: ReadonlySet<string> = new Set('h1 h2 h3 h4 h5 h6'.split(' '));
const TABLE_PARTS: ReadonlySet<string> = new Set('col colgroup tbody td tfoot th thead tr'.split(' '));
const TABLE_FRAMES: ReadonlySet<string> = new Set('table tbody tfoot thead tr'.split(' '));

/** Whether a node stands in a table, but in none of its cells; a caption stands in front of it too. */
function isLoose(node: Node): boolean {
  return !TABLE_PARTS.has(node.name) && TABLE_FRAMES.has(node.parent?.name ?? '');
}

function noteMark(label: string): string {
  return NOTE + comparableUrl(label).toLowerCase() + END;
}

/** Label of a note in the reader's section of notes, or null. */
function readersNote(node: Node): string | null {
  if (node.name !== 'li' || !node.parent?.parent?.has('data-footnotes')) return null;
  return READERS_NOTE.exec(node.get('id') ?? '')?.[1] ?? null;
}
