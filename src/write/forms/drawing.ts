/** A drawing (`<svg>`) has no form in Markdown; its words have, and so has the name that its author gave it. */
import { drawingName, hasLabels, unseenInDrawings } from '../../body/drawing.js';
import { following, type Node } from '../../body/tree.js';
import type { Edits } from '../../clean/edits.js';
import { type FormHandler, into, removed } from './form.js';

const RULE = 'form:svg';

/** A piece of a label that stands at a place of its own: a line. Example: `<tspan x="9" dy="12">` */
const PLACES = ['x', 'y', 'dx', 'dy'];

export const drawingForm: FormHandler = (svg, forming) => {
  if (hasLabels(svg)) {
    keepLabels(svg, forming.edits);
    return into(svg, forming);
  }
  const name = drawingName(svg);
  if (name !== null) forming.edits.by(RULE).addText(` ${name} `, svg, 'before');
  return removed(svg, forming, RULE);
};

/** Takes out of a drawing what no reader sees, and parts the lines of its labels. */
export function keepLabels(svg: Node, edits: Edits): void {
  edits.by(RULE);
  for (let node = svg.first; node; ) {
    const isUnseen = unseenInDrawings.has(node.name);
    const next = following(node, svg, isUnseen);
    if (isUnseen) edits.remove(node);
    else if (node.name === 'tspan' && PLACES.some((name) => node?.has(name))) edits.addText(' ', node, 'before');
    node = next;
  }
}
