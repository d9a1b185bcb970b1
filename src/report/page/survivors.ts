/**
 * What stayed inside a removal. A rule that keeps the article and takes the page around it logs the place of the
 * whole page and the text that went. The part that stayed is the one element that holds all the text that is missing.
 */
import { ELEMENT, following, type Node, TEXT } from '../../body/tree.js';
import type { ChangeRecord } from '../../types.js';
import { type Hole, type Span, Sweep } from './spans.js';

const blanks = /\s+/g;

/**
 * Finds what stayed inside a removal, or null. Linear in the tree and the log.
 * @param from where the body starts, UTF-16 units of the source
 */
export function findHole(root: Node, changes: readonly ChangeRecord[], from: number): Hole | null {
  const owned = ownedTexts(root, changes, from);
  let widest: { span: Span; missing: number } | null = null;
  for (const [span, nodes] of owned) {
    const missing = nodes.reduce((sum, node) => sum + inked(node.data).length, 0) - inked(logged(span)).length;
    if (nodes.length > 1 && missing > (widest?.missing ?? 0)) widest = { span, missing };
  }
  if (!widest) return null;
  const { span, missing } = widest;
  const gone = inked(logged(span));
  const part = holding(root, new Set(owned.get(span)), missing, (text) => !gone.includes(text));
  return part && { index: span.index, start: part.start, end: part.end };

  function logged({ index }: Span): string {
    return changes[index]?.text ?? '';
  }
}

function inked(text: string): string {
  return text.replace(blanks, '');
}

/** The text nodes that each removal took: those of a removal inside another are the inner one's. */
function ownedTexts(root: Node, changes: readonly ChangeRecord[], from: number): Map<Span, Node[]> {
  const owned = new Map<Span, Node[]>();
  const sweep = new Sweep(changes, from);
  let place = from;
  for (let node = root.first; node; node = following(node, root)) {
    place = Math.max(place, node.start);
    const { span } = sweep.at(place);
    if (node.type !== TEXT || !span) continue;
    const nodes = owned.get(span);
    if (nodes) nodes.push(node);
    else owned.set(span, [node]);
  }
  return owned;
}

/** How many of the elements that hold text of the right length are compared with the log. */
const mostTried = 8;

/** The element whose share of `texts` has `length` characters; of several around each other, the one that says so. */
function holding(root: Node, texts: ReadonlySet<Node>, length: number, fits: (text: string) => boolean): Node | null {
  const nodes: Node[] = [];
  for (let node = root.first; node; node = following(node, root)) nodes.push(node);
  const lengths = new Map<Node, number>();
  for (const node of nodes.reverse()) {
    const sum = (lengths.get(node) ?? 0) + (texts.has(node) ? inked(node.data).length : 0);
    lengths.set(node, sum);
    if (node.parent) lengths.set(node.parent, (lengths.get(node.parent) ?? 0) + sum);
  }
  let found: Node | null = null;
  let tried = 0;
  for (const node of nodes.reverse()) {
    if (node.type !== ELEMENT || lengths.get(node) !== length) continue;
    const around = found && node.start < found.end;
    if (!around && !found && tried++ < mostTried && fits(textIn(node, texts))) found = node;
    else if (around && (node.name === 'main' || node.name === 'article')) return node;
  }
  return found;
}

function textIn(root: Node, texts: ReadonlySet<Node>): string {
  let text = '';
  for (let node = root.first; node; node = following(node, root)) if (texts.has(node)) text += inked(node.data);
  return text;
}
