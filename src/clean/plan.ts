/** Rules made ready to run: once for all articles that run the same ones. */
import { compile, type Matcher } from '../body/select.js';
import type { Node } from '../body/tree.js';
import type { Context } from './context.js';
import type { Rule, RuleAction } from './rule.js';

type Test = (node: Node, context: Context) => boolean;

/** Stands for the texts at head and tail among the numbers of names. */
export const EDGE = -1;

/** One rule. Rules are literals of many shapes; the loop over all of them is quick where they have one. */
export class Step {
  readonly name: string;
  readonly action: RuleAction;
  /** Numbers of the strings of which the input holds one. */
  readonly needs: readonly number[] | null;
  /** Numbers of the names to visit, `EDGE` among them; null where `visits` tells. */
  readonly numbers: readonly number[] | null;
  /** Which names to visit; null: all elements. */
  readonly visits: ((name: string) => boolean) | null;
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
    needOf: (need: string) => number,
  ) {
    const { selector, names, test, needs } = rule.match;
    const unless = typeof rule.unless === 'string' ? compile(rule.unless) : rule.unless;
    this.name = rule.name;
    this.action = rule.action;
    this.needs = needs?.map(needOf) ?? null;
    this.numbers = Array.isArray(names) ? names.map(numberOf) : null;
    this.visits = typeof names === 'function' ? names : null;
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
  /** The strings that rules need, each once. */
  readonly needs: string[] = [];
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
    const needOf = (need: string): number => {
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
