/**
 * Opening tags that nothing closes. In a sentence an element would hold all that follows: `<font>` whose end was forgotten,
 * `iconst_<i>`, or a tag that the sentence only names ("wrap it in a <div>"). `unclosedTags` judges them by the whole text;
 * `namedTags` those that would hide what follows, before it is even known which tags the text has.
 */
import { holders, rawText, voids } from '../vocabulary.js';
import type { InlineSpan } from './inline.js';

export interface TagPlace {
  name: string;
  start: number;
  close: boolean;
  /** It stands in a paragraph, a heading or a cell of Markdown. */
  inText: boolean;
  /** It has no attributes. */
  isBare: boolean;
}

/** `lone`: an element with nothing in it. `stray`: copied, and shows nothing. `placeholder`: text. */
export type Unclosed = 'lone' | 'stray' | 'placeholder';

/** Elements that stand in a line and hold words. */
const phrasing = new Set(
  (
    'a abbr acronym b bdi bdo big cite code del dfn em font i ins kbd label mark nobr q rb rp rt rtc ruby s samp ' +
    'small span strike strong sub sup tt u var'
  ).split(' '),
);

const heading = /^h[1-6]$/;

/** Of these, what says nothing without its style. */
const styles = new Set(['font', 'span']);

/**
 * What to make of the opening tags that nothing closes, by their places. Linear.
 * @param tags in order
 */
export function unclosedTags(tags: readonly TagPlace[]): Map<number, Unclosed> {
  const unclosed = new Map<number, Unclosed>();
  /** What is closed, or begins a block: a sentence that names a table names its cells too. */
  const names = new Set(tags.filter(({ close, inText }) => close || !inText).map(({ name }) => name));
  /** End tags behind this place that wait for their opening tags. */
  const ends = new Map<string, number>();
  for (let index = tags.length - 1; index >= 0; index--) {
    const { name, start, close, inText, isBare } = tags[index] as TagPlace;
    // The end of any heading ends a heading (HTML standard, 13.2.6.4.7).
    const kind = heading.test(name) ? 'h1' : name;
    const left = (ends.get(kind) ?? 0) + (close ? 1 : -1);
    ends.set(kind, Math.max(0, left));
    // An end that may be left out, and raw text, which is looked after elsewhere.
    if (left >= 0 || voids.has(name) || rawText.has(name) || name === 'p') continue;
    if (holders[name]?.some((holder) => names.has(holder))) continue;
    if (!inText) {
      if (phrasing.has(name) && name !== 'a') unclosed.set(start, 'lone');
    } else if (phrasing.has(name) && !styles.has(name)) unclosed.set(start, 'stray');
    else unclosed.set(start, isBare && !styles.has(name) ? 'placeholder' : 'lone');
  }
  strayParts(tags, unclosed);
  return unclosed;
}

/** Rows and cells outside of any table are none: a reader shows nothing of their tags (HTML standard, 13.2.6.4.7). */
function strayParts(tags: readonly TagPlace[], unclosed: Map<number, Unclosed>): void {
  let tables = 0;
  for (const { name, start, close } of tags) {
    if (name === 'table') tables = Math.max(0, tables + (close ? -1 : 1));
    else if (tables === 0 && holders[name]?.includes('table') && !unclosed.has(start)) unclosed.set(start, 'stray');
  }
}

/** Elements that hide what is in them, or show something else in its place. */
const hiding: ReadonlySet<string> = new Set(
  'html head body template noscript datalist select object video audio svg math canvas'.split(' '),
);

/** Makes words of the opening tags of such elements that nothing closes: `put it in the <head>`. */
export function namedTags(spans: readonly InlineSpan[], lastClose: (name: string) => number): void {
  for (const span of spans) {
    if (span.opens === undefined || !hiding.has(span.opens) || lastClose(span.opens) > span.start) continue;
    span.what = 'placeholder';
    delete span.opens;
  }
}
