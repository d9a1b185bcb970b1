/** `--explain`: what was changed, grouped by rule. */
import type { ChangeRecord } from '../types.js';
import { formatMessage, wholeWords } from './message.js';
import { plural } from './summary.js';

/** Changes shown of each rule when there are several articles. */
const SHOWN = 5;
const WIDTH = 72;

interface Group {
  count: number;
  lines: string[];
}

export class Explanation {
  private readonly groups = new Map<string, Group>();

  /** @param all shows each change, not the first few of each rule */
  constructor(private readonly all: boolean) {}

  /** Takes the changes of one article. */
  add(path: string, changes: readonly ChangeRecord[]): void {
    for (const { rule, action, line, column, text, reason } of changes) {
      const group = this.groups.get(rule) ?? { count: 0, lines: [] };
      this.groups.set(rule, group);
      group.count++;
      if (!this.all && group.lines.length >= SHOWN) continue;
      const place = formatMessage({ path: `${path}:${line}:${column}`, what: '' }).slice('article-clean: '.length);
      const why = reason === undefined ? '' : ` (${reason})`;
      group.lines.push(`  ${place}${action}${why} ${wholeWords(text, WIDTH)}`.trimEnd());
    }
  }

  /** The lines, the rules with most changes first. */
  lines(): string[] {
    const groups = [...this.groups].sort(([a, one], [b, two]) => two.count - one.count || (a < b ? -1 : 1));
    if (groups.length === 0) return ['nothing was changed'];
    return groups.flatMap(([rule, { count, lines }]) => {
      const rest = count - lines.length;
      return [
        `${rule}: ${plural(count, 'change')}`,
        ...lines,
        ...(rest > 0 ? [`  and ${rest} more (-v shows all)`] : []),
      ];
    });
  }
}
