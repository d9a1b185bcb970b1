/**
 * The account that a conversion owes: every word and address of the input stands in the output or in the log, and words
 * that were apart are apart. Order is not looked at: the log's proof (`clean/audit.ts`) does that.
 */
import type { ChangeRecord } from '../../src/types.js';
import type { Address, Sight, Word } from './witness.js';
import { wordsOf } from './witness.js';

export interface Debt {
  code: 'lost-word' | 'run-together' | 'lost-address' | 'live-address' | 'live-markup';
  message: string;
}

export interface Shown {
  /** `Markdown`, `text`. */
  what: string;
  words: Word[];
  /** Null where the output has no links: plain text. */
  addresses: Address[] | null;
  live: string[];
}

export interface Log {
  changes: readonly ChangeRecord[];
  /** The decoded input that offsets of the changes refer to. */
  source: string;
  /** Where the HTML that the witness saw begins in the source; null where it is rendered from Markdown. */
  base: number | null;
}

/**
 * What a conversion owes.
 * @param input what the article shows
 * @param shown what the output shows
 */
export function debts(input: Sight, shown: Shown, log: Log): Debt[] {
  return [
    ...wordDebts(input.words, shown, log),
    ...(shown.addresses ? addressDebts(input.addresses, shown.addresses, shown.words, log) : []),
    ...(shown.addresses ?? []).filter(isLive).map(({ url }) => debt('live-address', url, shown.what)),
    ...shown.live.map((markup) => debt('live-markup', markup, shown.what)),
  ];
}

function debt(code: Debt['code'], what: string, where: string): Debt {
  return { code, message: `${where}: ${what}` };
}

// --- words ---

/** Matches the words of two lists, each as often as it stands in both. @returns what is left of either, in its order */
function matched(words: readonly Word[], others: readonly Word[]): [Word[], Word[]] {
  const taken = new Map<string, number>();
  for (const { text } of words) taken.set(text, (taken.get(text) ?? 0) + 1);
  const left = (word: Word): boolean => {
    const count = taken.get(word.text) ?? 0;
    if (count > 0) taken.set(word.text, count - 1);
    return count === 0;
  };
  const restOfOthers = others.filter(left);
  // What is still to be taken of each word was matched by none: those that stand last are left.
  const rest: Word[] = [];
  for (const word of words.toReversed()) if (!left(word)) rest.unshift(word);
  return [rest, restOfOthers];
}

/** A template tag is the site's own language: what it is in an attribute or a target is no word. Example: `{{< ref "x" >}}` */
const TEMPLATE = /\{\{|\}\}|\{%|%\}/;

/** A tag that a written form made words of. Example: `<pp>`, where HTML has no such element */
const TAG = /^<\/?[a-z][^>]*>$/i;

function wordDebts(input: readonly Word[], shown: Shown, { changes }: Log): Debt[] {
  const logged = changes.flatMap(({ text }) => wordsOf(text));
  const [notShown, newWords] = matched(input, shown.words);
  const [missing, newLogged] = matched(notShown, logged);
  if (missing.length === 0) return [];
  const pieces = [...newWords, ...newLogged].map(({ text }) => text).join('\n');
  // What a tag stands between, shown as words, is not run together: `<pp>><pp>>` is no `>>`.
  const tags = changes.filter(({ action, text }) => action === 'add' && TAG.test(text)).map(({ text }) => text);
  const parted = tags.reduce((rest, tag) => rest.replaceAll(tag, '\n'), pieces);
  const found: Debt[] = [];
  const isMissing = new Set(missing);
  const isGone = new Set(notShown.filter((word) => !isMissing.has(word)));
  const stays = input.filter((word) => !isGone.has(word));
  // Words run together in the output, where what stood between them went; and in the log.
  for (const words of [stays, input]) {
    for (let index = 1; index < words.length; index++) {
      const [one, two] = [words[index - 1] as Word, words[index] as Word];
      const joined = one.text + two.text;
      if (!isMissing.has(one) || !isMissing.has(two) || !parted.includes(joined)) continue;
      isMissing.delete(one);
      found.push(debt('run-together', `${one.text}${two.parted ? '¶' : '·'}${two.text}`, shown.what));
    }
  }
  for (const word of missing) {
    if (isMissing.has(word) && !TEMPLATE.test(word.text) && !isMadeOf(word.text, pieces))
      found.push(debt('lost-word', word.text, shown.what));
  }
  return found;
}

/** Whether a word is a few pieces of what is left in output and log: a rule or form cut it (`word[1]`, a credit). */
function isMadeOf(word: string, rest: string): boolean {
  let pieces = 0;
  const most = 3 + word.length / 2;
  for (let at = 0; at < word.length; ) {
    let length = 0;
    while (at + length < word.length && rest.includes(word.slice(at, at + length + 1))) length++;
    if (length === 0 || ++pieces > most) return false;
    at += length;
  }
  return true;
}

// --- addresses ---

function addressDebts(input: readonly Address[], output: readonly Address[], words: readonly Word[], log: Log): Debt[] {
  const shown = countsOf(output);
  // An address that became text is still there.
  const texts = [...log.changes, ...words].map(({ text }) => text).join('\n');
  const logged = countsOf(input.filter((address) => isLogged(address, log, texts)));
  const found: Debt[] = [];
  for (const [url, times] of countsOf(input)) {
    if (!TEMPLATE.test(url) && times > (shown.get(url) ?? 0) + (logged.get(url) ?? 0))
      found.push(debt('lost-address', url, 'Markdown'));
  }
  return found;
}

function countsOf(addresses: readonly Address[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { url } of addresses) counts.set(plain(url), (counts.get(plain(url)) ?? 0) + 1);
  return counts;
}

/** An address that went stands in the log's words, or in the place of which the log says that its words went. */
function isLogged(address: Address, { changes, source, base }: Log, texts: string): boolean {
  const url = address.url.trim();
  if (texts.includes(url)) return true;
  // The log itself names no address that would run code, only its place.
  const isLiveUrl = isLive(address);
  const gone = changes.filter(
    ({ action }) => action === 'remove' || action === 'move' || (isLiveUrl && action !== 'add'),
  );
  if (base === null) {
    return gone.some(({ start, end }) => isLiveUrl || source.slice(start, end).replaceAll('&amp;', '&').includes(url));
  }
  const at = address.at + base;
  return gone.some(({ start, end }) => start <= at && at < end);
}

/** One spelling for all that mean the same: readers encode different characters. */
function plain(url: string): string {
  const tidy = url
    .replace(/[\t\n\r]/g, '')
    .replace(/^[\u0000-\u0020]+|[\u0000-\u0020]+$/g, '')
    .toWellFormed();
  return tidy.replace(/(?:%[0-9a-f]{2})+/gi, (codes) => {
    try {
      return decodeURIComponent(codes);
    } catch {
      return codes.toUpperCase();
    }
  });
}

/** What a browser makes of an address, by its own parser. */
function isLive({ url, image }: Address): boolean {
  let parsed: URL;
  try {
    parsed = new URL(url, 'https://base.example/');
  } catch {
    return false;
  }
  if (/^(?:javascript|vbscript|livescript|mocha):$/.test(parsed.protocol)) return true;
  return parsed.protocol === 'data:' && !(image && /^data:image\//i.test(parsed.href));
}
