/**
 * `--diff`: the lines of an article as it came, with the words that went and came in their places, for a terminal. The log
 * says where each of them stood; what forms write is in every output, and no change to a reader.
 */
import type { Node } from '../body/tree.js';
import { folded, isBlank, oneLine } from '../body/white-space.js';
import { splitFrontMatter } from '../front-matter/split.js';
import type { BodyKind, LoggedChange } from '../types.js';
import { escapeControls } from './message.js';
import { type View, walkSource } from './source-walk.js';
import type { Span } from './spans.js';
import { lossOf } from './weight.js';

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

/** UTF-16 units of what stayed that are shown beside a change. */
const CONTEXT = 100;

interface DiffPart {
  what: 'kept' | 'removed' | 'added';
  text: string;
  /** The rule, and its reason; empty for what stayed. */
  label: string;
}

type Line = DiffPart[];

/**
 * Compares an article with what became of it.
 * @param source the decoded input
 * @param changes the log, with the characters that each change took
 * @returns lines without line ends: `- ` went, `+ ` came, `~ ` differs inside, blanks for what stayed; none where no word
 *   went or came
 */
export function diffLines(
  source: string,
  kind: BodyKind,
  changes: readonly LoggedChange[],
  style: DiffStyle = plainDiff,
): string[] {
  const byRules = changes.filter(({ rule }) => !rule.startsWith('form:'));
  const view = new Lines(byRules, kind === 'markdown');
  walkSource(source, splitFrontMatter(source).bodyOffset, kind, byRules, view);
  const shown: string[] = [];
  let kept: Line[] = [];
  for (const line of view.lines) {
    if (line.every(({ what }) => what === 'kept')) kept.push(line);
    else {
      shown.push(...context(kept, shown.length > 0, true, style), changed(line, style));
      kept = [];
    }
  }
  return shown.length > 0 ? [...shown, ...context(kept, true, false, style)] : [];
}

/** Collects the lines of a source. */
class Lines implements View {
  kind = '';
  readonly lines: Line[] = [];
  private line: Line = [];

  /** @param asTyped the source is shown as its author typed it: of what went its words are shown, in one piece */
  constructor(
    private readonly changes: readonly LoggedChange[],
    private readonly asTyped: boolean,
  ) {}

  text(text: string, span: Span | null): void {
    if (!span) this.add('kept', text);
    else if (lossOf(this.changes[span.index] as LoggedChange) === 'words') {
      if (!this.asTyped) this.add('removed', text, span.label);
      else if (!span.shown) this.add('removed', oneLine(this.changes[span.index]?.text ?? ''), span.label);
      span.shown = true;
    }
  }

  lineBreak(): void {
    this.end();
  }

  image(image: Node, span: Span | null): void {
    const alt = oneLine(image.get('alt') ?? '');
    const last = this.line.at(-1);
    // A smiley that is a character now reads as it did.
    if (span && last?.what === 'added' && last.text === alt) Object.assign(last, { what: 'kept', label: '' });
    else this.add(span ? 'removed' : 'kept', alt, span?.label);
  }

  thing(): void {}

  addition({ text, rule }: LoggedChange): void {
    this.add('added', oneLine(text), rule);
  }

  mark(): void {}

  end(): void {
    const last = this.line.at(-1);
    if (last) last.text = last.text.trimEnd();
    const line = this.line.filter(({ text }) => text !== '');
    // What stands for something else comes behind it.
    for (let at = 1; at < line.length; at++) {
      const [one, two] = [line[at - 1] as DiffPart, line[at] as DiffPart];
      if (one.what === 'added' && two.what === 'removed' && one.label === two.label) line.splice(at - 1, 2, two, one);
    }
    if (line.length > 0) this.lines.push(line);
    this.line = [];
  }

  private add(what: DiffPart['what'], text: string, label = ''): void {
    const lines = this.kind === 'pre' ? text.split('\n') : [text];
    for (const [index, one] of lines.entries()) {
      if (index > 0) this.end();
      const last = this.line.at(-1);
      const shown = !last || last.text.endsWith(' ') ? folded(one).trimStart() : folded(one);
      // A blank belongs to what stands before it.
      if (last && (isBlank(shown) || (last.what === what && last.label === label))) last.text += shown;
      else if (shown !== '') this.line.push({ what, text: shown, label });
    }
  }
}

function changed(line: Line, style: DiffStyle): string {
  const [first] = line;
  const whole = first && line.every(({ what, text }) => what === first.what || isBlank(text)) ? first.what : 'kept';
  const sign = whole === 'removed' ? '-' : whole === 'added' ? '+' : '~';
  const pieces = line.map(({ what, text }, index) => {
    const shown = escapeControls(what === 'kept' ? beside(text, index === 0, index === line.length - 1) : text);
    return what === 'kept' ? shown : style[what](shown);
  });
  const labels = [...new Set(line.map(({ label }) => label).filter((label) => label !== ''))];
  return `${sign} ${pieces.join('')}${style.quiet(`  (${labels.join(', ')})`)}`;
}

/** What stays beside a change: its near ends. */
function beside(text: string, isFirst: boolean, isLast: boolean): string {
  if (text.length <= CONTEXT * (isFirst || isLast ? 1 : 2)) return text;
  const head = isFirst ? '' : text.slice(0, CONTEXT - 1);
  const tail = isLast ? '' : text.slice(1 - CONTEXT);
  return `${head.toWellFormed()}…${tail.toWellFormed()}`;
}

/** One line on each side of a change, and how many lie between. */
function context(lines: readonly Line[], after: boolean, before: boolean, style: DiffStyle): string[] {
  const head = after ? lines.slice(0, 1) : [];
  const tail = before ? lines.slice(Math.max(head.length, lines.length - 1)) : [];
  const hidden = lines.length - head.length - tail.length;
  const gap = hidden > 0 ? [style.quiet(`  … ${hidden} more`)] : [];
  const shown = (line: Line) => style.quiet(`  ${shortened(line.map(({ text }) => text).join(''))}`);
  return [...head.map(shown), ...gap, ...tail.map(shown)];
}

function shortened(line: string): string {
  return escapeControls(line.length > CONTEXT ? `${line.slice(0, CONTEXT - 1).toWellFormed()}…` : line);
}
