/**
 * The last look at a Markdown body: what no rule could take without changing the Markdown around it, and would run code
 * where the Markdown is shown, is cut out of its tag, or becomes characters. Linear.
 */
import { spanAt } from '../../body/bisect.js';
import { runsCode } from '../../body/live.js';
import type { Block } from '../../body/markdown/blocks.js';
import { targetOf } from '../../body/markdown/marks.js';
import type { Segments } from '../../body/markdown/segment.js';
import { MarkdownText } from '../../body/markdown/text.js';
import { COMMENT, Node, TEXT } from '../../body/tree.js';
import type { Change } from '../../clean/change.js';
import { type Applied, applyEdits, placeInSource, type SourceEdit } from './changes.js';
import { liveInBlock, liveInText } from './live-html.js';
import { isLive, type LiveSpan, tagOf } from './live-tag.js';

/** The form's name in the log. */
export const LIVE_MARKUP = 'form:live-markup';

/** What one change may bring together is looked at again, this often; then no tag of such a block stays. */
const ROUNDS = 4;

const unseen = '[\\0-\\x20\\x7f-\\xa0\\u00ad\\u200b-\\u200f\\u2060\\ufeff]*';
const spelled = (word: string): string => [...word].join(unseen) + unseen;

/** A scheme, its letters apart or not, a reference that may stand for one, a handler. Example: `java\tscript:`, `&#106;`. */
const running = [
  ...['script', 'mocha', 'data'].map((word) => `${spelled(word)}:`),
  '&#|&(?:colon|tab|newline)|on[a-z]{3,}\\s*=|srcdoc',
].join('|');

/** What would run, were it an attribute. */
const threat = new RegExp(running, 'i');

/** What every live body has: such a thing, a script, a note, a tag or an attribute that goes over a line. */
const suspicious = new RegExp(
  `${running}|<(?:[!?]|script)|<[a-z][^<>]*?(?:\\n[ \\t>]*\\n|$)|=\\s*["'][^"'\\n]*\\n`,
  'i',
);

/** Where a link's definition may have its target, e.g. "]:". */
const definitionColon = /\]:[ \t]*(?:\n[ \t>]*)?/g;
const definitionTarget = /<[^<>\n]*>|[^\0-\x20<][^\0-\x20]*/y;
/** Behind the target a line ends or a title begins. */
const definitionEnd = /[ \t]*(?:\n|$)|[ \t]+["'(]/y;
/** What may stand before a definition on its line, e.g. "> - ". */
const definitionLead = /^(?:[ \t>]|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))*$/;
/** The bracket that opens a label which ends the text, e.g. "[a\\]b". */
const lastBracket = /(?<!\\)\[(?:\\[\s\S]|[^\\[])*$/;
/** The longest label is 999 characters (CommonMark 0.31, section 4.7). */
const LABEL = 1000;

export interface Disarmed {
  text: MarkdownText;
  /** Offsets into the text that came in. */
  changes: Change[];
}

/** Takes what would run code out of a Markdown text. */
export function disarm(source: MarkdownText): Disarmed {
  const changes: Change[] = [];
  const steps: (readonly Applied[])[] = [];
  const place = (at: number): number => steps.reduceRight((to, applied) => placeInSource(applied, to), at);
  let now = source;
  for (let round = 0; suspicious.test(now.text); round++) {
    const { text } = now;
    const spans = liveSpans(now, round >= ROUNDS);
    if (spans.length === 0) break;
    for (const span of spans)
      for (const change of logged(span, text)) {
        change.start = place(change.start);
        change.end = Math.max(change.start, place(change.end));
        changes.push(change);
      }
    const done = applyEdits(text, spans.map(toEdit));
    steps.push(done.applied);
    now = new MarkdownText(done.text);
  }
  return { text: now, changes };
}

function liveSpans({ text, lines, read, segments }: MarkdownText, isLast: boolean): LiveSpan[] {
  const spans: LiveSpan[] = [];
  const code = codeOf(segments, text);
  const isThreatened = threat.test(text);
  for (const block of read.blocks) {
    const start = lines[block.from] as number;
    const end = lines[block.to] ?? text.length;
    const live = code(start)
      ? []
      : liveInLeaf(block, withoutQuotes(text.slice(start, end), block.level), start, isThreatened);
    if (live.length > 0 && isLast) everyTag(text, start, end, spans);
    else for (const span of live) if (!code(span.start)) spans.push(span);
  }
  for (const span of definitions(text, code)) spans.push(span);
  return withoutOverlaps(spans);
}

function liveInLeaf({ type }: Block, text: string, start: number, isThreatened: boolean): LiveSpan[] {
  if (!text.includes('<') && !text.includes('](')) return [];
  if (type === 'inline') return liveInText(text, start);
  if (type === 'html_block' || type === 'code_block') return liveInBlock(text, start, isThreatened);
  if (type !== 'table_open') return [];
  const found: LiveSpan[] = [];
  let at = 0;
  // In a table no code goes from one cell into the next.
  for (const cell of text.split(/(?<!\\)[|\n]/)) {
    for (const span of liveInText(cell, start + at)) found.push(span);
    at += cell.length + 1;
  }
  return found;
}

/** Blanks for the marks of quotes at the beginning of lines. */
function withoutQuotes(text: string, level: number): string {
  return level === 0 ? text : text.replace(/\n[ \t]*>[ \t>]*/g, (lead) => `\n${' '.repeat(lead.length - 1)}`);
}

/** Says whether a place is in code: fenced, indented, or in a template tag that shows code. Ask in any order. */
function codeOf({ list }: Segments, text: string): (at: number) => boolean {
  const code = list.filter(
    ({ what, start }) =>
      what === 'pre' && !/^(?:\{[%{<\s-]*(?:raw|math)\b|\s*\$\$)/.test(text.slice(start, start + 20)),
  );
  return (at) => spanAt(code, at) !== null;
}

function everyTag(text: string, start: number, end: number, spans: LiveSpan[]): void {
  for (let at = text.indexOf('<', start); at >= 0 && at < end; at = text.indexOf('<', at + 1)) {
    spans.push({ start: at, end: at + 1, text: '&lt;', shown: text.slice(at, end) });
  }
}

/** Link reference definitions: their links lead nowhere then. A picture in the address is one of an image. */
function* definitions(text: string, code: (at: number) => boolean): Generator<LiveSpan> {
  let seen = 0;
  for (const { 0: lead, index } of text.matchAll(definitionColon)) {
    // In another one's target nothing begins a line.
    if (index < seen) continue;
    definitionTarget.lastIndex = index + lead.length;
    const target = definitionTarget.exec(text);
    if (!target) continue;
    seen = definitionTarget.lastIndex;
    const before = targetOf(target[0]);
    const holdsLink = target[0].includes('](');
    const isTag = target[0][0] === '<' && isLive(tagOf(target[0]));
    if ((!holdsLink && !isTag && !runsCode(before, true)) || code(index)) continue;
    definitionEnd.lastIndex = definitionTarget.lastIndex;
    const open = text.slice(Math.max(0, index - LABEL), index).search(lastBracket);
    const from = Math.max(0, index - LABEL) + open;
    // A note for readers that know notes: what looks like its target is its text. Example: `[^1]: [a](b)`.
    if (holdsLink && open >= 0 && text[from + 1] === '^') yield* liveInText(target[0], target.index);
    if (!isTag && !runsCode(before, true)) continue;
    if (
      !definitionEnd.test(text) ||
      open < 0 ||
      !definitionLead.test(text.slice(text.lastIndexOf('\n', from - 1) + 1, from))
    )
      continue;
    if (!runsCode(before, true)) {
      // To a reader that knows no such target it is a tag, which has no attribute then.
      yield { start: target.index, end: seen, text: target[0].replace(/[ \t]/g, encodeURIComponent) };
      continue;
    }
    const node = new Node(1, 'a', '', 0, 0);
    yield { start: target.index, end: target.index + target[0].length, text: '<>', target: { node, before } };
  }
}

function withoutOverlaps(spans: LiveSpan[]): LiveSpan[] {
  spans.sort((a, b) => a.start - b.start || b.end - a.end);
  let last = 0;
  return spans.filter(({ start, end }) => {
    if (start < last) return false;
    last = end;
    return true;
  });
}

function toEdit({ start, end, text }: LiveSpan): SourceEdit {
  return { start, end, text, groups: [], free: true };
}

/** What went is no text that a reader saw; what came is. */
function logged({ start, end, shown, target }: LiveSpan, text: string): Change[] {
  const source = text.slice(start, end);
  const removed = new Node(COMMENT, '#comment', source, start, end);
  const change: Change = { rule: LIVE_MARKUP, action: 'remove', start, end, text: source.trim(), removed };
  if (target) change.target = { ...target, after: null };
  if (!shown) return [change];
  const added = new Node(TEXT, '#text', shown, start, start);
  added.added = true;
  return [change, { rule: LIVE_MARKUP, action: 'add', start, end: start, text: shown, added }];
}
