/** Headings, and what sites hang on them: a sign that copies the heading's address, the day of the article. */
import { partedText } from './parted-text.js';
import { headings } from './tags.js';
import { isHead, isTail, shortText } from './traverse.js';
import type { Node } from './tree.js';
import { invisible } from './vocabulary.js';
import { folded } from './white-space.js';

/** How deep in its heading a link may stand. */
const LEVELS = 3;

/** The sign that generators of sites and of tables of contents hang on a heading. Example: `#`, `¶`. */
const sign = /^(?:[#¶§🔗⚓∞]|\(link\)|permalink|link to (?:this )?(?:heading|section))$/iu;
/** A place on a page: `#plan`, `/post/#plan`; not `/tags/c#`. */
const place = /#./;

/** First or last in its heading: the sign in `C<a>#</a> and F#` is a name. */
export function isHeadingAnchor(link: Node): boolean {
  if (!place.test(link.get('href') ?? '')) return false;
  let heading = link.parent;
  for (let left = LEVELS; left > 0 && heading && !headings.has(heading.name); left--) heading = heading.parent;
  if (!heading || !headings.has(heading.name)) return false;
  const text = shortText(link, 24);
  return text !== null && sign.test(text) && (isHead(link, heading) || isTail(link, heading));
}

/** The words of a heading as a title: without anchors, drawings, and a day that is marked as one. */
export function headingText(heading: Node): string {
  return wordsOf(heading, isBeside) || wordsOf(heading);
}

function wordsOf(heading: Node, isLeftOut?: (node: Node) => boolean): string {
  return folded(partedText(heading, isLeftOut)).trim();
}

function isBeside(node: Node): boolean {
  const { name } = node;
  return name === 'svg' || name === 'time' || invisible.has(name) || (name === 'a' && isHeadingAnchor(node));
}
