/** Writes a cleaned Markdown body: its author's source, with the edits that rules made and HTML turned into Markdown. */

import type { Span } from '../../body/markdown/opaque.js';
import type { MarkdownBody } from '../../body/markdown/parse.js';
import type { HtmlBlock } from '../../body/markdown/segment.js';
import { MarkdownText } from '../../body/markdown/text.js';
import { Lines } from '../../body/offsets.js';
import { append, createDocument, detach, type Node } from '../../body/tree.js';
import type { Change } from '../../clean/change.js';
import type { ArticleOptions, Warning } from '../../types.js';
import { writeMarkdown } from '../markdown/index.js';
import type { WriteOptions } from '../options.js';
import { type Applied, applyEdits, placeInSource, placeInText, type SourceEdit } from './changes.js';
import { collectEdits } from './collect.js';
import { disarm } from './disarm.js';
import { changedMarks } from './flanks.js';
import { conversions } from './html.js';
import { brokenGroups } from './structure.js';
import { targetEdits } from './targets.js';
import { tidyEdits } from './whitespace.js';

export type MarkdownWriteOptions = WriteOptions & Pick<ArticleOptions, 'baseUrl' | 'relink'>;

export interface WrittenMarkdown {
  /** Ends with one newline; empty where the body is. */
  markdown: string;
  warnings: Warning[];
  /** What the written forms of its HTML took out and put in; offsets into the decoded input. */
  changes: Change[];
  /** Places of the edits that were given up, in order; offsets into the decoded input. */
  reverted: Span[];
}

/** How often edits that break their surroundings are given up one by one, before all of them are. */
const maxRounds = 6;

/**
 * Writes a Markdown body back. Without an edit it is the input byte for byte, with one final newline. Linear.
 * @param parsed what `parseMarkdown` made, its tree edited
 * @param source the decoded input that the tree's offsets refer to
 * @param untouched stretches that no edit may touch, in order; offsets from the body's start
 */
export function writeMarkdownBody(
  parsed: MarkdownBody,
  source: string,
  options: MarkdownWriteOptions = {},
  untouched: readonly Span[] = [],
): WrittenMarkdown {
  const base = parsed.root.start;
  const body = parsed.source.text;
  const blocks = parsed.htmlBlocks.map((block) => ({ ...block, start: block.start - base, end: block.end - base }));
  const cleaned = applySafely(
    parsed.source,
    collectEdits(parsed, body, (node) => writeAlone(node, options)),
    blocks,
    untouched,
  );
  const converted = convertHtml(cleaned, options, untouched);
  const safe = disarm(converted.text);
  const aimed = applyEdits(safe.text.text, targetEdits(safe.text, options)).text;
  const lines = new Lines(source);
  const kept = new Set(cleaned.reverted.map(({ start }) => lines.locate(start + base).line));
  const warnings = [...kept].map((line) => ({
    code: 'kept-for-structure',
    message: 'a change here would have changed the Markdown around it, so the source was kept',
    line,
  }));
  const place = (at: number): number => placeInSource(cleaned.applied, at) + base;
  const changes = [...converted.changes, ...safe.changes.map((change) => placed(change, converted.place))].map(
    (change) => placed(change, place),
  );
  const reverted = cleaned.reverted.map(({ start, end }) => ({ start: start + base, end: end + base }));
  return { markdown: oneFinalNewline(aimed), warnings, changes, reverted };
}

/** How often HTML is looked at: where wrappers went, what was in them stands in a paragraph now. */
const LOOKS = 3;

/** Turns HTML into Markdown; changes have their places in the cleaned text, and `place` leads back to it. */
function convertHtml(cleaned: SafelyApplied, options: MarkdownWriteOptions, untouched: readonly Span[]) {
  let { text } = cleaned;
  let spans = untouched.map(({ start, end }) => ({
    start: placeInText(cleaned.applied, start),
    end: placeInText(cleaned.applied, end),
  }));
  const changes: Change[] = [];
  const steps: (readonly Applied[])[] = [];
  const place = (at: number): number => steps.reduceRight((to, applied) => placeInSource(applied, to), at);
  for (let look = 0; look < LOOKS; look++) {
    const { edits, htmlBlocks, unwraps } = conversions(text, options);
    const round = applySafely(text, edits, htmlBlocks, spans);
    const { applied } = round;
    for (const change of round.done.flatMap((edit) => edit.changes ?? [])) changes.push(placed(change, place));
    spans = spans.map(({ start, end }) => ({ start: placeInText(applied, start), end: placeInText(applied, end) }));
    steps.push(applied);
    text = round.text;
    if (!unwraps || applied.length === 0) break;
  }
  return { text, changes, place };
}

/** The change, where it was in an earlier text. */
function placed(change: Change, place: (at: number) => number): Change {
  change.start = place(change.start);
  change.end = Math.max(change.start, place(change.end));
  return change;
}

interface SafelyApplied {
  text: MarkdownText;
  applied: readonly Applied[];
  /** The edits that are in the text, and those that were given up. */
  done: SourceEdit[];
  reverted: SourceEdit[];
}

/** Applies edits, and gives up those that change more than what they touch. */
function applySafely(
  source: MarkdownText,
  edits: readonly SourceEdit[],
  htmlBlocks: readonly HtmlBlock[],
  untouched: readonly Span[],
): SafelyApplied {
  const reverted = groupsIn(untouched, edits);
  const isReverted = ({ groups }: SourceEdit): boolean => groups.some((group) => reverted.has(group));
  for (let round = 0; round < maxRounds; round++) {
    const done = edits.filter((edit) => !isReverted(edit));
    const wanted = tidyEdits(source.text, done, htmlBlocks);
    if (wanted.length === 0) break;
    const { text: written, applied } = applyEdits(source.text, wanted);
    const text = new MarkdownText(written);
    const broken = brokenGroups(source, text, applied);
    for (const group of changedMarks(source, written, applied)) broken.add(group);
    for (const edit of applied) if (joinsMarks(source.text, edit)) for (const group of edit.groups) broken.add(group);
    if (broken.size === 0) return { text, applied, done, reverted: edits.filter(isReverted) };
    for (const group of broken) reverted.add(group);
  }
  return { text: source, applied: [], done: [], reverted: [...edits] };
}

/** Groups of the edits that touch a stretch. */
function groupsIn(spans: readonly Span[], edits: readonly SourceEdit[]): Set<number> {
  const groups = new Set<number>();
  let next = 0;
  for (const edit of edits) {
    while (next < spans.length && (spans[next] as Span).end < edit.start) next++;
    if ((spans[next]?.start ?? Number.POSITIVE_INFINITY) > edit.end) continue;
    for (const group of edit.groups) groups.add(group);
  }
  return groups;
}

/** What a removal may bring together to a mark that was none, e.g. "<" and "d", "&" and "amp", "]" and "(". */
const joined = /^(?:[<&][\w#/!?]|\]\(|!\[|\*\*|__|~~|``)$/;

/** The two halves of a character reference, e.g. "&#12" and "3;"; the longest name has 31 letters. */
const referenceStart = /&#?\w{0,32}$/;
const referenceEnd = /^\w{0,32};/;
/** What an edit beside this one may take, too. */
const unseen = /[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]/g;

/** A line so far that a blank would make an item or a heading, e.g. "> -", "2.". */
const blockMark = /^[ \t>]*(?:[-+*]|\d{1,9}[.)]|#{1,6})$/;
/** Longer than any such line is. UTF-16 units. */
const LINE_HEAD = 64;

/** Two marks that an edit brings together would be one: `*a*<span></span>*b*`, `<<!---->d>`. */
function joinsMarks(source: string, { start, end, text }: SourceEdit): boolean {
  if (text !== '') return false;
  const before = source.slice(Math.max(0, start - 36), start).replace(unseen, '');
  if (referenceStart.test(before) && referenceEnd.test(source.slice(end, end + 36).replace(unseen, ''))) return true;
  if (/^\s?$/.test(source[end] ?? '')) {
    const head = source.slice(Math.max(0, start - LINE_HEAD), start);
    if (blockMark.test(head.slice(head.lastIndexOf('\n') + 1))) return true;
  }
  return joined.test(`${source[start - 1] ?? ''}${source[end] ?? ''}`);
}

/** An element that a rule added, on its own. */
function writeAlone(node: Node, options: WriteOptions): string {
  const { parent, prev, next } = node;
  const copy = createDocument();
  detach(node);
  append(copy, node);
  const text = writeMarkdown(copy, options).trim();
  detach(node);
  node.parent = parent;
  node.prev = prev;
  node.next = next;
  if (prev) prev.next = node;
  else if (parent) parent.first = node;
  if (next) next.prev = node;
  else if (parent) parent.last = node;
  return text;
}

function oneFinalNewline(text: string): string {
  let end = text.length;
  while (end > 0 && text[end - 1] === '\n') end--;
  return end === 0 ? '' : `${text.slice(0, end)}\n`;
}
