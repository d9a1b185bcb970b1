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
  const logged = log.changes.flatMap(({ text }) => wordsOf(text));
  return [
    ...wordDebts(input.words, shown, logged, log.changes),
    ...(shown.addresses ? addressDebts(input.addresses, shown.addresses, log) : []),
    ...(shown.addresses ?? []).filter(isLive).map(({ url }) => debt('live-address', url, shown.what)),
    ...shown.live.map((markup) => debt('live-markup', markup, shown.what)),
  ];
}

function debt(code: Debt['code'], what: string, where: string): Debt {
  return { code, message: `${where}: ${what}` };
}

// --- words ---

/** Takes the words of one list out of another, each as often as it stands there; what is left keeps its order. */
function without(words: readonly Word[], others: readonly Word[]): (Word | null)[] {
  const counts = new Map<string, number>();
  for (const { text } of others) counts.set(text, (counts.get(text) ?? 0) + 1);
  return words.map((word) => {
    const count = counts.get(word.text) ?? 0;
    if (count > 0) counts.set(word.text, count - 1);
    return count > 0 ? null : word;
  });
}

function wordDebts(
  input: readonly Word[],
  shown: Shown,
  logged: readonly Word[],
  log: readonly ChangeRecord[],
): Debt[] {
  const found: Debt[] = [];
  const notShown = without(input, shown.words);
  const missing = without(
    notShown.filter((word) => word !== null),
    logged,
  ).filter((word) => word !== null);
  if (missing.length === 0) return found;
  const newWords = without(shown.words, input).filter((word) => word !== null);
  const newLogged = without(logged, input).filter((word) => word !== null);
  const pieces = [...newWords, ...newLogged].map(({ text }) => text);
  const together = new Set<Word>();
  const isMissing = new Set(missing);
  for (let index = 1; index < input.length; index++) {
    const [one, two] = [input[index - 1] as Word, input[index] as Word];
    if (!isMissing.has(one) && !isMissing.has(two)) continue;
    const joined = one.text + two.text;
    if (joined.length < 2 || !pieces.some((piece) => piece.includes(joined))) continue;
    if (input.some(({ text }) => text.includes(joined))) continue;
    together.add(one).add(two);
    found.push(debt('run-together', `${one.text}${two.parted ? '¶' : '·'}${two.text}`, shown.what));
  }
  const rest = [...pieces, ...log.map(({ text }) => text.replace(/\s+/g, ''))].join('\n');
  for (const word of missing) {
    if (!together.has(word) && !isMadeOf(word.text, rest)) found.push(debt('lost-word', word.text, shown.what));
  }
  return found;
}

/** Whether a word is a few pieces of what is left in output and log: a rule or form cut it (`word[1]`, a credit). */
function isMadeOf(word: string, rest: string): boolean {
  let pieces = 0;
  const most = 3 + word.length / 6;
  for (let at = 0; at < word.length; ) {
    let length = 0;
    while (at + length < word.length && rest.includes(word.slice(at, at + length + 1))) length++;
    if (length === 0 || ++pieces > most) return false;
    at += length;
  }
  return true;
}

// --- addresses ---

function addressDebts(input: readonly Address[], output: readonly Address[], log: Log): Debt[] {
  const shown = countsOf(output);
  const texts = log.changes.map(({ text }) => text).join('\n');
  const logged = countsOf(
    input.filter(({ url, at }) => isLogged(url, log.base === null ? -1 : at + log.base, log, texts)),
  );
  const found: Debt[] = [];
  for (const [url, times] of countsOf(input)) {
    if (times > (shown.get(url) ?? 0) + (logged.get(url) ?? 0)) found.push(debt('lost-address', url, 'Markdown'));
  }
  return found;
}

function countsOf(addresses: readonly Address[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { url } of addresses) counts.set(plain(url), (counts.get(plain(url)) ?? 0) + 1);
  return counts;
}

/** An address that went stands in the log's words, or in the place of which the log says that its words went. */
function isLogged(url: string, at: number, { changes, source }: Log, texts: string): boolean {
  if (texts.includes(url.trim())) return true;
  const isGone = ({ action }: ChangeRecord): boolean => action === 'remove' || action === 'move';
  if (at >= 0) return changes.some((change) => isGone(change) && change.start <= at && at < change.end);
  return changes.some(
    (change) => isGone(change) && source.slice(change.start, change.end).replaceAll('&amp;', '&').includes(url.trim()),
  );
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
