/** Runs rules over a piece of HTML, and shows trees as text that can be compared. */
import { ELEMENT, type Node, TEXT } from '../../src/body/tree.js';
import type { Change } from '../../src/clean/change.js';
import type { Context } from '../../src/clean/context.js';
import type { Rule } from '../../src/clean/rule.js';
import type { Credits } from '../../src/types.js';
import { cleaned } from '../clean/cleaned.js';

export interface Applied {
  html: string;
  changes: readonly Change[];
  credits: Credits;
  /** What the audit of law 1 says; null where all is accounted for. */
  problem: string | null;
  root: Node;
}

/** @param known what the article shows of its source */
export function apply(html: string, rules: readonly Rule[], known: Partial<Context> = {}): Applied {
  const { tree, changes, credits, problem } = cleaned(html, rules, known);
  return { html: show(tree), changes, credits, problem, root: tree };
}

/** A tree as HTML: attributes sorted, neighbouring texts joined, comments shown. */
export function show(root: Node): string {
  let html = '';
  for (let node = root.first; node; ) {
    html += opening(node);
    if (node.first) {
      node = node.first;
      continue;
    }
    let at: Node = node;
    if (at.type === ELEMENT) html += `</${at.name}>`;
    while (at !== root && !at.next) {
      at = at.parent as Node;
      if (at !== root) html += `</${at.name}>`;
    }
    node = at === root ? null : at.next;
  }
  return html;
}

function opening(node: Node): string {
  if (node.type === TEXT) return node.data;
  if (node.type !== ELEMENT) return `<!--${node.data}-->`;
  const attributes = [...(node.attributes ?? [])].sort().map(([name, value]) => ` ${name}="${value}"`);
  return `<${node.name}${attributes.join('')}>`;
}
