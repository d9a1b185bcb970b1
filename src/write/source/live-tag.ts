/** What one tag would run, and how it is written without that. */
import { decodeHTML } from 'entities/decode';
import { parseHtml } from '../../body/html.js';
import { handler, liveAddresses } from '../../body/live.js';
import { targetAttribute } from '../../body/target.js';
import { ELEMENT, type Node } from '../../body/tree.js';

/** A stretch that is live, and what shall stand in its place. */
export interface LiveSpan {
  start: number;
  end: number;
  text: string;
  /** What a reader sees now and did not see before. */
  shown?: string;
  /** The link or image whose target went. */
  target?: { node: Node; before: string };
}

/** A name that is written without doubt. Example: `x-card`. */
const plainName = /^[a-z][\w:.-]*$/;

/** Inside an element whose content is text to browsers, an end tag in an attribute is its end. Example: `</noscript`. */
const rawTextEnd = /<\/(?:iframe|noembed|noframes|noscript|plaintext|script|style|textarea|title|xmp)/i;

/** Formulas for MathJax are no code. Example: `math/tex; mode=display`. */
const formula = /^\s*math\//i;

/** Characters that are marks in Markdown text. Example: `*`. */
const marks = /[<\\`*_[\]~]/g;

export function tagOf(source: string): Node | null {
  const { first } = parseHtml(source.endsWith('>') ? source : `${source}>`).root;
  return first?.type === ELEMENT ? first : null;
}

export function isScript(tag: Node): boolean {
  return tag.name === 'script' && !formula.test(tag.get('type') ?? '');
}

export function isLive(tag: Node | null): boolean {
  return tag !== null && (isScript(tag) || liveAttributes(tag).length > 0);
}

export function liveAttributes(tag: Node): string[] {
  const names = liveAddresses(tag);
  for (const [name, value] of tag.attributes ?? []) {
    if (handler.test(name) || name === 'srcdoc' || rawTextEnd.test(value)) names.push(name);
  }
  return names;
}

/** For the log: the target that goes with a tag. */
function targetOfTag(tag: Node | null): Pick<LiveSpan, 'target'> {
  const name = tag && targetAttribute(tag);
  const before = name && tag?.get(name);
  return tag && before ? { target: { node: tag, before } } : {};
}

/** The opening tag without what is live and without what no tag may hold. */
export function anew(tag: Node, start: number, end: number): LiveSpan {
  if (!plainName.test(tag.name)) return { start, end, text: '', ...targetOfTag(tag) };
  const live = new Set(liveAttributes(tag));
  let text = `<${tag.name}`;
  for (const [name, value] of tag.attributes ?? []) {
    if (live.has(name) || !plainName.test(name)) continue;
    text += ` ${name}="${value.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`;
  }
  const target = liveAddresses(tag).includes(targetAttribute(tag) ?? '') ? targetOfTag(tag) : {};
  return { start, end, text: `${text}>`, ...target };
}

/** The source as characters: in Markdown and in HTML a reference is one, and never a mark. */
export function asText(source: string, start: number, end: number): LiveSpan {
  const shown = source.slice(start, end);
  const text = shown.replace(marks, (mark) => `&#${mark.charCodeAt(0)};`);
  return { start, end, text, shown: decodeHTML(shown), ...targetOfTag(tagOf(shown)) };
}

/** An element of that name, for the log. */
export function named(name: string): Node {
  return parseHtml(`<${name}>`).root.first as Node;
}
