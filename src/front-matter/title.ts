/** Titles as text: without HTML, decoded once, and written so that reading them again gives the same. */
import { decodeHTMLStrict } from 'entities';

/** HTML that people put into titles. `List<String>` and `<details>` between backticks are words. */
const formatting =
  /`[^`\n]*`|<!--[\s\S]{0,2000}?-->|<\/?(?:a|abbr|b|bdi|bdo|big|br|center|cite|code|del|div|em|font|h[1-6]|i|img|ins|kbd|mark|p|q|rb|rp|rt|ruby|s|small|span|strike|strong|sub|sup|tt|u|wbr)(?:\s[^<>]{0,2000})?\/?>/gi;
/** Line ends and runs of blanks; an ideographic blank stays. */
const blanks = /[ \t\n\f\r]+/g;

/** The title that a source's text means. */
export function readTitle(source: string): string {
  const text = source.includes('<')
    ? source.replace(formatting, (match) => (match.startsWith('`') ? match : /^<br/i.test(match) ? ' ' : ''))
    : source;
  const decoded = text.includes('&') ? decodeHTMLStrict(text) : text;
  return decoded.replace(blanks, ' ').trim();
}

/** The text from which `readTitle` reads this title: encoded only where it would be decoded or cut once more. */
export function writeTitle(title: string): string {
  return readTitle(title) === title ? title : title.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

/** `title - site`, `title | site`, `标题_频道_网站`: marks between a page's title and the names of its site. */
const separators = [/\s[|｜·•»«‹›:：]{1,2}\s|[|｜]/, /\s[-–—]{1,2}\s/, /[_＿]/, /--/] as const;

/**
 * A page's `<title>` without the site's name.
 * @param title the element's text, decoded
 * @param site `og:site_name`, where the page has one
 * @param headings text of the page's headings, of any level: the longest that opens or ends the title is the title
 */
export function cutSiteName(title: string, site: string | null, headings: readonly string[]): string {
  const heading = shownHeading(title, headings);
  if (heading !== null) return heading;
  if (site !== null && site !== '') {
    const cut = cutEnd(title, site);
    if (cut !== null) return cut;
  }
  for (const separator of separators) {
    const at = title.search(separator);
    if (at < 0) continue;
    const parts = title.split(separator).map((part) => part.trim());
    const first = parts[0] ?? '';
    // The title is the first part where it is the longest: `Home | My long site name` shows nothing.
    if ([...first].length >= 6 && parts.every((part) => part.length <= first.length)) return first;
  }
  return title;
}

/** A letter or digit: a heading that ends in front of one is only a part of a word of the title. */
const wordCharacter = /[\p{L}\p{N}]/u;

/** The longest heading that stands whole at the start or the end of the title, apart from the rest. */
function shownHeading(title: string, headings: readonly string[]): string | null {
  let longest: string | null = null;
  for (const heading of headings) {
    if (heading.length < 2 || heading.length >= title.length || heading.length <= (longest?.length ?? 0)) continue;
    const isStart = title.startsWith(heading) && !wordCharacter.test(title.charAt(heading.length));
    // A short heading at the end is the site's name, as in most titles.
    const isEnd =
      heading.length * 2 > title.length &&
      title.endsWith(heading) &&
      !wordCharacter.test(title.charAt(title.length - heading.length - 1));
    if (isStart || isEnd) longest = heading;
  }
  return longest;
}

function cutEnd(title: string, site: string): string | null {
  if (!title.toLowerCase().endsWith(site.toLowerCase())) return null;
  const rest = title.slice(0, -site.length).trimEnd();
  const cut = rest.replace(/[-–—|｜_＿·•:：»]{1,3}$/, '').trim();
  return cut.length > 0 && cut !== rest ? cut : null;
}
