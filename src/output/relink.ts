/** Relative links and images of an article, as they must read from the output's place. */
import { existsSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';

/** Where the batch's inputs go: from an input's absolute path to its output's, or undefined where it is no input. */
export type OutputOf = (absolute: string) => string | undefined;

export interface Relinker {
  /** The `relink` option of `convert`: undefined where the target does not exist. */
  relink: (url: string) => string | null | undefined;
  /** What was asked and answered, for `--changed`. */
  answers: Map<string, string | null>;
}

const ABSOLUTE = /^(?:[a-z][a-z0-9+.-]*:|[/\\#?]|$)/i; // https://x, mailto:x, //host, /top, #here, ?query
const TEMPLATE = /\{[{%]/; // {{ site.baseurl }}/x.png: the address is not known before the site is built
const PLACE = /^(?:\.{1,2}(?:\/|$))+$/; // ../, ./: a page of the site, which its folder on disk is not
const PARTS = /^([^?#]*)(.*)$/s; // path, then query and fragment

/**
 * Makes the relinker of one article.
 * @param input absolute path of the article
 * @param output absolute path of its output
 */
export function relinker(input: string, output: string, outputOf: OutputOf): Relinker {
  const answers = new Map<string, string | null>();
  const missing = new Set<string>();
  const find = (url: string, address: string): string | null => {
    const [, path = '', rest = ''] = PARTS.exec(address) ?? [];
    const target = resolve(dirname(input), decodePath(path));
    const converted = outputOf(target);
    if (converted === undefined && !exists(target)) {
      missing.add(url);
      return null;
    }
    const own = converted ?? target;
    const from = dirname(output);
    if (relative(from, own) === relative(dirname(input), target)) return null;
    const folder = path.endsWith('/') ? '/' : '';
    return encodePath(relative(from, own) || '.') + folder + rest;
  };
  const relink = (url: string): string | null | undefined => {
    const address = asRead(url);
    if (ABSOLUTE.test(address) || TEMPLATE.test(address) || PLACE.test(address)) return null;
    if (!answers.has(url)) answers.set(url, find(url, address));
    return missing.has(url) ? undefined : answers.get(url);
  };
  return { relink, answers };
}

const SKIPPED = /[\t\n\r]/g;

/** An address as browsers read it: without controls and blanks at its ends, and without line ends and tabs. */
function asRead(url: string): string {
  const text = url.replace(SKIPPED, '');
  let from = 0;
  let to = text.length;
  while (from < to && text.charCodeAt(from) <= 0x20) from++;
  while (to > from && text.charCodeAt(to - 1) <= 0x20) to--;
  return text.slice(from, to);
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** As a URL: what would end or change the path is written as %XX; letters of any script stay readable. */
function encodePath(path: string): string {
  const url = sep === '/' ? path : path.replaceAll(sep, '/');
  const encoded = url.replace(/[\s%?#"<>\\^`{|}()]/g, (sign) =>
    encodeURIComponent(sign).replace('(', '%28').replace(')', '%29'),
  );
  // `a:b` would read as a scheme.
  return /^[^/]*:/.test(encoded) ? `./${encoded}` : encoded;
}

function exists(path: string): boolean {
  return !path.includes('\0') && existsSync(path);
}
