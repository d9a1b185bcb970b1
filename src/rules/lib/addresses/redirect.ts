/**
 * Where an address leads that only leads on: the target stands inside and is read as the page in front of it would
 * read it. It is cut out, never parsed and printed again.
 */
import { framedPages, imageRedirects, linkRedirects, type Redirect } from './redirects.js';

/** Redirects inside redirects are followed this far. */
const MAX_HOPS = 6;

/** `//host/path?query#fragment`, with or without a scheme. Example: `https://a.b/c?d=e#f`. */
const address = /^(?:https?:)?\/\/([^/?#]*)([^?#]*)(?:\?([^#]*))?/i;

/** Last part of a path whose page does nothing but lead on. Example: `/action/GoToLink`. */
const redirectPage =
  /\/(?:redirect|redir|go|goto|gotolink|go-wild|link|jump|out|outgoing|away|exit|leave|linkfilter|linkout|safecheck|sinaurl)(?:\.(?:php|aspx?|html?|jsp|shtml))?\/?$/i;

/** Such pages, whose own parameters nobody knows. */
const anyPage: Redirect = {
  paths: ['/'],
  parameters: ['target', 'url', 'to', 'u', 'goto', 'link', 'dest', 'destination', 'redirect', 'redirect_url'],
  own: [],
};

/** Escaped ASCII, apart from what an address may not hold bare. Example: `%3A`. */
const escaped = /%(?:2[13-9a-f]|3[0-9abdf]|40|[46][1-9a-f]|[57][0-9a]|5[bdf]|7e)/gi;
/** Example: `https://a`. */
const absolute = /^https?:\/\/[^/?#]/i;
/** A target that nobody escaped: it has a query of its own. Example: `https://a.example/b?c=d`. */
const unescapedQuery = /^https?:\/\/[^?#]*\?[^=%]*=/i;
/** A target in a path: where its slashes are escaped, the next bare one is no part of it. Example: `https:%2F%2Fa%2Fb/1/2`. */
const escapedInPath = /^https?(?::|%3a|%253a)%(?:25)?2f[^/?#&]*/i;

function unescapeOnce(text: string): string {
  return text.replace(escaped, (code) => String.fromCharCode(Number.parseInt(code.slice(1), 16)));
}

/** An address that is escaped three times at most. */
function unescapeUntilAbsolute(text: string): string | null {
  let address = text;
  for (let i = 0; i < 3 && !absolute.test(address); i++) {
    if (!address.includes('%')) return null;
    address = unescapeOnce(address);
  }
  return absolute.test(address) ? address : null;
}

/**
 * The target in a parameter. Servers take the escapes of a value away once, also where its scheme was left bare:
 * `q=https://a.example/b%3Fc%3Dd` leads to `b?c=d`. A value that nobody escaped goes on to the end of the query, or to
 * the first parameter that is the page's own.
 */
function targetOf(query: string, fragment: string, name: string, own: readonly string[]): string | null {
  const start = valueStart(query, name);
  if (start < 0) return null;
  const end = query.indexOf('&', start);
  const value = query.slice(start, end < 0 ? query.length : end);
  if (unescapedQuery.test(value)) {
    const stop = ownStart(query, end, own);
    return query.slice(start, stop) + (stop === query.length ? fragment : '');
  }
  const target = unescapeUntilAbsolute(unescapeOnce(value));
  // A fragment goes with the reader to where the page leads.
  return target && absolute.test(value) && end < 0 && !target.includes('#') ? target + fragment : target;
}

/** Where the value of a parameter starts in a query, or -1. */
function valueStart(query: string, name: string): number {
  for (let at = 0; at >= 0 && at < query.length; ) {
    if (query.startsWith(name, at) && query[at + name.length] === '=') return at + name.length + 1;
    const next = query.indexOf('&', at);
    at = next < 0 ? -1 : next + 1;
  }
  return -1;
}

/** Where the first of the page's own parameters starts at or behind the `&` at `from`. */
function ownStart(query: string, from: number, own: readonly string[]): number {
  for (let at = from; at >= 0; at = query.indexOf('&', at + 1)) {
    const name = query.slice(query.startsWith('&amp;', at) ? at + 5 : at + 1, at + 40);
    if (own.some((parameter) => name.startsWith(`${parameter}=`))) return at;
  }
  return query.length;
}

/** Behind the last `http:` of a path or query that is a target as a whole. */
function wholeTarget(url: string): string | null {
  const at = url.slice(8).search(/https?(?::|%3a|%253a)/i);
  if (at < 0) return null;
  const rest = url.slice(at + 8);
  return unescapeUntilAbsolute(escapedInPath.exec(rest)?.[0] ?? rest);
}

function lookUp(table: ReadonlyMap<string, readonly Redirect[]>, host: string): readonly Redirect[] {
  if (/^(?:www\.)?google\.[a-z]{2,3}(?:\.[a-z]{2})?$/.test(host)) return table.get('google.com') ?? [];
  for (let name = host; name; name = name.slice(name.indexOf('.') + 1)) {
    const found = table.get(name);
    if (found) return found;
    if (!name.includes('.')) break;
  }
  return [];
}

function oneHop(url: string, table: ReadonlyMap<string, readonly Redirect[]>, general: boolean): string | null {
  const parts = address.exec(url);
  if (!parts) return null;
  const [whole, host = '', path = '', query = ''] = parts;
  const fragment = url.slice(whole.length);
  const pages = lookUp(table, host.toLowerCase());
  for (const { paths, parameters, own } of general && redirectPage.test(path) ? [...pages, anyPage] : pages) {
    if (!paths.some((start) => (path || '/').startsWith(start))) continue;
    for (const name of parameters) {
      const target = name === '?' ? wholeTarget(url) : targetOf(query, fragment, name, own);
      if (target) return target;
    }
  }
  return null;
}

/** No address without a second `http` in it leads anywhere else. */
function holdsAddress(url: string): boolean {
  return url.indexOf('http', 5) > 0;
}

/**
 * Where a link leads in the end.
 * @returns the target, or null where the link is no redirect
 */
export function resolveRedirect(url: string): string | null {
  let target: string | null = null;
  for (let hop = 0; hop < MAX_HOPS; hop++) {
    const current: string = target ?? url;
    const next = holdsAddress(current) ? oneHop(current, linkRedirects, true) : null;
    if (!next) break;
    target = next;
  }
  return target;
}

/** The page or file that a frame of another service shows, or null. */
export function resolveFrame(url: string): string | null {
  return holdsAddress(url) ? oneHop(url, framedPages, false) : null;
}

/** WordPress' image servers: the path is the image's own host and path. Example: `https://i0.wp.com/a.org/b.jpg?w=9`. */
const photon =
  /^(?:https?:)?\/\/(?:i[0-3]\.wp\.com|cdn\.statically\.io\/img|[\w-]+\.cdn\.ampproject\.org\/ii?\/(?:w\d+\/)?s?)\/([^/?#]+\.[^/?#]+\/[^?#]*)(?:\?([^#]*))?/i;

/** Small servers that put their own headers before somebody's image. Example: `https://cors.x.workers.dev/?http://a/b`. */
const bareQuery =
  /^(?:https?:)?\/\/[^/?#]*(?:cors|proxy|workers\.dev|imageproxy)[^/?#]*\/(?:[\w-]+\/)?\??(https?(?::|%3a).+)$/i;

/** What an address in capital letters or escapes has; most images' have neither. */
const mayHoldEscaped = /%|.{5}http/i;

/** GitHub's: the address is written in hexadecimal digits. */
const camo = /^https?:\/\/camo\.githubusercontent\.com\/[0-9a-f]{40,64}\/((?:[0-9a-f]{2})+)$/;

/**
 * The image that an image proxy shows.
 * @returns its own address, or null where the image is not behind a proxy that we know
 */
export function resolveImageProxy(url: string): string | null {
  if (url.includes('camo.github')) {
    const digits = camo.exec(url)?.[1];
    return digits ? unescapeUntilAbsolute(Buffer.from(digits, 'hex').toString()) : null;
  }
  if (url.includes('.wp.com/') || url.includes('statically.io/img') || url.includes('ampproject.org/i')) {
    const parts = photon.exec(url);
    if (!parts) return null;
    return `${/(?:^|&)ssl=1/.test(parts[2] ?? '') || !url.includes('.wp.com/') ? 'https' : 'http'}://${parts[1]}`;
  }
  const nextImage = url.indexOf('/_next/image?url=http');
  if (nextImage >= 0) return targetOf(url.slice(nextImage + 13), '', 'url', ['w', 'q']);
  if (!holdsAddress(url)) return mayHoldEscaped.test(url) ? oneHop(url, imageRedirects, false) : null;
  const bare = bareQuery.exec(url)?.[1];
  return bare ? unescapeUntilAbsolute(bare) : oneHop(url, imageRedirects, false);
}
