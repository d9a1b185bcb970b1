/** Rules made ready to run: once for all articles that run the same ones. */
import { compile, type Matcher } from '../body/select.js';
import type { Node } from '../body/tree.js';
import type { Context } from './context.js';
import { cjk, type EdgeWords } from './edges.js';
import type { Rule, RuleAction } from './rule.js';

/** Words of which one must be there; those with CJK letters are looked for only where there are such letters. */
export class Cues {
  private readonly cjk: RegExp | null;
  private readonly others: RegExp | null;

  constructor(words: readonly string[]) {
    this.cjk = anyOf(words.filter((word) => cjk.test(word)));
    this.others = anyOf(words.filter((word) => !cjk.test(word)));
  }

  areIn({ text, isCjk }: EdgeWords): boolean {
    return (this.others?.test(text) ?? false) || (isCjk && (this.cjk?.test(text) ?? false));
  }
}

const special = /[$()*+.?[\\\]^{|}]/g;

/** One pattern of many words is found faster than each word by itself. */
function anyOf(words: readonly string[]): RegExp | null {
  return words.length === 0 ? null : new RegExp(words.map((word) => word.replace(special, '\\$&')).join('|'));
}

type Test = (node: Node, context: Context) => boolean;

/** Stands for the texts at head and tail among the numbers of names. */
export const EDGE = -1;

/** One rule. Rules are literals of many shapes; the loop over all of them is quick where they have one. */
export class Step {
  readonly name: string;
  readonly action: RuleAction;
  /** Numbers of the strings and patterns of which the input holds one. */
  readonly needs: readonly number[] | null;
  /** Numbers of the names of which the article has one. */
  readonly beside: readonly number[] | null;
  /** Numbers of the names to visit, `EDGE` among them; null where `visits` tells. */
  readonly numbers: readonly number[] | null;
  /** Which names to visit; null: all elements. */
  readonly visits: ((name: string) => boolean) | null;
  /** Words without one of which no text at head or tail is visited. */
  readonly cues: Cues | null;
  readonly matches: Matcher | null;
  readonly test: Test | null;
  readonly protects: Test | null;
  readonly inCode: boolean;
  /** Shapes of texts that stay. */
  readonly spared: ReadonlySet<string> | null;
  readonly isAtEdge: boolean;

  /** @throws {UsageError} where a selector cannot be parsed */
  constructor(
    rule: Rule,
    /** Its place among all steps. */
    readonly index: number,
    numberOf: (name: string) => number,
    needOf: (need: string | RegExp) => number,
  ) {
    const { selector, names, test, needs, beside, cues } = rule.match;
    const unless = typeof rule.unless === 'string' ? compile(rule.unless) : rule.unless;
    this.name = rule.name;
    this.action = rule.action;
    this.needs = needs?.map(needOf) ?? null;
    this.beside = beside?.map(numberOf) ?? null;
    this.numbers = Array.isArray(names) ? names.map(numberOf) : null;
    this.visits = typeof names === 'function' ? names : null;
    this.cues = cues ? new Cues(cues) : null;
    this.matches = selector ? compile(selector) : null;
    this.test = test ?? null;
    this.protects = unless ? (node, context) => unless(node, context) : null;
    this.inCode = rule.inCode ?? false;
    this.spared = rule.spared ?? null;
    this.isAtEdge = this.numbers?.includes(EDGE) ?? false;
  }
}

export class Plan {
  /** In the order in which they run; then those that run when nothing else changes any more. */
  readonly main: readonly Step[];
  readonly last: readonly Step[];
  /** Run again until nothing changes: always, and where a text at an edge has gone. */
  readonly repeated: readonly Step[];
  readonly placed: readonly Step[];
  /** The number of each name that a rule asks for by name, and the name of each number. */
  readonly numbers = new Map<string, number>();
  readonly names: string[] = [];
  /** The strings and patterns that rules need, each once. */
  readonly needs: (string | RegExp)[] = [];
  /** For each number of a name the steps that ask for it. */
  readonly askers: readonly (readonly number[])[];
  /** For each step 1 where it runs whatever names there are. */
  readonly awake: Uint8Array;

  constructor(rules: readonly Rule[]) {
    const numberOf = (name: string): number => {
      if (name === '#edge') return EDGE;
      const known = this.numbers.get(name);
      if (known !== undefined) return known;
      this.numbers.set(name, this.names.length);
      return this.names.push(name) - 1;
    };
    const needOf = (need: string | RegExp): number => {
      const known = this.needs.indexOf(need);
      return known < 0 ? this.needs.push(need) - 1 : known;
    };
    const steps = rules.map((rule, index) => ({ rule, step: new Step(rule, index, numberOf, needOf) }));
    const asks = steps.map(({ step: { numbers } }) => numbers);
    this.awake = Uint8Array.from(asks, (numbers) => (numbers === null || numbers.includes(EDGE) ? 1 : 0));
    this.askers = this.names.map((_, number) => [...asks.keys()].filter((index) => asks[index]?.includes(number)));
    const those = (isMeant: (rule: Rule, step: Step) => boolean | undefined) =>
      steps.filter(({ rule, step }) => isMeant(rule, step)).map(({ step }) => step);
    this.main = those(({ last }) => !last);
    this.last = those(({ last }) => last);
    this.repeated = those(({ repeat }) => repeat);
    this.placed = those(({ repeat }, { isAtEdge }) => repeat || isAtEdge);
  }
}

const plans = new WeakMap<readonly Rule[], Plan>();

/** The plan of these rules. @throws {UsageError} where a selector cannot be parsed */
export function planOf(rules: readonly Rule[]): Plan {
  let plan = plans.get(rules);
  if (!plan) {
    plan = new Plan(rules);
    plans.set(rules, plan);
  }
  return plan;
}
