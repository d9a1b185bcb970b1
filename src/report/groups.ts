/**
 * Removals across an archive: the same removal in many articles is one row. Memory grows with the different ones, and
 * each keeps a few samples only.
 */
import { shapeOf } from '../clean/shape.js';
import type { LoggedChange } from '../types.js';
import { isRemoval, type Loss, lossOf } from './weight.js';

export interface Sample {
  source: string;
  line: number;
  text: string;
}

export interface Group {
  rule: string;
  loss: Loss;
  /** What the removals have in common; empty where only the rule is. */
  shape: string;
  times: number;
  articles: number;
  characters: number;
  /** Where they stand in their articles: first quarter, between, last quarter. */
  places: { head: number; inside: number; tail: number };
  samples: Sample[];
}

export interface GroupParts {
  /** Groups in all. */
  count: number;
  /** The part of all removals that the first 50 rows hold, `first` and what follows of `once`, from 0 to 1. */
  share: number;
  /** The largest: who has read them has judged nearly all. */
  first: Group[];
  further: Group[];
  /** Words that were removed only once: nothing else in the archive speaks for them. */
  once: Group[];
}

const SAMPLES = 3;
/** Rows that a person will read. */
export const FIRST = 50;
/** UTF-16 units of a sample. */
const LONGEST = 300;
const EDGE = 0.25;

export class Groups {
  private readonly byKey = new Map<string, Group>();
  private readonly byRule = new Map<string, number>();
  /** Removals in all. */
  total = 0;

  /**
   * Takes the log of one article.
   * @param length UTF-16 units of the article; 0 where it is not known
   */
  add(source: string, log: readonly LoggedChange[], length: number): void {
    const here = new Set<Group>();
    for (const change of log) {
      if (!isRemoval(change)) continue;
      const group = this.groupOf(change);
      this.total++;
      this.byRule.set(change.rule, (this.byRule.get(change.rule) ?? 0) + 1);
      group.times++;
      group.characters += change.characters ?? 0;
      if (length > 0) group.places[placeOf(change, length)]++;
      if (!here.has(group)) group.articles++;
      here.add(group);
      if (group.samples.length < SAMPLES && group.samples.at(-1)?.source !== source) {
        group.samples.push({ source, line: change.line, text: change.text.slice(0, LONGEST) });
      }
    }
  }

  /** What there is to read, each part with what a reader loses first: words by characters, then what has none. */
  parts(): GroupParts {
    const all = folded([...this.byKey.values()]).sort(byTimes);
    const isAlone = ({ times, loss }: Group) => times === 1 && loss === 'words';
    const often = all.filter((group) => !isAlone(group));
    const first = often.slice(0, FIRST);
    const once = all.filter(isAlone).sort(byLoss);
    const read = [...first, ...once].slice(0, FIRST);
    const held = read.reduce((sum, { times }) => sum + times, 0);
    return {
      count: all.length,
      share: this.total === 0 ? 1 : held / this.total,
      first: first.sort(byLoss),
      further: often.slice(FIRST).sort(byLoss),
      once,
    };
  }

  /** Whether a group is all that its rule removed. */
  isAllOfItsRule({ rule, times }: Group): boolean {
    return times === this.byRule.get(rule);
  }

  private groupOf(change: LoggedChange): Group {
    const { rule, text } = change;
    const loss = lossOf(change);
    // What a form writes in another way is no loss. Comments and code differ from article to article, and no reader misses one of them: the rule is what to judge.
    const tells = loss === 'words' || (loss === 'target' && !rule.includes(':'));
    const shape = tells ? shapeOf(text) : '';
    const key = keyOf({ rule, shape });
    let group = this.byKey.get(key);
    if (!group) {
      const places = { head: 0, inside: 0, tail: 0 };
      group = { rule, loss, shape, times: 0, articles: 0, characters: 0, places, samples: [] };
      this.byKey.set(key, group);
    }
    return group;
  }
}

/** Pictures, comments and tags of one rule that stand alone are one group: nobody reads them one by one. */
function folded(groups: readonly Group[]): Group[] {
  const others = new Map<string, Group>();
  const left: Group[] = [];
  for (const group of groups) {
    const other = others.get(group.rule);
    if (group.times > 1 || group.loss === 'words') left.push(group);
    else if (!other) others.set(group.rule, { ...group, places: { ...group.places }, samples: [...group.samples] });
    else {
      other.shape = '';
      other.times++;
      other.articles++;
      for (const place of ['head', 'inside', 'tail'] as const) other.places[place] += group.places[place];
      if (other.samples.length < SAMPLES) other.samples.push(...group.samples);
    }
  }
  return [...left, ...others.values()];
}

function byTimes(a: Group, b: Group): number {
  return b.times - a.times || b.characters - a.characters || byKey(a, b);
}

function byLoss(a: Group, b: Group): number {
  return b.characters - a.characters || b.times - a.times || byKey(a, b);
}

function byKey(a: Group, b: Group): number {
  return keyOf(a) < keyOf(b) ? -1 : 1;
}

function keyOf({ rule, shape }: Pick<Group, 'rule' | 'shape'>): string {
  return `${rule}\n${shape}`;
}

function placeOf({ start, end }: LoggedChange, length: number): keyof Group['places'] {
  const middle = (start + end) / 2 / length;
  return middle < EDGE ? 'head' : middle > 1 - EDGE ? 'tail' : 'inside';
}
