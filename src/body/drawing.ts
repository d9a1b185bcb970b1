/** What a drawing (`<svg>`) says: the words in it, and the name that its author gave it. */
import { ELEMENT, following, type Node, TEXT, textOf } from './tree.js';
import { oneLine } from './white-space.js';

/** What no reader sees of a drawing: its name and description, what is only used elsewhere in it, code. */
export const unseenInDrawings: ReadonlySet<string> = new Set('title desc metadata defs symbol style script'.split(' '));

/** Inside these a drawing is the picture on a button, and its name repeats what the button does. */
const pressed: ReadonlySet<string> = new Set(['a', 'button', 'summary', 'label']);

/** Elements that are looked at around a drawing. */
const LEVELS = 6;

/** Whether a drawing shows words. */
export function hasLabels(svg: Node): boolean {
  for (let node = svg.first; node; node = following(node, svg, unseenInDrawings.has(node.name))) {
    if (node.type === TEXT && node.data.trim() !== '') return true;
  }
  return false;
}

/** The name of a drawing that stands for itself, as `alt` is the name of an image; null for icons and nameless ones. */
export function drawingName(svg: Node): string | null {
  if (svg.get('aria-hidden') === 'true') return null;
  let around = svg.parent;
  for (let level = 0; around?.type === ELEMENT && level < LEVELS; level++) {
    if (pressed.has(around.name)) return null;
    around = around.parent;
  }
  const name = svg.get('aria-label') ?? titleOf(svg);
  return (name && oneLine(name)) || null;
}

function titleOf(svg: Node): string | null {
  for (let child = svg.first; child; child = child.next) if (child.name === 'title') return textOf(child);
  return null;
}
