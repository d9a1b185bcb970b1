/** Mutated articles: real ones where the corpus is, else the sample archive; broken at the level of bytes, tags, entities. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { random } from '../../bench/archive.js';
import type { BodyKind } from '../../src/types.js';

const root = join(import.meta.dirname, '..', '..');
const corpus = join(root, '..', 'shared', 'corpus');

/** Larger articles are cut to a piece of this many bytes: what breaks a parser is short. */
const PIECE = 6_000;

export interface Source {
  name: string;
  bytes: Buffer;
  /** What the body is read as; without it the program finds out. */
  body?: BodyKind;
}

/** The articles that are mutated, in a stable order. */
export function readSources(): Source[] {
  const folder = existsSync(corpus) ? corpus : join(root, 'fixtures', 'archive');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:md|markdown|x?html?|txt)$/.test(name))
    .sort()
    .map((name) => ({ name, bytes: readFileSync(join(folder, name)) }));
}

const tags =
  '<p> </p> <div> </div> <b> </b> <a href="/x"> </a> <table> <tr> <td> </table> <ul> <li> </ul> <pre> </pre> <code> </code> <blockquote> <br> <hr> <img src=x> <svg> <math> <h1> </h2> <select> <option> <textarea> <script> </script> <!-- --> <![CDATA[ ]]> <?x ?> <sup> <dl> <dt> <figure> <ruby> <rt> <q> <iframe> <noscript> <template>'.split(
    / (?=<|-->|\]\]>|\?>)/,
  );
const marks =
  '&amp; &lt; &#0; &#x110000; &#xd800; &amp;lt; &nbsp &copy; &#8203; &zwj; & &# ` ``` ~~~ * ** _ [ ]( ![ [^1] [^1]: $ $$ {{ }} {% %} {{< >}} | --- +++ # > - 1. \\ \u0000 \u200b \u3000 \ufeff \r'.split(
    ' ',
  );
const bytes = [0x00, 0x0a, 0x0d, 0x20, 0x22, 0x26, 0x27, 0x3c, 0x3e, 0x60, 0x80, 0xc0, 0xe4, 0xed, 0xff];

const TAG = /<[^<>]{0,200}>/g;

interface Step {
  next: () => number;
  pick: <T>(list: readonly T[]) => T;
}

/** One change of the bytes. */
function mutateBytes(input: Buffer, { next, pick }: Step): Buffer {
  const at = Math.floor(next() * input.length);
  const length = Math.floor(next() * next() * 200);
  const roll = next();
  if (roll < 0.3) return Buffer.concat([input.subarray(0, at), Buffer.from([pick(bytes)]), input.subarray(at)]);
  if (roll < 0.5) return Buffer.concat([input.subarray(0, at), input.subarray(at + length)]);
  if (roll < 0.6) return input.subarray(0, at);
  if (roll < 0.7) return Buffer.concat([input, input.subarray(at, at + length)]);
  const copy = Buffer.from(input);
  copy[at] = roll < 0.9 ? pick(bytes) : (copy[at] as number) ^ (1 << Math.floor(next() * 8));
  return copy;
}

/** One change of the markup: a tag goes, is doubled, moved, or comes; a mark comes. */
function mutateMarkup(text: string, { next, pick }: Step): string {
  const found = [...text.matchAll(TAG)];
  const tag = found[Math.floor(next() * found.length)];
  const at = Math.floor(next() * text.length);
  const roll = next();
  if (roll < 0.3) return text.slice(0, at) + pick(tags) + text.slice(at);
  if (roll < 0.6 || !tag) return text.slice(0, at) + pick(marks) + text.slice(at);
  const end = tag.index + tag[0].length;
  if (roll < 0.75) return text.slice(0, tag.index) + text.slice(end);
  if (roll < 0.85) return text.slice(0, end) + tag[0].repeat(1 + Math.floor(next() * 4)) + text.slice(end);
  const without = text.slice(0, tag.index) + text.slice(end);
  return without.slice(0, at) + tag[0] + without.slice(at);
}

/** The case with this number; the same number gives the same bytes. */
export function makeCase(sources: readonly Source[], seed: number): Source {
  const next = random(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T;
  const step = { next, pick };
  const { name, bytes: whole } = pick(sources);
  const from = whole.length > PIECE && next() < 0.7 ? Math.floor(next() * (whole.length - PIECE)) : 0;
  let input: Buffer = Buffer.from(whole.subarray(from, from + PIECE));
  const kind = next();
  for (let times = 1 + Math.floor(next() * 5); times > 0; times--) {
    input = kind < 0.35 ? mutateBytes(input, step) : Buffer.from(mutateMarkup(input.toString(), step));
  }
  return { name, bytes: input };
}
