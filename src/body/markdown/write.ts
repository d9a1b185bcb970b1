/** Writes a cleaned Markdown body: its author's source, with the edits that rules made and HTML turned into Markdown. */
import type { ConvertOptions, Warning } from '../../types.js';
import { writeMarkdown } from '../../write/markdown/index.js';
import type { WriteOptions } from '../../write/options.js';
import { Lines } from '../offsets.js';
import { append, createDocument, detach, type Node } from '../tree.js';
import { applyEdits, type SourceEdit } from './change.js';
import { collectEdits } from './collect.js';
import { conversions } from './convert.js';
import type { MarkdownBody } from './parse.js';
import type { HtmlBlock } from './segments.js';
import { brokenGroups } from './structure.js';
import { targetEdits } from './targets.js';
import { tidyEdits } from './tidy.js';

export type MarkdownWriteOptions = WriteOptions & Pick<ConvertOptions, 'baseUrl' | 'relink'>;

export interface WrittenMarkdown {
  /** Ends with one newline; empty where the body is. */
  markdown: string;
  warnings: Warning[];
}

/** How often edits that break their surroundings are given up one by one, before all of them are. */
const maxRounds = 6;

/**
 * Writes a Markdown body back. Without an edit it is the input byte for byte, with one final newline. Linear.
 * @param parsed what `parseMarkdown` made, its tree edited
 * @param source the decoded input that the tree's offsets refer to
 */
export function writeMarkdownBody(
  parsed: MarkdownBody,
  source: string,
  options: MarkdownWriteOptions = {},
): WrittenMarkdown {
  const base = parsed.root.start;
  const body = source.slice(base, parsed.root.end);
  const blocks = parsed.htmlBlocks.map(({ start, end, level }) => ({ start: start - base, end: end - base, level }));
  const cleaned = settle(
    body,
    collectEdits(parsed, body, (node) => writeAlone(node, options)),
    blocks,
  );
  const { edits, htmlBlocks } = conversions(cleaned.text, options);
  const converted = settle(cleaned.text, edits, htmlBlocks);
  const aimed = applyEdits(converted.text, targetEdits(converted.text, options)).text;
  const lines = new Lines(source);
  const kept = new Set(cleaned.kept.map(({ start }) => lines.locate(start + base).line));
  const warnings = [...kept].map((line) => ({
    code: 'kept-for-structure',
    message: 'a change here would have changed the Markdown around it, so the source was kept',
    line,
  }));
  return { markdown: oneFinalNewline(aimed), warnings };
}

/** Applies edits, and gives up those that change more than what they touch. */
function settle(
  source: string,
  edits: readonly SourceEdit[],
  htmlBlocks: readonly HtmlBlock[],
): { text: string; kept: SourceEdit[] } {
  const given = new Set<number>();
  for (let round = 0; round < maxRounds; round++) {
    const left = edits.filter(({ groups }) => !groups.some((group) => given.has(group)));
    const wanted = tidyEdits(source, left, htmlBlocks);
    if (wanted.length === 0) break;
    const { text, applied } = applyEdits(source, wanted);
    const broken = brokenGroups(source, text, applied);
    if (broken.size === 0) return { text, kept: edits.filter(({ groups }) => groups.some((one) => given.has(one))) };
    for (const group of broken) given.add(group);
  }
  return { text: source, kept: [...edits] };
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
