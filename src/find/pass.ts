/** What a pass is: one kind of evidence that cuts, described like a rule. */
import type { Node } from '../body/tree.js';
import type { Described } from '../clean/rule.js';
import type { Page } from './page.js';
import type { Part } from './part.js';
import type { Says } from './says.js';

/** What the passes share of one page. */
export interface Search {
  readonly page: Page;
  readonly says: Says;
  /** The page's prose before anything was cut. */
  readonly prose: number;
  /** The page is a list: its cards are its content. */
  isList: boolean;
  /** What holds the page although it looks like what a page hides or has beside its text: no rule takes it later. */
  readonly shown: Set<Node>;
  /** What each part outside of the article held when that was chosen. */
  proseBefore: ReadonlyMap<Part, number>;
  /** Kinds of evidence that are left out: for measuring what each is worth. */
  readonly without: ReadonlySet<string>;
}

export interface Pass extends Described {
  run: (search: Search) => void;
}

export function definePass(pass: Omit<Pass, 'group'>): Pass {
  return { group: 'page', ...pass };
}

/** `menu, 94 % links`. */
export function withLinks(what: string, { weight, linked }: Pick<Part, 'weight' | 'linked'>): string {
  return weight > 0 && linked > 0 ? `${what}, ${Math.round((100 * linked) / weight)} % links` : what;
}
