/** The keys under which what is seen is counted: two articles that share one repeat something. */
import { measure } from '../body/measure.js';
import { LINK, maskLine, NUMBER } from './mask.js';
import type { Observation, SeenImage, SeenLine } from './observation.js';

/**
 * `line`: a whole shape. `frame`: the text around links. `label`: what a link begins with, up to its colon. `begin`,
 * `end`: the outer characters of a line. `image`: an address without its query. `album`: one without its numbers.
 * `target`: where a line leads that is one link. `box`: a selector.
 */
export type KeyKind = 'line' | 'frame' | 'label' | 'begin' | 'end' | 'image' | 'album' | 'target' | 'box';

export interface Key {
  kind: KeyKind;
  text: string;
}

/** Weights of the beginnings and ends of lines that are counted. */
const STEPS = [9, 15, 24, 36] as const;
/** What a frame or a label must weigh to say anything. */
const LEAST = 4;
/** UTF-16 units of the longest label. */
const LONGEST_LABEL = 40;
const LABEL = /^[^:：»›→|]{2,40}[:：»›→|]\s*(?=\S)/u;

/** The keys of one line. */
export function keysOfLine(line: SeenLine): Key[] {
  const keys: Key[] = [];
  const { text, frame, links, weight, linked } = line;
  if (text !== '') {
    const shape = maskLine(text);
    keys.push({ kind: 'line', text: shape });
    for (const begin of edges(shape, false)) keys.push({ kind: 'begin', text: begin });
    for (const end of edges(shape, true)) keys.push({ kind: 'end', text: end });
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
  for (const line of lines) {
    for (const key of keysOfLine(line)) add(key);
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
