/** From marks to cuts: one for each block, with the nodes that go. */
import { shown } from '../body/lines.js';
import { following, type Node, TEXT } from '../body/tree.js';
import type { Cut } from '../clean/found.js';
import { aroundBlocks } from './around.js';
import type { Page } from './page.js';
import type { Paragraph, Part, Reason } from './part.js';

/** Parts whose paragraphs have all gone, each for the same reason: they go as a whole, so that no shell stays. */
function lift(page: Page, around: ReadonlySet<Part>): void {
  const embedding = new Set<Part>();
  const held = new Map<Part, Reason | 'mixed'>();
  for (const { node, unseen, parent } of page.parts) if (unseen && isThing(node) && parent) embedding.add(parent);
  for (const paragraph of page.paragraphs) {
    const { block, cut, holder } = paragraph;
    if (holder.cut) continue;
    const before = held.get(block);
    held.set(block, cut && (before === undefined || (before !== 'mixed' && before.rule === cut.rule)) ? cut : 'mixed');
  }
  for (const part of page.backwards) {
    if (embedding.has(part) && part.parent) embedding.add(part.parent);
    const reason = held.get(part);
    if (!reason || reason === 'mixed' || part.cut || embedding.has(part)) continue;
    if (part.at === 0 || part.holds(page.article) || around.has(part)) continue;
    page.cut(part, reason);
  }
}

/** Left to the rules, which take them out of every article. */
const code: ReadonlySet<string> = new Set('head script style template link meta base title'.split(' '));
const seen: ReadonlySet<string> = new Set(
  'img picture iframe video audio object embed svg canvas math input hr'.split(' '),
);
const things: ReadonlySet<string> = new Set('iframe video audio object embed svg canvas math'.split(' '));
const isThing = ({ name }: Node): boolean => things.has(name);

/** The outermost nodes that hold its text and no block of another paragraph. Each way up is gone once. */
function nodesOf(page: Page, { lines, block }: Paragraph, around: ReadonlySet<Part>): Node[] {
  const isTop = (node: Node) => node === block.node || around.has(page.partOf(node));
  const tops = new Set<Node>();
  const seenAbove = new Set<Node>();
  for (const { nodes } of lines) {
    for (const one of nodes) {
      let node = one;
      while (node.parent && !isTop(node.parent) && !seenAbove.has(node.parent)) {
        node = node.parent;
        seenAbove.add(node);
      }
      if (node.parent && isTop(node.parent)) tops.add(node);
    }
  }
  return [...tops];
}

/** An element that a script fills: what the address in it stands for is read as a link to that. */
const isFilled = (node: Node): boolean => {
  return node.attributes !== null && (node.name.includes('-') || (node.name.includes(':') && node.has('href')));
};

/** What shows nothing is left to the rules: an empty box is no loss, and no line of the log. */
function showsSomething(root: Node): boolean {
  for (let node: Node | null = root; node; node = following(node, root, code.has(node.name))) {
    if (node.type === TEXT ? shown.test(node.data) : seen.has(node.name) || isFilled(node)) return true;
  }
  return false;
}

export function collectCuts(page: Page): Cut[] {
  const around = aroundBlocks(page);
  lift(page, around);
  page.sum();
  const cuts: Cut[] = [];
  for (const { node, name, cut, parent } of page.parts) {
    if (cut && !parent?.cut && !code.has(name) && showsSomething(node))
      cuts.push({ nodes: [node], rule: cut.rule, reason: cut.why });
  }
  for (const paragraph of page.paragraphs) {
    const { cut, holder } = paragraph;
    if (cut && !holder.cut) cuts.push({ nodes: nodesOf(page, paragraph, around), rule: cut.rule, reason: cut.why });
  }
  return cuts;
}
