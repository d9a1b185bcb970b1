/** Which rule took a piece of text out: the log holds what went in the order of the input, and so does a diff. */
import type { ChangeRecord } from '../types.js';

/** Pieces looked up; each look-up may read all that went. */
const MOST = 2000;
/** A shorter piece may stand in many places, so it says nothing about where the next one is. UTF-16 units. */
const TELLING = 4;

const BLANKS = /\s+/g;
const MARK = /^\s*(?:(?:[-*•]|\d{1,9}[.)])\s+)?(?:\[[ x]\]\s+)?/; // what the text format writes before an item or a field

/**
 * Makes the look-up for one article.
 * @param changes the article's log
 * @returns for a piece that went: the names of the rules that took it, none where the log's text differs from it
 */
export function blame(changes: readonly ChangeRecord[]): (piece: string) => string[] {
  const gone = changes.filter(({ action }) => action !== 'add' && action !== 'unwrap' && action !== 'attributes');
  gone.sort((a, b) => a.start - b.start);
  const ends: number[] = [];
  let all = '';
  for (const { text } of gone) {
    all += text.replace(BLANKS, '');
    ends.push(all.length);
  }
  let cursor = 0;
  let looked = 0;
  return (piece) => {
    const word = piece.replace(MARK, '').replace(BLANKS, '');
    if (word === '' || looked++ >= MOST) return [];
    const near = all.indexOf(word, cursor);
    const at = near >= 0 ? near : all.indexOf(word);
    if (at < 0) return [];
    if (word.length >= TELLING) cursor = at + word.length;
    const first = ends.findIndex((end) => end > at);
    const last = ends.findIndex((end) => end >= at + word.length);
    return [...new Set(gone.slice(first, last + 1).map(({ rule }) => rule))];
  };
}
