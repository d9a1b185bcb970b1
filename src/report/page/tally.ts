/** What the page keeps of every article: one small row, and the sums over all of them. */
import type { ArticleRecord, ChangeRecord } from '../../types.js';
import { shareOf } from './figures.js';
import { clip } from './html.js';

/** One line of the table. */
export interface Row {
  /** Place in the input, from 0; the article's name inside the page. */
  id: number;
  title: string;
  source: string;
  kept: number;
  removed: number;
  changes: number;
  warnings: number;
  /** Why a person should look at it. */
  reasons: readonly string[];
  rules: readonly number[];
  folder: number;
}

export interface Sum {
  name: string;
  changes: number;
  /** Those of the changes that took something out of the text. */
  removals: number;
  articles: number;
}

/** Names of one kind, numbered in the order in which they came. */
class Names {
  readonly sums: Sum[] = [];
  private readonly index = new Map<string, number>();

  add(name: string, changes: number, removals = 0): number {
    let at = this.index.get(name);
    if (at === undefined) {
      at = this.sums.length;
      this.index.set(name, at);
      this.sums.push({ name, changes: 0, removals: 0, articles: 0 });
    }
    const sum = this.sums[at] as Sum;
    sum.changes += changes;
    sum.removals += removals;
    sum.articles++;
    return at;
  }
}

export interface Failure {
  path: string;
  message: string;
}

/** Sums over all articles; memory grows with the rows only. */
export class Tally {
  readonly rows: Row[] = [];
  readonly failures: Failure[] = [];
  kept = 0;
  removed = 0;
  changes = 0;
  warnings = 0;
  private readonly ruleNames = new Names();
  private readonly folderNames = new Names();
  private readonly warningCodes = new Names();

  get rules(): readonly Sum[] {
    return this.ruleNames.sums;
  }

  get folders(): readonly Sum[] {
    return this.folderNames.sums;
  }

  /** Warnings by code; `changes` counts the warnings. */
  get codes(): readonly Sum[] {
    return this.warningCodes.sums;
  }

  add(record: ArticleRecord, reasons: readonly string[]): Row {
    const { source, kept, removed, changes, warnings } = record;
    const row: Row = {
      id: this.rows.length,
      title: clip(record.title?.replace(/\s+/g, ' ').trim() || baseName(source), 90),
      source: clip(source, 160),
      kept,
      removed,
      changes: changes.length,
      warnings: warnings.length,
      reasons,
      rules: this.addRules(changes),
      folder: this.folderNames.add(folderOf(source), changes.length),
    };
    for (const [code, times] of perName(warnings.map((warning) => warning.code))) this.warningCodes.add(code, times);
    this.rows.push(row);
    this.kept += kept;
    this.removed += removed;
    this.changes += changes.length;
    this.warnings += warnings.length;
    return row;
  }

  private addRules(changes: readonly ChangeRecord[]): number[] {
    const removals = new Map(perName(changes.filter(isRemoval).map(({ rule }) => rule)));
    return perName(changes.map(({ rule }) => rule)).map(([name, times]) => {
      return this.ruleNames.add(name, times, removals.get(name));
    });
  }
}

/** Whether a change took something out, and has its place in the source. */
export function isRemoval({ action, start, end }: Pick<ChangeRecord, 'action' | 'start' | 'end'>): boolean {
  return (action === 'remove' || action === 'move') && end > start;
}

function perName(names: readonly string[]): [string, number][] {
  const times = new Map<string, number>();
  for (const name of names) times.set(name, (times.get(name) ?? 0) + 1);
  return [...times];
}

function folderOf(source: string): string {
  const slash = source.lastIndexOf('/');
  return slash < 0 ? '.' : source.slice(0, slash);
}

function baseName(source: string): string {
  return source.slice(source.lastIndexOf('/') + 1);
}

/** The order of the page: what asks for a look first, then by what was lost. Negative where `a` comes first. */
export function moreTelling(a: Row, b: Row): number {
  return (
    Number(isFlagged(b)) - Number(isFlagged(a)) ||
    shareOf(b) - shareOf(a) ||
    b.removed - a.removed ||
    b.changes - a.changes ||
    a.id - b.id
  );
}

export function isFlagged({ warnings, reasons }: Row): boolean {
  return warnings > 0 || reasons.length > 0;
}
