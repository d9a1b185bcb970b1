/**
 * Reads names of classes and ids. A name is split at everything that is no letter and at camel case, and compared by
 * whole words and pairs of neighbours: `adaptive`, `shared` and `navy` say nothing, `related-posts` and `relatedPosts`
 * the same. The same names come back on every page of a site, so each value is read once.
 */
import type { Node } from '../body/tree.js';
import * as words from './words.js';

/** The stronger word wins; a word for the body wins over all that speak of furniture. */
export const NEVER = -4;
export const TALK = -3;
export const FURNITURE = -2;
export const DOUBTFUL = -1;
export const NOTHING = 0;
/** One of two words of the name says "main" or "content". */
export const MAIN_LIKE = 1;
export const MAIN = 2;
export const BODY = 3;
/** `itemprop="articleBody"`. */
export const SAID = 4;

export interface Hint {
  says: number;
  /** The word or the pair of words that says it. */
  word: string;
}

const nothing: Hint = { says: NOTHING, word: '' };
const said: Hint = { says: SAID, word: 'articleBody' };

const camelCase = /([a-z])([A-Z])/g;
const noLetters = /[^a-z\u00c0-\uffff]+/;
const NAME_MOST = 80;

/** `jp-relatedPosts` -> jp, related, posts. */
export function wordsOf(name: string): string[] {
  return name.replace(camelCase, '$1 $2').toLowerCase().split(noLetters).filter(Boolean);
}

/** What single words and pairs of neighbours say; one that is in several lists says what the first of them does. */
function readLists(lists: readonly (readonly [number, ReadonlySet<string>])[]): ReadonlyMap<string, number> {
  const says = new Map<string, number>();
  for (const [what, list] of lists) for (const word of list) if (!says.has(word)) says.set(word, what);
  return says;
}

const single = readLists([
  [BODY, words.body],
  [NEVER, words.never],
  [TALK, words.talk],
  [FURNITURE, words.furniture],
  [DOUBTFUL, words.doubtful],
  [MAIN, words.main],
]);
const paired = readLists([
  [BODY, words.bodyPairs],
  [NEVER, words.neverPairs],
  [FURNITURE, words.furniturePairs],
  [MAIN, words.mainPairs],
]);

/** Example: `has-sidebar`, `comments-open`. */
function tellsState(all: readonly string[], isPair: boolean): boolean {
  return (
    (isPair && words.stateFirst.has(all[0] as string)) || (all.length > 1 && words.stateLast.has(all.at(-1) as string))
  );
}

function readWord(word: string, pair: string, all: readonly string[]): number {
  const alone = single.get(word) ?? NOTHING;
  const beside = pair === '' ? NOTHING : (paired.get(pair) ?? NOTHING);
  if (alone === NOTHING && beside === NOTHING) return NOTHING;
  if (alone === BODY || beside === BODY) return BODY;
  if (tellsState(all, pair !== '')) return NOTHING;
  const worst = Math.min(alone, beside);
  if (worst === TALK && all.some((one) => words.quotedTalk.has(one))) return NOTHING;
  if (worst < NOTHING) return worst;
  if (beside === MAIN || all.length === 1) return MAIN;
  return all.length === 2 && alone === MAIN ? MAIN_LIKE : NOTHING;
}

/** Whether a name says that an aside is a part of the text. */
export function isOfText({ className, id }: Node): boolean {
  return wordsOf(`${className} ${id}`).some((word) => words.ofText.has(word));
}

/** What one name says. A box in the body has the body's name in front: `article-body__related`, `ArticleBody-share-1x`. */
function readName(name: string): { good: number; bad: number } {
  const all = wordsOf(name);
  let good = NOTHING;
  let bad = NOTHING;
  for (const [index, word] of all.entries()) {
    const before = all[index - 1];
    const says = readWord(word, before === undefined ? '' : `${before}-${word}`, all);
    if (says > good) good = says;
    if (says < bad) bad = says;
    if (good === BODY && says <= FURNITURE && !words.stateFirst.has(before as string)) good = NOTHING;
  }
  return { good, bad };
}

/** The strongest word for the article, and the strongest for furniture. */
interface Both {
  good: Hint;
  bad: Hint;
}

const neither: Both = { good: nothing, bad: nothing };

function readNames(value: string): Both {
  let { good, bad } = neither;
  for (const name of value.split(/\s+/)) {
    if (name === '' || name.length > NAME_MOST) continue;
    const says = readName(name);
    if (says.good > good.says) good = { says: says.good, word: name };
    if (says.bad < bad.says) bad = { says: says.bad, word: name };
  }
  return good === nothing && bad === nothing ? neither : { good, bad };
}

const known = new Map<string, Both>();
const KNOWN_MOST = 4000;

function namesIn(value: string | undefined): Both {
  if (!value) return neither;
  let both = known.get(value);
  if (!both) {
    both = readNames(value.slice(0, 1000));
    // Names come from pages: without a bound the memory would grow with every archive.
    if (known.size >= KNOWN_MOST) known.clear();
    known.set(value, both);
  }
  return both;
}

/** What an element's class, id and microdata say that it is for. */
export function hintOf({ attributes, name }: Node): Hint {
  // What stands on `<body>` speaks of the whole site.
  if (attributes === null || name === 'body' || name === 'html') return nothing;
  if (attributes.get('itemprop')?.toLowerCase() === 'articlebody') return said;
  const id = namesIn(attributes.get('id'));
  const classes = namesIn(attributes.get('class'));
  if (id === neither && classes === neither) return nothing;
  const good = classes.good.says > id.good.says ? classes.good : id.good;
  const bad = classes.bad.says < id.bad.says ? classes.bad : id.bad;
  if (good.says >= BODY) return good;
  return bad.says < NOTHING ? bad : good;
}
