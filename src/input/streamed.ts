/**
 * Pages that a server streams (React, and what is built on it) hold late parts of their text in hidden boxes at their
 * end, and a script puts each where a placeholder of the same number waits. A saved page is read without scripts: this
 * puts the parts where a reader saw them, and what was shown until then (`Loading…`) into the hidden box that the part
 * leaves. All characters stay; places are counted in the page as it is then.
 */
import { isFullPage } from '../body/full-page.js';
import { parseHtml } from '../body/html.js';
import { COMMENT, descendants, type Node } from '../body/tree.js';
import type { Decoded } from '../types.js';

const mayStream = /<div hidden(?:="")? id="S:[\da-f]/;
const boxId = /^S:([\da-f]{1,8})$/;
const placeholderId = /^[BP]:([\da-f]{1,8})$/;
/** Boxes in boxes; what stands deeper stays where it is. */
const NESTED_MOST = 50;

/** A hidden part or the placeholder of one, with the hidden part that it stands in. */
interface StreamedPart {
  node: Node;
  within: StreamedPart | null;
}

function readPieces(root: Node) {
  const boxes = new Map<string, StreamedPart>();
  const placeholders = new Map<string, StreamedPart>();
  let within: StreamedPart | null = null;
  for (const node of descendants(root)) {
    while (within && node.start >= within.node.end) within = within.within;
    const [, number] = (node.name === 'template' ? placeholderId : boxId).exec(node.get('id') ?? '') ?? [];
    if (number === undefined) continue;
    if (node.name === 'template') placeholders.set(number, { node, within });
    else if (node.name === 'div' && node.has('hidden') && !boxes.has(number)) {
      within = { node, within };
      boxes.set(number, within);
    }
  }
  return { boxes, placeholders };
}

function standsIn({ within }: StreamedPart, box: StreamedPart): boolean {
  let around = within;
  for (let left = NESTED_MOST; around && around !== box && left > 0; left--) around = around.within;
  return around !== null;
}

/** Where what a placeholder shows for the time being ends: at the comment that closes its boundary. */
function waitingEnd(placeholder: Node): number {
  let open = 0;
  for (let node = placeholder.next; node; node = node.next) {
    // What holds other parts stays as it is.
    if (node.name === 'template') break;
    if (node.type !== COMMENT) continue;
    if (node.data === '/$' && open-- === 0) return node.start;
    if (/^\$[?!]?$/.test(node.data)) open++;
  }
  return placeholder.end;
}

/** Where each part goes: the part by its placeholder, and the parts that leave their places. */
function plan(root: Node): { byPlaceholder: Map<Node, Node>; moved: Map<Node, Node> } {
  const { boxes, placeholders } = readPieces(root);
  const byPlaceholder = new Map<Node, Node>();
  for (const [number, box] of boxes) {
    const placeholder = placeholders.get(number);
    if (!placeholder || standsIn(placeholder, box)) continue;
    box.within = placeholder.within;
    byPlaceholder.set(placeholder.node, box.node);
  }
  return { byPlaceholder, moved: new Map([...byPlaceholder].map(([placeholder, box]) => [box, placeholder])) };
}

function arrange(text: string, root: Node): { text: string; parts: number } {
  const { byPlaceholder, moved } = plan(root);
  const stops = [...descendants(root)].filter((node) => moved.has(node) || byPlaceholder.has(node));
  const firstFrom = (offset: number): number => {
    let [low, high] = [0, stops.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((stops[middle] as Node).start < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  /** The end of what a placeholder shows; of what holds other parts nothing is moved. */
  const shownUntil = (placeholder: Node): number => {
    const end = waitingEnd(placeholder);
    const next = stops[firstFrom(placeholder.end)];
    return next && next.start < end ? placeholder.end : end;
  };
  const pieces: string[] = [];
  const open = [{ at: 0, to: text.length }];
  for (let range = open.pop(); range; range = open.pop()) {
    const stop = stops[firstFrom(range.at)];
    if (!stop || stop.start >= range.to) {
      pieces.push(text.slice(range.at, range.to));
      continue;
    }
    const box = byPlaceholder.get(stop);
    pieces.push(text.slice(range.at, box ? stop.end : stop.start));
    open.push({ at: box ? shownUntil(stop) : stop.end, to: range.to });
    if (box) open.push({ at: box.openEnd, to: box.closeStart });
    const left = moved.get(stop);
    if (left && shownUntil(left) > left.end) {
      const shown = text.slice(left.end, shownUntil(left));
      pieces.push(text.slice(stop.start, stop.openEnd), shown, text.slice(stop.closeStart, stop.end));
    }
  }
  return { text: pieces.join(''), parts: moved.size };
}

/** Puts the parts of a streamed page in their places; any other text comes back as it is. */
export function placeStreamed(decoded: Decoded): Decoded {
  if (!mayStream.test(decoded.text)) return decoded;
  const { root } = parseHtml(decoded.text);
  const { text, parts } = isFullPage(root) ? arrange(decoded.text, root) : { text: '', parts: 0 };
  if (parts === 0) return decoded;
  const message = `${parts} parts that a script was to place stand in their places; lines are counted after that`;
  return { ...decoded, text, warnings: [...decoded.warnings, { code: 'streamed-page', message, line: null }] };
}
