/** What furniture looks like apart from its words: small, made of links, buttons and pictures, without a sentence. */

import { hasPurpose } from '../../body/purposes.js';
import { isInside } from '../../body/traverse.js';
import type { Node } from '../../body/tree.js';
import { type Profile, profileOf } from './profile.js';

/** Elements that sites build boxes of. Never links, quotes, figures or code. */
const boxes: ReadonlySet<string> = new Set(
  'div section aside ul ol p span nav footer table center dl h2 h3 h4 h5 h6'.split(' '),
);

const content: ReadonlySet<string> = new Set(['blockquote', 'figure', 'figcaption', 'a', 'q', 'cite']);

export interface WidgetShape {
  /** Most non-blank characters in all. */
  characters: number;
  /** Most characters of one text outside links: longer is a sentence. */
  longest: number;
  images?: number;
}

/** A box that its class or id names for a purpose and that is no more than a widget; null otherwise. */
export function widgetProfile(node: Node, purpose: number, shape: WidgetShape): Profile | null {
  if (!hasPurpose(node, purpose) || !boxes.has(node.name)) return null;
  const profile = profileOf(node, 240, shape.characters);
  if (!profile || profile.longest > shape.longest || profile.embeds > 1) return null;
  if (profile.images > (shape.images ?? 12)) return null;
  return isInside(node, ({ name }) => content.has(name), 6) ? null : profile;
}
