/** Feeds (RSS, Atom, RDF) hold many articles; they are told apart from one article by their root element. */

/** The root element of a feed, after an XML declaration, comments and blanks. Example: `<?xml …?>\n<rss version="2.0">`. */
const FEED_ROOT = /<(rss|feed|rdf:RDF|opml)[\s>]/i;

/**
 * Name of the feed format, or null where the text is no feed.
 * @param text decoded input without front matter
 */
export function feedFormat(text: string): string | null {
  const head = text.slice(0, 4096);
  const start = skipProlog(head);
  const match = FEED_ROOT.exec(head.slice(start, start + 64));
  if (match?.index !== 0) return null;
  const names: Record<string, string> = { rss: 'RSS', feed: 'Atom', 'rdf:rdf': 'RDF', opml: 'OPML' };
  return names[(match[1] as string).toLowerCase()] ?? null;
}

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
