/**
 * What no reader of the page sees: scripts, form fields, what is hidden, `<noscript>`. Some pages show nothing until a
 * script has run: there, what is hidden or said to readers without scripts is the page.
 */
import { type Node, TEXT } from '../body/tree.js';
import type { Page } from './page.js';
import type { Part } from './part.js';
import * as w from './weights.js';

/** Their content is no text of the page. */
const silent: ReadonlySet<string> = new Set(
  (
    'script style template title textarea select option iframe frame object embed applet svg canvas map audio video ' +
    'input datalist link meta base'
  ).split(' '),
);

/** Example: `display:none`, `visibility: hidden`. */
const hiding = /(?:^|[;\s])(?:display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}hidden)/i;

function isHidden({ node }: Part): boolean {
  return node.attributes !== null && (node.has('hidden') || hiding.test(node.get('style') ?? ''));
}

/** The outermost element that hides a part, or the silent one around it. */
class Cover {
  constructor(
    readonly part: Part,
    readonly kind: 'silent' | 'hidden' | 'noscript',
  ) {}
}

function coverOf(part: Part, readsHidden: boolean): Cover | null {
  if (silent.has(part.name)) return new Cover(part, 'silent');
  if (readsHidden) return null;
  if (part.name === 'noscript') return new Cover(part, 'noscript');
  return isHidden(part) ? new Cover(part, 'hidden') : null;
}

/** Characters of text in each part, and in all that is shown, hidden, or said without scripts. */
function weigh(page: Page, covers: readonly (Cover | null)[]) {
  const size = new Float64Array(page.parts.length);
  const sums = { shown: 0, silent: 0, hidden: 0, noscript: 0 };
  for (const { at, node } of page.parts) {
    let length = 0;
    for (let child = node.first; child; child = child.next) {
      if (child.type === TEXT) length += child.data.trim().length;
    }
    const kind = covers[at]?.kind ?? 'shown';
    sums[kind] += length;
    if (kind !== 'silent') size[at] = length;
  }
  for (const { at, parent } of page.backwards) {
    if (parent) size[parent.at] = (size[parent.at] as number) + (size[at] as number);
  }
  return { size, sums };
}

/**
 * Marks what is unseen.
 * @param readsHidden takes what is hidden for seen: for measuring what this is worth
 * @returns elements that are hidden or `<noscript>`, and hold the page
 */
export function markUnseen(page: Page, readsHidden = false): Set<Node> {
  const own = page.parts.map((part) => coverOf(part, readsHidden));
  const covers: (Cover | null)[] = [];
  for (const { at, parent } of page.parts) covers.push((parent && covers[parent.at]) ?? own[at] ?? null);
  const { size, sums } = weigh(page, covers);
  const whole = sums.shown + sums.hidden;
  const withoutScripts = sums.noscript >= w.NOSCRIPT_PAGE && sums.noscript > w.NOSCRIPT_TIMES * whole;
  const shown = new Set<Node>();
  const isPage = ({ at, name }: Part): boolean =>
    name === 'noscript' ? withoutScripts : (size[at] as number) > w.HIDDEN_PAGE * whole;
  for (const part of page.parts) {
    if (part.parent?.unseen) part.unseen = true;
    else {
      const cover = own[part.at] ?? null;
      part.unseen = cover !== null && (cover.kind === 'silent' || !isPage(part));
      if (cover !== null && !part.unseen) shown.add(part.node);
    }
  }
  return shown;
}
