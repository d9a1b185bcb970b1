/** The keys under which what is seen is counted: two articles that share one repeat something. */
import { measure } from '../body/measure.js';
import { LINK, maskLine, NUMBER } from './mask.js';
import type { Observation, SeenImage, SeenLine } from './observation.js';

/**
 * `line`: a whole shape. `frame`: the text around links. `label`: what a link begins with, up to its colon. `begin`,
 * `end`: the outer characters of a line. `middle`: some of its characters, for lines that begin and end with names. `image`: an address without its query. `album`: one without its numbers.
 * `target`: where a line leads that is one link. `box`: a selector.
 */
export type KeyKind = 'line' | 'frame' | 'label' | 'begin' | 'end' | 'middle' | 'image' | 'album' | 'target' | 'box';

export interface Key {
  kind: KeyKind;
  text: string;
}

/** Weights of the beginnings and ends of lines that are counted. */
const STEPS = [9, 15, 24, 36] as const;
/** What a frame or a label must weigh to say anything. */
const LEAST = 4;
/** Lines at each end that are looked at more closely. */
const EDGE = 6;
/** Characters of a piece, and how many neighbours one is chosen from. */
const LETTERS = 12;
const IDEOGRAPHS = 4;
const NEIGHBOURS = 6;
const FACTOR = 0x01000193;
/** UTF-16 units of the longest label. */
const LONGEST_LABEL = 40;
const LABEL = /^[^:：»›→|]{2,40}[:：»›→|]\s*(?=\S)/u;

/** The keys of one line. @param atEdge it is one of the first or the last of its article */
export function keysOfLine(line: SeenLine, atEdge: boolean): Key[] {
  const keys: Key[] = [];
  const { text, frame, links, weight, linked } = line;
  if (text !== '') {
    const shape = maskLine(text);
    keys.push({ kind: 'line', text: shape });
    for (const begin of edges(shape, false)) keys.push({ kind: 'begin', text: begin });
    for (const end of edges(shape, true)) keys.push({ kind: 'end', text: end });
    if (atEdge) for (const middle of middles(shape)) keys.push({ kind: 'middle', text: middle });
    if (frame !== undefined && measure(frame).weight >= LEAST) keys.push({ kind: 'frame', text: maskLine(frame) });
    const label = links && linked > weight * 0.6 ? labelOf(text) : null;
    if (label !== null && frame?.startsWith(LINK)) keys.push({ kind: 'label', text: label });
    const [only] = links ?? [];
    if (links?.length === 1 && only && frame === LINK) keys.push({ kind: 'target', text: withoutQuery(only) });
  }
  return keys;
}

/** The keys of one image. */
export function keysOfImage({ src }: SeenImage): Key[] {
  if (src === '' || src.startsWith('data:')) return [];
  const whole = withoutQuery(src);
  const keys: Key[] = [{ kind: 'image', text: whole }];
  const album = albumOf(whole);
  if (album !== whole) keys.push({ kind: 'album', text: album });
  return keys;
}

/** All keys of an article, each once. */
export function keysOf({ lines, boxes }: Observation): Map<number, Key> {
  const keys = new Map<number, Key>();
  const add = (key: Key) => keys.set(hashOf(key), key);
  for (const [index, line] of lines.entries()) {
    for (const key of keysOfLine(line, isAtEdge(lines, index))) add(key);
    for (const image of line.images ?? []) for (const key of keysOfImage(image)) add(key);
  }
  for (const { selector } of boxes) add({ kind: 'box', text: selector });
  return keys;
}

/** The beginnings (or ends) of a shape that weigh at least each of the steps; all shorter than the shape. */
function edges(shape: string, atEnd: boolean): string[] {
  const characters = [...shape.slice(atEnd ? -120 : 0, atEnd ? undefined : 120)];
  if (atEnd) characters.reverse();
  const found: string[] = [];
  let weight = 0;
  let edge = '';
  for (const character of characters) {
    if (found.length === STEPS.length) break;
    edge = atEnd ? character + edge : edge + character;
    weight += character === NUMBER ? 1 : measure(character).weight;
    if (weight >= (STEPS[found.length] as number)) found.push(edge);
  }
  return found.filter((one) => one.length < shape.length);
}

/** Whether a line is one of the outer ones. */
export function isAtEdge(lines: readonly SeenLine[], index: number): boolean {
  return index < EDGE || index >= lines.length - EDGE;
}

/**
 * Pieces of a shape at places that its own characters choose: of each few neighbours the one with the smallest hash
 * (winnowing). Two shapes that share a longer piece share one of these, wherever it stands.
 */
function middles(shape: string): Set<string> {
  const size = measure(shape).weight > shape.length * 1.5 ? IDEOGRAPHS : LETTERS;
  const found = new Set<string>();
  const hashes: number[] = [];
  let power = 1;
  for (let at = 0; at < size; at++) power = Math.imul(power, FACTOR);
  let hash = 0;
  for (let end = 0; end < shape.length; end++) {
    hash = (Math.imul(hash, FACTOR) + shape.charCodeAt(end)) | 0;
    if (end >= size) hash = (hash - Math.imul(power, shape.charCodeAt(end - size))) | 0;
    if (end < size - 1) continue;
    const at = end - size + 1;
    // Of a rolling hash the low bits tell little: one more turn mixes them.
    hashes.push(Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 0);
    if (hashes.length < NEIGHBOURS) continue;
    let least = at;
    for (let other = at - NEIGHBOURS + 1; other < at; other++)
      if ((hashes[other] as number) < (hashes[least] as number)) least = other;
    found.add(shape.slice(least, least + size));
  }
  return found;
}

/** `Read also: ` of a link's words, or null. */
export function labelOf(text: string): string | null {
  const label = LABEL.exec(text.slice(0, LONGEST_LABEL + 2))?.[0].trim();
  return label !== undefined && measure(label).weight >= LEAST ? label : null;
}

/** An address, values of its query masked. */
export function withoutQuery(address: string): string {
  const at = address.search(/[?#]/);
  return at < 0 ? address : `${address.slice(0, at)}?`;
}

/** An image's address with its folders as they are, the numbers and ids of its name masked. */
function albumOf(address: string): string {
  const hosted = /^([a-z]+:)?\/\/[^/]+/i.exec(address)?.[0] ?? '';
  const path = address.slice(hosted.length);
  return (
    hosted + path.replace(/[^/?]*\d[^/?]*/g, (name) => (/^[\w-]+$/.test(name) ? NUMBER : name.replace(/\d+/g, NUMBER)))
  );
}

/** 53 bits of a key (cyrb53, in the public domain). */
export function hashOf({ kind, text }: Key): number {
  return hashText(`${kind} ${text}`);
}

export function hashText(text: string): number {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    high = Math.imul(high ^ unit, 2654435761);
    low = Math.imul(low ^ unit, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return 4294967296 * (2097151 & low) + (high >>> 0);
}
