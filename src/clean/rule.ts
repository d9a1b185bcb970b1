/** What a cleaning rule is. One rule is one file below `rules/`; from that file come its help, page and tests. */
import type { Node } from '../body/tree.js';
import type { Credits } from '../types.js';
import type { Context } from './context.js';
import type { Edits } from './edits.js';
import type { Line } from './line.js';

export type Group = 'code' | 'promotion' | 'credits' | 'links' | 'images' | 'leftovers' | 'page' | 'site' | 'user';

/** A closer look for a rule whose node matched: what exactly to do. Returning without an edit is allowed. */
export type Act = (node: Node, edits: Edits, context: Context) => void;

export type RuleAction =
  /** The node goes, with all that is in it. */
  | 'remove'
  /** The element goes, its children stay. */
  | 'unwrap'
  /** Removes these attributes; a pattern is tested against the name. */
  | { attributes: RegExp }
  /** The node goes, and what it says is stored in the metadata. */
  | { move: (node: Node, credits: Credits, context: Context) => boolean }
  /** The line of a text goes; null where this text's line stays. */
  | { line: (text: Node, context: Context) => Line | null }
  /** Anything else, through `Edits`, which logs it. */
  | { edit: Act };

export interface Example {
  title: string;
  before: string;
  after: string;
}

/**
 * Lower-case element names, `#comment`, `#text`, or a narrower kind: `#edge`, texts at the article's head or tail;
 * `#named`, elements whose class or id names a purpose; `#attributed`, elements that have attributes; `#code`, what
 * holds code, boxes of other names too. A function tells of an element's name whether to visit those so named.
 */
export type Names = readonly string[] | ((name: string) => boolean);

/** What is said of everything that changes an article: the list of rules, `--explain` and the docs show it. */
export interface Described {
  /** Kebab-case; the file's name. */
  name: string;
  group: Group;
  /** For a reader who misses a paragraph: what goes and why it is no part of the article. */
  why: string;
  /** Site the rule is for, as the reader knows it; absent for general rules. */
  site?: string;
  /** At least one: `before` becomes `after` (HTML bodies, compared as trees), and does not without it. */
  examples: Example[];
  /** Near misses that must stay. */
  keeps: { title: string; html: string }[];
}

export interface Rule extends Described {
  /** Which nodes: element names to visit first (speed), then a CSS selector and/or a predicate. */
  match: {
    /** Absent: all elements. */
    names?: Names;
    selector?: string;
    /** Strings and patterns of which the input has one wherever the rule has something to do: others are not searched. */
    needs?: readonly (string | RegExp)[];
    /** Names of which the article holds at least one wherever the rule has something to do. */
    beside?: readonly string[];
    /**
     * Words of which the texts at head and tail hold one wherever the rule finds something at `#edge`: in lower case,
     * without blanks (`followus`), as a line may be in pieces.
     */
    cues?: readonly string[];
    test?: (node: Node, context: Context) => boolean;
  };
  /** CSS selector or predicate that protects a node. Nothing inside `pre`, `code`, `kbd`, `samp` is ever matched
   *  unless `inCode` says so. */
  unless?: string | ((node: Node, context: Context) => boolean);
  inCode?: boolean;
  /** Shapes of texts that stay: what the user's config says of this rule. */
  spared?: ReadonlySet<string>;
  action: RuleAction;
  /** Run this rule again until nothing changes: for rules that look at head or tail place. */
  repeat?: boolean;
  /** Runs when nothing else changes any more, after the user's own rules too: tidies what the others leave. */
  last?: boolean;
}

/** Types a rule file's value and gives it back. */
export function defineRule(rule: Rule): Rule {
  return rule;
}
