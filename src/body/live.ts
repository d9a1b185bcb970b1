/**
 * What in an article would run code where it is shown: addresses that are scripts or documents of their own, handlers
 * of events. The only place that knows; rules, written forms, the writer of Markdown bodies and the proof ask here.
 */
import type { Node } from './tree.js';

/**
 * What stands before or inside a scheme and is none of its letters: what browsers skip (URL standard, "basic URL
 * parser": controls and blanks at the ends, tabs and line ends inside), what programs trim, what no reader sees.
 * Example: a tab, U+000F, U+00A0, U+200B.
 */
const skipped = /[\0-\x20\x7f-\xa0\u00ad\u1680\u2000-\u200f\u2028-\u202f\u205f-\u2064\u3000\ufeff]/;

/** Schemes of which browsers ran or run what follows. */
const running: ReadonlySet<string> = new Set(['javascript', 'vbscript', 'livescript', 'mocha', 'jscript']);

/** Schemes around another address. Example: `view-source:javascript:`. */
const wrapping: ReadonlySet<string> = new Set(['view-source', 'feed', 'jar']);

/** The longest scheme that matters, in letters. */
const LONGEST = 11;

/** Pictures, the only data that is no document. Example: `image/png;base64,`. */
const picture = /^image\/(?:png|jpe?g|gif|webp|avif|bmp|x-icon|vnd\.microsoft\.icon|svg\+xml)[;,]/i;
/** Longer than any such type. UTF-16 units. */
const TYPE = 64;

/**
 * The scheme that begins at a place of an address, as browsers read it.
 * @returns its name in lower case, empty where there is none that matters, and the place behind its colon
 */
function schemeAt(address: string, from: number): { name: string; end: number } {
  let name = '';
  for (let at = from; at < address.length; at++) {
    const code = address.charCodeAt(at);
    if (code === 0x3a) return { name: name.toLowerCase(), end: at + 1 };
    if ((code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a ? true : code === 0x2d) {
      if (name.length === LONGEST) break;
      name += address[at];
    } else if (!skipped.test(address[at] as string)) break;
  }
  return { name: '', end: 0 };
}

/**
 * Whether following or loading the address would run code: `javascript:`, `data:text/html`.
 * @param asImage where it is shown as a picture: a picture in a `data:` address is allowed
 */
export function runsCode(address: string, asImage = false): boolean {
  for (let from = 0; ; ) {
    const { name, end } = schemeAt(address, from);
    if (running.has(name)) return true;
    if (name === 'data') return !(asImage && picture.test(address.slice(end, end + TYPE).trimStart()));
    if (!wrapping.has(name)) return false;
    from = end;
  }
}

/** A scheme that runs what follows, its letters apart or not. Example: `java\tscript:`. */
const spelled = new RegExp(
  `((?:${[...running].map((word) => [...word].join('[\\0-\\x20]*')).join('|')})[\\0-\\x20]*):`,
  'gi',
);

/** Text in which no such address can be followed, as reports write it. Example: `javascript[:]go()`. */
export function defanged(text: string): string {
  return text.replace(spelled, '$1[:]').replace(/\bdata:(?=\s*text\/)/gi, 'data[:]');
}

/** Names of attributes that hold code: `onclick`, `onerror` and all others. */
export const handler = /^on[a-z]{3,}$/i;

/** Attributes that lead somewhere or load something; in SVG those that give another attribute its value. */
const addresses: ReadonlySet<string> = new Set(
  (
    'href xlink:href src data action formaction ping to from by values value content data-src data-href data-url ' +
    'codebase classid code archive manifest profile cite longdesc usemap'
  ).split(' '),
);

/** Those that show a picture. */
const pictures: ReadonlySet<string> = new Set('srcset poster background lowsrc dynsrc icon data-srcset'.split(' '));

/** Elements whose `src` or `href` is a picture. */
const showsPicture: ReadonlySet<string> = new Set('img image feimage input source'.split(' '));

/** Attributes that are an address on these elements only, and words on others. */
const addressOn: Readonly<Record<string, string>> = { value: 'param', content: 'meta' };

/** Between the values of an animation, and before the address of a refresh. Example: `a.png;b.png`, `0;url=a.html`. */
const parts = /;(?:\s*url\s*=\s*['"]?)?/i;

/** The attributes of an element whose addresses run code. */
export function liveAddresses({ name, attributes }: Pick<Node, 'name' | 'attributes'>): string[] {
  const found: string[] = [];
  for (const [attribute, value] of attributes ?? []) {
    const shows = pictures.has(attribute);
    if (!shows && !addresses.has(attribute)) continue;
    if ((addressOn[attribute] ?? name) !== name) continue;
    const asImage = shows || (showsPicture.has(name) && (attribute === 'src' || attribute.endsWith('href')));
    const isList = attribute === 'values' || attribute === 'content';
    if (isList ? value.split(parts).some((one) => runsCode(one)) : runsCode(value, asImage)) found.push(attribute);
  }
  return found;
}
