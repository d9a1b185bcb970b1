/**
 * Template tags of Jekyll, hugo and hexo inside HTML: `<a href="{{< relref "x" >}}">` must be read as one attribute,
 * so the characters that HTML would read are masked before the parser runs, one for one: offsets stay valid.
 */
import { following, type Node } from './tree.js';

/** What HTML reads inside a tag or between tags. `&` stays: entities are decoded as everywhere. */
const read = '<>"\'=/ \t\n`';

/** Longer than this and two lone braces were taken for a pair. UTF-16 units. */
const MAX_TAG = 2000;

/** An element inside the braces: code in colours, no template tag. Example: `<span`. */
const element = /<[a-z/!]/i;

export interface Masked {
  /** As long as the body, unit by unit. */
  html: string;
  /** Puts the masked characters back into the texts and attributes of the parsed tree. */
  restore: (root: Node) => void;
}

const nothing = (): void => {};

/** Private-use characters that the body does not use, one for each character to mask; null where there are too few. */
function freeCharacters(body: string): string[] | null {
  const free: string[] = [];
  for (let code = 0xe000; code < 0xf8ff && free.length < read.length; code++) {
    const character = String.fromCharCode(code);
    if (!body.includes(character)) free.push(character);
    if (code > 0xe100) return null;
  }
  return free;
}

/**
 * Masks the template tags of an HTML body.
 * @param body the body as it will be given to the parser
 */
export function maskTemplateTags(body: string): Masked {
  if (!body.includes('{{') && !body.includes('{%')) return { html: body, restore: nothing };
  const free = freeCharacters(body);
  if (!free) return { html: body, restore: nothing };
  let html = '';
  let done = 0;
  for (const [start, end] of tagRanges(body)) {
    html += body.slice(done, start);
    for (let at = start; at < end; at++) {
      const index = read.indexOf(body[at] as string);
      html += index < 0 ? body[at] : free[index];
    }
    done = end;
  }
  if (done === 0) return { html: body, restore: nothing };
  const masked = new Map(free.map((character, index) => [character, read[index] as string]));
  return {
    html: html + body.slice(done),
    restore: (root) => restore(root, masked, new RegExp(`[${free.join('')}]`, 'g')),
  };
}

/** Start and end of each `{{…}}` and `{%…%}`. Linear: a closer that is missing once is not looked for again. */
function* tagRanges(body: string): Generator<[number, number]> {
  const missing = { '}}': false, '%}': false };
  for (let at = body.indexOf('{'); at >= 0; at = body.indexOf('{', at)) {
    const second = body[at + 1];
    const closer = second === '{' ? '}}' : '%}';
    if ((second !== '{' && second !== '%') || missing[closer]) {
      at++;
      continue;
    }
    // The end of `{{` … is looked for in a bounded piece, so that many openers cost no more than one.
    const piece = body.slice(at + 2, at + 2 + MAX_TAG);
    const length = piece.indexOf(closer);
    if (length < 0 && at + 2 + MAX_TAG >= body.length) missing[closer] = true;
    if (length < 0 || element.test(piece.slice(1, length)) || piece.lastIndexOf('{{', length - 1) >= 0) {
      at += 2;
      continue;
    }
    const end = at + 2 + length + 2;
    yield [at, end];
    at = end;
  }
}

function restore(root: Node, masked: ReadonlyMap<string, string>, pattern: RegExp): void {
  const back = (text: string): string => text.replace(pattern, (character) => masked.get(character) as string);
  for (let node = root.first; node; node = following(node, root)) {
    if (node.data !== '') node.data = back(node.data);
    const { attributes } = node;
    if (!attributes) continue;
    for (const [name, value] of [...attributes]) {
      const newName = back(name);
      if (newName !== name) attributes.delete(name);
      if (newName !== name || pattern.test(value)) attributes.set(newName, back(value));
      pattern.lastIndex = 0;
    }
  }
}
