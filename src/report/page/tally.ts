/** What the page keeps of every article: one small row, and the sums over all of them. */

import { oneLine } from '../../body/white-space.js';
import type { LoggedChange } from '../../types.js';
import type { Told } from '../told.js';
import { isRemoval } from '../weight.js';
import { asksForALook, byLook, isOurDoing, type Looked } from '../worth-a-look.js';
import { shareOf } from './figures.js';
import { clip } from './html.js';

/** What decides how early an article stands. */
export interface Ranked extends Looked {
  /** Place in the run, from 0; the article's name inside the page. */
  id: number;
  changes: number;
}

/** One line of the table. */
export interface Row extends Ranked {
  title: string;
  source: string;
  warnings: number;
  rules: readonly number[];
  folder: number;
}

export interface Sum {
  name: string;
  changes: number;
  /** Those of the changes that took something out of the text. */
  removals: number;
  /** Visible characters that went. */
  characters: number;
  articles: number;
}

/** Names of one kind, numbered in the order in which they came. */
class Names {
  readonly sums: Sum[] = [];
  private readonly index = new Map<string, number>();

  add(name: string, changes: number, removals = 0, characters = 0): number {
    let at = this.index.get(name);
    if (at === undefined) {
      at = this.sums.length;
      this.index.set(name, at);
      this.sums.push({ name, changes: 0, removals: 0, characters: 0, articles: 0 });
    }
    const sum = this.sums[at] as Sum;
    sum.changes += changes;
    sum.removals += removals;
    sum.characters += characters;
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

  /** Takes one article. */
  add({ index, source, title, kept, removed, triage, warnings, log }: Told): Row {
    const changes = log ?? [];
    const row: Row = {
      id: index,
      title: titleOf(title, source),
      source: clip(source, 160),
      kept,
      removed,
      changes: changes.length,
      warnings: warnings.length,
      triage,
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

  private addRules(changes: readonly LoggedChange[]): number[] {
    const removals = new Map(perName(changes.filter(isRemoval).map(({ rule }) => rule)));
    const characters = new Map<string, number>();
    for (const change of changes) {
      if (change.characters) characters.set(change.rule, (characters.get(change.rule) ?? 0) + change.characters);
    }
    return perName(changes.map(({ rule }) => rule)).map(([name, times]) => {
      return this.ruleNames.add(name, times, removals.get(name), characters.get(name));
    });
  }
}

/** How the page calls an article. */
export function titleOf(title: string | null, source: string): string {
  return clip((title && oneLine(title)) || baseName(source), 90);
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

/** The order of the page: what the tool did and asks for a look, then by what was lost. Negative where `a` comes first. */
export function moreTelling(a: Ranked, b: Ranked): number {
  const [first, second] = [isOurDoing(a), isOurDoing(b)];
  return (
    Number(second) - Number(first) ||
    (first ? byLook(a, b) : 0) ||
    shareOf(b) - shareOf(a) ||
    b.removed - a.removed ||
    Number(asksForALook(b)) - Number(asksForALook(a)) ||
    b.changes - a.changes ||
    a.id - b.id
  );
}
