/**
 * The names that are HTML elements (HTML standard, section 4 and its list of obsolete elements, with the roots of SVG
 * and MathML): `<your-name>` in a Markdown text is a placeholder that its author forgot to escape, not a tag.
 */
import { blocks, rawText, voids } from '../vocabulary.js';

const inline =
  'a abbr acronym audio b bdi bdo big blink button canvas caption cite code colgroup data datalist del dfn em font i ins kbd label ' +
  'map mark marquee math menuitem meter multicol nobr noscript object output picture progress q rb rp rt rtc ruby s samp select slot ' +
  'small spacer span strike strong sub sup svg template time tt u var video body head html meta title applet image';

const names: ReadonlySet<string> = new Set([...inline.split(' '), ...blocks, ...voids, ...rawText]);

/** @param name lower-case tag name */
export function isHtmlElement(name: string): boolean {
  return names.has(name);
}
