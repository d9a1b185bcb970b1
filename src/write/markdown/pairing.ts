/** The specification's "process emphasis" (CommonMark 0.31, section 6.2) over the delimiters that were laid out. */
import { BREAK, CODE, type LinePlace, type Piece, WORDS } from '../line.js';
import { BLANK, canClose, canOpen, classAt, isDelimiterCharacter, PUNCTUATION } from './characters.js';
import { delimiterOf, type MarkRun, type Token } from './marks.js';

/** Delimiters of one character that stand side by side. */
interface DelimiterRun {
  tokens: Token[];
  /** First and last delimiter that is not used yet. */
  first: number;
  last: number;
  length: number;
  opens: boolean;
  closes: boolean;
}

/** Where the tokens stand. */
interface Environment {
  place: LinePlace;
  /** They are the text of a link, with brackets around it. */
  link: boolean;
}

/** Classes of the characters before and after a delimiter run. */
function edgeClass(token: Token | undefined, end: boolean, { place, link }: Environment): number {
  if (!token) return link ? PUNCTUATION : BLANK;
  if (!token.segment) return PUNCTUATION;
  return segmentEdge(token.segment, end, place);
}

function segmentEdge({ kind, value }: Piece, end: boolean, place: LinePlace): number {
  // A break is a line end in flow, and `<br>` elsewhere.
  if (kind === BREAK) return place === 'flow' ? BLANK : PUNCTUATION;
  if (kind === CODE) return PUNCTUATION;
  return classAt(value, end ? value.length - 1 : 0);
}

function isDelimiter(token: Token | undefined): token is Token & { run: MarkRun } {
  return token?.run != null && !token.run.tag;
}

function isDelimiterBeside(token: Token | undefined, end: boolean): boolean {
  if (!token?.segment) return isDelimiter(token);
  const { kind, value } = token.segment;
  return kind === WORDS && isDelimiterCharacter(value[end ? value.length - 1 : 0]);
}

/**
 * The delimiter runs of a line, those of `*` and those of `~` apart.
 * @param loose as micromark reads those of `*`
 */
function delimiterRuns(tokens: Token[], around: Environment, loose: boolean): DelimiterRun[][] {
  const stars: DelimiterRun[] = [];
  const tildes: DelimiterRun[] = [];
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index] as Token;
    if (!isDelimiter(token)) continue;
    const character = delimiterOf(token.run.bit)[0];
    const group = [token];
    let end = index + 1;
    for (let next = tokens[end]; isDelimiter(next) && delimiterOf(next.run.bit)[0] === character; next = tokens[end]) {
      group.push(next);
      end++;
    }
    const before = edgeClass(tokens[index - 1], true, around);
    const after = edgeClass(tokens[end], false, around);
    const star = character === '*';
    (star ? stars : tildes).push({
      tokens: group,
      first: 0,
      last: group.length - 1,
      length: group.reduce((length, { run }) => length + delimiterOf(run.bit).length, 0),
      opens: canOpen(before, after) || (star && loose && isDelimiterBeside(tokens[end], false)),
      closes: canClose(before, after) || (star && loose && isDelimiterBeside(tokens[index - 1], true)),
    });
    index = end - 1;
  }
  return [stars, tildes];
}

/**
 * Runs whose delimiters a reader would not pair as meant: those that cannot open or close where they stand, and
 * those that would pair with another.
 */
export function failures(tokens: Token[], around: Environment): { flanking: MarkRun[]; unpaired: MarkRun[] } {
  const flanking = new Set<MarkRun>();
  const unpaired = new Set<MarkRun>();
  for (const runs of delimiterRuns(tokens, around, false)) {
    for (const delimiters of runs) {
      for (const token of delimiters.tokens) {
        const run = token.run as MarkRun;
        if (token.open) run.opens = delimiters.opens;
        else run.closes = delimiters.closes;
        if (!run.opens || !run.closes) flanking.add(run);
      }
    }
    if (flanking.size === 0) pair(runs, unpaired);
  }
  if (flanking.size + unpaired.size === 0) {
    for (const runs of delimiterRuns(tokens, around, true)) pair(runs, unpaired);
  }
  return { flanking: [...flanking], unpaired: [...unpaired] };
}

function pair(runs: DelimiterRun[], unpaired: Set<MarkRun>): void {
  const openers: DelimiterRun[] = [];
  for (const closer of runs) {
    if (closer.closes) {
      while (closer.first <= closer.last) {
        let index = openers.length - 1;
        while (index >= 0 && isMultipleOfThree(openers[index] as DelimiterRun, closer)) index--;
        const opener = openers[index];
        if (!opener) break;
        // What stands between the two can pair no more.
        for (const between of openers.splice(index + 1)) drop(between, unpaired);
        const open = opener.tokens[opener.last] as Token;
        const close = closer.tokens[closer.first] as Token;
        if (open.run !== close.run || !open.open || close.open || unitOf(open) !== unit(opener, closer)) {
          unpaired.add((close.open ? open : close).run as MarkRun);
          unpaired.add((open.open ? open : close).run as MarkRun);
          return;
        }
        opener.last--;
        closer.first++;
        if (opener.first > opener.last) openers.pop();
      }
    }
    if (closer.first > closer.last) continue;
    if (closer.opens) openers.push(closer);
    else drop(closer, unpaired);
  }
  for (const opener of openers) drop(opener, unpaired);
}

function drop(delimiters: DelimiterRun, unpaired: Set<MarkRun>): void {
  for (let index = delimiters.first; index <= delimiters.last; index++) {
    unpaired.add((delimiters.tokens[index] as Token).run as MarkRun);
  }
}

function unitOf(token: Token): number {
  return delimiterOf((token.run as MarkRun).bit).length;
}

/** How many characters a reader takes from both: two where both have two. */
function unit(opener: DelimiterRun, closer: DelimiterRun): number {
  return left(opener) >= 2 && left(closer) >= 2 ? 2 : 1;
}

function left(delimiters: DelimiterRun): number {
  let length = 0;
  for (let index = delimiters.first; index <= delimiters.last && length < 2; index++) {
    length += unitOf(delimiters.tokens[index] as Token);
  }
  return length;
}

/** Rule 9 and 10 of the specification. */
function isMultipleOfThree(opener: DelimiterRun, closer: DelimiterRun): boolean {
  if (!opener.closes && !closer.opens) return false;
  return (opener.length + closer.length) % 3 === 0 && !(opener.length % 3 === 0 && closer.length % 3 === 0);
}
