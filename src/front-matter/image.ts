/** The article's image, where the metadata names one that is its own. */
import { runsCode } from '../body/live.js';
import { namesQrCode } from '../body/qr-code.js';

/** Services that make up a picture; `picsum.photos/400/300?random=81` is another one on every visit. */
const placeholder =
  /^https?:\/\/(?:[\w-]{1,60}\.)?(?:picsum\.photos|placeholder\.com|placehold\.(?:it|co|jp)|placekitten\.com|placeimg\.com|dummyimage\.com|loremflickr\.com|lorempixel\.com|fakeimg\.pl|source\.unsplash\.com|unsplash\.it)(?:[/?]|$)/i;
/** Written where a program had no address: `https://example.com/p/undefined` */
const missing = /(?:^|\/)(?:undefined|null|none|nan|false|true)$/i;
/** An address inside an address, in a proxy's path or query. */
const inner = /[/?=](https?(?::\/\/|%3A%2F%2F)[^\s]{4,})$/i;
/** Archives of pages: there the outer address is the one that works. */
const archive = /^https?:\/\/(?:web\.archive\.org|archive\.[a-z]{2,4}|webcache\.)/i;
const parameterEnd = /&/;

/** An image's address, out of its proxy, or null where it is empty, a placeholder or a QR code, or runs code. */
export function readImage(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const url = unwrapProxy(value.trim());
  if (url === '' || url.length > 2000 || url.startsWith('data:') || runsCode(url, true)) return null;
  return placeholder.test(url) || namesQrCode(url) || missing.test(url) ? null : url;
}

function unwrapProxy(url: string): string {
  if (url.length > 2000 || archive.test(url)) return url;
  const found = inner.exec(url)?.[1];
  if (found === undefined) return url;
  if (!/^https?%3A/i.test(found)) return found;
  try {
    return decodeURIComponent(found.split(parameterEnd, 1)[0] ?? found);
  } catch {
    return url;
  }
}
