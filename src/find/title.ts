/** Lines that say the page's title: its first heading, or what `<title>` says. */
import { measure } from '../body/measure.js';
import { shortText } from '../body/traverse.js';
import { textOf } from '../body/tree.js';
import { titleParts } from '../front-matter/title.js';
import type { Page } from './page.js';
import type { Paragraph, Part } from './part.js';
import * as w from './weights.js';

const lettersAndDigits = /[\p{L}\p{N}]+/gu;

/** For comparing titles: letters and digits only. */
function letters(text: string): string {
  return (text.toLowerCase().match(lettersAndDigits) ?? []).join('');
}

/** What stands between the article's title and the name of the site. Example: ` | `, ` - `, ` :: `. */
const separators = /\s[|\-–—·»:_]{1,3}\s/u;

export interface Title {
  /** The letters of `<title>`. */
  all: string;
  /** The longest of its parts. */
  longest: string;
}

export function titleOf(page: Page): Title {
  const title = page.parts.find(({ name, parent }) => name === 'title' && parent?.name !== 'svg');
  const text = title ? textOf(title.node) : '';
  const parts = text.split(separators).map(letters);
  return { all: letters(text), longest: parts.reduce((most, part) => (part.length > most.length ? part : most), '') };
}

/** A line, or a paragraph of several. */
type Shown = Pick<Paragraph, 'weight' | 'linked' | 'text'> & Partial<Pick<Paragraph, 'heading'>>;

function isLikeTitle({ weight, text, heading = null }: Shown, { all, longest }: Title): boolean {
  if (all.length < w.TITLE_LEAST || weight > w.TITLE_MOST) return false;
  const line = letters(text);
  if (line.length < w.TITLE_LEAST) return false;
  if (line.length >= w.TITLE_START * all.length && all.startsWith(line)) return true;
  if (line.length >= w.TITLE_SHARE * all.length && all.includes(line)) return true;
  return heading !== null && longest.length >= w.TITLE_SHARE * line.length && line.includes(longest);
}

/** Whether a line says what `<title>` says, or a good part of it; a heading may begin with a kicker. */
export function saysTitle(line: Shown, title: Title): boolean {
  return line.linked < line.weight && isLikeTitle(line, title);
}

export function isTitle(paragraph: Paragraph, title: Title): boolean {
  return paragraph.heading?.name === 'h1' || saysTitle(paragraph, title);
}

/** The heading of a post that links to the post, as on the first page of a blog. */
export function isLinkedTitle(paragraph: Paragraph, title: Title): boolean {
  return paragraph.heading !== null && isLikeTitle(paragraph, title);
}

/** Whether a line says the longest part of `<title>`: the name of a site is rarely that. */
export function saysLongest({ text }: Paragraph, { longest }: Title): boolean {
  return longest !== '' && letters(text).includes(longest);
}

const steps = /[>›»/|–—-]/;

/**
 * Whether `<title>` names a part of the site and not the article: a menu leads to what it says, or the trail of the page
 * ends with it. Example: `News - Harbour office`.
 */
export function namesSection(page: Page): boolean {
  const title = page.parts.find(({ name, parent }) => name === 'title' && parent?.name !== 'svg');
  const [section = ''] = titleParts(title ? textOf(title.node).trim() : '');
  if (section === '' || measure(section).weight > w.SECTION_MOST) return false;
  const isInMenu = ({ name, node, cut }: Part): boolean =>
    name === 'a' && cut !== null && cut.rule !== 'page-links' && shortText(node, section.length) === section;
  const endsTrail = ({ weight, text, isGone }: Paragraph): boolean =>
    isGone && weight <= w.TITLE_MOST && text.split(steps).slice(1).at(-1)?.trim() === section;
  return page.parts.some(isInMenu) || page.paragraphs.some(endsTrail);
}

/** Cut by a name that says what the box is for, not by what its element is. */
export function isNamedFurniture({ cut, block }: Paragraph): boolean {
  const rule = (cut ?? block.cut)?.rule;
  return rule === 'page-box' || rule === 'page-comments';
}
