/** Lines that say the page's title: its first heading, or what `<title>` says. */
import { textOf } from '../body/tree.js';
import type { Page } from './page.js';
import type { Paragraph } from './part.js';
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

/** Whether a line says what `<title>` says, or a good part of it; a heading may begin with a kicker. */
export function saysTitle(paragraph: Paragraph, { all, longest }: Title): boolean {
  const { weight, linked, heading } = paragraph;
  if (all.length < w.TITLE_LEAST || weight > w.TITLE_MOST || linked >= weight) return false;
  const line = letters(paragraph.text);
  if (line.length < w.TITLE_LEAST) return false;
  if (line.length >= w.TITLE_SHARE * all.length && all.includes(line)) return true;
  return heading !== null && longest.length >= w.TITLE_SHARE * line.length && line.includes(longest);
}

export function isTitle(paragraph: Paragraph, title: Title): boolean {
  return paragraph.heading?.name === 'h1' || saysTitle(paragraph, title);
}
