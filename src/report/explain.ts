/** `--explain`: what was changed, grouped by rule, what a reader loses first; with `--group`, across the archive. */
import type { LoggedChange } from '../types.js';
import { FIRST, type Group, Groups } from './groups.js';
import { escapeControls, firstWords, formatMessage, wholeWords } from './message.js';
import { count, grouped, percent } from './page/figures.js';
import { lossOf } from './weight.js';

/** Changes shown of each rule when there are several articles. */
const SHOWN = 5;
/** Rows shown of what was removed only once. */
const ONCE = 50;
const WIDTH = 72;

interface Rule {
  changes: number;
  characters: number;
  lines: { text: string; characters: number }[];
}

export class Explanation {
  private readonly rules = new Map<string, Rule>();
  private readonly groups: Groups | null;
  /** Attributes, tags and white space. */
  private markup = 0;

  /**
   * @param all shows each change, not the first few of each rule
   * @param markup shows attributes, tags and white space too
   * @param group shows the same removal of many articles as one row
   */
  constructor(
    private readonly all: boolean,
    private readonly showsMarkup: boolean,
    group = false,
  ) {
    this.groups = group ? new Groups() : null;
  }

  /** Takes the changes of one article. */
  add(path: string, changes: readonly LoggedChange[], length = 0): void {
    this.groups?.add(path, changes, length);
    if (this.groups) return;
    for (const change of changes) {
      const { rule: name, characters = 0 } = change;
      if (!this.showsMarkup && lossOf(change) === 'markup') {
        this.markup++;
        continue;
      }
      const rule = this.rules.get(name) ?? { changes: 0, characters: 0, lines: [] };
      this.rules.set(name, rule);
      rule.changes++;
      rule.characters += characters;
      rule.lines.push({ text: lineOf(path, change), characters });
      if (this.all || rule.lines.length <= SHOWN) continue;
      // The heaviest are shown; of two alike the first.
      rule.lines.sort((a, b) => b.characters - a.characters).pop();
    }
  }

  /** The lines, what a reader loses first. */
  lines(): string[] {
    if (this.groups) return groupLines(this.groups);
    const rules = [...this.rules].sort(
      ([a, one], [b, two]) => two.characters - one.characters || two.changes - one.changes || (a < b ? -1 : 1),
    );
    if (rules.length === 0 && this.markup === 0) return ['nothing was changed'];
    const shown = rules.flatMap(([name, { changes, characters, lines }]) => {
      const rest = changes - lines.length;
      const weight = characters > 0 ? `${count(characters, 'character')}, ` : '';
      return [
        `${name}: ${weight}${count(changes, 'change')}`,
        ...lines.map(({ text }) => text),
        ...(rest > 0 ? [`  and ${grouped(rest)} more (-v shows all)`] : []),
      ];
    });
    if (this.markup > 0)
      shown.push(`attributes, tags and white space: ${count(this.markup, 'change')} (-v shows them)`);
    return shown;
  }
}

function lineOf(path: string, { line, column, action, reason, text }: LoggedChange): string {
  const place = formatMessage({ path: `${path}:${line}:${column}`, what: '' }).slice('article-clean: '.length);
  const why = reason === undefined ? '' : ` (${reason})`;
  return `  ${place}${action}${why} ${wholeWords(text, WIDTH)}`.trimEnd();
}

/** `--explain --group`: what was removed often, and what only once. */
function groupLines(groups: Groups): string[] {
  const { count: number, share, first, further, once } = groups.parts();
  if (number === 0) return ['nothing was removed'];
  const about = number > FIRST ? `; the first ${FIRST} hold ${percent(share)} of them` : '';
  return [
    `${count(groups.total, 'removal')} in ${count(number, 'group')}${about}`,
    ...first.flatMap(rowLines),
    ...(further.length > 0 ? [`  and ${count(further.length, 'smaller group')} (--page report.html shows them)`] : []),
    ...(once.length > 0 ? ['removed only once:', ...once.slice(0, ONCE).map(onceLine)] : []),
    ...(once.length > ONCE ? [`  and ${grouped(once.length - ONCE)} more (--page report.html shows them)`] : []),
  ];
}

/** `qr-code: 40 times in 38 articles, at the end: Scan the code to follow us` and where it stands. */
function rowLines(group: Group): string[] {
  const { rule, times, articles, characters, samples } = group;
  const weight = characters > 0 ? `${count(characters, 'character')}, ` : '';
  const where = placesText(group);
  const [first] = samples;
  const line = group.shape === '' ? '' : `: ${wholeWords(first?.text ?? '', WIDTH)}`;
  return [
    `${rule}: ${weight}${count(times, 'time')} in ${count(articles, 'article')}${where === '' ? '' : `, ${where}`}${line}`,
    ...samples.map(({ source, line: at, text }, index) => {
      const same = index > 0 ? text === first?.text : line !== '';
      return `  ${escapeControls(source)}:${at}${same || text.trim() === '' ? '' : `: ${firstWords(text, WIDTH)}`}`;
    }),
  ];
}

function onceLine({ rule, characters, samples }: Group): string {
  const { source = '', line = 1, text = '' } = samples[0] ?? {};
  return `  ${escapeControls(source)}:${line}: ${rule}, ${count(characters, 'character')}: ${wholeWords(text, WIDTH)}`;
}

/** `at the end`, where most of them stand there; else the parts. */
export function placesText({ places: { head, inside, tail } }: Pick<Group, 'places'>): string {
  const all = head + inside + tail;
  if (all === 0) return '';
  const parts: [number, string][] = [
    [head, 'at the head'],
    [inside, 'inside'],
    [tail, 'at the end'],
  ];
  const [most] = parts.toSorted((a, b) => b[0] - a[0]);
  if (most && most[0] === all) return most[1];
  return parts
    .filter(([number]) => number > 0)
    .map(([number, where]) => `${grouped(number)} ${where}`)
    .join(', ');
}
