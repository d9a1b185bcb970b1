/** Feeds (RSS, Atom, RDF, JSON Feed), and what is written as one: exports of WordPress and Blogger, lists of feeds. */
import type { InputKind } from './kind.js';

/** The root element, behind a declaration, comments and blanks. Example: `<rss version="2.0">` */
const ROOT = /^<(rss|feed|rdf:RDF|opml)[\s>]/i;
const FORMATS: Readonly<Record<string, string>> = { rss: 'RSS', feed: 'Atom', 'rdf:rdf': 'RDF', opml: 'OPML' };
/** `xmlns:wp="http://wordpress.org/export/1.2/"` */
const WORDPRESS = /\sxmlns:wp=["']https?:\/\/wordpress\.org\/export\//;
/** `<generator version='7.00' uri='http://www.blogger.com'>Blogger</generator>`, and what is exported with the posts. */
const BLOGGER = /<id>tag:blogger\.com,1999:blog-\d+\.(?:archive|settings)/;
/** `"version": "https://jsonfeed.org/version/1.1"`, as the first key or a later one. */
const JSON_FEED = /^\{[^{}[\]]{0,2000}?"version"\s*:\s*"https?:\\?\/\\?\/jsonfeed\.org\\?\/version\\?\//;

export const feed: InputKind = {
  name: 'feed',
  knows(head) {
    if (head.startsWith('{')) return JSON_FEED.test(head) ? 'a feed (JSON Feed)' : null;
    const start = skipProlog(head);
    const root = ROOT.exec(head.slice(start, start + 64))?.[1];
    if (root === undefined) return null;
    if (WORDPRESS.test(head)) return 'an export of WordPress (WXR)';
    if (BLOGGER.test(head)) return 'an export of Blogger';
    return `a feed (${FORMATS[root.toLowerCase()]})`;
  },
  hint: 'save its entries as files first',
  parts: null,
};

/** Index behind declarations, processing instructions, comments and blanks. */
function skipProlog(text: string): number {
  let at = 0;
  for (;;) {
    while (at < text.length && text.charCodeAt(at) <= 0x20) at++;
    let end: number;
    if (text.startsWith('<!--', at)) end = text.indexOf('-->', at + 4) + 2;
    else if (text.startsWith('<?', at) || text.startsWith('<!DOCTYPE', at)) end = text.indexOf('>', at);
    else return at;
    if (end < at + 2) return at;
    at = end + 1;
  }
}
