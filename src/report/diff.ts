/**
 * `--diff`: the words before and after cleaning, as lines for a terminal.
 *
 * Both texts are the same writer's, without any rule and with all of them, so that only what a reader would notice
 * differs. Paragraphs are compared first and words only inside the paragraphs that differ; both searches have a
 * limit, because their cost grows with the square of the difference.
 */
import { escapeControls } from './message.js';

/** How a piece that went or came is marked. */
export interface DiffStyle {
  removed: (text: string) => string;
  added: (text: string) => string;
  /** What is neither: kept lines around a change, the gaps between, and the names of rules. */
  quiet: (text: string) => string;
}

/** Marks for where there is no colour, as `git diff --word-diff` writes them. */
export const plainDiff: DiffStyle = {
  removed: (text) => `[-${text}-]`,
  added: (text) => `{+${text}+}`,
  quiet: String,
};

/** The marks of a terminal: red and struck, green, grey. */
export async function colorDiff(): Promise<DiffStyle> {
  const { Chalk } = await import('chalk');
  const { red, green, dim } = new Chalk({ level: 1 });
  return { removed: (text) => red.strikethrough(text), added: (text) => green(text), quiet: (text) => dim(text) };
}

/** Differing paragraphs, and differing words inside a paragraph; beyond them the whole is shown as out and in. */
const limit = { paragraphs: 1500, words: 1500 };

/** UTF-16 units of a kept line beside a change. */
const contextWidth = 100;

interface Run {
  kind: 'same' | 'out' | 'in';
  lines: string[];
}

/**
 * Compares two texts.
 * @param before the text as it would be if no rule ran
 * @param after the text as it is
 * @param rulesOf names the rules that took a piece out; they stand at the end of its line
 * @returns lines without line ends: `- ` went, `+ ` came, `~ ` differs inside, blanks for what stayed; none if equal
 */
export async function diffWords(
  before: string,
  after: string,
  style: DiffStyle = plainDiff,
  rulesOf: (piece: string) => string[] = () => [],
): Promise<string[]> {
  if (before === after) return [];
  const { diffArrays, diffWords: compareWords } = await import('diff');
  const [old, now] = [paragraphs(before), paragraphs(after)];
  const found = diffArrays(old, now, { maxEditLength: limit.paragraphs });
  const runs: Run[] = found
    ? found.map(({ added, removed, value }) => ({ kind: added ? 'in' : removed ? 'out' : 'same', lines: value }))
    : [
        { kind: 'out', lines: old },
        { kind: 'in', lines: now },
      ];
  if (runs.every(({ kind }) => kind === 'same')) return [];
  const lines: string[] = [];
  for (let at = 0; at < runs.length; at++) {
    const run = runs[at] as Run;
    const next = runs[at + 1];
    if (run.kind === 'same') lines.push(...context(run.lines, at > 0, next !== undefined, style));
    else if (next && next.kind !== 'same') {
      const [out, into] = run.kind === 'out' ? [run, next] : [next, run];
      lines.push(...changed(out.lines, into.lines));
      at++;
    } else lines.push(...whole(run));
  }
  return lines;

  function labelled(line: string, rules: readonly string[]): string {
    return rules.length > 0 ? `${line}${style.quiet(`  (${[...new Set(rules)].join(', ')})`)}` : line;
  }

  function whole({ kind, lines: shown }: Run): string[] {
    if (kind === 'out') return shown.map((line) => labelled(`- ${style.removed(escapeControls(line))}`, rulesOf(line)));
    return shown.map((line) => `+ ${style.added(escapeControls(line))}`);
  }

  function changed(out: string[], into: string[]): string[] {
    const words = compareWords(out.join('\n'), into.join('\n'), { maxEditLength: limit.words });
    // Two texts with no word in common are easier to read one after the other.
    if (!words?.some(({ added, removed, value }) => !added && !removed && value.trim() !== '')) {
      return [...whole({ kind: 'out', lines: out }), ...whole({ kind: 'in', lines: into })];
    }
    const shown = [{ text: '', isMarked: false, rules: [] as string[] }];
    for (const { added, removed, value } of words) {
      const mark = added ? style.added : removed ? style.removed : String;
      for (const [at, piece] of value.split('\n').entries()) {
        if (at > 0) shown.push({ text: '', isMarked: false, rules: [] });
        const line = shown.at(-1);
        if (piece === '' || !line) continue;
        line.text += mark(escapeControls(piece));
        line.isMarked ||= added || removed;
        if (removed) line.rules.push(...rulesOf(piece));
      }
    }
    return shown
      .filter(({ text }) => text !== '')
      .map(({ text, isMarked, rules }) =>
        isMarked ? labelled(`~ ${text}`, rules) : style.quiet(`  ${shortened(text)}`),
      );
  }
}

function paragraphs(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** One line on each side of a change, and how many lie between. */
function context(lines: readonly string[], after: boolean, before: boolean, style: DiffStyle): string[] {
  const head = after ? lines.slice(0, 1) : [];
  const tail = before ? lines.slice(Math.max(head.length, lines.length - 1)) : [];
  const hidden = lines.length - head.length - tail.length;
  const gap = hidden > 0 ? [style.quiet(`  … ${hidden} more`)] : [];
  const shown = (line: string) => style.quiet(`  ${shortened(line)}`);
  return [...head.map(shown), ...gap, ...tail.map(shown)];
}

function shortened(line: string): string {
  const text = line.length > contextWidth ? `${line.slice(0, contextWidth - 1).toWellFormed()}…` : line;
  return escapeControls(text);
}
