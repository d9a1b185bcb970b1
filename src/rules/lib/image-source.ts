/** Which address of an image is the real one: sites show a placeholder first and hold the image in other attributes. */
import type { Node } from '../../body/tree.js';

/** Attributes in which lazy loaders, blog engines and forums keep the image, best first. */
export const lazyAttributes: readonly string[] = (
  'data-original-src data-original data-actualsrc data-src data-lazy-src data-lazy data-lazyload data-lazy-original ' +
  'data-ks-lazyload data-echo data-cfsrc data-pagespeed-lazy-src data-img-src data-image-src data-real-src data-realsrc ' +
  'data-defer-src data-delayed-url data-url data-backsrc data-raw-src data-hi-res-src data-default-watermark-src ' +
  'data-orig-file data-gif-src lazy-src lazysrc real_src file zoomfile original _src'
).split(' ');

const lazySets = ['data-srcset', 'data-lazy-srcset', 'srcset'];

/** The name of a file in which a blank image may be. */
const blankFile = /(?:^|\/)([\w.-]{1,40})\.(?:gif|png)(?:$|[?#])/i;
/** Of these words alone sites make the names of blank images. Examples: `spacer.gif`, `clearpixel.gif`, `blank_1x1.gif` */
const blankWords = /blank|spacer?|transpar[ea]nt|trans|clear|pixel|pix|empty|1x1|1px|shim/gi;
const beside = /^[-_.]*(?:dot|img|image)?[-_.]*\d{0,4}$/i;

function isBlankName(address: string): boolean {
  const name = blankFile.exec(address)?.[1];
  if (name === undefined) return false;
  const left = name.replace(blankWords, '');
  return left !== name && beside.test(left);
}

/** Names of images that stand in for one to come; they count only where another address is there. */
const standInName =
  /(?:^|\/)(?:(?:lazy(?:load(?:ing|er)?)?|img|image|ajax|default|pic|bg|transparent)[-_]?)?(?:blank|placeholder|place-holder|loading|loader|lazy|lazyload|grey|gray|white|none|dot|s|t|b)[-_]?(?:\d{0,4}|image|img|horizontal|vertical|square)\.(?:gif|png|svg|jpe?g|webp)(?:$|[?#@!])/i;

/** One pixel as GIF or PNG, written in base64: the size stands at the start, whatever the type says it is. */
const onePixel = /^data:image\/\w{3,8};base64,(?:R0lGODlhAQAB|iVBORw0KGgoAAAANSUhEUgAAAAEAAAAB)/;

/** A drawing without a shape, bare, escaped or in base64 (`<path`, `<rect`... start with `<p`, `<r`, `<c`, `<t`, `<i`). */
function isEmptyDrawing(url: string): boolean {
  if (url.length > 600 || !/^data:image\/svg\+xml/i.test(url)) return false;
  const comma = url.indexOf(',');
  const data = url.slice(comma + 1);
  const text = /;base64$/i.test(url.slice(0, comma)) ? atobOrEmpty(data) : data.replace(/%3c/gi, '<');
  return !/<(?:path|rect|circle|ellipse|line|poly|text|image|use|g\b)/i.test(text);
}

function atobOrEmpty(data: string): string {
  try {
    return atob(data);
  } catch {
    return '<path';
  }
}

/** Whether an image's address shows nothing at all. */
export function isBlankImage(url: string | null): boolean {
  if (url === null) return true;
  const text = url.trim();
  if (text === '' || text === '#' || text === 'about:blank' || text === 'data:,') return true;
  if (text.startsWith('data:')) return onePixel.test(text) || isEmptyDrawing(text);
  return isBlankName(text.slice(-80));
}

/** A small, blurred copy. Example: `a.jpg?type=w80_blur` */
const blurred = /[?&]type=w\d{1,3}_blur\b/;

/** Whether an image's address may be there for another one to come: blank, or named so. */
export function isPlaceholder(url: string | null): boolean {
  const end = (url ?? '').trim().slice(-80);
  return isBlankImage(url) || standInName.test(end) || blurred.test(end);
}

/** An address, not a number, a selector or a JSON. Example: `//a.org/b.jpg`, `img/b.jpg`. */
const looksLikeAddress =
  /^(?:https?:\/\/|\/\/|\/|\.{1,2}\/|[\w%-]+\/)\S+$|^[^\s"'{}<>]+\.(?:jpe?g|png|gif|webp|avif|svg|bmp)(?:[?#!@]\S*)?$/i;

/**
 * The widest image of a `srcset`. An address may hold commas, so candidates end at white space, as in the standard.
 * Example: `a.jpg 1x, b.jpg 2x`.
 */
export function widestOf(srcset: string): string | null {
  let best: string | null = null;
  let bestSize = -1;
  const words = srcset.slice(0, 20000).split(/[\t\n\f\r ]+/);
  for (let i = 0; i < words.length; i++) {
    let url = words[i] as string;
    if (url === '' || url === ',') continue;
    let size = 1;
    if (url.endsWith(',')) url = url.slice(0, -1);
    else if (i + 1 < words.length) size = Number.parseFloat(words[++i] as string) || 1;
    if (url && size > bestSize && !url.startsWith('data:')) {
      best = url;
      bestSize = size;
    }
  }
  return best;
}

/** An image by its ending. */
const imageFile = /\.(?:jpe?g|png|webp|avif|gif)(?:$|[?#!@])/i;

/** For an image that is not there: what an attribute of any other name gives. Example: `data-lg="/boat_900.jpg"`. */
export function anySource({ attributes }: Node): string | null {
  for (const [name, value] of attributes ?? []) {
    const url = value.trim();
    const isImage = name.startsWith('data-') && imageFile.test(url.slice(-80)) && looksLikeAddress.test(url);
    if (isImage && !isPlaceholder(url)) return url;
  }
  return null;
}

/** The address that an image's own attributes give besides `src`, or null. */
export function lazySource(node: Node): string | null {
  const { attributes } = node;
  if (!attributes || attributes.size < 1) return null;
  for (const name of lazyAttributes) {
    const value = attributes.get(name)?.trim();
    if (value && looksLikeAddress.test(value) && !isPlaceholder(value)) return value;
  }
  for (const name of lazySets) {
    const value = attributes.get(name);
    const url = value ? widestOf(value) : null;
    if (url && !isPlaceholder(url)) return url;
  }
  return null;
}
